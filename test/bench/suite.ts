import { exportSection } from './export-section.ts';
import { growthSection } from './growth-section.ts';
import { importSection } from './import-section.ts';
import { pagesSection } from './pages-section.ts';
import { regradeSection } from './regrade-section.ts';
import { together, type BenchOptions, type Section, type SectionReport } from './section.ts';
import { provinceTemplate } from './template.ts';
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

export interface BenchResult extends BenchOptions {
  readonly sections: readonly string[];
  /** Milliseconds of filing, with every trigger, and of grading; `null` where the province was there already. */
  readonly filing: number | null;
  readonly bytes: number;
  readonly report: SectionReport;
}

/**
 * Measures sections on one generated province.
 * @param say told what begins
 * @param folder where generated provinces are kept for the next run; without one they go with the process
 */
export async function runBench(
  options: BenchOptions,
  sections: readonly Section[],
  say: (part: string) => void,
  folder?: string,
): Promise<BenchResult> {
  say(`${String(options.points)} points are filed`);
  const template = await provinceTemplate(options, folder);
  const reports: SectionReport[] = [];
  for (const section of sections) reports.push(await section.run({ options, template, say, folder }));
  return {
    ...options,
    sections: sections.map(({ name }) => name),
    filing: template.filing,
    bytes: template.bytes,
    report: together(reports),
  };
}
