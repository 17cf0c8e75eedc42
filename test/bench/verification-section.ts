import { LINE_HEAD, lineRow } from './cells.ts';
import { NOTHING, type Section } from './section.ts';
import { verificationBench } from './verification-bench.ts';

const MOST_MILLISECONDS = 1000;

/** How long it takes to look for gaps, conflicts and idle rules in decision tables. */
export const verificationSection: Section = {
  name: 'verification',
  async run({ options, say }) {
    say('verification');
    const lines = await verificationBench(options);
    const whole = lines.filter(({ isSampled }) => !isSampled);
    const name = `verification of ${String(options.rules)} rules, looked at as a whole (p95)`;
    const measured = Math.max(0, ...whole.map(({ figures }) => figures.p95));
    const rows = lines.map((line) => {
      const size = `${String(options.rules)} rules × ${String(line.facts)} facts`;
      return lineRow(`verify ${size}: ${line.name}${line.isSampled ? ' (sampled)' : ''}`, line, 'every case');
    });
    return {
      ...NOTHING,
      tables: [{ title: 'Verification, in milliseconds', rows: [LINE_HEAD, ...rows] }],
      targets: [{ name, measured, bound: 'at most', promised: MOST_MILLISECONDS, unit: 'ms' }],
      notes: [
        `json-rules-engine was asked about ${String(lines[0]?.rival.sampled ?? 0)} cases of each table; its times for all are extrapolated`,
      ],
    };
  },
};
