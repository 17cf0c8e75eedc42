import { EVERYWHERE } from '../../src/organisation/reach.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import type { TestApp } from '../support/http.ts';
import { approved } from '../support/proposing.ts';
import { timed } from './measurement.ts';

/** What bringing rules into force took and did, beside what the what-if had said. */
export interface ActivationFigures {
  readonly milliseconds: number;
  readonly moved: number;
  readonly foretold: number;
  /** Whether every grade has as many points as the what-if said. */
  readonly isAsForetold: boolean;
}

/** Brings a rulebook into force for the bureau and compares the end with what was foretold. */
export async function activationBench(
  app: TestApp,
  campaignId: number,
  rulebook: GradingRulebook,
): Promise<ActivationFigures> {
  const { changed, after } = await app.whatIf.impact(rulebook, campaignId, EVERYWHERE);
  const before = await gradesOf(app, campaignId);
  await approved(app, rulebook);
  const milliseconds = await timed(() => app.jobRunner.runWaiting());
  const now = await gradesOf(app, campaignId);
  const counted = [1, 2, 3, 0].map((grade) => now.filter((one) => one === grade).length);
  const expected = [after[1], after[2], after[3], after.unassessed];
  const moved = now.filter((grade, index) => grade !== before[index]).length;
  const isSame = counted.every((count, index) => count === expected[index]);
  return { milliseconds, moved, foretold: changed, isAsForetold: isSame && moved === changed };
}

/** The grade that a page shows of each standing point, 0 where there is none. */
async function gradesOf({ database, rulebooks }: TestApp, campaignId: number): Promise<readonly number[]> {
  const { read } = database;
  const bureau = await read('org_unit').where({ kind: 'bureau' }).first<{ path: string }>('path');
  const { id } = await rulebooks.inForce('grading', bureau.path);
  const rows = await read('risk_point_state')
    .join('case_verdict', 'case_verdict.case_id', 'risk_point_state.case_id')
    .where({ campaign_id: campaignId, rulebook_version_id: id, is_withdrawn: 0 })
    .orderBy('risk_point_id')
    .select<{ grade: number }[]>(
      read.raw('coalesce(approved_grade, override_grade, case_verdict.grade, 0) as grade'),
    );
  return rows.map(({ grade }) => grade);
}
