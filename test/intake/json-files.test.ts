import { expect } from 'chai';
import { fileReport } from '../../src/intake/read-report.ts';
import { findingsInShort, formsIn, reading, sampleBytes } from '../support/reading.ts';

describe('a JSON file', () => {
  for (const sample of ['annex1-finance.docx', 'annex2-market.docx', 'register-utf8.csv']) {
    it(`as printed for ${sample} reads as that file did`, async () => {
      const printed = fileReport(await reading(sampleBytes(sample)));
      const again = await reading(JSON.stringify({ files: [printed] }));
      expect(again.format).to.equal('json');
      expect(fileReport(again).forms).to.deep.equal(printed.forms);
      expect(again.findings).to.deep.equal([]);
    });
  }

  it('may be forms alone, in words rather than codes, with a mark before it', async () => {
    const risks = [
      {
        text: '风险甲',
        measure: null,
        probability: '较高',
        harm: '严重',
        grade: '一级',
        domains: ['采购工作'],
      },
    ];
    const text = JSON.stringify(
      [{ kind: 'register', unit: '办公室', name: '陈某', post: '财务岗', risks }],
      null,
      2,
    );
    const { forms, findings } = await reading(`\uFEFF${text}`);
    expect(findings).to.deep.equal([]);
    const [risk] = forms[0]?.risks ?? [];
    expect([
      risk?.probability?.value.step,
      risk?.harm?.value.step,
      risk?.grade?.value,
      risk?.domains?.value,
    ]).to.deep.equal(['fairly-high', 'serious', 1, ['procurement']]);
  });

  it('without name and post speaks of the unit itself, unless it is annex 1', async () => {
    const form = { unit: '办公室', name: null, post: null, risks: [{ text: '风险甲' }] };
    const { forms, findings } = await reading(JSON.stringify({ forms: [form, { ...form, kind: 'annex1' }] }));
    expect(forms.map(({ ownedByUnit }) => ownedByUnit)).to.deep.equal([true, false]);
    expect(findingsInShort(findings)).to.deep.equal(['error missing-name name', 'error missing-post post']);
  });

  it('names the form and the risk at which something is wrong', async () => {
    const form = {
      unit: '办公室',
      name: '陈某',
      post: '财务岗',
      risks: [{ text: '风险甲' }, { text: '风险乙', harm: '致命' }, { text: ' ' }],
    };
    const { findings } = await reading(JSON.stringify({ forms: [form] }));
    expect(findings.map(({ code, position }) => [code, position])).to.deep.equal([
      ['unknown-step', { table: 1, row: 2 }],
      ['missing-risk', { table: 1, row: 3 }],
    ]);
  });

  for (const [title, text, code] of [
    ['is broken off', '{"files": [', 'invalid-json'],
    ['is something else', '{"name": "package"}', 'json-shape'],
    ['has no list of risks', '{"forms": [{"risks": {}}]}', 'json-shape'],
    ['has no forms', '{"files": []}', 'not-recognised'],
  ] as const) {
    it(`that ${title} is an error`, async () => {
      const { findings } = await reading(text);
      expect(findings.map((finding) => [finding.severity, finding.code])).to.deep.equal([['error', code]]);
    });
  }

  it('never mixes up what another format would hold', async () => {
    expect(await formsIn('{姓名},岗位\n')).to.deep.equal([]);
  });
});
