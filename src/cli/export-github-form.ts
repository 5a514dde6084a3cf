import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { printable } from '#diagnostics/printable.ts';
import { githubForm } from '#export/github-form.ts';
import { EnvironmentError } from '#io/environment-error.ts';
import { compared, writeNew } from '#io/planned-files.ts';
import { replaceFile } from '#io/replace-file.ts';
import type { PublicIntake, PublicSite } from '#model/public-site.ts';
import { didYouMean } from '#parse/did-you-mean.ts';

import { textOption, UsageError, type Call, type ExitCode } from './command.ts';

/** `fixlore export github-form [PRODUCT]`: the questions of an intake where people open issues. */
export function exportGithubForm(call: Call, site: PublicSite): ExitCode {
  const { io, options, root } = call;
  const intakes = wanted(call, site.intakes);
  const to = textOption(call, 'to');
  const folder = to ? resolve(io.cwd, to) : root;
  if (!existsSync(folder)) throw new UsageError(`There is no folder "${to}".`);
  const labels = Array.isArray(options['label']) ? options['label'] : [];
  let code: ExitCode = 0;
  for (const intake of intakes) {
    const { id } = intake.product;
    const path = `.github/ISSUE_TEMPLATE/${id}.yml`;
    const form = githubForm(site, intake, labels);
    if ('problems' in form) {
      const lines = form.problems.map((problem) => `  ${printable(problem)}\n`);
      io.stderr(`kb/intake/${id}.md makes no form that GitHub shows:\n${lines.join('')}`);
      code = 1;
    } else if (options['dry-run']) io.stdout(`# ${path}\n${form.text}`);
    else if (write(call, folder, { path, content: form.text }) === 1) code = 1;
  }
  return code;
}

function wanted({ args }: Call, intakes: readonly PublicIntake[]): readonly PublicIntake[] {
  const [, product, ...others] = args;
  if (others.length > 0) throw new UsageError('One product at a time, or all without a name.');
  if (intakes.length === 0) throw new UsageError('There is no intake in kb/intake/.');
  if (product === undefined) return intakes;
  const intake = intakes.find((one) => one.product.id === product);
  if (intake) return [intake];
  const near = didYouMean(
    product,
    intakes.map((one) => one.product.id),
  );
  const advice = near ? `Did you mean "${near}"?` : `kb/intake/${product}.md would be it.`;
  throw new UsageError(`There is no intake of "${product}". ${advice}`);
}

function write(
  { io, options }: Call,
  folder: string,
  file: { path: string; content: string },
): ExitCode {
  try {
    const [step] = compared(folder, [file]);
    if (!step || step.state === 'unchanged') io.stdout(`Unchanged: ${file.path}\n`);
    else if (step.state === 'new') {
      writeNew(folder, [step]);
      io.stdout(`Wrote ${file.path}\n`);
    } else if (options['overwrite'] && isFile(join(folder, file.path))) {
      replaceFile(join(folder, file.path), file.content);
      io.stdout(`Replaced ${file.path}\n`);
    } else {
      io.stderr(`${file.path} is another file already. --overwrite replaces it.\n`);
      return 1;
    }
  } catch (error) {
    throw EnvironmentError.from(error, `${file.path} cannot be written`);
  }
  return 0;
}

function isFile(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
