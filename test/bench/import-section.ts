import { execFile, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchForms } from './bench-forms.ts';
import { count } from './cells.ts';
import { timed } from './measurement.ts';
import { NOTHING, type Section } from './section.ts';

const PROGRAM = fileURLToPath(new URL('../../src/qinglian.mjs', import.meta.url));
const PROMISED = 200;
const LOOKS_EACH = 200;
const MOST_OUTPUT = 2 ** 30;

/** Word files brought into an empty database as people do it, by the command line: starting, reading and writing. */
export const importSection: Section = {
  name: 'import',
  async run({ options: { forms, seed }, template, say }) {
    say(`${count(forms)} Word files are made`);
    const files = await benchForms(dirname(template.file), forms, seed);
    say('import');
    const { milliseconds, megabytes, created } = await importOf(files);
    const speed = (forms * 1000) / milliseconds;
    const cells = [count(forms), count(milliseconds), count(speed), megabytes === 0 ? '–' : count(megabytes)];
    const name = 'importing Word files by the command line';
    return {
      ...NOTHING,
      tables: [
        {
          title: 'Import of Word files into an empty database',
          rows: [
            ['', 'forms', 'ms', 'forms/s', 'peak MB of the process that writes'],
            [name, ...cells],
          ],
        },
      ],
      targets: [{ name, measured: speed, bound: 'at least', promised: PROMISED, unit: 'forms/s' }],
      costs: { 'import, ms of a form': milliseconds / forms, 'import, MB': megabytes },
      faults: created === forms ? [] : [`of ${count(forms)} forms ${count(created)} were imported`],
    };
  },
};

interface Imported {
  readonly milliseconds: number;
  /** 0 where the system does not tell. */
  readonly megabytes: number;
  readonly created: number;
}

async function importOf(files: readonly string[]): Promise<Imported> {
  const folder = mkdtempSync(join(tmpdir(), 'qinglian-bench-'));
  const options = ['--year', '2021', '--bureau', '甲局', '--json', '--database', join(folder, 'new.sqlite')];
  try {
    const output: string[] = [];
    let megabytes = 0;
    const milliseconds = await timed(async () => {
      const words = [PROGRAM, 'import', ...files, ...options];
      const child = execFile(process.execPath, words, { maxBuffer: MOST_OUTPUT });
      child.stdout?.on('data', (chunk: string) => output.push(chunk));
      const looks = setInterval(() => (megabytes = Math.max(megabytes, peakOf(child))), LOOKS_EACH);
      await once(child, 'close');
      clearInterval(looks);
    });
    const { created } = JSON.parse(output.join('')) as { readonly created: number };
    return { milliseconds, megabytes, created };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The most memory that a process had so far, as Linux keeps it. */
function peakOf({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/VmHWM:\s*(\d+) kB/u.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
