import { expect } from 'chai';
import { contentDigest, type IncomingForm } from '../../src/forms/form-content.ts';
import { planForm, type CurrentForm, type FormPlan } from '../../src/forms/form-plan.ts';
import { aForm, aRisk } from '../support/incoming-form.ts';

const SEALS = aRisk({
  ordinal: 2,
  text: '现金、支票和财务印章由一人保管，存在挪用公款风险。',
  measure: '分人保管。',
});

/** The form on file after a paper was filed first. */
function onFile(paper: IncomingForm): CurrentForm {
  const plan = planForm(null, paper);
  return {
    duties: plan.content.duties,
    points: plan.content.risks.map((risk, index) => ({
      ...risk,
      pointId: 100 + index,
      fromAnnex1: paper.kind === 'annex1',
    })),
    filedAs: paper.kind,
    paperDigests: { [paper.kind]: contentDigest(paper) },
  };
}

function pointIds(plan: FormPlan): readonly (number | null)[] {
  return plan.risks.map(({ pointId }) => pointId);
}

describe('planning what a paper does to the form on file', () => {
  const annex1 = aForm({ risks: [aRisk(), SEALS] });

  it('makes a first version of the first paper', () => {
    const plan = planForm(null, annex1);
    expect(plan.outcome).to.equal('created');
    expect(pointIds(plan)).to.deep.equal([null, null]);
  });

  it('changes nothing for the same paper again', () => {
    const plan = planForm(onFile(annex1), annex1);
    expect(plan.outcome).to.equal('unchanged');
    expect(pointIds(plan)).to.deep.equal([100, 101]);
  });

  it('keeps the point when an annex 1 edits its text', () => {
    const edited = { ...SEALS, text: '现金、支票和财务印章由一人保管，可能挪用公款。' };
    const plan = planForm(onFile(annex1), aForm({ risks: [aRisk(), edited] }));
    expect(plan.outcome).to.equal('replaced');
    expect(plan.risks[1]).to.include({ pointId: 101, text: edited.text });
  });

  it('withdraws what a new annex 1 leaves out', () => {
    const plan = planForm(onFile(annex1), aForm({ risks: [aRisk()] }));
    expect(plan.outcome).to.equal('replaced');
    expect(plan.withdrawn).to.deep.equal([101]);
  });

  it('deletes nothing for a row that a register leaves out', () => {
    const plan = planForm(onFile(annex1), aForm({ kind: 'register', risks: [SEALS] }));
    expect(plan.outcome).to.equal('unchanged');
    expect(plan.withdrawn).to.deep.equal([]);
    expect(pointIds(plan)).to.deep.equal([100, 101]);
  });

  it('hands a register’s assessment to the point it names, without a new version', () => {
    const assessed = { ...SEALS, probability: { scale: 'notice-2021-probability', step: 'high' } };
    const plan = planForm(onFile(annex1), aForm({ kind: 'register', risks: [assessed] }));
    expect(plan.outcome).to.equal('unchanged');
    expect(plan.risks[1]?.incoming).to.equal(assessed);
  });

  it('keeps the self-check form’s wording against an annex 2 that says it otherwise, and says so', () => {
    const reworded = aRisk({ text: '报销审核把关不严，可能虚列支出', measure: null });
    const plan = planForm(onFile(annex1), aForm({ kind: 'annex2', risks: [reworded] }));
    expect(plan.outcome).to.equal('unchanged');
    expect(plan.findings.map(({ code }) => code)).to.deep.equal(['wording-kept']);
  });

  it('appends a point that only the summary knows', () => {
    const added = aRisk({ ordinal: 1, text: '收受供应商礼品礼金、宴请。' });
    const plan = planForm(onFile(annex1), aForm({ kind: 'annex2', risks: [added] }));
    expect(plan.outcome).to.equal('replaced');
    expect(pointIds(plan)).to.deep.equal([100, 101, null]);
  });

  it('lets a register correct what a register brought', () => {
    const register = aForm({ kind: 'register', risks: [aRisk(), SEALS] });
    const edited = { ...SEALS, text: '现金和财务印章由一人保管，存在挪用公款风险。' };
    const plan = planForm(onFile(register), { ...register, risks: [aRisk(), edited] });
    expect(plan.outcome).to.equal('replaced');
    expect(plan.risks[1]).to.include({ pointId: 101, text: edited.text });
  });

  it('does not bring back what a later annex 1 withdrew when the old register is imported again', () => {
    const register = aForm({ kind: 'register', risks: [aRisk(), SEALS] });
    const current: CurrentForm = {
      ...onFile(aForm({ risks: [aRisk()] })),
      paperDigests: { register: contentDigest(register), annex1: 'later' },
    };
    expect(planForm(current, register).outcome).to.equal('unchanged');
  });

  it('keeps a point that only a register named when an annex 1 does not mention it', () => {
    const current = onFile(aForm({ kind: 'register', risks: [aRisk(), SEALS] }));
    const plan = planForm(current, aForm({ risks: [aRisk()] }));
    expect(plan.withdrawn).to.deep.equal([]);
    expect(pointIds(plan)).to.deep.equal([100, 101]);
  });

  it('decides nothing when an edited text could be either of two points', () => {
    const twins = aForm({
      risks: [
        aRisk({ ordinal: 1, text: '对甲类企业审批把关不严，可能违规放行。' }),
        aRisk({ ordinal: 2, text: '对乙类企业审批把关不严，可能违规放行。' }),
      ],
    });
    const edited = aForm({ risks: [aRisk({ ordinal: 1, text: '对丙类企业审批把关不严，可能违规放行。' })] });
    expect(planForm(onFile(twins), edited).findings.map(({ code }) => code)).to.deep.equal([
      'ambiguous-point',
    ]);
  });
});

describe('the digest of a form’s content', () => {
  const content = { duties: '职责', risks: [{ ordinal: 1, text: '风险', measure: '措施' }] };
  const differing = [
    { ...content, duties: '别的职责' },
    { ...content, risks: [{ ordinal: 1, text: '别的风险', measure: '措施' }] },
    { ...content, risks: [{ ordinal: 1, text: '风险', measure: null }] },
    { ...content, risks: [] },
  ];
  for (const other of differing) {
    it(`differs for ${JSON.stringify(other)}`, () => {
      expect(contentDigest(other)).not.to.equal(contentDigest(content));
    });
  }

  it('does not see assessed facts, so grading breaks no signature', () => {
    const [risk] = content.risks;
    const assessed = {
      ...content,
      risks: [{ ...aRisk(), ...risk, probability: { scale: 's', step: 'high' } }],
    };
    expect(contentDigest(assessed)).to.equal(contentDigest(content));
  });
});
