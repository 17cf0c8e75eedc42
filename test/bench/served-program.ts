import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../src/qinglian.mjs', import.meta.url));

/** The program in a process of its own, serving a database as an installation does. */
export interface ServedProgram {
  readonly address: string;
  /** Milliseconds from the command until it answers. */
  readonly startUp: number;
  /** Bytes that are resident, now and at most until now; 0 where the system does not say. */
  memory(): { readonly now: number; readonly most: number };
  stop(): Promise<void>;
}

/** Starts a server that does no jobs, on a free port. */
export async function servedProgram(file: string): Promise<ServedProgram> {
  const started = performance.now();
  const child = begun(['serve', '--no-jobs', '--port', '0', '--database', file]);
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => {
      reject(new Error('the server ended before it answered'));
    });
    child.stderr?.on('data', (line: Buffer) => {
      const [, found] = /"address":"(http:[^"]*:\d+)"/u.exec(line.toString()) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  return {
    address,
    startUp: performance.now() - started,
    memory: () => ({ now: memoryOf(child, 'VmRSS'), most: memoryOf(child, 'VmHWM') }),
    stop: () => ended(child),
  };
}

/** Starts a worker on a database; what it returns stops it. */
export function workingProgram(file: string): () => Promise<void> {
  const child = begun(['work', '--database', file]);
  child.stderr?.resume();
  return () => ended(child);
}

function begun(words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

function memoryOf({ pid }: ChildProcess, line: 'VmRSS' | 'VmHWM'): number {
  if (process.platform !== 'linux') return 0;
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  const [, kilobytes = '0'] = new RegExp(`^${line}:\\s+(\\d+) kB`, 'mu').exec(status) ?? [];
  return Number(kilobytes) * 1024;
}
