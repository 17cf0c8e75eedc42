import { expect } from 'chai';
import { caseOf, type PointFacts } from '../../src/grading/case.ts';
import { cutsOf } from '../../src/grading/case-scheme.ts';
import { completions } from '../../src/grading/completion.ts';
import { gradingJudge } from '../../src/grading/grading-judge.ts';
import { nearestChanges } from '../../src/grading/nearest-change.ts';
import { withDerived } from '../../src/rulebooks/derived-value.ts';
import { declaredFacts } from '../../src/rulebooks/rulebook-facts.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { aPoint } from '../support/grading-builder.ts';
import { shippedGrading } from '../support/shipped-rulebooks.ts';

const POWER = shippedGrading('grading/power-held.json');
const CRITERIA = shippedGrading('grading/five-criteria.json');
const POST = shippedGrading('grading/post-by-count.json');

function aPointOf(rulebook: GradingRulebook, own: PointFacts['own'], pointsOfPost = 1): PointFacts {
  return { ...aPoint({}), own: withDerived(own, declaredFacts(rulebook), { pointsOfPost }) };
}

/** The five criteria as `10?11`: met, not met, not checked. */
function criteria(marks: string): PointFacts['own'] {
  const { requires } = CRITERIA;
  const known = requires.flatMap((name, index) =>
    marks[index] === '?' ? [] : [[name, marks[index] === '1']],
  );
  return Object.fromEntries(known) as PointFacts['own']; // Names to truths, as just written.
}

async function verdictOn(rulebook: GradingRulebook, point: PointFacts) {
  return gradingJudge(rulebook).judge(caseOf(point, cutsOf(rulebook)));
}

const BY_POWER = [
  [{ powerKind: 'funds' }, 1],
  [{ powerKind: 'procurement', approverCount: 5 }, 1],
  [{ powerKind: 'construction', annualAmount: 0 }, 1],
  [{ powerKind: 'personnel' }, 2],
  [{ powerKind: 'approval' }, 2],
  [{ powerKind: 'enforcement', annualAmount: 99 }, 2],
  [{ powerKind: 'enforcement', annualAmount: 100 }, 1],
  [{ powerKind: 'public-service' }, 3],
  [{ powerKind: 'internal-affairs', approverCount: 2 }, 3],
  [{ powerKind: 'internal-affairs', approverCount: 1 }, 2],
  [{ annualAmount: 500, approverCount: 1 }, null],
] as const;

const BY_CRITERIA = [
  ['00000', 3, 0],
  ['00100', 3, 1],
  ['10001', 2, 2],
  ['01110', 2, 3],
  ['11101', 1, 4],
  ['11111', 1, 5],
  ['1111?', null, undefined],
  ['?????', null, undefined],
] as const;

const BY_POST = [
  [1, {}, 3],
  [2, { holdsSeals: false }, 3],
  [3, {}, 2],
  [4, { rotationOverdue: false }, 2],
  [5, {}, 1],
  [40, {}, 1],
  [1, { holdsSeals: true }, 1],
  [2, { rotationOverdue: true }, 1],
  [4, { pastViolation: true, holdsSeals: false }, 1],
] as const;

