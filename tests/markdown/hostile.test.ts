import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecord } from '#pipeline.ts';
import { incidentText } from '../records.ts';
import { elementsOf, parsedHtml, rendered, visibleText } from './rendered.ts';

/* What comes out of a hostile body, held against a list of what may: this is not the sanitiser's own. */

const elements = new Set(
  'a blockquote br code del em h2 h3 h4 h5 h6 hr img input li ol p pre section span strong sup table tbody td th thead tr ul'.split(
    ' ',
  ),
);

const attributes: Record<string, RegExp> = {
  href: /^(https?:\/\/|mailto:|\/site\/|#(h-|user-content-fn))/,
  src: /^\/site\//,
  id: /^(h-.*|user-content-fn(ref)?-.*|footnote-label)$/,
  className:
    /^(|language-[A-Za-z0-9+#-]{1,30}|tk-[a-z-]+|footnotes|task-list-item|contains-task-list)$/,
  align: /^(left|right|center)$/,
  type: /^checkbox$/,
  tabIndex: /^0$/,
  start: /^\d+$/,
  loading: /^lazy$/,
  ariaDescribedBy: /^footnote-label$/,
  ...Object.fromEntries(
    [
      'alt',
      'title',
      'disabled',
      'checked',
      'ariaLabel',
      'dataFootnotes',
      'dataFootnoteRef',
      'dataFootnoteBackref',
    ].map((name) => [name, /^/]),
  ),
};

/** What is wrong with a piece of HTML, if anything. */
function alarms(html: string): string[] {
  const nodes = JSON.stringify(parsedHtml(html));
  const odd = /"type":"(comment|doctype|raw)"/.exec(nodes);
  return [
    ...(odd ? [String(odd[1])] : []),
    ...elementsOf(html).flatMap(({ tagName, properties }) => [
      ...(elements.has(tagName) ? [] : [`<${tagName}>`]),
      ...Object.entries(properties).flatMap(([name, value]) => {
        const allowed = Object.hasOwn(attributes, name) ? attributes[name]! : /^\b$/;
        return [value].flat().every((one) => allowed.test(String(one)))
          ? []
          : [`${name}=${String(value)}`];
      }),
    ]),
  ];
}

const payloads = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)"',
  '<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x></svg>',
  '<svg><script>alert&lpar;1&rpar;</script></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<form action="javascript:alert(1)"><input type=submit></form>',
  '<form id=a><input name=attributes><input name=parentNode></form>',
  '<body onload=alert(1)><base href="//evil.example/">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<style>@import "//evil.example/x.css";</style>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<template><img src=x onerror=alert(1)></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<textarea><img src=x onerror=alert(1)></textarea>',
  '<title><img src=x onerror=alert(1)></title>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<plaintext>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!-- --!><img src=x onerror=alert(1)> -->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml-stylesheet href="javascript:alert(1)"?>',
  '<details open ontoggle=alert(1)>x</details>',
  '<video><source onerror=alert(1)></video>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<isindex action=javascript:alert(1) type=image>',
  '<p id="location" class="evil" onclick="alert(1)" data-pagefind-ignore hidden>x</p>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '`onerror=alert(1)',
  '</textarea></script></style></title><img src=x onerror=alert(1)>',
  '<a href="https://a.example/" onclick=alert(1)>x</a>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\u003cscript\u003e alert(1) \u003c/script\u003e',
  '<scrip\u0442>',
  '<\u0073cript>alert(1)</script>',
  '<img/src="x"/onerror="alert(1)">',
  '<a\u000bhref="javascript:alert(1)">x</a>',
  '<a xlink:href="javascript:alert(1)">x</a>',
  '<use href="data:image/svg+xml,<svg id=x onload=alert(1)>">',
  '<input autofocus onfocus=alert(1)>',
  '<button formaction=javascript:alert(1)>x</button>',
  '<area href=javascript:alert(1)>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
];

/** A payload in every place that Markdown has for a text or an address. */
const places: Record<string, (payload: string) => string> = {
  'a block': (text) => text,
  'a line': (text) => `before ${text} after`,
  'a heading': (text) => `## ${text}`,
  'a list in a quote': (text) => `> - ${text}`,
  'a cell': (text) => `| a |\n| - |\n| ${text.replaceAll('|', '\\|')} |`,
  'a link text': (text) => `[${text.replaceAll(/[[\]]/g, '\\$&')}](https://a.example)`,
  'a target': (text) => `[a](<${text.replaceAll(/[<>]/g, '\\$&')}>)`,
  'a bare target': (text) => `[a](${encodeURI(text)})`,
  'a title': (text) => `[a](https://a.example "${text.replaceAll('"', '\\"')}")`,
  'an alternative text': (text) => `![${text.replaceAll(/[[\]]/g, '\\$&')}](b.png)`,
  'an image': (text) => `![a](<${text.replaceAll(/[<>]/g, '\\$&')}>)`,
  'a definition': (text) =>
    `[a]\n\n[a]: <${text.replaceAll(/[<>]/g, '\\$&')}> "${text.replaceAll('"', '')}"`,
  'an automatic link': (text) => `<${text}> <https://a.example/${text}>`,
  'the name of a language': (text) => `\`\`\`${text.replaceAll('`', '')}\ncode\n\`\`\``,
  'a piece of code': (text) => `~~~html\n${text}\n~~~\n\n\`\` ${text} \`\``,
  'the name of a footnote': (text) => {
    const name = text.replaceAll(/[\s[\]]/g, '');
    return `a[^${name}]\n\n[^${name}]: b`;
  },
  'a footnote': (text) => `a[^1]\n\n[^1]: ${text}`,
};

describe('nothing live comes out of', () => {
  it.each(Object.entries(places))('%s', async (_, place) => {
    for (const payload of payloads) expect(alarms(await rendered(place(payload)))).toEqual([]);
  });

  it('any text at all', async () => {
    const piece = fc.oneof(
      fc.constantFrom(...payloads),
      fc.constantFrom(...'*_`~[]()!<>#|-+=:&;"\'\\/ \n\t@^{}$%0a'),
      fc.constantFrom(
        '](',
        '![',
        '[^1]',
        '\n\n',
        '\n> ',
        '\n- ',
        '```',
        'javascript:',
        'https://',
        'www.',
        '&#x',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        expect(alarms(await rendered(pieces.join('')))).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
});

it('is a list that notices', () => {
  expect(alarms('<p>fine <a href="https://a.example">a</a></p>')).toEqual([]);
  expect(
    alarms('<script>x</script><p onclick="x"><a href="javascript:x"></a><!-- c --></p>'),
  ).toEqual(['comment', '<script>', 'onClick=x', 'href=javascript:x']);
});

it('loses no word of what was written', async () => {
  const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const payload of payloads.filter((text) => !text.includes('&'))) {
    const text = words(visibleText(await rendered(`before ${payload} after`)));
    expect(text).toEqual(words(`before ${payload} after`));
  }
});

it('checks every body without an exception, and as a build would', async () => {
  const encoder = new TextEncoder();
  const bodies = payloads.flatMap((payload) =>
    Object.values(places).map((place) => place(payload)),
  );
  for (const body of [...bodies, '<foo\\+@bar.example.com>', 'a@b.example www.x.example [']) {
    const bytes = encoder.encode(incidentText({}, body));
    const [check, render] = [
      await readRecord('incident', 'incidents/a.md', bytes, 'check'),
      await readRecord('incident', 'incidents/a.md', bytes, 'render'),
    ];
    expect(check.diagnostics).toEqual(render.diagnostics);
    expect(check.outline?.html).toEqual(render.outline?.html);
  }
});
