/**
 * As words are compared, their forms aside: in lower case, without apostrophes, and without the marks that
 * people leave out when they type. Where marks make other letters, as in Japanese, Hindi or Thai, they stay.
 */
export function plain(text: string): string {
  const said = text.replaceAll(/['’]/g, '');
  // Most words, and building an index takes millions of them.
  if (/^[\w.-]*$/.test(said)) return said.toLowerCase();
  return said.normalize('NFKD').replaceAll(leftOut, '$<letter>').normalize('NFC').toLowerCase();
}

/** All but the breve of й, which is a letter of its own. */
const leftOut =
  /(?<letter>[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+|(?<=\p{Script=Cyrillic})(?!\u0306)\p{M}/gu;
