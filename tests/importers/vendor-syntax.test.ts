import { expect, it } from 'vitest';
import { ImportReport } from '#importers/import-report.ts';
import { linedText } from '#importers/lined-text.ts';
import { plainOfVendor, withoutVendorSyntax } from '#importers/vendor-syntax.ts';

it.each([
  [
    'Click **[!UICONTROL Save]** in the [!DNL Claims Portal].',
    'Click **Save** in the Claims Portal.',
  ],
  ['[!UICONTROL A [!DNL B] `c`]', 'A B `c`'],
  ['[[!DNL Portal]](a.md)', '[Portal](a.md)'],
  ['>[!NOTE]\n>\n>Text', '>**Note**\n>\n>Text'],
  ['  > [!MORELIKETHIS] see', '  > **More like this** see'],
  ['>[!VIDEO](https://v.example/1)', '>[Video](https://v.example/1)'],
  ['[!BADGE Beta]{type=Informative}', 'Beta'],
  ['## A title {#a-title}', '## A title'],
  ['![a](b.png){width="300" zoomable="yes"} {x=1}', '![a](b.png) {x=1}'],
  ['+++**Why?**\n\nBecause.\n\n+++', '**Why?**\n\nBecause.\n\n'],
  ['+++ b/file.c\n-a', '+++ b/file.c\n-a'],
  ['`[!DNL a]` [!DNL b] `c\ue000`\ue000', '`[!DNL a]` b `c\ue000`\ue000'],
  ['    [!DNL code]\n\n[!DNL text]', '    [!DNL code]\n\ntext'],
  ['```\n>[!NOTE]\n## x {#y}\n```', '```\n>[!NOTE]\n## x {#y}\n```'],
])('%j', (written, text) => {
  expect(withoutVendorSyntax(linedText(written, 1), 'a.md', new ImportReport()).body.text).toBe(
    text,
  );
});

it('reports what it does not know, and what it leaves out, with the line', () => {
  const report = new ImportReport();
  const text = '[!NEW thing]\n{{< figure "a" >}}\n:::tip\n\n![a](b){.big}\n`{{< code >}}`\n';
  withoutVendorSyntax(linedText(text, 5), 'a.md', report);
  expect(report.notCarried.map(({ line, what }) => `${String(line)} ${what}`)).toEqual([
    '5 [!NEW thing]',
    '6 {{< figure "a" >}}',
    '7 :::tip',
    '9 {.big}',
  ]);
});

it('remembers the ids of headings by their line', () => {
  const text = '# A {#a}\n\ntext\n\n### B {#b-2}\n';
  const { headingIds } = withoutVendorSyntax(linedText(text, 3), 'a.md', new ImportReport());
  expect([...headingIds]).toEqual([
    [3, 'a'],
    [7, 'b-2'],
  ]);
});

it('makes a title plain', () => {
  expect(plainOfVendor('The [!UICONTROL Save] of [!DNL X]')).toBe('The Save of X');
});
