import { expect } from 'chai';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import { signedInAgent, testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { aReadFile } from '../support/read-file.ts';

const FIRST = '申报指南设置倾向性条件，为特定企业量身定做。';

describe('the page of one form', () => {
  let running: TestApp;
  let address = '';
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
    const revised = {
      unit: '对外贸易处',
      name: '吴启航',
      post: '外贸扶持资金岗',
      duties: '负责外贸扶持资金政策拟订、项目申报受理和资金兑现。',
      risks: [
        { text: FIRST, probability: 'fairly-high', harm: 'serious' },
        { text: '收受申报企业礼金。', measure: null },
      ],
    } as const;
    const request = { year: 2021, bureau: '市商务局', dryRun: false, mayCreate: true };
    const files = [{ read: aReadFile([revised], '吴启航第二次.docx'), digest: 'two' }];
    await running.imports.import({ ...request, files }, COMMAND_LINE);
    const row = await running.database
      .read('risk_point_revision')
      .join('risk_point', 'risk_point.id', 'risk_point_revision.risk_point_id')
      .where({ text: FIRST })
      .first<{ id: number }>('risk_point.form_id as id');
    address = `/forms/${row.id}`;
  });
  after(() => running.end());

  async function shown(path: string, role: 'division-head' | 'office' | 'party-group'): Promise<string> {
    const agent = await signedInAgent(running.app, role);
    return (await agent.get(path)).text;
  }

  it('shows unit, holder, post, duties, risks with measures and their grades', async () => {
    const page = await shown(address, 'division-head');
    for (const words of [
      '对外贸易处',
      '吴启航',
      '外贸扶持资金岗',
      FIRST,
      '收受申报企业礼金。',
      '没有防控措施',
      '■ 一级',
    ]) {
      expect(page).to.include(words);
    }
  });

  it('leads from each risk to its point', async () => {
    expect(await shown(address, 'division-head')).to.match(/<a href="\/points\/\d+">申报指南/u);
  });

  it('says from which file and place each value came', async () => {
    expect(await shown(address, 'office')).to.match(
      /潜在风险 2<\/th>\s*<td[^>]*>吴启航第二次\.docx<\/td>\s*<td[^>]*>表 1 第 4 行/u,
    );
  });

  it('lists its versions, and says what the second changed', async () => {
    const page = await shown(address, 'office');
    for (const words of ['第 1 版到第 2 版的变化', '岗位职责有改动', '新增潜在风险 2', '删去潜在风险']) {
      expect(page).to.include(words);
    }
  });

  it('is led to from the list of forms and from the page of a point', async () => {
    expect(await shown('/forms', 'party-group')).to.include(`<a href="${address}"`);
    const point = /<a href="(?<href>\/points\/\d+)">申报指南/u.exec(await shown(address, 'office'))?.groups?.[
      'href'
    ];
    expect(await shown(point ?? '', 'office')).to.include(
      `<a href="${address}">外贸扶持资金岗（吴启航）</a>`,
    );
  });

  it('says that there is no such form', async () => {
    const agent = await signedInAgent(running.app, 'office');
    const answers = await Promise.all(['/forms/999', '/forms/x'].map((path) => agent.get(path)));
    expect(answers.map(({ status }) => status)).to.deep.equal([404, 404]);
  });
});
