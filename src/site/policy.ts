/**
 * The Content-Security-Policy of every page: own files only, nothing inline. Search compiles
 * WebAssembly, which needs its own permission. `sendsTo` are addresses that take what readers send. A
 * packet is saved from a `data:` address: following a link is nothing that a policy restricts.
 */
export function policyFor(sendsTo: readonly (string | undefined)[] = []): string {
  const addresses = sendsTo.filter((one) => one !== undefined && URL.canParse(one));
  const origins = new Set(addresses.map((one) => ` ${new URL(one!).origin}`));
  const taker = [...origins].join('');
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self'",
    `connect-src 'self'${taker}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    `form-action 'self'${taker}`,
  ].join('; ');
}

/**
 * A `_headers` file as Netlify and Cloudflare Pages read it; other hosts can be configured from it.
 * Framing can be forbidden by a header only.
 */
export function headersFile(
  audience: 'public' | 'internal',
  sendsTo: readonly (string | undefined)[] = [],
): string {
  const robots = audience === 'internal' ? ['X-Robots-Tag: noindex, nofollow'] : [];
  const everywhere = [
    `Content-Security-Policy: ${policyFor(sendsTo)}; frame-ancestors 'none'`,
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: same-origin',
    'Cross-Origin-Opener-Policy: same-origin',
    ...robots,
  ];
  const rules = [
    ['/*', everywhere],
    ['/_astro/*', ['Cache-Control: public, max-age=31536000, immutable']],
  ] as const;
  return rules
    .map(([path, lines]) => `${path}\n${lines.map((line) => `  ${line}\n`).join('')}`)
    .join('');
}
