import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { rounded, type ColumnChart, type Series } from './chart.ts';

export interface ColumnData {
  title: string;
  says: string;
  series: Series[];
  steps: ColumnStep[];
}

/** One step in time: its name in two lines, or in one, and how much there is of each series. */
export interface ColumnStep {
  name: string;
  above: string;
  values: Record<string, number>;
}

const height = 208;
const ceiling = 10;
/** Fewer steps do not become broader columns than these. */
const leastSteps = 12;
const mostLabels = 6;

/** Columns of stacked counts, the first series at the floor. */
export function columnChart({ title, says, series, steps }: ColumnData): ColumnChart {
  const keys = series.map(({ key }) => key);
  const most = Math.max(
    1,
    ...steps.map(({ values }) => keys.reduce((sum, key) => sum + (values[key] ?? 0), 0)),
  );
  const down = scaleLinear([0, most], [height, ceiling]).nice(4);
  const slots = Array.from({ length: Math.max(leastSteps, steps.length) }, (_, index) => index);
  const across = scaleBand(slots, [0, 100]).paddingInner(0.24);
  const width = rounded(across.bandwidth());
  const left = (index: number) => rounded(across(index) ?? 0);
  const layers = stack<ColumnStep>()
    .keys(keys)
    .value(({ values }, key) => values[key] ?? 0)(steps);
  return {
    ...{ kind: 'columns' as const, title, says, series, height, floor: height },
    ticks: down
      .ticks(4)
      .filter(Number.isInteger)
      .map((value) => ({ y: rounded(down(value)), text: String(value) })),
    columns: steps.map(({ name, above, values }, index) => ({
      marks: layers.flatMap((layer, place) => {
        const [from = 0, to = 0] = layer[index] ?? [];
        const one = series[place];
        if (!one || to === from) return [];
        return [
          {
            ...{ x: left(index), width, paint: one.paint },
            ...{ y: rounded(down(to)), height: rounded(down(from) - down(to)) },
            says: `${`${name} ${above}`.trim()}: ${one.name}, ${values[one.key] ?? 0}`,
          },
        ];
      }),
    })),
    labels: labelsOf(steps, left),
  };
}

/** Every second, third … step has a name; what stands below it is told where it changes. */
function labelsOf(steps: readonly ColumnStep[], left: (index: number) => number) {
  const apart = Math.ceil(Math.max(steps.length, 1) / mostLabels);
  const named = steps.flatMap((step, index) => (index % apart === 0 ? [{ step, index }] : []));
  return named.map(({ step, index }, place) => ({
    x: left(index),
    text: step.name,
    below: named[place - 1]?.step.above === step.above ? undefined : step.above,
  }));
}
