import type { BothLanguages, Clause, GradingRulebook, Rulebook } from '../rulebooks/rulebook.ts';
import { placedRules } from '../rulebooks/placed-rules.ts';
import {
  faultAt,
  faultsAmong,
  isFaulty,
  lengthFault,
  refuse,
  type EditFault,
  type EditResult,
} from './edit-fault.ts';
import { CODE, LONGEST } from './longest.ts';

/** Changes of the provisions that a rulebook's rules rest on. */
export type ClauseEdit =
  | {
      readonly kind: 'put-clause';
      /** The code of the clause that it takes the place of; `null` adds it. */
      readonly replaces: string | null;
      readonly clause: Clause;
    }
  | { readonly kind: 'remove-clause'; readonly code: string };

/** What a draft is after a change of its clauses. Whatever rests on a clause goes on resting on it under another code. */
export function editClause(rulebook: Rulebook, change: ClauseEdit): EditResult {
  return change.kind === 'put-clause' ? putClause(rulebook, change) : removeClause(rulebook, change);
}

/** What rests on a clause: the titles of rules, and how many explained inversions. */
export function citationsOf(
  rulebook: Rulebook,
  code: string,
): { readonly rules: readonly BothLanguages[]; readonly explained: number } {
  const rules = placedRules(rulebook).filter(({ rule }) => rule.clause === code);
  const explained = rulebook.kind === 'grading' ? (rulebook.explained ?? []) : [];
  return {
    rules: rules.map(({ rule }) => rule.title),
    explained: explained.filter(({ clause }) => clause === code).length,
  };
}

function putClause(
  rulebook: Rulebook,
  { replaces, clause }: Extract<ClauseEdit, { kind: 'put-clause' }>,
): EditResult {
  const { clauses } = rulebook;
  if (replaces !== null && !clauses.some(({ code }) => code === replaces)) return refuse('provision', 'gone');
  const others = clauses.filter(({ code }) => code !== replaces);
  const faults = clauseFaults(clause, others);
  if (isFaulty(faults)) return { faults };
  const put =
    replaces === null ? [...clauses, clause] : clauses.map((old) => (old.code === replaces ? clause : old));
  const cited = replaces === null ? rulebook : withCitation(rulebook, replaces, clause.code);
  return { rulebook: { ...cited, clauses: put } };
}

const LANGUAGES = ['zh', 'en'] as const;

function clauseFaults(clause: Clause, others: readonly Clause[]): readonly EditFault[] {
  const { reference, text } = clause;
  return faultsAmong([
    ...LANGUAGES.map((one) =>
      lengthFault(`reference-${one}`, reference[one], LONGEST.title, `reference-${one}`),
    ),
    ...LANGUAGES.map((one) => lengthFault(`wording-${one}`, text[one], LONGEST.words, `text-${one}`)),
    codeFault(clause, others),
  ]);
}

function codeFault({ code, reference }: Clause, others: readonly Clause[]): EditFault | null {
  // A code that is left out is made of the English reference: where that is missing as well, it alone is to blame.
  if (code === '' && reference.en === '') return null;
  if (!CODE.test(code) || code.length > LONGEST.code) return faultAt('code', 'unwritable', 'code');
  return others.some((other) => other.code === code) ? faultAt('code', 'taken', 'code') : null;
}

function removeClause(
  rulebook: Rulebook,
  { code }: Extract<ClauseEdit, { kind: 'remove-clause' }>,
): EditResult {
  const kept = rulebook.clauses.filter((clause) => clause.code !== code);
  if (kept.length === rulebook.clauses.length) return refuse('provision', 'gone');
  const { rules, explained } = citationsOf(rulebook, code);
  if (rules.length + explained > 0) return refuse('provision', 'cited');
  return kept.length === 0 ? refuse('provision', 'needed') : { rulebook: { ...rulebook, clauses: kept } };
}

interface Citing {
  readonly clause: string;
}

function withCitation(rulebook: Rulebook, from: string, to: string): Rulebook {
  if (from === to) return rulebook;
  const cite = <One extends Citing>(one: One): One => (one.clause === from ? { ...one, clause: to } : one);
  switch (rulebook.kind) {
    case 'grading':
      return gradingCiting(rulebook, cite);
    case 'coverage':
      return { ...rulebook, rules: rulebook.rules.map(cite) };
    case 'domain':
      return { ...rulebook, rules: rulebook.rules.map(cite) };
  }
}

function gradingCiting(
  rulebook: GradingRulebook,
  cite: <One extends Citing>(one: One) => One,
): GradingRulebook {
  const { base, adjustments, explained } = rulebook;
  return {
    ...rulebook,
    base:
      'cells' in base
        ? { ...base, rules: base.rules.map(cite) }
        : {
            ...base,
            decisions: base.decisions.map(cite),
            ...(base.otherwise === undefined ? {} : { otherwise: cite(base.otherwise) }),
          },
    adjustments: adjustments.map(cite),
    ...(explained === undefined ? {} : { explained: explained.map(cite) }),
  };
}
