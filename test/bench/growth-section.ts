import { activationBench } from './activation-bench.ts';
import { changedCell, everyCellChanged, newThreshold } from './bench-rulebooks.ts';
import { count } from './cells.ts';
import { growthExponent } from './measurement.ts';
import { NOTHING, type Section } from './section.ts';
import { onCopy, provinceTemplate } from './template.ts';

const SHARES = [0.01, 0.1, 1];
const CHANGES = [
  ['one cell of the matrix', () => changedCell(0)],
  ['every cell of the matrix', everyCellChanged],
  ['a new threshold', newThreshold],
] as const;

/** How the time of a change of rules grows with the province: its exponent, 1 where it is twice for twice the points. */
export const growthSection: Section = {
  name: 'growth',
  async run({ options, say, folder }) {
    const sizes = SHARES.map((share) => Math.max(Math.round(options.points * share), 1));
    const times = CHANGES.map((): number[] => []);
    for (const points of sizes) {
      say(`growth: ${count(points)} points`);
      const template = await provinceTemplate({ points, seed: options.seed }, folder);
      for (const [index, [, rulebook]] of CHANGES.entries()) {
        const { milliseconds } = await onCopy(template, (desk) => activationBench(desk, rulebook()));
        times[index]?.push(milliseconds);
      }
    }
    const exponents = times.map((some) => growthExponent(sizes, some));
    const rows = CHANGES.map(([name], index) => [
      ...[`after ${name}`, ...(times[index] ?? []).map(count)],
      (exponents[index] ?? 0).toFixed(2),
    ]);
    return {
      ...NOTHING,
      tables: [
        {
          title: 'How regrading grows, in milliseconds until in force',
          rows: [['', ...sizes.map((size) => `${count(size)} points`), 'exponent'], ...rows],
        },
      ],
      ratios: Object.fromEntries(
        CHANGES.map(([name], index) => [`growth exponent, ${name}`, exponents[index] ?? 0]),
      ),
    };
  },
};
