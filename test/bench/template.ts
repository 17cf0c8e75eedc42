import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../src/platform/log.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { digestOf } from '../../src/rulebooks/digest.ts';
import { activateForAll, insertVersion } from '../../src/rulebooks/rulebook-store.ts';
import { createServices, type Services } from '../../src/services.ts';
import { testApp } from '../support/http.ts';
import { EDITION, fileProvince } from './bench-campaign.ts';
import { ruledBureau } from './bench-rulebooks.ts';
import { timed } from './measurement.ts';

const AT = '2021-04-22T01:00:00.000Z';

/** A generated province in a file of its own, that every measured run starts from a copy of. */
export interface Template {
  readonly file: string;
  readonly points: number;
  readonly seed: number;
  /** Milliseconds of filing, kept beside the file; `null` where nobody kept it. */
  readonly filing: number | null;
  readonly bytes: number;
}

/**
 * The province of these points, filed unless the folder has it from an earlier run.
 * @param folder where it is kept; without one, in a temporary folder that goes with the process
 * @param say told how far filing is
 */
export async function provinceTemplate(
  { points, seed }: { readonly points: number; readonly seed: number },
  folder = passingFolder(),
  say: (part: string) => void = () => undefined,
): Promise<Template> {
  const file = join(folder, `province-${EDITION}-${String(points)}-${String(seed)}.sqlite`);
  const filed = `${file}.filed`;
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    say(`${String(points)} points are filed`);
    const milliseconds = await timed(() => makeTemplate(file, { points, seed }, say));
    writeFileSync(filed, String(milliseconds));
  }
  await migrateFile(file);
  const filing = existsSync(filed) ? Number(readFileSync(filed, 'utf8')) : null;
  return { file, points, seed, filing, bytes: statSync(file).size };
}

/** A province that was kept may be older than the program. */
async function migrateFile(file: string): Promise<void> {
  const database = openDatabase(file);
  await migrate(database);
  await database.close();
}

/** The program's services on a copy of the province, which goes when it ends. */
export async function onCopy<Result>(
  { file }: Template,
  work: (desk: Services, copy: string) => Promise<Result>,
): Promise<Result> {
  const folder = passingFolder();
  const copy = join(folder, 'copy.sqlite');
  copyFileSync(file, copy, constants.COPYFILE_FICLONE);
  const database = openDatabase(copy);
  const services = createServices(database, systemClock('Asia/Shanghai'), createLog('silent'));
  try {
    return await work(services, copy);
  } finally {
    await services.parsing.close();
    await services.judging.close();
    await database.close();
    rmSync(folder, { recursive: true });
  }
}

async function makeTemplate(
  file: string,
  options: { readonly points: number; readonly seed: number },
  say: (part: string) => void,
): Promise<void> {
  const app = await testApp();
  const passing = `${file}.new`;
  try {
    await putInForce(app);
    await fileProvince(app, options, say);
    await app.database.schema.raw('vacuum into ?', [passing]);
    renameSync(passing, file);
  } finally {
    await app.end();
  }
}

/** Lets the bench's rules judge everybody who has none nearer. */
export async function putInForce({ database }: Pick<Services, 'database'>): Promise<void> {
  const rulebook = ruledBureau();
  await database.transaction(async (transaction) => {
    const version = { version: 'bench', digest: digestOf(rulebook), state: 'active', at: AT };
    const id = await insertVersion(transaction, rulebook, version);
    const standing = transaction('rulebook_activation').where({ kind: 'grading' }).whereNull('active_to');
    await standing.update({ active_to: AT });
    await activateForAll(transaction, 'grading', id, AT);
  });
}

const passingFolders = new Set<string>();

/** A folder that goes with the process at the latest, also where somebody interrupts it. */
function passingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qinglian-bench-'));
  if (passingFolders.size === 0) process.once('exit', removePassing);
  passingFolders.add(folder);
  return folder;
}

function removePassing(): void {
  for (const folder of passingFolders) rmSync(folder, { recursive: true, force: true });
}
