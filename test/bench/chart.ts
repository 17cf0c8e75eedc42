import { figureOf } from './report.ts';
import { isMet, type Target } from './section.ts';

const ROW = 34;
const LABEL = 400;
const FULL = 360;
const WIDTH = 910;
const TOP = 46;
/** So many times what is allowed fits on the chart. */
const MOST = 1.5;

/** The promises as bars of an SVG picture, each as a share of what is allowed; where more is better, the other way round. */
export function asChart(targets: readonly Target[], title: string): string {
  const height = TOP + targets.length * ROW + 14;
  const allowed = LABEL + FULL / MOST;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(height)}" role="img" font-family="sans-serif" font-size="13">`,
    `  <title>${title}</title>`,
    `  <rect width="${String(WIDTH)}" height="${String(height)}" fill="#fff" />`,
    `  <text x="12" y="22" font-size="15" fill="#222">${title}</text>`,
    ...targets.flatMap(bar),
    `  <line x1="${String(allowed)}" x2="${String(allowed)}" y1="${String(TOP - 8)}" y2="${String(height - 8)}" stroke="#222" stroke-dasharray="4 3" />`,
    `  <text x="${String(allowed + 4)}" y="${String(TOP - 8)}" fill="#222">allowed</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function bar(target: Target, row: number): readonly string[] {
  const { name, measured, promised, bound, unit } = target;
  const share = bound === 'at most' ? measured / promised : promised / measured;
  const width = ((Math.min(share, MOST) / MOST) * FULL).toFixed(1);
  const y = TOP + row * ROW;
  const middle = String(y + 16);
  const percent = `${String(Math.round(share * 100))} %`;
  const words = `${figureOf(measured, unit)}, ${bound} ${figureOf(promised, unit)} (${percent}), ${isMet(target) ? 'met' : 'missed'}`;
  return [
    `  <text x="${String(LABEL - 10)}" y="${middle}" text-anchor="end" fill="#222">${name}</text>`,
    `  <rect x="${String(LABEL)}" y="${String(y)}" width="${width}" height="22" fill="${isMet(target) ? '#9cc5a1' : '#e0a08a'}" />`,
    `  <text x="${String(LABEL + 6)}" y="${middle}" fill="#222">${words}</text>`,
  ];
}
