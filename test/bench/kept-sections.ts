import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from './machine.ts';
import type { BenchOptions, SectionReport } from './section.ts';

/** What one section found, with all that its figures depend on. */
export interface MeasuredSection {
  readonly name: string;
  readonly options: BenchOptions;
  readonly machine: Machine;
  /** Load averages before and after: others may have been at work. */
  readonly load: readonly [number, number];
  readonly at: string;
  readonly seconds: number;
  readonly report: SectionReport;
}

/** A section that is not in a report, and why. */
export interface LeftOut {
  readonly name: string;
  readonly why: string;
}

/** Sections that may stand in one report, and those that may not. */
export interface Gathered {
  readonly sections: readonly MeasuredSection[];
  readonly leftOut: readonly LeftOut[];
}

type OfProvince = Pick<BenchOptions, 'points' | 'seed'>;

/** Keeps what a section found in place of what it found before. */
export function keepSection(folder: string, section: MeasuredSection): void {
  const file = fileOf(folder, section.options, section.name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(section));
  renameSync(`${file}.new`, file);
}

/** What a section found last about a province, whatever it was measured on; `null` where it never ran to its end. */
export function keptSection(folder: string, province: OfProvince, name: string): MeasuredSection | null {
  const file = fileOf(folder, province, name);
  // Only keepSection writes such files.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as MeasuredSection) : null;
}

/** Of what was found, what was measured on this machine with this program: figures of another one are not mixed in. */
export function gathered(
  names: readonly string[],
  found: (name: string) => MeasuredSection | null,
  machine: Machine,
): Gathered {
  const sections: MeasuredSection[] = [];
  const leftOut: LeftOut[] = [];
  for (const name of names) {
    const section = found(name);
    const why = section === null ? 'was not measured' : differenceOf(section.machine, machine);
    if (section !== null && why === null) sections.push(section);
    else leftOut.push({ name, why: why ?? '' });
  }
  return { sections, leftOut };
}

function differenceOf(one: Machine, other: Machine): string | null {
  if (one.program !== other.program) return `was measured with another program (${one.program})`;
  const isSame = JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
  return isSame ? null : 'was measured on another machine';
}

function fileOf(folder: string, { points, seed }: OfProvince, name: string): string {
  return join(folder, `section-${String(points)}-${String(seed)}-${name}.json`);
}
