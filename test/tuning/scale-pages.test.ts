import { expect } from 'chai';
import type { Response } from 'supertest';
import { draftDesk, type DraftDesk } from '../support/draft-desk.ts';

type Fields = Readonly<Record<string, string>>;

const ADD = { edit: 'add-step', fact: 'harm', at: '3', zh: '特别严重', en: 'disastrous' };
const GRADES = { 'grade/small': '1', 'grade/fairly-high': '1', 'grade/high': '1' };
const MAP = { edit: 'map-scale', fact: 'harm' };

describe('the scales of a draft', () => {
  let desk: DraftDesk;
  let address = '';
  beforeEach(async () => {
    desk = await draftDesk();
    address = `${desk.address}/scales`;
  });
  afterEach(() => desk.app.end());

  const save = (fields: Fields): Promise<Response> => desk.save(address, fields);
  const bench = async (): Promise<string> => (await desk.agent.get(address.replace('/scales', ''))).text;

  it('show every step with its points, the worst first, and link to what can be done', async () => {
    const { status, text } = await desk.agent.get(address);
    expect(status).to.equal(200);
    const names = [...text.matchAll(/id="zh\/harm\/([^"]+)" name=/gu)].map(([, code]) => code);
    expect(names).to.deep.equal(['serious', 'fairly-serious', 'limited']);
    expect(text).to.include('?add=harm&amp;at=3#add').and.not.include('?remove=harm');
    expect(text).to.not.include('map/harm');
  });

  it('ask for the grades of a new column, preset and marked as the neighbour’s', async () => {
    const { text } = await desk.agent.get(`${address}?add=harm&at=3`);
    expect(text).to.include('比“严重”重一档');
    expect(text.split('预填，同“严重”')).to.have.length(4);
    expect(text.split('<option value="1" selected>')).to.have.length(4);
  });

  it('take the step, and say how many points would lose their value until it is mapped', async () => {
    const answer = await save({ ...ADD, ...GRADES });
    expect([answer.status, answer.headers['location']]).to.deep.equal([303, `${address}#harm`]);
    const page = (await desk.agent.get(address)).text;
    expect(page).to.include('66 个风险点的值没有对应');
    expect(page.split('建议（名称相同），尚未保存')).to.have.length(4);
    expect(await bench()).to.include('量表已改：66 个风险点的值在新量表上没有对应');
  });

  it('count every point again as soon as the mapping is saved', async () => {
    await save({ ...ADD, ...GRADES });
    await save({
      ...MAP,
      'map/harm/limited': 'limited',
      'map/harm/fairly-serious': 'fairly-serious',
      'map/harm/serious': 'disastrous',
    });
    expect((await desk.rulebook()).scales.harm.mappings).to.deep.equal({
      'notice-2021-harm': { limited: 'limited', 'fairly-serious': 'fairly-serious', serious: 'disastrous' },
    });
    const page = await bench();
    expect(page).to.not.include('量表已改');
    expect(page).to.include('没有风险点的等级会变');
    expect((await save({ edit: 'unmap-scale', fact: 'harm' })).status).to.equal(303);
    expect(await bench()).to.include('量表已改');
  });

  it('keep all that was typed where a step is refused, with the reason beside its field', async () => {
    const answer = await save({ ...ADD, zh: '', ...GRADES, 'grade/small': '2' });
    expect(answer.status).to.equal(422);
    expect(answer.text)
      .to.include('href="#zh"')
      .and.include('id="zh-why"')
      .and.include('请填写档次的中文名称')
      .and.include('value="disastrous"');
    expect(answer.text).to.match(/<option value="2" selected>/u);
    expect((await desk.rulebook()).scales.harm.steps).to.have.length(3);
  });

  it('keep a mapping that is not whole, and say which old step is open', async () => {
    await save({ ...ADD, ...GRADES });
    const answer = await save({ ...MAP, 'map/harm/limited': 'limited', 'map/harm/serious': 'serious' });
    expect(answer.status).to.equal(422);
    expect(answer.text).to.include('href="#map/harm/fairly-serious"').and.include('请填写对应的档次');
  });

  it('list what names a step before it is removed, and refuse until another step takes its place', async () => {
    await save({ ...ADD, ...GRADES });
    const asked = (await desk.agent.get(`${address}?remove=harm&step=serious`)).text;
    expect(asked)
      .to.include('发生机率')
      .and.include('随之删去的格')
      .and.match(/href="\/rulebooks\/drafts\/\d+#example-\d+"/u)
      .and.include('id="instead"');
    const remove = { edit: 'remove-step', fact: 'harm', step: 'serious' };
    const refused = await save(remove);
    expect([refused.status, refused.text.includes('id="instead-why"')]).to.deep.equal([422, true]);
    expect((await save({ ...remove, instead: 'disastrous' })).status).to.equal(303);
    expect(JSON.stringify((await desk.rulebook()).examples)).to.not.include('"serious"');
  });

  it('show both versions where somebody saved in between, and take the change on top', async () => {
    const { guard } = await desk.draft();
    await save({ edit: 'name-steps', fact: 'harm', 'zh/harm/limited': '轻微', 'en/harm/limited': 'minor' });
    const conflict = await desk.post(address, { guard: String(guard), ...ADD, ...GRADES });
    expect(conflict.status).to.equal(409);
    expect(conflict.text).to.include(`action="${address}"`).and.include('name="zh" value="特别严重"');
    expect((await save({ ...ADD, ...GRADES })).status).to.equal(303);
    expect((await desk.rulebook()).scales.harm.steps.map(({ zh }) => zh)).to.include.members([
      '轻微',
      '特别严重',
    ]);
  });

  it('are refused under their old name when the text changes their steps, with the place and the remedy', async () => {
    const text = (await desk.draft()).text.replaceAll('"fairly-serious"', '"grave"');
    await desk.save(address.replace('/scales', '/json'), { text });
    const page = (await desk.agent.get(address.replace('/scales', '/json'))).text;
    expect(page).to.include('量表“notice-2021-harm”已经按这些档次用过');
  });

  for (const fields of [{ edit: 'add-step', fact: 'domain' }, { edit: 'nonsense', fact: 'harm' }, {}]) {
    it(`refuse a form that asks for ${JSON.stringify(fields)}`, async () => {
      expect((await save(fields)).status).to.equal(422);
    });
  }
});
