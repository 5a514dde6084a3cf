import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { yamlText, type Writable } from '#export/record-text.ts';
import { listFiles } from '#io/list-files.ts';
import { inventoryOf } from '#parse/inventory.ts';
import { parseRecord, type ParsedRecord } from '#parse/record.ts';

/**
 * Writes the records of a knowledge base as a small Hugo site: a page for each record with its
 * fields and its text, and lists of a hundred rows, marked for Pagefind like fixlore's own pages.
 */
export function writeHugoSite(knowledgeBase: string, folder: string): void {
  for (const [path, text] of Object.entries(site)) write(join(folder, path), text);
  const { records } = inventoryOf(listFiles(knowledgeBase, ['incidents', 'kb']));
  for (const { kind, file } of records) {
    const { record } = parseRecord(kind, file, readFileSync(join(knowledgeBase, file)));
    if (!record) throw new Error(`${file} has errors, so the comparison would not be fair`);
    const section = kind === 'incident' ? 'incidents' : 'articles';
    write(join(folder, 'content', section, `${record.id}.md`), hugoPage(record));
  }
}

/** The fields go into a group of their own, where no name means anything to Hugo. */
function hugoPage({ fields, body }: ParsedRecord): string {
  const { title, ...record } = fields as { title: string; opened?: string };
  const header = yamlText({ title, date: record.opened, record: record as Writable });
  return `---\n${header}---\n${body}`;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const page = (main: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{ .Title }}</title>
</head>
<body>
<header><a href="/">Bench</a> <a href="/incidents/">Incidents</a> <a href="/articles/">Articles</a></header>
${main}
</body>
</html>
`;

const site: Record<string, string> = {
  'config.yaml': `baseURL: https://bench.example/
title: Bench
disableKinds: [taxonomy, term, RSS, sitemap]
paginate: 100
markup:
  highlight:
    noClasses: false
`,
  'layouts/_default/single.html': page(`<main data-pagefind-body>
{{ with .Params.record.product }}<i data-pagefind-filter="product">{{ . }}</i>{{ end }}
{{ with .Params.record.status }}<i data-pagefind-filter="status">{{ . }}</i>{{ end }}
<h1>{{ .Title }}</h1>
<ul>{{ range .Params.record.symptoms }}<li>{{ . }}</li>{{ end }}</ul>
<ul>{{ range .Params.record.errors }}<li><code>{{ . }}</code></li>{{ end }}</ul>
<ol>{{ range .Params.record.attempts }}<li><strong>{{ .action }}</strong> {{ .because }}
{{ with .run }}<pre>{{ . }}</pre>{{ end }} {{ .outcome }}, {{ .afterwards }}, {{ .at }}</li>{{ end }}</ol>
<p>{{ .Params.record.cause }}</p>
{{ .Content }}
<dl data-pagefind-ignore>{{ range $name, $value := .Params.record }}<dt>{{ $name }}</dt><dd>{{ $value }}</dd>{{ end }}</dl>
</main>`),
  'layouts/_default/list.html': page(`<main>
<h1>{{ .Title }}</h1>
<ul>{{ range .Paginator.Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.record.product }} {{ .Params.record.status }} {{ .Date.Format "2 January 2006" }}</li>{{ end }}
</ul>
{{ with .Paginator.Prev }}<a href="{{ .URL }}">Previous</a>{{ end }}
{{ with .Paginator.Next }}<a href="{{ .URL }}">Next</a>{{ end }}
</main>`),
};
