import { expect } from 'chai';
import {
  nextExemption,
  reasonFault,
  type ExemptionCommand,
  type ExemptionState,
} from '../../src/coverage/exemption.ts';

const APPLICANT = 7;
const ASSESSOR = 8;
const AT = '2021-04-22T01:00:00.000Z';

function next(state: ExemptionState, command: ExemptionCommand, accountId: number): string {
  const application = {
    state: 'requested',
    reason: '职责无关',
    accountId: APPLICANT,
    actor: '某人',
    at: AT,
  } as const;
  const found = nextExemption({ state, steps: [application] }, command, accountId);
  return found.kind === 'next' ? found.state : found.kind;
}

describe('the way of an exemption', () => {
  for (const [state, command, accountId, outcome] of [
    ['requested', 'approve', ASSESSOR, 'approved'],
    ['requested', 'refuse', ASSESSOR, 'refused'],
    ['requested', 'withdraw', APPLICANT, 'withdrawn'],
    ['approved', 'revoke', ASSESSOR, 'revoked'],
    ['requested', 'approve', APPLICANT, 'own-application'],
    ['requested', 'refuse', APPLICANT, 'own-application'],
    ['requested', 'withdraw', ASSESSOR, 'not-the-applicant'],
    ['approved', 'approve', ASSESSOR, 'passed'],
    ['withdrawn', 'approve', ASSESSOR, 'passed'],
    ['refused', 'revoke', ASSESSOR, 'passed'],
    ['requested', 'revoke', ASSESSOR, 'passed'],
    ['approved', 'withdraw', APPLICANT, 'passed'],
    ['revoked', 'revoke', ASSESSOR, 'passed'],
  ] as const) {
    const who = accountId === APPLICANT ? 'the applicant' : 'somebody else';
    it(`from ${state} by ${who}’s ${command} is ${outcome}`, () => {
      expect(next(state, command, accountId)).to.equal(outcome);
    });
  }
});

describe('a reason', () => {
  for (const [command, reason, fault] of [
    ['request', '', 'missing'],
    ['request', '  　 ', 'missing'],
    ['request', '无关', 'too-short'],
    ['request', '本处职责与采购无关', 'too-short'],
    ['request', '本处室职责与采购无关', null],
    ['request', '字'.repeat(501), 'too-long'],
    ['refuse', '', 'missing'],
    ['refuse', '请先查采购', 'too-short'],
    ['revoke', '', 'missing'],
    ['approve', '', null],
    ['approve', '字'.repeat(501), 'too-long'],
    ['withdraw', '', null],
  ] as const) {
    it(`of ${[...reason.trim()].length} characters to ${command} is ${fault ?? 'enough'}`, () => {
      expect(reasonFault(command, reason)).to.equal(fault);
    });
  }
});
