import type { Template } from './template.ts';

/** What a run is asked for. */
export interface BenchOptions {
  readonly points: number;
  /** Of repeated work. */
  readonly runs: number;
  readonly seed: number;
  /** Of the decision tables that are verified. */
  readonly rules: number;
  /** Word files that are imported, a form in each. */
  readonly forms: number;
}

/** What the sections of a run share. */
export interface BenchContext {
  readonly options: BenchOptions;
  readonly template: Template;
  /** Where provinces of other sizes are kept for the next run, if anywhere. */
  readonly folder: string | undefined;
  /** Told what begins. */
  readonly say: (part: string) => void;
}

/** A promise beside what a run measured of it. */
export interface Target {
  readonly name: string;
  readonly measured: number;
  /** Where more is better, what it must be at least. */
  readonly bound: 'at most' | 'at least';
  readonly promised: number;
  readonly unit: 'ms' | '×' | 'MB' | 'forms/s';
}

export interface BenchTable {
  readonly title: string;
  /** The first row is the head. */
  readonly rows: readonly (readonly string[])[];
}

/** How many points a way of doing something gets through in a second. */
export interface SpeedRow {
  readonly name: string;
  readonly pointsPerSecond: number;
}

/** How long a page takes, as `npm run bench -- --json` says it. */
export interface PageRow {
  readonly name: string;
  /** How many people looked at once. */
  readonly users: number;
  /** Whether rules came into force meanwhile. */
  readonly isActivating: boolean;
  readonly visits: number;
  readonly p50ms: number;
  readonly p95ms: number;
  readonly p99ms: number;
}

/** What one section of a run found; what it has nothing of it leaves empty. */
export interface SectionReport {
  readonly tables: readonly BenchTable[];
  readonly targets: readonly Target[];
  readonly notes: readonly string[];
  readonly rows: readonly SpeedRow[];
  readonly ratios: Readonly<Record<string, number>>;
  /** What the planning page reckons with: milliseconds of the processor, bytes, megabytes, points, as the name says. */
  readonly costs: Readonly<Record<string, number>>;
  readonly pages: readonly PageRow[];
  /** What must not be so, whatever the times: an end state that differs. */
  readonly faults: readonly string[];
}

/** A part of the bench that can be asked for by its name. */
export interface Section {
  readonly name: string;
  run(context: BenchContext): Promise<SectionReport>;
}

export const NOTHING: SectionReport = {
  ...{ tables: [], targets: [], notes: [], rows: [], ratios: {}, costs: {}, pages: [], faults: [] },
};

/** Whether a run kept a promise. */
export function isMet({ measured, bound, promised }: Target): boolean {
  return bound === 'at most' ? measured <= promised : measured >= promised;
}

/** The reports of several sections as one. */
export function together(reports: readonly SectionReport[]): SectionReport {
  return {
    tables: reports.flatMap(({ tables }) => tables),
    targets: reports.flatMap(({ targets }) => targets),
    notes: reports.flatMap(({ notes }) => notes),
    rows: reports.flatMap(({ rows }) => rows),
    ratios: Object.assign({}, ...reports.map(({ ratios }) => ratios)) as SectionReport['ratios'],
    costs: Object.assign({}, ...reports.map(({ costs }) => costs)) as SectionReport['costs'],
    pages: reports.flatMap(({ pages }) => pages),
    faults: reports.flatMap(({ faults }) => faults),
  };
}
