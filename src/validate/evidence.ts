import { joined } from '#model/link-target.ts';
import { nearFile } from './near-file.ts';
import { isServed, servedTypes } from '#model/served-files.ts';
import { lenient, type Rule } from './rule.ts';

/** Evidence files exist beside the record and are of a kind that can be served safely. */
export const evidence: Rule = function* ({ site }) {
  for (const incident of site.incidents) {
    for (const [index, { file }] of (incident.fields.evidence ?? []).entries()) {
      if (!file) continue;
      const at = ['evidence', index, 'file'];
      const path = joined(incident.file, file);
      const severity = lenient(incident);
      if (path === undefined || !site.files.has(path)) {
        yield {
          code: 'file-missing',
          record: incident,
          at,
          severity,
          message: 'There is no such file beside the record, or it cannot be read.',
          hint: nearFile(site.files, path ?? file, incident.file),
        };
      } else if (!isServed(path)) {
        yield {
          code: 'file-kind',
          record: incident,
          at,
          severity,
          message: 'Files of this kind are not served, because they could run in a browser.',
          hint: `Save it as one of ${Object.keys(servedTypes).join(', ')}; a web page or an SVG as a PNG.`,
        };
      }
    }
  }
};
