import { expect } from 'chai';
import type { Response } from 'supertest';
import { draftDesk, type DraftDesk } from '../support/draft-desk.ts';
import { matrixOf } from '../support/shipped-rulebooks.ts';

interface Place {
  readonly row: string;
  readonly column: string;
}

const seenOf = ({ row, column }: Place): string => `seen/${row}/${column}`;

const boxes = ({ row, column }: Place, rules: readonly string[]): Record<string, string> =>
  Object.fromEntries(rules.map((rule) => [`why/${row}/${column}/${rule}`, 'yes']));

describe('a draft that two people edit', () => {
  let desk: DraftDesk;
  let address = '';
  before(async () => {
    desk = await draftDesk();
    ({ address } = desk);
  });
  after(() => desk.app.end());

  const save = (fields: Record<string, string>): Promise<Response> => desk.save(`${address}/save`, fields);

  it('takes of a posted matrix only what somebody changed, and so keeps what another changed meanwhile', async () => {
    const shown = {
      edit: 'set-cells',
      ...{ 'seen/small/serious': '1', 'cell/small/serious': '1' },
      ...{ 'seen/small/fairly-serious': '2', 'cell/small/fairly-serious': '2' },
    };
    const { guard } = await desk.draft();
    await save({ ...shown, 'cell/small/fairly-serious': '3' });
    const late = { ...shown, 'cell/small/serious': '2', guard: String(guard) };
    const answer = await desk.post(`${address}/save`, late);
    expect(answer.status).to.equal(409);
    const mine = answer.text.slice(answer.text.indexOf('您的改动（'));
    expect(mine).to.include('矩阵“较小 × 严重”：一级 → 二级').and.not.include('矩阵“较小 × 较为严重”');
    expect(answer.text).to.match(/name="seen\/small\/fairly-serious" value="2"/u);
    expect((await save({ ...shown, 'cell/small/serious': '2' })).status).to.equal(303);
    const bench = (await desk.agent.get(address)).text;
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
    const saveScale = (fields: Record<string, string>): Promise<Response> =>
      desk.save(`${address}/scales`, fields);
    expect((await saveScale({ ...names, 'zh/harm/serious': '很严重' })).status).to.equal(303);
    expect((await saveScale({ ...names, 'en/harm/limited': 'slight' })).status).to.equal(303);
    const steps = (await desk.rulebook()).scales.harm.steps.map(({ code, zh, en }) =>
      [code, zh, en].join(' '),
    );
    expect(steps).to.include.members(['serious 很严重 serious', 'limited 一般 slight']);
  });

  it('takes of the posted reasons of cells only those that somebody changed', async () => {
    const [one, other] = matrixOf(await desk.rulebook()).cells;
    if (one === undefined || other === undefined) throw new Error('the matrix has no two cells');
    const all = matrixOf(await desk.rulebook()).rules.map(({ name }) => name);
    const shown = { [seenOf(one)]: one.rules.join(' '), [seenOf(other)]: other.rules.join(' ') };
    const saveReasons = (first: readonly string[], second: readonly string[]): Promise<Response> =>
      desk.save(`${address}/base`, {
        edit: 'set-reasons',
        ...shown,
        ...boxes(one, first),
        ...boxes(other, second),
      });
    expect((await saveReasons(all, other.rules)).status).to.equal(303);
    expect((await saveReasons(one.rules, all)).status).to.equal(303);
    const { cells } = matrixOf(await desk.rulebook());
    expect(cells.slice(0, 2).map(({ rules }) => rules)).to.deep.equal([all, all]);
  });
});
