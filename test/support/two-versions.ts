import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommandResult } from './command.ts';

/** The folder of the program as it is. */
export const THIS_VERSION = fileURLToPath(new URL('../..', import.meta.url));

/** A process that serves. */
export interface ServedProcess {
  readonly address: string;
  /** Asks it to stop; its exit status. */
  stop(): Promise<number | null>;
}

/** What a release may do to the schema while the one before it is still at work. */
const SAMPLE = `import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table org_unit add column sample text');
  await knex.raw("alter table risk_point_assessment add column sample bigint not null default 0");
  await knex.schema.createTable('sample', (table) => {
    table.increments('id');
    table.integer('unit_id').references('org_unit.id');
  });
}

export async function down(): Promise<void> {}
`;

/** A copy of the program with one migration more. */
export function newerVersion(): { readonly folder: string; end(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'qinglian-newer-'));
  for (const part of ['src', 'views', 'rules', 'package.json', 'tsconfig.json']) {
    cpSync(join(THIS_VERSION, part), join(folder, part), { recursive: true });
  }
  for (const part of ['node_modules', 'data']) symlinkSync(join(THIS_VERSION, part), join(folder, part));
  writeFileSync(join(folder, 'src/migrations/9999-sample.ts'), SAMPLE);
  return {
    folder,
    end: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** Runs a command of a version. */
export async function runIn(folder: string, ...words: readonly string[]): Promise<CommandResult> {
  const child = started(folder, words);
  const [output, errors] = [heard(child.stdout), heard(child.stderr)];
  const status = await ended(child);
  return { status, output: output.join(''), errors: errors.join('') };
}

/** Serves a database by a version, on any free port. */
export async function serveIn(folder: string, database: string): Promise<ServedProcess> {
  const child = started(folder, ['serve', '--database', database, '--port', '0']);
  const errors = heard(child.stderr);
  const stopped = ended(child);
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', () => {
      const found = /"address":"(http[^"]+)"/u.exec(errors.join(''))?.[1];
      if (found !== undefined) resolve(found);
    });
    void stopped.then(() => {
      reject(new Error(errors.join('')));
    });
  });
  return {
    address,
    stop: () => {
      child.kill('SIGTERM');
      return stopped;
    },
  };
}

function started(folder: string, words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(folder, 'src/qinglian.mjs'), ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function heard(stream: NodeJS.ReadableStream | null): readonly string[] {
  const chunks: string[] = [];
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  return chunks;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}
