import { loadavg } from 'node:os';
import { exportSection } from './export-section.ts';
import { growthSection } from './growth-section.ts';
import { importSection } from './import-section.ts';
import type { MeasuredSection } from './kept-sections.ts';
import type { Machine } from './machine.ts';
import { timed } from './measurement.ts';
import { pagesSection } from './pages-section.ts';
import { regradeSection } from './regrade-section.ts';
import { type BenchOptions, type Section, type SectionReport } from './section.ts';
import { provinceTemplate, type Template } from './template.ts';
import { verificationSection } from './verification-section.ts';
import { whatIfSection } from './what-if-section.ts';

/** Every part of the bench, in the order in which they run. */
export const SECTIONS: readonly Section[] = [
  regradeSection,
  whatIfSection,
  verificationSection,
  pagesSection,
  growthSection,
  importSection,
  exportSection,
];

/** Who is told how far a run is. */
export interface Listener {
  /** What begins, or how far it is. */
  say(part: string): void;
  sectionBegins(name: string): void;
  /** What a section found, as soon as it is there. */
  sectionEnds(section: MeasuredSection): void;
}

/**
 * Measures sections on one generated province.
 * @param folder where generated provinces are kept for the next run; without one they go with the process
 */
export async function runBench(
  options: BenchOptions,
  sections: readonly Section[],
  {
    machine,
    listener,
    folder,
  }: { readonly machine: Machine; readonly listener: Listener; readonly folder?: string | undefined },
): Promise<Template> {
  const say = (part: string): void => {
    listener.say(part);
  };
  const template = await provinceTemplate(options, folder, say);
  for (const section of sections) {
    listener.sectionBegins(section.name);
    const before = loadavg()[0] ?? 0;
    const reports: SectionReport[] = [];
    const milliseconds = await timed(async () => {
      reports.push(await section.run({ options, template, say, folder }));
    });
    for (const report of reports) {
      listener.sectionEnds({
        ...{ name: section.name, options, machine, report, seconds: milliseconds / 1000 },
        ...{ load: [before, loadavg()[0] ?? 0], at: new Date().toISOString().slice(0, 10) },
      });
    }
  }
  return template;
}
