import { sorted, type Diagnostic } from '#diagnostics/diagnostic.ts';
import { aliases } from './aliases.ts';
import { articleGuide } from './article-guide.ts';
import { consistentFields } from './consistent-fields.ts';
import { currentArticles } from './current-articles.ts';
import { dateOrder } from './date-order.ts';
import { drillIncomplete } from './drill-incomplete.ts';
import { duplicateCircle } from './duplicate-circle.ts';
import { effectiveFix } from './effective-fix.ts';
import { evidence } from './evidence.ts';
import { existingTimes } from './existing-times.ts';
import { htmlInText } from './html-in-text.ts';
import { importedIncomplete } from './imported-incomplete.ts';
import { intakeQuestions } from './intake-questions.ts';
import { keptAddresses } from './kept-addresses.ts';
import { keptCommitments } from './kept-commitments.ts';
import { knownCause } from './known-cause.ts';
import { knownIssue } from './known-issue.ts';
import { knownProducts } from './known-products.ts';
import { knownRecords } from './known-records.ts';
import { leaks } from './leaks.ts';
import { links } from './links.ts';
import { originalWords } from './original-words.ts';
import { provenFix } from './proven-fix.ts';
import { requiredByStatus } from './required-by-status.ts';
import { toldApart } from './told-apart.ts';
import { diagnosticOf, type Context, type Rule } from './rule.ts';

/** Every rule that looks at the whole site. Adding one: write its file, name it here. */
const rules: Rule[] = [
  knownProducts,
  knownRecords,
  duplicateCircle,
  aliases,
  requiredByStatus,
  effectiveFix,
  consistentFields,
  existingTimes,
  dateOrder,
  evidence,
  links,
  htmlInText,
  leaks,
  knownIssue,
  articleGuide,
  currentArticles,
  intakeQuestions,
  importedIncomplete,
  provenFix,
  keptAddresses,
  keptCommitments,
  toldApart,
  knownCause,
  drillIncomplete,
  originalWords,
];

/** Runs every rule over the site. */
export function validate(context: Context): Diagnostic[] {
  return sorted(rules.flatMap((rule) => [...rule(context)].map(diagnosticOf)));
}
