import { existsIn } from '#model/moment.ts';
import { datedFields } from './dated-fields.ts';
import type { Rule } from './rule.ts';

/** A time without an offset must have been on the clocks of the configured zone. */
export const existingTimes: Rule = function* ({ site }) {
  const zone = site.config.timezone;
  for (const incident of site.incidents) {
    for (const { path, written } of datedFields(incident)) {
      if (existsIn(written, zone)) continue;
      yield {
        code: 'impossible-date',
        record: incident,
        at: path,
        message: `The clocks of ${zone} were set forward over this time; it did not exist there.`,
        hint: 'Correct the time, or add the offset that it was taken with, such as +01:00.',
      };
    }
  }
};
