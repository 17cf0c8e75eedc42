import { expect } from 'chai';
import type { Response } from 'supertest';
import { draftDesk, type DraftDesk } from '../support/draft-desk.ts';
import type { Agent, TestApp } from '../support/http.ts';

describe('a draft that two people edit', () => {
  let app: TestApp;
  let agent: Agent;
  let address = '';
  let post: DraftDesk['post'];
  let draft: DraftDesk['draft'];
  before(async () => {
    ({ app, agent, address, post, draft } = await draftDesk());
  });
  after(() => app.end());

  const save = async (fields: Record<string, string>): Promise<Response> =>
    post(`${address}/save`, { guard: String((await draft()).guard), ...fields });

  it('takes of a posted matrix only what somebody changed, and so keeps what another changed meanwhile', async () => {
    const shown = {
      edit: 'set-cells',
      ...{ 'seen/small/serious': '1', 'cell/small/serious': '1' },
      ...{ 'seen/small/fairly-serious': '2', 'cell/small/fairly-serious': '2' },
    };
    const { guard } = await draft();
    await save({ ...shown, 'cell/small/fairly-serious': '3' });
    const late = { ...shown, 'cell/small/serious': '2', guard: String(guard) };
    const answer = await post(`${address}/save`, late);
    expect(answer.status).to.equal(409);
    const mine = answer.text.slice(answer.text.indexOf('您的改动（'));
    expect(mine).to.include('矩阵“较小 × 严重”：一级 → 二级').and.not.include('矩阵“较小 × 较为严重”');
    expect(answer.text).to.match(/name="seen\/small\/fairly-serious" value="2"/u);
    expect((await save({ ...shown, 'cell/small/serious': '2' })).status).to.equal(303);
    const bench = (await agent.get(address)).text;
    expect(bench)
      .to.include('name="seen/small/serious" value="2"')
      .and.include('name="seen/small/fairly-serious" value="3"');
  });
});
