import { readFileSync, writeFileSync } from 'node:fs';

/*
 * npm leaves the packages of other platforms out of the lock file when the registry at hand does not
 * have them, and then `npm ci` refuses to run anywhere. This writes the missing entries, which a
 * platform that is meant fetches, and every other one skips. With --check it only says what is missing.
 */

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lock;

const systems = {
  aix: 'aix',
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  linuxmusl: 'linux',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  win32: 'win32',
  windows: 'win32',
};
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];
const libraries = {
  gnu: 'glibc',
  gnueabihf: 'glibc',
  musl: 'musl',
  musleabihf: 'musl',
  linuxmusl: 'musl',
};

const added = [];
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
  if (path === '') continue;
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const entry = platformEntry(name, version, dev);
    const found = resolved(path, name);
    if (!entry || (found && packages[found].version === version)) continue;
    const place = found ? `${parentOf(path)}node_modules/${name}` : `node_modules/${name}`;
    packages[place] = entry;
    added.push(`${name}@${version}`);
  }
}

if (added.length > 0) {
  process.stdout.write(`package-lock.json lacks ${added.join(', ')}\n`);
  if (process.argv.includes('--check')) {
    process.stdout.write('Run "node scripts/complete-lock.mjs".\n');
    process.exitCode = 1;
  } else write();
}

/** The entry of a package that is for one platform; undefined for any other one. */
function platformEntry(name, version, dev) {
  const words = name.split(/[-/@]/);
  const os = words.map((word) => systems[word]).find(Boolean);
  const cpu = words.filter((word) => processors.includes(word)).at(-1);
  const libc = words.map((word) => libraries[word]).find(Boolean);
  if (!os && !cpu) return undefined;
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

/** Where Node would find a package from another one, in the paths of the lock file. */
function resolved(from, name) {
  const folders = from.split('node_modules/');
  for (let depth = folders.length; depth > 0; depth -= 1) {
    const folder = folders.slice(0, depth).join('node_modules/').replace(/\/?$/, '/');
    const path = `${folder === '/' ? '' : folder}node_modules/${name}`;
    if (packages[path]) return path;
  }
  return undefined;
}

function parentOf(path) {
  return path.slice(0, path.lastIndexOf('node_modules/'));
}

function write() {
  const { '': root, ...others } = packages;
  const inOrder = Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1));
  lock.packages = { '': root, ...Object.fromEntries(inOrder) };
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
