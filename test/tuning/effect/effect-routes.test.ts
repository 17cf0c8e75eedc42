import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { COMMAND_LINE } from '../../../src/audit/audit-service.ts';
import { signedInAgent, testApp, tokenIn, type Agent, type TestApp } from '../../support/http.ts';
import { inspectBureau } from '../../support/inspected-bureau.ts';
import { draftOfKind, otherKeywords, stricterCoverage } from '../../support/kind-draft.ts';
import { numbersIn } from '../../support/number-links.ts';
import { aReadFile } from '../../support/read-file.ts';

const FORMULA = '=HYPERLINK("http://evil.invalid","收受礼品")';
const HOSTILE_UNIT = '@SUM(A1)处';
const FOUND = { coverage: /有 <b>([\d,]+)<\/b> 处/u, domain: /有 <b>([\d,]+)<\/b> 个/u };

describe('the impact page of a coverage or domain draft', () => {
  let app: TestApp;
  let team: Agent;
  const paths = { coverage: '', domain: '' };
  before(async () => {
    app = await testApp();
    await inspectBureau(app);
    const risks = [{ text: FORMULA }, { text: '+报销审核不严。', domains: ['finance'] as const }];
    const duties = '=1+1；负责财务和礼品登记。';
    const read = aReadFile([{ unit: HOSTILE_UNIT, name: '周某', post: '-综合岗', duties, risks }], 'b.docx');
    const files = [{ read, digest: 'two' }];
    const request = { files, year: 2021, bureau: '市商务局', dryRun: false, mayCreate: true };
    expect((await app.imports.import(request, COMMAND_LINE)).written).to.equal(true);
    for (const rulebook of [stricterCoverage(), otherKeywords()]) {
      const id = await draftOfKind(app, rulebook);
      paths[rulebook.kind] = `/rulebooks/drafts/${String(id)}/impact`;
    }
    team = await signedInAgent(app.app, 'discipline-team');
  });
  after(() => app.end());

  async function taken(agent: Agent, path: string): Promise<{ status: number; body: Buffer }> {
    const _csrf = tokenIn(await agent.get('/account'));
    const answer = agent.post(path).type('form').send({ _csrf }).buffer(true);
    const { status, body } = await answer.parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        done(null, Buffer.concat(pieces));
      });
    });
    return { status, body: body as Buffer };
  }

  for (const kind of ['coverage', 'domain'] as const) {
    it(`opens for each number of a ${kind} draft a list of as many lines`, async () => {
      const { text, status } = await team.get(paths[kind]);
      expect(status).to.equal(200);
      const links = numbersIn(text).filter(({ href }) => href.startsWith(paths[kind]));
      expect(links).to.have.length.above(1);
      for (const { href, number } of links) {
        expect(FOUND[kind].exec((await team.get(href)).text)?.[1], href).to.equal(number);
      }
    });

    it(`gives away the list of a ${kind} draft, as long as the page says, no cell of it a formula`, async () => {
      const total = FOUND[kind].exec((await team.get(paths[kind])).text)?.[1];
      const csv = await taken(team, `${paths[kind]}/export.csv`);
      const lines: string[][] = parse(csv.body, { bom: true, relax_column_count: true });
      const start = lines.findIndex((line) => line.length > 4);
      expect(String(lines.length - start - 1)).to.equal(total);
      expect(lines.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell))).to.deep.equal([]);
      expect(lines.flat().join()).to.include(HOSTILE_UNIT);
      const workbook = new ExcelJS.Workbook();
      const xlsx = await taken(team, `${paths[kind]}/export.xlsx`);
      await workbook.xlsx.load(xlsx.body as unknown as ExcelJS.Buffer);
      const cells = workbook.worksheets.flatMap((sheet) =>
        (sheet.getSheetValues() as (ExcelJS.CellValue[] | undefined)[]).flatMap((row) => row ?? []),
      );
      const words = cells.map((cell) => (typeof cell === 'string' ? cell : '')).join();
      expect(words).to.include(HOSTILE_UNIT);
      expect(cells.filter((cell) => typeof cell === 'object' && cell !== null)).to.deep.equal([]);
    });

    it(`narrows the list of a ${kind} draft by its address, and the file with it`, async () => {
      const { id } = await app.database
        .read('org_unit')
        .where({ name: HOSTILE_UNIT })
        .first<{ id: number }>('id');
      const narrowed = `unit=${String(id)}`;
      const { text } = await team.get(`${paths[kind]}?${narrowed}`);
      const csv = await taken(team, `${paths[kind]}/export.csv?${narrowed}`);
      const lines: string[][] = parse(csv.body, { bom: true, relax_column_count: true });
      const rows = lines.slice(lines.findIndex((line) => line.length > 4) + 1);
      expect(String(rows.length)).to.equal(FOUND[kind].exec(text)?.[1]);
      expect(rows.every((row) => row.join().includes(HOSTILE_UNIT))).to.equal(true);
    });

    it(`keeps who took the list of a ${kind} draft away, and gives it to nobody who may not tune`, async () => {
      const before = await kept(kind);
      expect((await taken(team, `${paths[kind]}/export.csv`)).status).to.equal(200);
      expect(await kept(kind)).to.equal(before + 1);
      const holder = await signedInAgent(app.app, 'post-holder');
      expect((await holder.get(paths[kind])).status).to.equal(403);
      expect((await taken(holder, `${paths[kind]}/export.csv`)).status).to.equal(403);
      expect(await kept(kind)).to.equal(before + 1);
    });
  }

  async function kept(kind: string): Promise<number> {
    const entries = (await app.database
      .read('audit_entry')
      .where({ action: 'impact.exported' })
      .pluck('details')) as string[];
    return entries.filter((details) => JSON.stringify(details).includes(kind)).length;
  }

  it('shows a cell with both reasons, and what changes of the domains of a point with the words', async () => {
    const coverage = await team.get(paths.coverage);
    expect(coverage.text).to.include('没有查找出风险点。').and.include('已查找风险点');
    const domain = await team.get(`${paths.domain}?subject=risk-point&change=gained&domain=finance`);
    expect(domain.text).to.include('财务管理（礼品）').and.include('收受礼品礼金。');
  });

  it('is no more of the rules than that: it changes no suggestion and no cell', async () => {
    const stored = () => app.database.read('risk_point_domain').orderBy(['risk_point_id', 'domain']);
    const before = await stored();
    await team.get(paths.domain);
    await team.get(paths.coverage);
    expect(await stored()).to.deep.equal(before);
  });
});
