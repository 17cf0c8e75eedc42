import { KEY_DOMAINS } from '../../organisation/key-domain.ts';
import { en } from '../../language/en.ts';
import { zh } from '../../language/zh.ts';
import type { GradingRulebook, Rulebook } from '../rulebook.ts';
import { Codebook } from './codebook.ts';
import { called, codebookOf } from './called.ts';

const CHINESE = zh.ruleSheets.codes;
const ENGLISH = en.ruleSheets.codes;

export const KINDS = codebookOf<Rulebook['kind']>(CHINESE.kinds, ENGLISH.kinds);
export const SUBJECTS = codebookOf<GradingRulebook['subject']>(CHINESE.subjects, ENGLISH.subjects);
export const HIT_POLICIES = codebookOf<'first' | 'any'>(CHINESE.hitPolicies, ENGLISH.hitPolicies);
export const FACT_TYPES = codebookOf<'number' | 'boolean' | 'choice' | 'scale'>(CHINESE.types, ENGLISH.types);
export const DIRECTIONS = codebookOf<'up' | 'down' | 'none'>(CHINESE.worse, ENGLISH.worse);
export const STATUSES = codebookOf(zh.terms.coverage, en.terms.coverage);
export const DOMAINS = new Codebook(
  KEY_DOMAINS.map((code) => called(code, { zh: zh.terms.keyDomains[code], en: en.terms.keyDomains[code] })),
);

const LEADER_CODES = ['principal-leader', 'leader-in-charge', 'division-head'] as const;

export const LEADERS = new Codebook(
  LEADER_CODES.map((code) => called(code, { zh: zh.terms.roles[code], en: en.terms.roles[code] })),
);

export type ListKey = keyof typeof CHINESE.lists;

/** The lists of rules that a kind of rulebook has. */
export function listsFor(isMatrix: boolean, kind: Rulebook['kind']): Codebook<ListKey> {
  const grading: readonly ListKey[] = isMatrix
    ? ['base', 'adjustments']
    : ['decisions', 'otherwise', 'adjustments'];
  const keys: readonly ListKey[] = kind === 'grading' ? grading : ['rules'];
  return new Codebook(keys.map((key) => called(key, { zh: CHINESE.lists[key], en: ENGLISH.lists[key] })));
}

/** What stands for a fact that counts the post's points, and for an empty list. */
export const POINTS = new Codebook([called('of-post', { zh: CHINESE.points, en: ENGLISH.points })]);
export const NONE = new Codebook([called('none', { zh: CHINESE.none, en: ENGLISH.none })]);
