import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../src/platform/database.ts';
import { onFile } from '../support/postgres-copies.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { REFERS_TO_NOTHING } from '../support/database-words.ts';

const CHILD = fileURLToPath(new URL('committing-child.ts', import.meta.url));
const KILLS = 5;
const ROWS_BEFORE_A_KILL = 40;

describe('the database', () => {
  let temporary: TemporaryDatabase;
  beforeEach(async () => {
    temporary = await temporaryDatabase();
  });
  afterEach(() => temporary.end());

  it('rolls back everything when the work fails', async () => {
    const failing = temporary.database.transaction(async (transaction) => {
      await transaction('org_unit').insert({ kind: 'bureau', name: '市商务局', path: '/1/' });
      throw new Error('on purpose');
    });
    await failing.catch(() => undefined);
    expect(await temporary.database.read('org_unit').select()).to.deep.equal([]);
  });

  it('gives readers connections that cannot write', async () => {
    const outcome = await temporary.database
      .read('org_unit')
      .insert({ kind: 'bureau', name: '市商务局', path: '/1/' })
      .then(
        () => 'written',
        (error: unknown) => String(error),
      );
    expect(outcome).to.match(/read-?only/u);
  });

  it('lets pages read what was committed while a long write goes on', async () => {
    const { database } = temporary;
    await database.transaction(async (transaction) => {
      await transaction('org_unit').insert({ kind: 'bureau', name: '市商务局', path: '/1/' });
      expect(await database.read('org_unit').select()).to.deep.equal([]);
    });
    expect(await database.read('org_unit').select()).to.have.lengthOf(1);
  });

  it('makes writers wait for their turn, so that none loses what it read', async () => {
    const { database } = temporary;
    await database.transaction((transaction) =>
      transaction('org_unit').insert({ kind: 'bureau', name: '0', path: '/1/' }),
    );
    const addOne = (): Promise<void> =>
      database.transaction(async (transaction) => {
        const row = await transaction('org_unit').first<{ name: string } | undefined>('name');
        await transaction('org_unit').update({ name: String(Number(row?.name) + 1) });
      });
    await Promise.all(Array.from({ length: 20 }, addOne));
    expect(await database.read('org_unit').pluck('name')).to.deep.equal(['20']);
  });

  onFile('leaves no byte of a deleted text in its file, be it short or longer than a page', async () => {
    const { database, location: file } = temporary;
    const texts = ['擅自扩大密件知悉范围', '违规提供档案查阅'.repeat(2000)];
    await database.schema.schema.createTable('kept', (table) => {
      table.increments('id');
      table.text('words');
    });
    const places = async (): Promise<readonly boolean[]> => {
      await database.schema.raw('PRAGMA wal_checkpoint(TRUNCATE)');
      const bytes = readFileSync(file);
      return texts.map((words) => bytes.includes(words.slice(0, 8)));
    };
    await database.transaction(async (transaction) => {
      for (const words of texts) await transaction('kept').insert({ words });
    });
    expect(await places(), 'before').to.deep.equal([true, true]);
    await database.transaction((transaction) => transaction('kept').delete());
    expect(await places(), 'after').to.deep.equal([false, false]);
  });

  it('refuses a reference to nothing', async () => {
    const outcome = await temporary.database
      .transaction((transaction) => transaction('post').insert({ unit_id: 99, name: '政府采购岗' }))
      .then(
        () => 'written',
        (error: unknown) => String(error),
      );
    expect(outcome).to.match(REFERS_TO_NOTHING);
  });
});

describe('a write that was acknowledged', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qinglian-test-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Lets a child commit for a while, kills it without warning, and returns the last number it acknowledged. */
  function killWhileCommitting(filename: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['--import', 'tsx', CHILD, filename], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let heard = '';
      child.stdout.on('data', (chunk: Buffer) => {
        heard += chunk.toString();
        if (heard.split('\n').length > ROWS_BEFORE_A_KILL) child.kill('SIGKILL');
      });
      child.on('error', reject);
      child.on('close', () => {
        resolve(Number(heard.trimEnd().split('\n').at(-1)));
      });
    });
  }

  it('is still there after the program was killed, however often', async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const filename = join(folder, `${String(kill)}.sqlite`);
      const made = openDatabase(filename);
      await made.schema.schema.createTable('write_turn', (table) => table.increments('id'));
      await made.schema.schema.createTable('acknowledged', (table) => table.integer('number').primary());
      await made.close();
      const acknowledged = await killWhileCommitting(filename);
      const opened = openDatabase(filename);
      const kept = (await opened.read('acknowledged').pluck('number')) as number[];
      await opened.close();
      expect(acknowledged).to.be.greaterThan(0);
      for (let number = 1; number <= acknowledged; number += 1) expect(kept).to.include(number);
    }
  });
});
