// @ts-check
/*
 * Runs in the pages of the dev server only, which serves it as it stands: shows what the check found,
 * and reloads the page when it was built again.
 */

const base = new URL('..', import.meta.url);
/** The build that this page is of; a later one may have been finished while it was loaded. */
const loaded = Number(new URL(import.meta.url).searchParams.get('build'));

const panel = document.createElement('section');
panel.className = 'fixlore-dev';
panel.setAttribute('aria-label', 'Problems in the records');
panel.setAttribute('aria-live', 'polite');

new EventSource(new URL('__fixlore/events', base)).addEventListener('message', ({ data }) => {
  const { build, problems, failure } = JSON.parse(data);
  if (build > loaded) location.reload();
  else show(problems, failure);
});

/**
 * @param {{severity: string, file: string, line: number, column: number, message: string, hint?: string}[]} problems
 * @param {string | undefined} failure
 */
function show(problems, failure) {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const rows = [...errors, ...problems.filter(({ severity }) => severity !== 'error')];
  panel.replaceChildren();
  if (rows.length === 0 && !failure) {
    panel.remove();
    return;
  }
  const details = document.createElement('details');
  details.open = errors.length > 0 || failure !== undefined;
  const summary = document.createElement('summary');
  summary.textContent = `${errors.length} errors, ${rows.length - errors.length} warnings`;
  details.append(summary);
  if (failure) details.append(line('error', failure));
  if (errors.length > 0) {
    details.append(line('note', 'Records with errors are shown as they last were in order.'));
  }
  for (const { severity, file, line: number, column, message, hint } of rows.slice(0, 30)) {
    const row = line(severity, `${message} ${hint ?? ''}`);
    const place = document.createElement('code');
    place.textContent = `${file}:${number}:${column}`;
    row.prepend(place, ' ');
    details.append(row);
  }
  if (rows.length > 30)
    details.append(line('note', `And ${rows.length - 30} more: see the terminal.`));
  panel.append(details);
  document.body.append(panel);
}

/**
 * @param {string} kind
 * @param {string} text
 */
function line(kind, text) {
  const row = document.createElement('p');
  row.className = kind;
  row.textContent = text;
  return row;
}
