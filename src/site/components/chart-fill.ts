import type { Paint } from '#views/internal/charts/chart.ts';

const textured: readonly Paint[] = ['stripes', 'warn', 'bad', 'dots'];

/** The texture of a paint, which is in the page once; the other paints are plain colours of the style sheet. */
export function fillOf(paint: Paint): string | undefined {
  return textured.includes(paint) ? `url(#paint-${paint})` : undefined;
}
