import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import { GradingService } from '../../src/grading/grading-service.ts';
import { readInputFiles } from '../../src/intake/read-files-service.ts';
import { readScalesOf } from '../../src/intake/read-scales-service.ts';
import type { JobKind } from '../../src/platform/job.ts';
import { JobRunner } from '../../src/platform/job-runner.ts';
import type { Services } from '../../src/services.ts';
import { jobKinds } from '../../src/worker.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { MINUTE } from '../support/test-clock.ts';

const FILES = 11;
const REQUEST = { year: 2021, bureau: '市商务局', mayCreate: true };

describe('an import that is queued', function () {
  this.timeout(60_000);
  let folder: string;
  let bureau: TestApp;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'qinglian-test-'));
    bureau = await testApp();
  });
  afterEach(async () => {
    await bureau.end();
    rmSync(folder, { recursive: true });
  });

  /** Files of one form each, the last with what is given beside. */
  function files(last: object = {}): readonly string[] {
    return Array.from({ length: FILES }, (_, index) => {
      const form = {
        ...{ kind: 'annex1', unit: '对外贸易处', name: `人员${String(index)}`, post: `岗位${String(index)}` },
        ...{ duties: '负责采购。', filledOn: '2021-04-22' },
        risks: [
          { text: `采购事项${String(index)}化整为零。`, measure: '统一编制计划。', probability: '较高' },
        ],
        ...(index === FILES - 1 ? last : {}),
      };
      const path = join(folder, `${String(index)}.json`);
      writeFileSync(path, JSON.stringify({ forms: [form] }));
      return path;
    });
  }

  function kindsOf(desk: Services): readonly JobKind[] {
    const parts = { ...desk, grading: new GradingService(desk.rulebooks) };
    return jobKinds(parts, { points: 100, cases: 100 }, { ofPart: 4, atOnce: 3 });
  }

  async function stateOf({ database: { read } }: Services): Promise<unknown> {
    return {
      points: await read('risk_point_revision').orderBy('text').select('text'),
      forms: await read('form').count({ forms: '*' }),
      posts: await read('post').orderBy('name').select('name'),
      files: await read('import_file').orderBy('name').select('name', 'digest', 'format'),
      grades: await read('rollup_grade').orderBy(['unit_id', 'grade', 'state']),
    };
  }

  it('ends as one that is done at once, read in parts, and leaves no file behind', async () => {
    const paths = files();
    const other = await testApp();
    const inputs = await readInputFiles(paths, await readScalesOf(other, null));
    await other.imports.import({ ...REQUEST, files: inputs, dryRun: false }, COMMAND_LINE);
    const id = await bureau.importQueue.enqueue(paths, REQUEST, 'command-line');
    await new JobRunner({ ...bureau, kinds: kindsOf(bureau) }).runWaiting();
    expect(await bureau.importQueue.find(id)).to.include({ state: 'done', done: FILES, total: FILES });
    expect((await bureau.importQueue.find(id))?.result).to.include({ written: true, created: FILES });
    const [parts, kept] = [
      bureau.database.read('job').where({ part_of: id }),
      bureau.database.read('queued_file'),
    ];
    expect(await parts).to.have.length(3);
    expect(await kept).to.deep.equal([]);
    const [here, there] = [await stateOf(bureau), await stateOf(other)];
    await other.end();
    expect(here).to.deep.equal(there);
  });

  it('writes nothing when a file has an error, and says which', async () => {
    const before = await stateOf(bureau);
    const id = await bureau.importQueue.enqueue(files({ risks: [{ text: ' ' }] }), REQUEST, 'command-line');
    await bureau.jobRunner.runWaiting();
    const found = await bureau.importQueue.find(id);
    expect(found?.state).to.equal('done');
    expect(found?.result?.written).to.equal(false);
    expect(found?.result?.files.map(({ file }) => file)).to.deep.equal([`${String(FILES - 1)}.json`]);
    expect(await stateOf(bureau)).to.deep.equal(before);
  });

  it('is filed once, wherever workers were cut off', async () => {
    const id = await bureau.importQueue.enqueue(files(), REQUEST, 'command-line');
    let [steps, cut] = [0, 0];
    const failing = kindsOf(bureau).map((kind): JobKind => {
      const { turn } = kind;
      return {
        ...{ kind: kind.kind, prepare: async (job) => kind.prepare?.(job) },
        ...(turn === undefined ? {} : { turn }),
        step: async (transaction, job, prepared) => {
          const progress = await kind.step(transaction, job, prepared);
          steps += 1;
          if (steps % 2 === 1) return progress;
          cut += 1;
          throw new Error('cut off');
        },
      };
    });
    while ((await bureau.importQueue.find(id))?.state !== 'done') {
      await new JobRunner({ ...bureau, kinds: failing }).runWaiting();
      bureau.clock.pass(2 * MINUTE);
    }
    expect(cut).to.be.above(4);
    expect(await bureau.database.read('form')).to.have.length(FILES);
    expect(await bureau.database.read('import_batch')).to.have.length(1);
    expect(await bureau.audit.verify()).to.include({ ok: true });
  });

  it('keeps no file once a part of it has failed for good', async () => {
    const before = await stateOf(bureau);
    const id = await bureau.importQueue.enqueue(files(), REQUEST, 'command-line');
    const unreadable = kindsOf(bureau).map((kind) =>
      kind.turn === 'own'
        ? Object.assign(kind, { prepare: () => Promise.reject(new Error('the disk is broken')) })
        : kind,
    );
    const runner = new JobRunner({ ...bureau, kinds: unreadable });
    while ((await bureau.importQueue.find(id))?.state !== 'failed') {
      await runner.runWaiting();
      bureau.clock.pass(2 * MINUTE);
    }
    expect(await bureau.database.read('queued_file')).to.deep.equal([]);
    expect(await stateOf(bureau)).to.deep.equal(before);
  });

  it('is refused at once when it does not say which bureau of several', async () => {
    await bureau.database.transaction(async (transaction) => {
      await transaction('org_unit').insert({
        parent_id: null,
        kind: 'bureau',
        name: '另一局',
        path: '/900/',
      });
    });
    const asked = bureau.importQueue.enqueue(files(), { ...REQUEST, bureau: null }, 'command-line');
    const failure: unknown = await asked.catch((error: unknown) => error);
    expect(failure).to.include({ code: 'several-bureaus' });
    expect(await bureau.database.read('job')).to.deep.equal([]);
  });
});
