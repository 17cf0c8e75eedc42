import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { textsOf } from '../../src/language/languages.ts';
import { pointExportTable } from '../../src/risk-points/point-export-page.ts';
import type { Services } from '../../src/services.ts';
import { xlsxOf } from '../../src/web/xlsx-export.ts';
import { count } from './cells.ts';
import { taken } from './measurement.ts';
import { NOTHING, type Section } from './section.ts';
import { onCopy } from './template.ts';

const ACTOR = { accountId: null, name: 'command-line' };
const MEGABYTE = 2 ** 20;

/** The list of the largest bureau's points taken away as an .xlsx, whole. */
export const exportSection: Section = {
  name: 'export',
  async run({ template, say }) {
    say('export');
    const { points, bytes, milliseconds, processor, megabytes } = await onCopy(template, exportOf);
    const cells = [points, milliseconds, processor, (points * 1000) / milliseconds, bytes / MEGABYTE];
    return {
      ...NOTHING,
      costs: { 'export, ms of a point': milliseconds / points, 'export, MB': megabytes },
      tables: [
        {
          title: 'The list of points as an .xlsx',
          rows: [
            ['', 'points', 'ms', 'of the processor', 'points/s', 'MB of the file', 'MB that it grew by'],
            ['the largest bureau', ...cells.map(count), count(megabytes)],
          ],
        },
      ],
    };
  },
};

async function exportOf(desk: Services) {
  const before = process.memoryUsage.rss();
  let [points, bytes, peak] = [0, 0, before];
  const time = await taken(async () => {
    const filter = { page: 1 };
    const found = await desk.pointExport.take(filter, EVERYWHERE, 'xlsx', ACTOR);
    points = found.total;
    for await (const chunk of xlsxOf(pointExportTable(found, [], ACTOR.name, textsOf('zh')))) {
      bytes += chunk.length;
      peak = Math.max(peak, process.memoryUsage.rss());
    }
  });
  return { points, bytes, ...time, megabytes: (peak - before) / MEGABYTE };
}
