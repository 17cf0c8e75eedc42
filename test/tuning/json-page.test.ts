import { expect } from 'chai';
import type { Response } from 'supertest';
import { tokenIn } from '../support/http.ts';
import { draftDesk, type DraftDesk } from '../support/draft-desk.ts';

describe('the text of a draft', () => {
  let desk: DraftDesk;
  before(async () => {
    desk = await draftDesk();
  });
  after(() => desk.app.end());

  async function load(content: string | null): Promise<Response> {
    const token = tokenIn(await desk.agent.get('/account'));
    const sent = desk.agent.post(`${desk.address}/import`).field('_csrf', token);
    const guarded = sent.field('guard', String((await desk.draft()).guard));
    return content === null ? guarded : guarded.attach('file', Buffer.from(content), 'rules.json');
  }

  it('says once in which line a file stops being JSON', async () => {
    const { status, text } = await load('这不是 JSON');
    expect(status).to.equal(422);
    expect(text)
      .to.include('第 1 行不是正确的 JSON')
      .and.not.match(/第 1 行<\/b>/u);
  });

  it('says of no file that nothing was loaded, not that nothing was saved', async () => {
    const { status, text } = await load(null);
    expect(status).to.equal(422);
    expect(text).to.include('文件没有载入').and.include('请选择一个').and.not.include('没有保存');
  });

  it('gives an inversion, which is of the whole rulebook, no line, and a wrong value its own', async () => {
    const guard = async (): Promise<string> => String((await desk.draft()).guard);
    const sound = (await desk.draft()).text;
    await desk.post(`${desk.address}/save`, {
      ...{ guard: await guard(), edit: 'set-cells', 'cell/high/serious': '3' },
    });
    const inverted = (await desk.agent.get(`${desk.address}/json`)).text;
    expect(inverted)
      .to.include('等级反而由一级变轻为三级')
      .and.not.match(/第 1 行/u);
    const wrong = sound.replace('"operator": "equal"', '"operator": "is"');
    await desk.post(`${desk.address}/json`, { guard: await guard(), text: wrong });
    const { text } = await desk.agent.get(`${desk.address}/json`);
    expect(text).to.match(/第 \d+ 行/u);
    expect(text).to.include('改正文字之前不能与现行版本比较').and.not.include('尚无改动');
    await desk.post(`${desk.address}/json`, { guard: await guard(), text: sound });
  });

  it('lists beside what was typed and refused what is wrong with that, not with what is stored', async () => {
    const guard = async (): Promise<string> => String((await desk.draft()).guard);
    const stored = (await desk.draft()).text.replace('"high"', '"no-such-step"');
    await desk.post(`${desk.address}/json`, { guard: await guard(), text: stored });
    expect((await desk.agent.get(`${desk.address}/json`)).text).to.include('处错误');
    const { status, text } = await desk.post(`${desk.address}/json`, { guard: await guard(), text: '{\n"a' });
    expect(status).to.equal(422);
    expect(text.split('<section').at(-1)).to.include('行不是正确的 JSON').and.not.include('no-such-step');
  });
});
