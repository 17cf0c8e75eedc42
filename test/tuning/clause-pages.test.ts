import { expect } from 'chai';
import type { Response } from 'supertest';
import { draftDesk, type DraftDesk } from '../support/draft-desk.ts';
import type { Agent, TestApp } from '../support/http.ts';

type Fields = Readonly<Record<string, string>>;

const NEW = {
  edit: 'put-clause',
  replaces: '',
  'reference-zh': '党组会议纪要〔2021〕6 号',
  'reference-en': 'Minutes 2021-6',
  'text-zh': '金额在五十万元以上的，\r\n从严把握。',
  'text-en': 'Strict from 500,000 yuan.',
  code: '',
};

describe('the clauses of a draft', () => {
  let app: TestApp;
  let agent: Agent;
  let address = '';
  let desk: DraftDesk;
  beforeEach(async () => {
    desk = await draftDesk();
    ({ app, agent } = desk);
    address = `${desk.address}/clauses`;
  });
  afterEach(() => app.end());

  const save = (fields: Fields): Promise<Response> => desk.save(address, fields);
  const codes = async (): Promise<readonly string[]> =>
    (await desk.rulebook()).clauses.map(({ code }) => code);

  it('show the words of each and the rules that rest on it, and link to its form', async () => {
    const { status, text } = await agent.get(address);
    const [first] = (await desk.rulebook()).clauses;
    expect(status).to.equal(200);
    expect(text).to.include(first?.text.zh).and.include('依据它的规则：');
    expect(text)
      .to.include(`?edit=${first?.code ?? ''}#clause`)
      .and.not.include('name="reference-zh"');
    const form = await agent.get(`${address}?edit=${first?.code ?? ''}`);
    expect(form.text).to.include(`value="${first?.reference.zh ?? ''}"`);
  });

  it('take a new one, whose code is made of its English reference', async () => {
    const before = await codes();
    const { headers } = await save(NEW);
    expect(headers['location']).to.equal(`${address}#clause-minutes-2021-6`);
    expect(await codes()).to.deep.equal([...before, 'minutes-2021-6']);
    expect((await desk.rulebook()).clauses.at(-1)?.text.zh).to.equal('金额在五十万元以上的，\n从严把握。');
    expect((await agent.get(address)).text).to.include('没有规则依据这一条。');
  });

  it('change an old one, and the rules follow its code', async () => {
    const [first] = await codes();
    const cited = (rulebook: unknown): number =>
      JSON.stringify(rulebook).split('"clause":"minutes-2021-6"').length - 1;
    await save({ ...NEW, replaces: first ?? '' });
    expect(await codes())
      .to.include('minutes-2021-6')
      .and.not.include(first);
    expect(cited(await desk.rulebook())).to.be.greaterThan(0);
    expect((await agent.get(desk.address)).text).to.include('党组会议纪要〔2021〕6 号');
  });

  it('keep what was typed where it is refused, with the reason beside its field', async () => {
    const answer = await save({ ...NEW, 'text-en': '' });
    expect(answer.status).to.equal(422);
    expect(answer.text).to.include('href="#clause-text-en"').and.include('id="clause-text-en-why"');
    expect(answer.text).to.include('value="Minutes 2021-6"');
  });

  it('name all that is wrong at once, each beside its field', async () => {
    const answer = await save({ ...NEW, 'reference-zh': '', 'text-en': '' });
    expect(answer.text).to.include('请填写出处的中文').and.include('请填写原文的英文');
    expect(answer.text).to.include('id="clause-reference-zh-why"').and.include('id="clause-text-en-why"');
  });

  it('lose one that nothing rests on, and no other', async () => {
    await save(NEW);
    const page = (await agent.get(address)).text;
    expect(page.split('value="remove-clause"')).to.have.length(2);
    expect((await save({ edit: 'remove-clause', code: 'minutes-2021-6' })).status).to.equal(303);
    const [first] = await codes();
    const refused = await save({ edit: 'remove-clause', code: first ?? '' });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('还有规则依据这一条');
  });

  it('ask whoever saved second, and lose nothing of theirs', async () => {
    const guard = String((await desk.draft()).guard);
    await save({ ...NEW, 'reference-en': 'Other minutes' });
    const second = await desk.post(address, { ...NEW, guard });
    expect(second.status).to.equal(409);
    expect(second.text).to.include('党组会议纪要〔2021〕6 号').and.include(`action="${address}"`);
  });
});