describe('the template by the kind of power held', () => {
  for (const [own, grade] of BY_POWER) {
    it(`gives ${JSON.stringify(own)} ${String(grade)}`, async () => {
      expect((await verdictOn(POWER, aPointOf(POWER, own))).grade).to.equal(grade);
    });
  }

  it('names its grades 高, 中, 低', () => {
    expect(Object.values(POWER.grades).map(({ zh }) => zh)).to.deep.equal(['高', '中', '低']);
  });

  it('shows the nearest changes of its own facts, an amount at its threshold', async () => {
    const point = aPointOf(POWER, { powerKind: 'internal-affairs', annualAmount: 30, approverCount: 3 });
    const { severer, milder } = await nearestChanges(POWER, gradingJudge(POWER), point);
    expect(milder).to.deep.equal([]);
    const written = severer.map(({ changes, grade }) => [
      ...changes.flatMap(({ fact, to }) => [fact, to]),
      grade,
    ]);
    expect(written).to.deep.include.members([
      ['powerKind', 'procurement', 1],
      ['powerKind', 'approval', 2],
      ['annualAmount', 100, 1],
      ['approverCount', 1, 2],
    ]);
  });

  it('says that another kind of power stands for all that its rules do not name', async () => {
    const { milder } = await nearestChanges(
      POWER,
      gradingJudge(POWER),
      aPointOf(POWER, { powerKind: 'approval' }),
    );
    expect(milder.map(({ changes }) => changes.map(({ isAnyOther }) => isAnyOther))).to.deep.equal([[true]]);
  });

  it('shows what each kind of power would give where it is missing', async () => {
    const found = await completions(POWER, gradingJudge(POWER), aPointOf(POWER, {}));
    expect(found.map(({ steps, grade }) => [steps[0]?.to, grade])).to.deep.equal([
      ['funds', 1],
      ['procurement', 1],
      ['construction', 1],
      ['personnel', 2],
      ['approval', 2],
      ['enforcement', 2],
      ['public-service', 3],
    ]);
  });
});

describe('the template by how many of five criteria are met', () => {
  for (const [marks, grade, count] of BY_CRITERIA) {
    it(`gives ${marks} ${String(grade)}`, async () => {
      const point = aPointOf(CRITERIA, criteria(marks));
      expect(point.own['criteriaMet']).to.equal(count);
      expect((await verdictOn(CRITERIA, point)).grade).to.equal(grade);
    });
  }

  for (const [marks, severest, mildest] of [
    ['1111?', 1, 1],
    ['111??', 1, 2],
    ['000??', 2, 3],
    ['?????', 1, 3],
    ['0000?', 3, 3],
  ] as const) {
    it(`leaves ${marks} from ${severest} to ${mildest}, by those that are not checked`, async () => {
      const verdict = await verdictOn(CRITERIA, aPointOf(CRITERIA, criteria(marks)));
      expect(verdict).to.deep.include({ grade: null, range: { severest, mildest } });
    });
  }

  it('names the leader who is responsible for each grade', () => {
    expect(Object.values(CRITERIA.grades).map(({ responsible }) => responsible)).to.deep.equal([
      'principal-leader',
      'leader-in-charge',
      'division-head',
    ]);
  });

  it('changes a count through its criteria, never by itself', async () => {
    const judge = gradingJudge(CRITERIA);
    const { severer, milder } = await nearestChanges(CRITERIA, judge, aPointOf(CRITERIA, criteria('11100')));
    const facts = (found: typeof severer) =>
      found.map(({ changes }) => changes.map(({ fact, to }) => [fact, to]));
    expect(facts(severer)).to.deep.equal([[['facesApplicants', true]], [['pastFinding', true]]]);
    expect(facts(milder)).to.deep.equal([
      [
        ['handlesFunds', false],
        ['wideDiscretion', false],
      ],
      [
        ['handlesFunds', false],
        ['decidesAlone', false],
      ],
      [
        ['wideDiscretion', false],
        ['decidesAlone', false],
      ],
    ]);
  });

  it('shows what both of two unchecked criteria would give', async () => {
    const found = await completions(CRITERIA, gradingJudge(CRITERIA), aPointOf(CRITERIA, criteria('1?10?')));
    expect(found.map(({ grade }) => grade)).to.deep.equal([1, 2, 2, 2]);
  });
});

describe('the template that grades the post', () => {
  for (const [points, own, grade] of BY_POST) {
    it(`gives ${points} points and ${JSON.stringify(own)} ${grade}`, async () => {
      expect((await verdictOn(POST, aPointOf(POST, own, points))).grade).to.equal(grade);
    });
  }

  it('never offers another number of points as a change', async () => {
    const { severer } = await nearestChanges(POST, gradingJudge(POST), aPointOf(POST, {}, 3));
    expect(severer.map(({ changes }) => changes.map(({ fact, to }) => [fact, to]))).to.deep.equal([
      [['holdsSeals', true]],
      [['rotationOverdue', true]],
      [['pastViolation', true]],
    ]);
  });
});
