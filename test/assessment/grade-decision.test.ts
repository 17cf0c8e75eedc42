import { expect } from 'chai';
import {
  nextState,
  type GradeBar,
  type GradeCommand,
  type GradeOutcome,
  type GradeStanding,
} from '../../src/assessment/grade-decision.ts';
import { CAMPAIGN_STATES } from '../../src/campaigns/campaign.ts';

/** A point that the rules put in grade 2 and nobody decided about. */
function standing(named: Partial<GradeStanding> = {}): GradeStanding {
  return {
    state: 'assessed',
    isWithdrawn: false,
    campaignState: 'assessing',
    isAssessed: true,
    proposed: 2,
    override: null,
    approved: null,
    ...named,
  };
}

const OVERRIDE: GradeCommand = { kind: 'override', grade: 1, reason: '金额大。' };
const WITHDRAW: GradeCommand = { kind: 'withdraw', reason: '核实后不必。' };
const APPROVE: GradeCommand = { kind: 'approve', minutes: '〔2021〕8号' };
const REOPEN: GradeCommand = { kind: 'reopen', reason: '有新情况。' };

const APPROVED = standing({ state: 'approved', approved: 2 });
const OVERRIDDEN = standing({ override: 1 });
const UNASSESSED = standing({ state: 'entered', isAssessed: false, proposed: null });

describe('what a decision makes of a grade', () => {
  const done: readonly (readonly [string, GradeStanding, GradeCommand, GradeOutcome])[] = [
    [
      'an override stands beside the state',
      standing(),
      OVERRIDE,
      { state: 'assessed', override: 1, approved: null },
    ],
    [
      'an override may change',
      standing({ override: 3 }),
      OVERRIDE,
      { state: 'assessed', override: 1, approved: null },
    ],
    [
      'a withdrawal takes it away',
      OVERRIDDEN,
      WITHDRAW,
      { state: 'assessed', override: null, approved: null },
    ],
    [
      'an approval takes the proposed grade',
      standing(),
      APPROVE,
      { state: 'approved', override: null, approved: 2 },
    ],
    [
      'an approval takes the override first',
      OVERRIDDEN,
      APPROVE,
      { state: 'approved', override: 1, approved: 1 },
    ],
    ['a reopening frees the grade', APPROVED, REOPEN, { state: 'assessed', override: null, approved: null }],
    [
      'a reopening keeps the override',
      { ...APPROVED, override: 1, approved: 1 },
      REOPEN,
      { state: 'assessed', override: 1, approved: null },
    ],
    [
      'a point whose facts were taken back reopens as entered',
      { ...APPROVED, isAssessed: false, proposed: null },
      REOPEN,
      { state: 'entered', override: null, approved: null },
    ],
  ];
  for (const [title, before, command, next] of done) {
    it(title, () => {
      expect(nextState(before, command)).to.deep.equal({ kind: 'next', next });
    });
  }

  const refused: readonly (readonly [GradeBar, GradeStanding, GradeCommand])[] = [
    ['unassessed', UNASSESSED, APPROVE],
    ['unassessed', { ...UNASSESSED, override: 1 }, APPROVE],
    ['unassessed', UNASSESSED, OVERRIDE],
    ['same-as-proposed', standing({ proposed: 1 }), OVERRIDE],
    ['same-as-before', OVERRIDDEN, OVERRIDE],
    ['not-overridden', standing(), WITHDRAW],
    ['not-approved', standing(), REOPEN],
    ['approved', APPROVED, OVERRIDE],
    ['approved', { ...APPROVED, override: 1 }, WITHDRAW],
    ['approved', APPROVED, APPROVE],
    ['published', { ...APPROVED, state: 'published' }, REOPEN],
    ['withdrawn', standing({ isWithdrawn: true }), OVERRIDE],
    ['withdrawn', standing({ isWithdrawn: true }), APPROVE],
  ];
  for (const [bar, before, command] of refused) {
    it(`refuses to ${command.kind}: ${bar}`, () => {
      expect(nextState(before, command)).to.deep.equal({ kind: 'barred', bar });
    });
  }

  for (const campaignState of CAMPAIGN_STATES) {
    it(`takes decisions of a campaign that is ${campaignState} only while it is decided about`, () => {
      const commands = [
        [OVERRIDE, standing({ campaignState })],
        [WITHDRAW, { ...OVERRIDDEN, campaignState }],
        [APPROVE, standing({ campaignState })],
        [REOPEN, { ...APPROVED, campaignState }],
      ] as const;
      const taken = commands
        .filter(([command, before]) => nextState(before, command).kind === 'next')
        .map(([command]) => command.kind);
      const isOpen = campaignState === 'open' || campaignState === 'assessing';
      const expected = isOpen ? ['override', 'withdraw', 'approve', 'reopen'] : ['approve', 'reopen'];
      expect(taken).to.deep.equal(isOpen || campaignState === 'approved' ? expected : []);
    });
  }
});
