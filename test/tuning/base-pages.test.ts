import { expect } from 'chai';
import type { Response } from 'supertest';
import { draftDesk, type DraftDesk } from '../support/draft-desk.ts';
import { matrixOf } from '../support/shipped-rulebooks.ts';

type Fields = Readonly<Record<string, string>>;

describe('the page of what a base is', () => {
  let desk: DraftDesk;
  let address = '';
  before(async () => {
    desk = await draftDesk();
    address = `${desk.address}/base`;
  });
  after(() => desk.app.end());

  const page = async (at = address): Promise<string> => (await desk.agent.get(at)).text;
  const save = (fields: Fields, at = address): Promise<Response> => desk.save(at, fields);
  const ticked = async (): Promise<Fields> =>
    Object.fromEntries(
      matrixOf(await desk.rulebook()).cells.flatMap(({ row, column, rules }) =>
        rules.map((rule) => [`why/${row}/${column}/${rule}`, 'yes']),
      ),
    );

  const seen = async (): Promise<Fields> =>
    Object.fromEntries(
      matrixOf(await desk.rulebook()).cells.map(({ row, column, rules }) => [
        `seen/${row}/${column}`,
        rules.join(' '),
      ]),
    );

  it('turns the matrix, and the workbench shows it turned', async () => {
    const { rows, columns } = matrixOf(await desk.rulebook());
    expect(await page()).to.include(`<option value="${rows}" selected>`);
    expect((await save({ edit: 'set-rows', rows: columns })).status).to.equal(303);
    expect(matrixOf(await desk.rulebook()).rows).to.equal(columns);
    await save({ edit: 'set-rows', rows });
  });

  it('saves what each cell rests on, and refuses a cell that rests on nothing', async () => {
    const before = await ticked();
    const [first, ...others] = Object.keys(before);
    const cell = first?.split('/').slice(0, 3).join('/') ?? '';
    const left = Object.fromEntries(others.filter((box) => !box.startsWith(cell)).map((box) => [box, 'yes']));
    const refused = await save({ edit: 'set-reasons', ...(await seen()), ...left });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include(`href="#${cell}"`).and.include(`id="${cell}-why"`);
    const [, row = '', column = ''] = cell.split('/');
    const boxes = matrixOf(await desk.rulebook()).rules.map(({ name }) => `${cell}/${name}`);
    const other = boxes.find((box) => box !== first) ?? '';
    const wanted = { ...left, [other]: 'yes' };
    expect((await save({ edit: 'set-reasons', ...(await seen()), ...wanted })).status).to.equal(303);
    expect(await ticked()).to.deep.equal(wanted);
    expect(await page()).to.include(`name="seen/${row}/${column}" value="${other.split('/').at(-1) ?? ''}"`);
  });

  it('offers the reasons on the workbench, with a form for each', async () => {
    const [reason] = matrixOf(await desk.rulebook()).rules;
    const bench = await page(desk.address);
    expect(bench)
      .to.include('矩阵的理由')
      .and.include(`list=reasons&amp;name=${reason?.name ?? ''}`);
    const form = await page(`${desk.address}/rule?list=reasons&name=${reason?.name ?? ''}`);
    expect(form).to.include('可作矩阵各格的理由');
    expect(form).to.include(`value="${reason?.title.zh ?? ''}"`);
  });

  it('offers a reason the facts that make a cell, and a rule that adjusts grades all', async () => {
    const factsOn = async (list: string): Promise<readonly string[]> => {
      const form = await page(`${desk.address}/rule?list=${list}`);
      const select = /<select[^>]*name="[^"]+\/fact".*?<\/select>/su.exec(form)?.[0] ?? form;
      return [...select.matchAll(/<option value="([^"]+)"/gu)].map(([, name = '']) => name);
    };
    expect(await factsOn('reasons')).to.deep.equal(['probability', 'harm']);
    expect(await factsOn('adjustments')).to.include.members(['probability', 'harm', 'domain']);
  });

  it('is, of a decision table, how it is read and what holds otherwise', async () => {
    const version = await desk.app.database
      .read('rulebook_version')
      .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
      .where('rulebook.name', 'power-held')
      .first<{ id: number }>('rulebook_version.id');
    const at = `${await desk.open(version.id)}/base`;
    expect(await page(at))
      .to.include('id="otherwise-title-zh"')
      .and.include('name="hit-policy"')
      .and.match(/本模板规则 \([a-z0-9-]+\)<\/option>/u);
    expect((await desk.agent.get(at.replace(/\d+\/base/u, '99999/base'))).status).to.equal(404);
  });
});
