import type { Target } from './targets.ts';

const ROW = 34;
const LABEL = 270;
const FULL = 360;
const WIDTH = 780;
const TOP = 46;
/** So many times what is allowed fits on the chart. */
const MOST = 1.5;

/** The promises as bars of an SVG picture, each as a share of the time that is allowed. */
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

function bar({ name, measured, most, isMet }: Target, row: number): readonly string[] {
  const share = measured / most;
  const width = ((Math.min(share, MOST) / MOST) * FULL).toFixed(1);
  const y = TOP + row * ROW;
  const middle = String(y + 16);
  const percent = `${String(Math.round(share * 100))} %`;
  const words = `${Math.round(measured).toLocaleString('en')} of ${most.toLocaleString('en')} ms (${percent}), ${isMet ? 'met' : 'missed'}`;
  return [
    `  <text x="${String(LABEL - 10)}" y="${middle}" text-anchor="end" fill="#222">${name}</text>`,
    `  <rect x="${String(LABEL)}" y="${String(y)}" width="${width}" height="22" fill="${isMet ? '#9cc5a1' : '#e0a08a'}" />`,
    `  <text x="${String(LABEL + 6)}" y="${middle}" fill="#222">${words}</text>`,
  ];
}
