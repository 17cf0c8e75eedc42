import { expect } from 'chai';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import { signedInAgent, testApp, type Agent, type TestApp } from '../support/http.ts';
import { idNamed, sendOffice } from '../support/office-form.ts';
import { aReadFile } from '../support/read-file.ts';

const UNIT = '对外贸易处';
const FUNDS = '外贸扶持资金岗';
const GENERAL = '外贸综合岗';
const risks = [{ text: '兑现时拖延刁难企业。', probability: 'small', harm: 'limited' }] as const;

describe('a spelling that the office dropped', () => {
  let running: TestApp;
  let office: Agent;
  beforeEach(async () => {
    running = await testApp();
    await file('吴启航', FUNDS);
    office = await signedInAgent(running.app, 'office');
  });
  afterEach(() => running.end());

  async function file(name: string, post: string, year = 2021): Promise<void> {
    const read = aReadFile([{ unit: UNIT, duties: '负责外贸。', risks, name, post }], '自查表.docx');
    const files = [{ read, digest: `${name}${post}${String(year)}` }];
    const request = { files, year, bureau: '市商务局', dryRun: false, mayCreate: true };
    expect((await running.imports.import(request, COMMAND_LINE)).written).to.equal(true);
  }

  const pageOf = async (name: string): Promise<string> =>
    `/organisation/persons/${String(await idNamed(running, 'person', name))}`;

  async function rename(from: string, to: string): Promise<void> {
    const page = await pageOf(from);
    expect((await sendOffice(office, page, page, { name: to })).status).to.equal(303);
  }

  async function merge(gone: string, kept: string): Promise<void> {
    const [page, other] = [await pageOf(kept), await idNamed(running, 'person', gone)];
    const preview = await office.get(`${page}/merge?with=${String(other)}`);
    expect((await sendOffice(office, '', `${page}/merge`, { with: other }, preview)).status).to.equal(303);
  }

  /** Who is on record, each with the posts they hold. */
  async function people(): Promise<readonly string[]> {
    const rows = await running.database
      .read('person')
      .join('holding', 'holding.person_id', 'person.id')
      .join('post', 'post.id', 'holding.post_id')
      .orderBy(['person.id', 'post.id'])
      .select<{ person: string; post: string }[]>({ person: 'person.name', post: 'post.name' });
    return rows.map(({ person, post }) => `${person} ${post}`);
  }

  it('by a merger still means the person who stayed, in posts held and in new ones', async () => {
    await file('吴起航', GENERAL);
    await merge('吴起航', '吴启航');
    await file('吴 起航', GENERAL, 2022);
    await file('吴起航', FUNDS, 2022);
    await file('吴起航', '外贸统计岗', 2022);
    expect(await people()).to.deep.equal([`吴启航 ${FUNDS}`, `吴启航 ${GENERAL}`, '吴启航 外贸统计岗']);
  });

  it('by a new name means the same person, also after a second change and a merger', async () => {
    await rename('吴启航', '吴启杭');
    await rename('吴启杭', '吴起杭');
    await file('吴起行', GENERAL);
    await merge('吴起杭', '吴起行');
    for (const name of ['吴启航', '吴启杭', '吴起杭']) await file(name, FUNDS, 2022);
    expect(await people()).to.deep.equal([`吴起行 ${FUNDS}`, `吴起行 ${GENERAL}`]);
    expect((await office.get(await pageOf('吴起行'))).text).to.include(
      '写成“吴启航、吴启杭、吴起杭”的，也认作本人',
    );
  });

  it('means nobody else again once the name is given back', async () => {
    await rename('吴启航', '吴启杭');
    await rename('吴启杭', '吴启航');
    await file('吴启航', FUNDS, 2022);
    expect(await people()).to.deep.equal([`吴启航 ${FUNDS}`]);
    expect(await running.database.read('person_spelling').pluck('name')).to.deep.equal(['吴启杭']);
  });

  it('gives way to somebody of the unit who really bears that name', async () => {
    await rename('吴启航', '吴启杭');
    await file('钱某', GENERAL);
    await rename('钱某', '吴启航');
    await file('吴启航', '外贸统计岗');
    expect(await people())
      .to.include('吴启航 外贸统计岗')
      .and.include(`吴启杭 ${FUNDS}`);
  });

  it('says nothing about another unit', async () => {
    await rename('吴启航', '吴启杭');
    const read = aReadFile([{ unit: '办公室', risks, name: '吴启航', post: '文秘岗' }], '自查表.docx');
    const request = {
      files: [{ read, digest: 'x' }],
      year: 2021,
      bureau: '市商务局',
      dryRun: false,
      mayCreate: true,
    };
    await running.imports.import(request, COMMAND_LINE);
    expect(await people()).to.deep.equal([`吴启杭 ${FUNDS}`, '吴启航 文秘岗']);
  });
});
