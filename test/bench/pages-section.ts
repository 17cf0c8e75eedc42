import { count } from './cells.ts';
import { boardsBench, pagesBench } from './pages-bench.ts';
import { pagesReport, type BoardsBySize } from './pages-report.ts';
import type { Section } from './section.ts';
import { onCopy, provinceTemplate } from './template.ts';

const SHARES = [0.01, 0.1, 1];

/** How long pages take a person, many at once, while rules come into force, and in provinces of several sizes. */
export const pagesSection: Section = {
  name: 'pages',
  async run({ options, template, say, folder }) {
    const figures = await onCopy(template, (desk, copy) => pagesBench(desk, copy, options, say));
    const boards: BoardsBySize[number][] = [];
    for (const share of SHARES) {
      const points = Math.max(Math.round(options.points * share), 1);
      say(`boards: ${count(points)} points`);
      const other = await provinceTemplate({ points, seed: options.seed }, folder);
      const visits = await onCopy(other, (desk, copy) => boardsBench(desk, copy, { ...options, points }));
      boards.push({ points, visits });
    }
    return pagesReport(figures, boards);
  },
};
