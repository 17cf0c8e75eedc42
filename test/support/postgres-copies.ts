import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDatabase, type Database } from '../../src/platform/database.ts';

/** The server that this run of the tests is to use; none when it is a run on SQLite. */
export const TEST_SERVER = process.env['QINGLIAN_TEST_DATABASE'];

/** For tests of what is SQLite's own among others: its file. */
export function onFile(title: string, body: () => Promise<void>): void {
  // Asked for when a test is made: the bench uses these files, too, and has no tests.
  if (TEST_SERVER === undefined) it(title, body);
}

/**
 * How often a property is tried that makes databases: all the times on SQLite, where its rules are looked at, and a
 * quarter of them on PostgreSQL, where its statements are.
 */
export function rounds(onSqlite: number): number {
  return TEST_SERVER === undefined ? onSqlite : Math.ceil(onSqlite / 4);
}

const templates = new Map<string, Promise<string>>();

/**
 * Makes a database that is filled like every other of that name, and returns its address: as `copyOfTemplate`, on
 * PostgreSQL, which copies a whole database in the same few milliseconds.
 */
export async function postgresCopy(
  server: string,
  name: string,
  fill: (database: Database) => Promise<void>,
): Promise<string> {
  const template = templates.get(name) ?? filled(server, name, fill);
  templates.set(name, template);
  return made(server, `test_${randomUUID()}`, `template "${await template}"`);
}

/** An empty database that only the caller knows: its address. */
export function emptyPostgres(server: string): Promise<string> {
  return made(server, `test_${randomUUID()}`, '');
}

/** Drops a database that nobody uses any more. */
export async function dropPostgres(server: string, url: string): Promise<void> {
  await said(server, `drop database if exists "${new URL(url).pathname.slice(1)}" with (force)`);
}

async function filled(
  server: string,
  name: string,
  fill: (database: Database) => Promise<void>,
): Promise<string> {
  const template = `template_${name}_${randomUUID()}`.slice(0, 60);
  const database = openDatabase(await made(server, template, ''));
  await fill(database);
  // A database that somebody is connected to is not copied.
  await database.close();
  return template;
}

async function made(server: string, name: string, how: string): Promise<string> {
  await said(server, `create database "${name}" ${how}`);
  return new URL(`/${name}`, server).href;
}

/** Two at once are refused a template that is just being copied, so this process makes one after the other. */
let turn: Promise<unknown> = Promise.resolve();

function said(server: string, statement: string): Promise<void> {
  const mine = turn.then(async () => {
    const client = new pg.Client(server);
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  });
  turn = mine.catch(() => undefined);
  return mine;
}
