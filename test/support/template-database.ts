import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../src/platform/database.ts';

/** Where temporary files lie before any test says that they lie in a folder of its own, which it then removes. */
const FOLDER = tmpdir();

const templates = new Map<string, Promise<string>>();

/**
 * Copies into `folder` a database that `make` has filled, and returns the copy's file. It is filled once in a
 * process, the first time that its name is asked for: a copy takes milliseconds, migrating half a second.
 */
export async function copyOfTemplate(
  name: string,
  make: (database: Database) => Promise<void>,
  folder: string,
): Promise<string> {
  const template = templates.get(name) ?? filled(name, make);
  templates.set(name, template);
  const file = join(folder, 'test.sqlite');
  copyFileSync(await template, file);
  return file;
}

async function filled(name: string, make: (database: Database) => Promise<void>): Promise<string> {
  const folder = mkdtempSync(join(FOLDER, 'qinglian-template-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, `${name}.sqlite`);
  const database = openDatabase(file);
  await make(database);
  // Closing the last connection writes everything into the one file that is copied.
  await database.close();
  return file;
}
