import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import type { Database } from './database.ts';
import { placeOf } from './database-location.ts';
import type { JobFigures } from './job.ts';
import { pendingMigrations } from './migrate.ts';
import { olderVersionsWorkUntil } from './older-versions.ts';
import { seesGuardedRows } from './row-security.ts';
import { brokenReferences, encodingOf, isWhole, serverVersion } from './server-dialect.ts';

/** What was looked at, and what to say of it. */
export type Finding =
  | { readonly name: 'location'; readonly ok: true; readonly place: string }
  | { readonly name: 'version'; readonly ok: boolean; readonly versions: Versions }
  | { readonly name: 'migrations'; readonly ok: boolean; readonly pending: readonly string[] }
  | { readonly name: 'file'; readonly ok: boolean }
  | { readonly name: 'references'; readonly ok: boolean; readonly broken: number }
  | { readonly name: 'encoding'; readonly ok: boolean; readonly encoding: string }
  | { readonly name: 'row-security'; readonly ok: boolean }
  | { readonly name: 'older-versions'; readonly ok: boolean; readonly until: string | null }
  | {
      readonly name: 'audit';
      readonly ok: boolean;
      readonly entries: number;
      readonly firstBad: number | null;
    }
  | { readonly name: 'jobs'; readonly ok: boolean; readonly jobs: JobFigures }
  | { readonly name: 'disk'; readonly ok: boolean; readonly megabytes: number }
  | { readonly name: 'unknown'; readonly ok: false; readonly what: string; readonly failure: string };

export interface Versions {
  readonly program: string;
  readonly node: string;
  readonly database: string;
}

interface Patient {
  readonly database: Database;
  readonly location: string;
  readonly version: string;
  readonly jobs: () => Promise<JobFigures>;
  readonly audit: () => Promise<{
    readonly ok: boolean;
    readonly entries: number;
    readonly firstBad: number | null;
  }>;
}

const LEAST_MEGABYTES = 1024;
/** Many times what a worker takes to look for jobs. */
const LONGEST_WAIT_SECONDS = 600;
/** Older ones do not take every statement of the program. */
const OLDEST_POSTGRES = 15;
const UTF8 = /^utf-?8$/iu;

/**
 * Looks at an installation and changes nothing: where and what it is, whether its database is whole and kept as the
 * program needs it, whether work gets done, and whether there is room. What cannot be looked at is a finding, too.
 */
export async function examine(patient: Patient): Promise<readonly Finding[]> {
  const { database, location } = patient;
  const ofKind = database.kind === 'postgres' ? onServer(database) : onFile(database);
  const looks: readonly (readonly [what: string, look: () => Promise<Finding>])[] = [
    ['location', () => Promise.resolve({ name: 'location', ok: true, place: placeOf(location) })],
    ['version', () => versionsOf(patient)],
    ['migrations', () => migrationsOf(database)],
    ...ofKind,
    ['audit', async () => ({ name: 'audit', ...(await patient.audit()) })],
    ['jobs', () => jobsOf(patient)],
    // Beside a server, only what people upload lies on this machine.
    ['disk', () => diskAt(database.kind === 'postgres' ? tmpdir() : dirname(location))],
  ];
  const findings: Finding[] = [];
  for (const [what, look] of looks) {
    findings.push(
      await look().catch((failure: unknown) => ({
        name: 'unknown',
        ok: false,
        what,
        failure: wordOf(failure),
      })),
    );
  }
  return findings;
}

type Looks = readonly (readonly [what: string, look: () => Promise<Finding>])[];

function onServer(database: Database): Looks {
  return [
    ['encoding', () => encodingIn(database)],
    ['row-security', async () => ({ name: 'row-security', ok: !(await seesGuardedRows(database.read)) })],
    ['older-versions', () => olderVersionsIn(database)],
  ];
}

function onFile(database: Database): Looks {
  return [
    ['file', async () => ({ name: 'file', ok: await isWhole(database.read) })],
    [
      'references',
      async () => {
        const broken = await brokenReferences(database.read);
        return { name: 'references', ok: broken === 0, broken };
      },
    ],
    ['encoding', () => encodingIn(database)],
  ];
}

async function versionsOf({ database, version }: Patient): Promise<Finding> {
  const server = await serverVersion(database.read);
  const isTooOld = database.kind === 'postgres' && Number(/\d+/u.exec(server)) < OLDEST_POSTGRES;
  const versions = { program: version, node: process.versions.node, database: server };
  return { name: 'version', ok: !isTooOld, versions };
}

async function migrationsOf(database: Database): Promise<Finding> {
  const pending = await pendingMigrations(database);
  return { name: 'migrations', ok: pending.length === 0, pending };
}

async function olderVersionsIn({ read }: Database): Promise<Finding> {
  const until = await olderVersionsWorkUntil(read);
  return { name: 'older-versions', ok: until === null, until };
}

async function encodingIn({ read }: Database): Promise<Finding> {
  const encoding = await encodingOf(read);
  return { name: 'encoding', ok: UTF8.test(encoding), encoding };
}

async function jobsOf(patient: Patient): Promise<Finding> {
  const jobs = await patient.jobs();
  return { name: 'jobs', ok: jobs.failed === 0 && jobs.oldestSeconds < LONGEST_WAIT_SECONDS, jobs };
}

async function diskAt(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const megabytes = Math.floor((bavail * bsize) / 1024 / 1024);
  return { name: 'disk', ok: megabytes >= LEAST_MEGABYTES, megabytes };
}

/** A name or a code alone: messages of databases quote what is in them. */
function wordOf(failure: unknown): string {
  if (!(failure instanceof Error)) return typeof failure;
  return 'code' in failure ? String(failure.code) : failure.name;
}
