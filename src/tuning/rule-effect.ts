import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import type { AdjustmentEffect, CoverageStatus, Rulebook } from '../rulebooks/rulebook.ts';
import type { EditableRule, RuleEffect, RuleList } from './rule-list.ts';

const GRADES = [1, 2, 3] as const;
const STATUSES: readonly CoverageStatus[] = ['covered', 'weak', 'gap', 'exempt', 'not-expected'];
const ADJUSTMENTS: readonly AdjustmentEffect[] = [
  { noMilderThan: 1 },
  { noMilderThan: 2 },
  { noMilderThan: 3 },
  { lowerBy: 1 },
  { lowerBy: 2 },
];

/** What rules of a list can do, by the code under which a form posts it. */
export function effectsOf({ kind }: Rulebook, list: RuleList): ReadonlyMap<string, RuleEffect> {
  if (list === 'adjustments') return coded(ADJUSTMENTS.map((effect) => ({ effect })));
  if (list === 'reasons') return coded([REASON]);
  if (list === 'decisions') return coded(GRADES.map((grade) => ({ grade })));
  return kind === 'domain'
    ? coded(KEY_DOMAINS.map((domain) => ({ domain })))
    : coded(STATUSES.map((status) => ({ status })));
}

/** What a base rule does. */
const REASON = { isReason: true } as const;

/** What a rule does where it applies. */
export function effectOf(rule: EditableRule): RuleEffect {
  return 'effect' in rule || 'grade' in rule || 'status' in rule || 'domain' in rule ? rule : REASON;
}

/** Whether it is all that a rule does to be the reason of cells. */
export function isReason(effect: RuleEffect): effect is typeof REASON {
  return 'isReason' in effect;
}

/** The code of what a rule does. */
export function effectCode(rule: RuleEffect): string {
  if ('effect' in rule) {
    const { effect } = rule;
    return 'lowerBy' in effect
      ? `lower-${String(effect.lowerBy)}`
      : `no-milder-${String(effect.noMilderThan)}`;
  }
  if (isReason(rule)) return 'reason';
  if ('grade' in rule) return String(rule.grade);
  return 'status' in rule ? rule.status : rule.domain;
}

function coded(effects: readonly RuleEffect[]): ReadonlyMap<string, RuleEffect> {
  return new Map(effects.map((effect) => [effectCode(effect), effect]));
}
