import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import type { Response } from 'supertest';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { aReadFile } from '../support/read-file.ts';

const HOSTILE = [
  '=HYPERLINK("http://evil.invalid","点我")',
  '@SUM(A1)',
  '+1-1',
  '两行\n"引号"，,逗号',
] as const;
const LONG = '长'.repeat(40_000);

/** Rows before the headings of a .csv file: about it, and an empty line. */
const ABOUT_LINES = 6;

describe('the list of points taken away', () => {
  let running: TestApp;
  let leader: Agent;
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
    const risks = [...HOSTILE, LONG].map((text) => ({ text, measure: '-1+1' }));
    const read = aReadFile(
      [{ unit: '信息处', name: '周某', post: '综合岗', duties: '负责。', risks }],
      'b.docx',
    );
    const files = [{ read, digest: 'two' }];
    await running.imports.import(
      { files, year: 2021, bureau: '市商务局', dryRun: false, mayCreate: true },
      COMMAND_LINE,
    );
    leader = await signedInAgent(running.app, 'party-group');
  });
  after(() => running.end());

  async function taken(path: string, agent: Agent = leader): Promise<Response> {
    const _csrf = tokenIn(await agent.get('/points'));
    return agent.post(path).type('form').send({ _csrf }).buffer(true).parse(asBytes);
  }

  /** Headings and rows as text. */
  async function csvOf(query: string, agent: Agent = leader): Promise<readonly (readonly string[])[]> {
    const { body } = await taken(`/points/export.csv${query}`, agent);
    const lines: string[][] = parse(body as Buffer, { bom: true, relax_column_count: true });
    return lines.slice(ABOUT_LINES);
  }

  async function xlsxOf(query: string): Promise<ExcelJS.Workbook> {
    const { body } = await taken(`/points/export.xlsx${query}`);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(body as ExcelJS.Buffer);
    return workbook;
  }

  /** The points on all pages of a list, in their order. */
  async function idsOnPages(query: string): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let page = 1; ; page += 1) {
      const { text } = await leader.get(`/points${query === '' ? '?' : `${query}&`}page=${page}`);
      const found = [...text.matchAll(/<td class="text"><a href="\/points\/(\d+)"/gu)].map(
        ([, id]) => id ?? '',
      );
      if (found.length === 0 || ids.includes(found[0] ?? '')) return ids;
      ids.push(...found);
    }
  }

  for (const query of ['', '?grade=3&size=20', '?q=采购', '?domain=approvals&sort=post-reversed']) {
    it(`holds what the pages of /points${query} show, in their order, in both formats`, async () => {
      const shown = await idsOnPages(query);
      const sheet = (await xlsxOf(query)).worksheets[1];
      const inSheet = sheet?.getColumn(1).values.slice(2).map(String);
      const inCsv = (await csvOf(query)).slice(1).map(([id]) => id);
      expect(shown).not.to.deep.equal([]);
      expect([inSheet, inCsv]).to.deep.equal([shown, shown]);
    });
  }

  it('says first which list it is, narrowed by what, how long, when and by whom', async () => {
    const about = (await xlsxOf('?grade=3&measures=some')).worksheets[0];
    const lines = [1, 2, 3, 5].map((row) => about?.getRow(row).getCell(2).text);
    const { total } = await running.points.list(
      { page: 1, grade: 3, measures: 'some' },
      { unitPaths: ['/'] },
    );
    expect(lines).to.deep.equal([
      '市商务局 2021 风险点清单',
      '风险等级：三级；防控措施：有防控措施',
      String(total),
      '张三',
    ]);
  });

  it('makes no formula of what people wrote, and keeps it', async () => {
    const [headings, ...rows] = await csvOf('?q=周某');
    const at = headings?.indexOf('风险点') ?? -1;
    const texts = rows.map((row) => row[at] ?? '');
    for (const text of HOSTILE)
      expect(
        texts.some((cell) => cell.endsWith(text)),
        text,
      ).to.equal(true);
    const all = rows.flat();
    expect(all.filter((cell) => /^[=+\-@\t\r]/u.test(cell))).to.deep.equal([]);
    expect(texts).to.include(LONG);
  });

  it('makes no formula in a workbook either, and cuts what Excel would not open', async () => {
    const sheet = (await xlsxOf('?q=周某')).worksheets[1];
    const cells: ExcelJS.Cell[] = [];
    sheet?.eachRow((row) => {
      row.eachCell((cell) => cells.push(cell));
    });
    const risky = cells.filter(
      ({ type, text }) => type === ExcelJS.ValueType.Formula || /^[=+\-@\t\r]/u.test(text),
    );
    expect(risky).to.deep.equal([]);
    expect(Math.max(...cells.map(({ text }) => text.length))).to.equal(32_767);
  });

  it('is UTF-8 that Excel knows for it, with lines ended as Windows ends them', async () => {
    const body = (await taken('/points/export.csv?grade=1')).body as Buffer;
    const text = body.toString('utf8');
    expect([text.startsWith('\ufeff'), /[^\r]\n/u.test(text.replace(/"[^"]*"/gu, ''))]).to.deep.equal([
      true,
      false,
    ]);
  });

  it('is named by bureau, year and date', async () => {
    const { headers } = await taken('/points/export.xlsx');
    const header = headers['content-disposition'] ?? '';
    expect(decodeURIComponent(header)).to.match(/市商务局-2021-风险点清单-\d{4}-\d\d-\d\d\.xlsx/u);
  });

  it('leaves an entry with codes and numbers, and no word that was searched for', async () => {
    await taken('/points/export.csv?q=礼品+礼金&harm=fairly-serious');
    const [latest] = await running.audit.latest(1, ['/']);
    expect([latest?.action, latest?.details]).to.deep.equal([
      'points.exported',
      { points: 1, format: 'csv', filter: 'harm=fairly-serious', words: 2 },
    ]);
  });

  it('holds nothing out of reach', async () => {
    const head = await signedInAgent(running.app, 'division-head');
    const rows = (await csvOf('', head)).slice(1);
    expect([...new Set(rows.map((row) => row[3]))]).to.deep.equal(['对外贸易处']);
    expect((await csvOf('?q=招标', head)).slice(1)).to.deep.equal([]);
  });

  it('speaks the language of the page', async () => {
    const office = await signedInAgent(running.app, 'office');
    await office.get('/language?to=en&next=%2Fpoints');
    const [headings] = await csvOf('?grade=1', office);
    expect(headings?.slice(0, 3)).to.deep.equal(['No.', 'Grade', 'Risk point']);
  });

  it('takes forms away as their page shows them', async () => {
    const _csrf = tokenIn(await leader.get('/forms'));
    const { body } = await leader
      .post('/forms/export.csv?q=钱')
      .type('form')
      .send({ _csrf })
      .buffer(true)
      .parse(asBytes);
    const lines: string[][] = parse(body as Buffer, { bom: true, relax_column_count: true });
    const rows = lines.slice(ABOUT_LINES + 1);
    expect(rows.map(([, unit, person, , , points]) => [unit, person, points])).to.deep.equal([
      ['会展"\'></script>处', '钱某', '1'],
    ]);
  });
});

function asBytes(response: Response, done: (error: Error | null, body: Buffer) => void): void {
  const pieces: Buffer[] = [];
  // A response that is parsed by hand is still the stream that it arrives as.
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => {
    done(null, Buffer.concat(pieces));
  });
}
