import { expect } from 'chai';
import type { Response } from 'supertest';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import { signedInAgent, testApp, type Agent, type TestApp } from '../support/http.ts';
import { idNamed, sendOffice } from '../support/office-form.ts';
import { aReadFile } from '../support/read-file.ts';

const UNIT = '对外贸易处';
const FUNDS = '外贸扶持资金岗';
const risks = [{ text: '兑现时拖延刁难企业。', probability: 'small', harm: 'limited' }] as const;

describe('people that the office keeps', () => {
  let running: TestApp;
  let office: Agent;
  let kept: number;
  let gone: number;
  beforeEach(async () => {
    running = await testApp();
    await file({ name: '吴启航', post: FUNDS });
    await file({ name: '吴起航', post: '外贸综合岗' });
    office = await signedInAgent(running.app, 'office');
    kept = await idNamed(running, 'person', '吴启航');
    gone = await idNamed(running, 'person', '吴起航');
  });
  afterEach(() => running.end());

  async function file(form: { readonly name: string; readonly post: string }): Promise<void> {
    const read = aReadFile([{ unit: UNIT, duties: '负责外贸。', risks, ...form }], '自查表.docx');
    const files = [{ read, digest: `${form.name}${form.post}` }];
    const request = { files, year: 2021, bureau: '市商务局', dryRun: false, mayCreate: true };
    expect((await running.imports.import(request, COMMAND_LINE)).written).to.equal(true);
  }

  const pageOf = (id: number): string => `/organisation/persons/${String(id)}`;
  const rename = (name: string, opened?: Response): Promise<Response> =>
    sendOffice(office, pageOf(kept), pageOf(kept), { name }, opened);
  const compare = (): Promise<Response> => office.get(`${pageOf(kept)}/merge?with=${String(gone)}`);
  const merge = (opened: Response): Promise<Response> =>
    sendOffice(office, '', `${pageOf(kept)}/merge`, { with: gone }, opened);
  const latest = async (): Promise<unknown> => (await running.audit.latest(1, ['/']))[0];

  it('are reached from their post and unit', async () => {
    const post = `/organisation/posts/${String(await idNamed(running, 'post', FUNDS))}`;
    const unit = `/organisation/units/${String(await idNamed(running, 'org_unit', UNIT))}`;
    expect((await office.get(post)).text).to.include(`href="${pageOf(kept)}"`);
    expect((await office.get(unit)).text).to.include(`href="${pageOf(kept)}"`);
  });

  it('are renamed, found by the new name, and leave no name in the trail', async () => {
    expect((await rename('吴 启杭')).status).to.equal(303);
    expect((await office.get(pageOf(kept))).text).to.include('姓名已改为“吴启杭”');
    expect((await office.get('/forms?q=吴启杭')).text).to.include(FUNDS);
    expect(await latest()).to.deep.include({ action: 'person.renamed', objectId: String(kept), details: {} });
  });

  it('are not renamed to nothing, to somebody else of the unit, or on a stale page', async () => {
    expect((await rename(' ')).status).to.equal(422);
    const taken = await rename('吴起航');
    expect([taken.status, taken.text.includes('这个单位已有同名人员')]).to.deep.equal([422, true]);
    const opened = await office.get(pageOf(kept));
    await rename('吴启杭');
    const late = await rename('吴启行', opened);
    expect(late.status).to.equal(409);
    expect(late.text).to.include('别人已经修改过').and.to.include('吴启行').and.to.include('吴启杭');
  });

  it('are offered as one person by their names, and chosen by nobody but the office', async () => {
    const page = await office.get(pageOf(kept));
    expect(page.text).to.include('核对“吴起航”').and.to.include('读音相同');
    const unchosen = await office.get(`${pageOf(kept)}/merge`);
    expect([unchosen.status, unchosen.headers['location']]).to.deep.equal([303, pageOf(kept)]);
  });

  it('are merged after a look at what moves: holdings, forms and the account', async () => {
    await running.database.transaction((transaction) =>
      transaction('account').where({ username: 'post-holder' }).update({ person_id: gone }),
    );
    const preview = await compare();
    for (const words of ['1 个任职', '1 份自查表', '账号改为', '外贸综合岗', FUNDS]) {
      expect(preview.text).to.include(words);
    }
    expect((await merge(preview)).status).to.equal(303);
    expect((await office.get(pageOf(kept))).text)
      .to.include('外贸综合岗')
      .and.to.include(FUNDS);
    expect((await office.get(pageOf(gone))).status).to.equal(404);
    expect((await office.get('/forms?q=吴启航')).text).to.include('外贸综合岗');
    expect(await running.database.read('account').where({ person_id: kept }).pluck('username')).to.deep.equal(
      ['post-holder'],
    );
    const details = { merged: gone, moved: 1, forms: 1, accounts: 1 };
    expect(await latest()).to.deep.include({ action: 'person.merged', objectId: String(kept), details });
  });

  it('are merged without a word of zeros where there is nothing to move', async () => {
    const unit_id = await idNamed(running, 'org_unit', UNIT);
    await running.database.transaction((transaction) =>
      transaction('person').insert({ unit_id, name: '吴启杭' }),
    );
    gone = await idNamed(running, 'person', '吴启杭');
    const preview = await compare();
    expect(preview.text)
      .to.include('只是不再保留这个写法')
      .and.not.match(/0 [个份]/u);
  });

  it('are not merged while both hold one post, have forms of it in one year, or accounts', async () => {
    await file({ name: '吴起航', post: FUNDS });
    for (const [username, person_id] of [
      ['post-holder', gone],
      ['leader-in-charge', kept],
    ] as const) {
      await running.database.transaction((transaction) =>
        transaction('account').where({ username }).update({ person_id }),
      );
    }
    const preview = await compare();
    for (const words of ['两人现在都任', '两人各有一份自查表', '两人各有一个在用的账号']) {
      expect(preview.text).to.include(words);
    }
    expect(preview.text).to.not.include('确认是同一个人，合并');
  });

  it('are not merged by a page that was opened before something changed', async () => {
    const opened = await compare();
    await file({ name: '吴起航', post: FUNDS });
    const late = await merge(opened);
    expect(late.status).to.equal(409);
    expect(late.text).to.include('别人已经修改过').and.to.include('两人现在都任');
    expect(await running.database.read('person').where({ id: gone })).to.have.length(1);
  });

  it('are not merged with themselves', async () => {
    expect((await office.get(`${pageOf(kept)}/merge?with=${String(kept)}`)).status).to.equal(404);
  });
});
