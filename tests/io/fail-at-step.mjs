import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/*
 * Loaded before a program: lets its Nth change of the disk fail, or the process die before or after it.
 * FAIL_AT=7 FAIL_HOW=full|killed-before|killed-after
 */

const at = Number(process.env['FAIL_AT']);
const how = process.env['FAIL_HOW'];
let step = 0;

for (const name of [
  'mkdirSync',
  'openSync',
  'renameSync',
  'rmSync',
  'writeFileSync',
  'writeSync',
]) {
  const original = fs[name];
  fs[name] = (...call) => {
    step += 1;
    if (step !== at) return original(...call);
    if (how === 'full') {
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    }
    if (how === 'killed-after') original(...call);
    process.kill(process.pid, 'SIGKILL');
    for (;;); // the signal arrives at once, but nothing more may happen until it does
  };
}
syncBuiltinESMExports();
