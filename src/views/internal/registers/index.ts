import type { Site } from '#model/site.ts';
import type { Page } from '../../page.ts';
import { candidatesRegister } from './candidates.ts';
import { knownIssuesRegister } from './known-issues.ts';
import { leftoversRegister } from './leftovers.ts';
import { lookAlikesRegister } from './look-alikes.ts';
import { promisesRegister } from './promises.ts';
import { registerPages, type Register, type RegisterPage } from './register.ts';
import { toilRegister } from './toil.ts';
import { toCompleteRegister } from './to-complete.ts';

/** Every register. Adding one: write its file, name it here. */
export const registers: ((site: Site) => Register)[] = [
  promisesRegister,
  leftoversRegister,
  lookAlikesRegister,
  knownIssuesRegister,
  candidatesRegister,
  toilRegister,
  toCompleteRegister,
];

/** The pages of all registers. */
export function allRegisterPages(site: Site): Page<RegisterPage>[] {
  return registers.flatMap((register) => registerPages(site, register(site)));
}
