import { expect } from 'chai';
import type { Knex } from 'knex';
import { cutsOf } from '../../src/grading/case-scheme.ts';
import type { Database } from '../../src/platform/database.ts';
import type { DeclaredFact } from '../../src/rulebooks/declared-fact.ts';
import { declaredFacts } from '../../src/rulebooks/rulebook-facts.ts';
import { cutFacts } from '../../src/tuning/case-part.ts';
import { shifting, type CaseShift } from '../../src/tuning/shift-store.ts';
import { stricterNotice } from '../support/stricter-rulebook.ts';
import { decided, undecided } from '../../src/tuning/undecided-store.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

const ASKED = { campaignIds: [1], unitPaths: null };
const FACTS = cutFacts(cutsOf(stricterNotice()), declaredFacts(stricterNotice()));
const WHOLE: CaseShift = { caseId: 1, cut: null, now: 3, from: 3, to: 1 };
const PART: CaseShift = { caseId: 2, cut: '[0,1,null]', now: 3, from: 3, to: 1 };

describe('how SQLite finds the points of a what-if', () => {
  let opened: TemporaryDatabase;

  before(async () => {
    opened = await temporaryDatabase();
  });
  after(() => opened.end());

  it('by their case, and without opening a row, where no number is cut anew', async () => {
    const points = shifting(opened.database.read, ASKED, [WHOLE], FACTS).count('*');
    expect(await planOf(opened.database, points)).to.deep.equal([
      'SCAN json_each VIRTUAL TABLE INDEX 1:',
      `SEARCH risk_point_state USING COVERING INDEX risk_point_undecided (${BY_CASE})`,
    ]);
  });

  it('by their case, each cut once and compared with the parts of its case alone', async () => {
    const points = shifting(opened.database.read, ASKED, [WHOLE, PART], FACTS).count('*');
    const fact =
      'USING COVERING INDEX risk_point_fact_by_fact (fact=? AND risk_point_id=? AND kind=?) LEFT-JOIN';
    expect(await planOf(opened.database, points)).to.deep.equal([
      'SCAN json_each VIRTUAL TABLE INDEX 1:',
      `SEARCH risk_point_state USING COVERING INDEX risk_point_undecided (${BY_CASE})`,
      `SEARCH own_1_0 ${fact}`,
      `SEARCH own_2_0 ${fact}`,
      'SCAN part VIRTUAL TABLE INDEX 1:',
    ]);
  });

  it('by their case also where some units alone are asked for', async () => {
    const asked = { ...ASKED, unitPaths: ['/1/2/', '/1/3/'] };
    const points = undecided(opened.database.read, asked, LISTED).select('risk_point_state.risk_point_id');
    const plan = await planOf(opened.database, points);
    const steps = plan.filter((step) => step.includes('risk_point_state'));
    expect(steps).to.have.lengthOf(1);
    expect(steps[0]).to.match(/^SEARCH risk_point_state USING .*INDEX risk_point_undecided .*case_id=\?/u);
  });

  it('by one walk through the campaign where people decided their grade, and the cases are looked up', async () => {
    const points = decided(opened.database.read, [1], LISTED).select('risk_point_state.risk_point_id');
    const plan = await planOf(opened.database, points);
    const steps = plan.filter((step) => step.includes('risk_point_state'));
    expect(steps).to.have.lengthOf(1);
    expect(steps[0]).to.match(/^SEARCH risk_point_state .*campaign_id=\?/u);
    expect(plan.some((step) => step.startsWith('LIST SUBQUERY'))).to.equal(true);
  });

  it('with the count of their post by an index that SQLite makes for the question', async () => {
    const counted = cutFacts({ measureCount: [], own: { points: [4] } }, [POINTS]);
    const points = shifting(opened.database.read, ASKED, [PART], counted).count('*');
    const plan = await planOf(opened.database, points);
    expect(plan.filter((step) => step.startsWith('SEARCH own_1_0'))).to.deep.equal([
      'SEARCH own_1_0 USING AUTOMATIC COVERING INDEX (holder=? AND campaign_id=?) LEFT-JOIN',
    ]);
  });
});

const LISTED = {
  name: 'listed',
  columns: { case_id: 'integer' } as const,
  rows: Array.from({ length: 3600 }, (_, index) => [index + 1]),
};

const WORDS = { zh: '说明', en: 'words' };
const POINTS: DeclaredFact = {
  ...{ name: 'points', title: WORDS, type: 'number', worse: 'up', source: WORDS, of: 'post' },
  derived: { countPoints: 'of-post' },
};

const BY_CASE = 'campaign_id=? AND is_withdrawn=? AND approved_grade=? AND override_grade=? AND case_id=?';

async function planOf({ read }: Database, query: Knex.QueryBuilder): Promise<readonly string[]> {
  const { sql, bindings } = query.toSQL().toNative();
  const steps = await read.raw<{ detail: string }[]>(`explain query plan ${sql}`, [...bindings] as string[]);
  return steps.map(({ detail }) => detail);
}
