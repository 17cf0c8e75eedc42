/** What was measured, by name, and the size that it was measured at. */
export interface Measured {
  readonly points: number;
  readonly bytes: number;
  readonly costs: Readonly<Record<string, number>>;
}

/** Something of which there is only so much. */
export interface Limit {
  readonly name: string;
  /** A point's share of it; `null` where it was not measured. */
  readonly share: number | null;
  readonly then: string;
}

/** What is taken for granted, none of it measured. */
export const ASSUMED = {
  pointsOfForm: 4,
  /** Of those who hold posts, at the same time. */
  atWork: 0.01,
  secondsOfPage: 30,
  secondsOfWaiting: 5,
  secondsOfActivation: 3600,
  secondsOfNight: 8 * 3600,
  bytesOfDisk: 500 * 2 ** 30,
} as const;

/** The changes of rules that are measured. */
export const CHANGES = ['one cell of the matrix', 'every cell of the matrix', 'a new threshold'] as const;

/** What there is only so much of. */
export function limitsOf(measured: Measured): readonly Limit[] {
  const { points, bytes, costs } = measured;
  const longest = Math.max(
    ...CHANGES.map((change) => costs[`regrading after ${change}, ms of the longest step`] ?? 0),
  );
  const threshold = ofPoint(measured, 'regrading after a new threshold, ms of the processor');
  const pages = costs['pages, most in a second'];
  const form = costs['import, ms of a form'];
  return [
    {
      name: `who saves waits ${String(ASSUMED.secondsOfWaiting)} s while rules come into force`,
      share: longest === 0 ? null : longest / points / (ASSUMED.secondsOfWaiting * 1000),
      then: 'approve rules for when nobody works; give each city or bureau a campaign and rules of its own unit, so that one change concerns fewer points',
    },
    {
      name: 'pages that one server process answers',
      share: pages === undefined ? null : pagesAsked(1) / pages,
      then: 'as many server processes as cores behind the proxy; several machines on one PostgreSQL',
    },
    {
      name: `a new threshold takes ${String(ASSUMED.secondsOfActivation / 60)} min of one worker`,
      share: threshold === null ? null : threshold / 1000 / ASSUMED.secondsOfActivation,
      then: 'several workers on one PostgreSQL; until it ends everybody reads the old grades',
    },
    {
      name: `all forms are imported in ${String(ASSUMED.secondsOfNight / 3600)} hours`,
      share: form === undefined ? null : form / ASSUMED.pointsOfForm / 1000 / ASSUMED.secondsOfNight,
      then: 'more cores for reading files, or several nights: an import that is cut off leaves nothing behind and begins again',
    },
    {
      name: `a disk of ${String(ASSUMED.bytesOfDisk / 2 ** 30)} GB`,
      share: bytes / points / ASSUMED.bytesOfDisk,
      then: 'a larger disk; a PostgreSQL for each province',
    },
  ];
}

/** How many in a second, at the busiest. */
export function pagesAsked(points: number): number {
  return ((points / ASSUMED.pointsOfForm) * ASSUMED.atWork) / ASSUMED.secondsOfPage;
}

/** What a point costs of what all of them did; `null` where it was not measured. */
export function ofPoint({ points, costs }: Measured, name: string): number | null {
  const cost = costs[name];
  return cost === undefined ? null : cost / points;
}
