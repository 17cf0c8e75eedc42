import { expect } from 'chai';
import type { Response } from 'supertest';
import { draftDesk, type DraftDesk } from '../support/draft-desk.ts';
import type { Agent, TestApp } from '../support/http.ts';
import { matrixOf } from '../support/shipped-rulebooks.ts';

interface Place {
  readonly row: string;
  readonly column: string;
}

const seenOf = ({ row, column }: Place): string => `seen/${row}/${column}`;

const boxes = ({ row, column }: Place, rules: readonly string[]): Record<string, string> =>
  Object.fromEntries(rules.map((rule) => [`why/${row}/${column}/${rule}`, 'yes']));

describe('a draft that two people edit', () => {
  let app: TestApp;
  let agent: Agent;
  let address = '';
  let post: DraftDesk['post'];
  let draft: DraftDesk['draft'];
  let rulebook: DraftDesk['rulebook'];
  before(async () => {
    ({ app, agent, address, post, draft, rulebook } = await draftDesk());
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

  it('takes of the posted names of steps only those that somebody changed', async () => {
    const names = {
      ...{ edit: 'name-steps', fact: 'harm' },
      ...{ 'seen/zh/harm/serious': '严重', 'zh/harm/serious': '严重' },
      ...{ 'seen/en/harm/serious': 'serious', 'en/harm/serious': 'serious' },
      ...{ 'seen/zh/harm/limited': '一般', 'zh/harm/limited': '一般' },
      ...{ 'seen/en/harm/limited': 'limited', 'en/harm/limited': 'limited' },
    };
    const saveScale = async (fields: Record<string, string>): Promise<Response> =>
      post(`${address}/scales`, { guard: String((await draft()).guard), ...fields });
    expect((await saveScale({ ...names, 'zh/harm/serious': '很严重' })).status).to.equal(303);
    expect((await saveScale({ ...names, 'en/harm/limited': 'slight' })).status).to.equal(303);
    const steps = (await rulebook()).scales.harm.steps.map(({ code, zh, en }) => [code, zh, en].join(' '));
    expect(steps).to.include.members(['serious 很严重 serious', 'limited 一般 slight']);
  });

  it('takes of the posted reasons of cells only those that somebody changed', async () => {
    const [one, other] = matrixOf(await rulebook()).cells;
    if (one === undefined || other === undefined) throw new Error('the matrix has no two cells');
    const all = matrixOf(await rulebook()).rules.map(({ name }) => name);
    const shown = { [seenOf(one)]: one.rules.join(' '), [seenOf(other)]: other.rules.join(' ') };
    const saveReasons = async (first: readonly string[], second: readonly string[]): Promise<Response> =>
      post(`${address}/base`, {
        ...{ guard: String((await draft()).guard), edit: 'set-reasons' },
        ...shown,
        ...boxes(one, first),
        ...boxes(other, second),
      });
    expect((await saveReasons(all, other.rules)).status).to.equal(303);
    expect((await saveReasons(one.rules, all)).status).to.equal(303);
    const { cells } = matrixOf(await rulebook());
    expect(cells.slice(0, 2).map(({ rules }) => rules)).to.deep.equal([all, all]);
  });
});
