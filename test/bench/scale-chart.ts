import { count } from './cells.ts';
import type { ScaleResult } from './scale-report.ts';

const WIDTH = 640;
const HEIGHT = 360;
const LEFT = 40;
const RIGHT = 60;
const TOP = 60;
const BOTTOM = 50;
const CALM = '#2f6f4f';
const KILLED = '#b5482f';

/** Throughput by the number of workers, beside what it were if each added as much as the first. */
export function scaleChart({ name, unit, runs }: ScaleResult): string {
  const calm = runs.filter(({ killed }) => killed === 0);
  const [first] = calm;
  const most = Math.max(1, ...calm.map(({ workers }) => workers));
  const alone = (first?.perSecond ?? 1) / (first?.workers ?? 1);
  const highest = Math.max(alone * most, ...runs.map(({ perSecond }) => perSecond));
  const x = (workers: number): string => (LEFT + (workers / most) * (WIDTH - LEFT - RIGHT)).toFixed(1);
  const y = (speed: number, below = 0): string =>
    (HEIGHT - BOTTOM - (speed / highest) * (HEIGHT - TOP - BOTTOM) + below).toFixed(1);
  const place = (workers: number, speed: number): string => `${x(workers)},${y(speed)}`;
  const title = `${name}: ${unit} per second by the number of workers`;
  const foot = String(HEIGHT - BOTTOM);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" role="img" font-family="sans-serif" font-size="13" fill="#222">`,
    `  <title>${title}</title>`,
    `  <rect width="${String(WIDTH)}" height="${String(HEIGHT)}" fill="#fff" />`,
    `  <text x="12" y="22" font-size="15">${title}</text>`,
    `  <path d="M ${place(0, highest)} V ${foot} H ${String(WIDTH - RIGHT)}" fill="none" stroke="#222" />`,
    `  <path d="M ${place(0, 0)} L ${place(most, alone * most)}" stroke="#999" stroke-dasharray="4 3" />`,
    `  <polyline points="${calm.map((run) => place(run.workers, run.perSecond)).join(' ')}" fill="none" stroke="${CALM}" stroke-width="2" />`,
    ...runs.flatMap(({ workers, killed, perSecond }) => {
      const [color, below] = killed === 0 ? [CALM, -10] : [KILLED, 22];
      const words = `${count(perSecond)}${killed === 0 ? '' : `, ${String(killed)} killed`}`;
      return [
        `  <circle cx="${x(workers)}" cy="${y(perSecond)}" r="4" fill="${color}" />`,
        `  <text x="${x(workers)}" y="${y(perSecond, below)}" text-anchor="middle" fill="${color}">${words}</text>`,
      ];
    }),
    ...calm.map(
      ({ workers }) =>
        `  <text x="${x(workers)}" y="${String(HEIGHT - BOTTOM + 18)}" text-anchor="middle">${String(workers)}</text>`,
    ),
    `  <text x="${String(WIDTH / 2)}" y="${String(HEIGHT - 10)}" text-anchor="middle">workers; dashed: if each added as much as the first</text>`,
    '</svg>',
    '',
  ].join('\n');
}
