import { expect } from 'chai';
import type { Actor } from '../../src/audit/audit-entry.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { OperationalError } from '../../src/platform/errors.ts';
import { testApp, type TestApp } from '../support/http.ts';

describe('a draft of a rulebook', () => {
  let app: TestApp;
  let actor: Actor;
  let bureauId: number;
  let versionId: number;
  let id: number;
  before(async () => {
    app = await testApp();
    const { read } = app.database;
    const account = await read('account').where({ username: 'discipline-team' }).first<{ id: number }>('id');
    actor = { accountId: account.id, name: '李纪检' };
    bureauId = (await read('org_unit').where({ kind: 'bureau' }).first<{ id: number }>('id')).id;
    versionId = (await app.rulebooks.inForce('grading', '/1/')).id;
    id = await app.rulebookDrafts.create(versionId, bureauId, EVERYWHERE, actor);
  });
  after(() => app.end());

  const refused = async (work: Promise<unknown>): Promise<string> => {
    const failure: unknown = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(failure instanceof OperationalError)) throw new Error('nothing was refused');
    return failure.code;
  };
  const saving = (text: string, guard: number): ReturnType<TestApp['rulebookDrafts']['save']> =>
    app.rulebookDrafts.save(id, { text, guard }, EVERYWHERE, actor);

  it('begins with the text of the version it is based on', async () => {
    const draft = await app.rulebookDrafts.find(id, EVERYWHERE);
    expect(draft).to.deep.include({ kind: 'grading', name: 'notice-2021', guard: 1, savedBy: '李纪检' });
    expect(draft.basedOn).to.deep.equal({ versionId, name: 'notice-2021', version: 'shipped' });
    expect(JSON.parse(draft.text)).to.deep.equal((await app.rulebooks.inForce('grading', '/1/')).body);
  });

  it('is the only one of its bureau and rulebook', async () => {
    const again = app.rulebookDrafts.create(versionId, bureauId, EVERYWHERE, actor);
    expect(await refused(again)).to.equal('draft-open');
  });

  it('belongs to a bureau in reach, and is not there for anybody else', async () => {
    const elsewhere = { unitPaths: ['/9/'] };
    const division = await app.database.read('org_unit').where({ kind: 'division' }).first<{ id: number }>();
    expect(await app.rulebookDrafts.list(elsewhere)).to.deep.equal([]);
    expect(await app.rulebookDrafts.list(EVERYWHERE)).to.have.lengthOf(1);
    for (const work of [
      app.rulebookDrafts.find(id, elsewhere),
      app.rulebookDrafts.create(versionId, bureauId, elsewhere, actor),
      app.rulebookDrafts.create(versionId, division.id, EVERYWHERE, actor),
      app.rulebookDrafts.create(999, bureauId, EVERYWHERE, actor),
      app.rulebookDrafts.save(id, { text: '{}', guard: 1 }, elsewhere, actor),
      app.rulebookDrafts.discard(id, 1, elsewhere, actor),
    ]) {
      expect(await refused(work)).to.equal('no-draft');
    }
  });

  for (const [what, text, code] of [
    ['a list', '[]', 'draft-not-object'],
    ['nothing', '', 'draft-not-json'],
    ['a broken text', '{"kind": "grading",\n', 'draft-not-json'],
    ['a key given twice', '{"name": "notice-2021", "name": "b"}', 'draft-not-json'],
    ['a thousand brackets', `{"base":${'['.repeat(1000)}${']'.repeat(1000)}}`, 'draft-not-json'],
    ['more than a megabyte', JSON.stringify({ description: '长'.repeat(400_000) }), 'draft-too-long'],
    ['another rulebook', '{"kind":"grading","name":"five-by-five"}', 'draft-other-rulebook'],
    ['another kind', '{"kind":"domain","name":"notice-2021"}', 'draft-other-rulebook'],
  ] as const) {
    it(`refuses ${what}`, async () => {
      expect(await refused(saving(text, 1))).to.equal(code);
    });
  }

  it('keeps an unsound text, and answers a save that goes on from an older one with both', async () => {
    expect(await saving('{"base": 7}', 1)).to.deep.equal({ kind: 'saved', guard: 2 });
    const late = await saving('{"base": 8}', 1);
    expect(late.kind === 'conflict' && late.theirs.text).to.equal('{"base": 7}');
    expect(await saving('{"base": 7}', 2)).to.deep.equal({ kind: 'saved', guard: 2 });
  });

  it('takes the text that it keeps already, though the save goes on from an older one', async () => {
    expect(await saving('{"base": 7}', 1)).to.deep.equal({ kind: 'saved', guard: 2 });
  });

  it('is discarded by whoever saw its latest save, and then open to be begun again', async () => {
    expect(await refused(app.rulebookDrafts.discard(id, 1, EVERYWHERE, actor))).to.equal('draft-changed');
    await app.rulebookDrafts.discard(id, 2, EVERYWHERE, actor);
    expect(await refused(app.rulebookDrafts.find(id, EVERYWHERE))).to.equal('no-draft');
    expect(await app.rulebookDrafts.create(versionId, bureauId, EVERYWHERE, actor)).to.be.a('number');
  });

  it('leaves entries in the trail that hold codes and numbers', async () => {
    const entries = await app.audit.latest(20, ['/']);
    const ours = entries.filter(({ objectType }) => objectType === 'rulebook-draft').reverse();
    expect(
      ours.map(({ action, details }) => [action, details['kind'], details['saves'] ?? null]),
    ).to.deep.equal([
      ['rulebook.draft-created', 'grading', null],
      ['rulebook.draft-saved', 'grading', 1],
      ['rulebook.draft-discarded', 'grading', 2],
      ['rulebook.draft-created', 'grading', null],
    ]);
  });

  it('cannot be overwritten past its guard, whoever writes', async () => {
    const write = app.database.transaction((work) => work('rulebook_draft').update({ text: '{}' }));
    expect(String(await write.catch((thrown: unknown) => thrown))).to.include('goes on from the one before');
  });
});
