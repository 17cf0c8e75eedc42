import type { KeyDomain } from '../organisation/key-domain.ts';
import type { DeclaredFact } from './declared-fact.ts';
import type { MatrixBase, TableBase } from './grading-base.ts';

/** A text in both languages of the program. Chinese is the one that binds. */
export interface BothLanguages {
  readonly zh: string;
  readonly en: string;
}

export type Grade = 1 | 2 | 3;

/** Where a rule comes from: the notice's part and number, a law's article, a minute of the party group. */
export interface Clause {
  readonly code: string;
  /** How people cite it, such as 通知三·3. */
  readonly reference: BothLanguages;
  /** The words of the clause. */
  readonly text: BothLanguages;
}

export interface ScaleStep extends BothLanguages {
  readonly code: string;
  /** Other words by which forms mean this step. */
  readonly aliases: readonly string[];
}

/** A scale of values, the mildest step first. */
export interface Scale {
  readonly code: string;
  readonly steps: readonly ScaleStep[];
  /** How values of other scales are understood on this one: other scale's code → its step → our step. */
  readonly mappings: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type ComparisonOperator =
  | 'equal'
  | 'notEqual'
  | 'lessThan'
  | 'atMost'
  | 'greaterThan'
  | 'atLeast'
  | 'in'
  | 'notIn'
  | 'containsAny'
  | 'isUnknown'
  | 'isKnown';

export type FactConstant = string | number | boolean | readonly string[];

/** A fact compared with a constant, and nothing else. `isUnknown` and `isKnown` take no value. */
export interface Comparison {
  readonly fact: string;
  readonly operator: ComparisonOperator;
  readonly value?: FactConstant;
}

export type Condition =
  | Comparison
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export interface RuleWords {
  readonly name: string;
  readonly title: BothLanguages;
  readonly reason: BothLanguages;
  /** The code of one of the rulebook's clauses. */
  readonly clause: string;
}

/** A reason that cells of the base matrix rest on, such as "probability is high". */
export interface BaseRule extends RuleWords {
  readonly when: Condition;
}

export interface MatrixCell {
  readonly row: string;
  readonly column: string;
  readonly grade: Grade;
  /** Names of the base rules that make this cell what it is. */
  readonly rules: readonly string[];
}

export type AdjustmentEffect = { readonly lowerBy: 1 | 2 } | { readonly noMilderThan: Grade };

export interface AdjustmentRule extends RuleWords {
  readonly when: Condition;
  readonly effect: AdjustmentEffect;
}

interface RulebookHead<Kind extends string> {
  readonly kind: Kind;
  readonly name: string;
  readonly title: BothLanguages;
  readonly description: BothLanguages;
  readonly clauses: readonly Clause[];
}

/** Values by fact; a scale's value is its step's code; a fact left out is unknown. */
export type ExampleFacts = Readonly<Record<string, string | number | boolean>>;

export interface GradingExample {
  readonly name: BothLanguages;
  readonly facts: ExampleFacts;
  readonly expect: { readonly grade: Grade | null; readonly rules?: readonly string[] };
}

/** Who answers for the points of a grade (责任领导). */
export type ResponsibleLeader = 'principal-leader' | 'leader-in-charge' | 'division-head';

/** What a grade is called, such as 一级, 高 or Ⅰ, and who answers for its points. */
export interface GradeLabel extends BothLanguages {
  readonly responsible?: ResponsibleLeader;
}

/** Why the people who answer for a rulebook keep a worse fact with a milder grade. */
export interface ExplainedInversion {
  /** The facts that prove it: the better ones get the more severe grade. */
  readonly better: ExampleFacts;
  readonly worse: ExampleFacts;
  readonly reason: BothLanguages;
  readonly clause: string;
}

/**
 * Maps the facts of a risk point, or of a post, to a grade. Order of effects: base, then lowerBy, then noMilderThan.
 * Of a post every fact is the post's, so that all of its points get the post's grade.
 */
export interface GradingRulebook extends RulebookHead<'grading'> {
  readonly subject: 'risk-point' | 'post';
  readonly grades: Readonly<Record<'1' | '2' | '3', GradeLabel>>;
  readonly scales: Readonly<Record<'probability' | 'harm', Scale>>;
  /** Facts without which a point is unassessed. */
  readonly requires: readonly string[];
  /** Facts that a bureau adds itself. */
  readonly facts?: readonly DeclaredFact[];
  readonly base: MatrixBase | TableBase;
  readonly adjustments: readonly AdjustmentRule[];
  readonly explained?: readonly ExplainedInversion[];
  readonly examples: readonly GradingExample[];
}

export type CoverageStatus = 'covered' | 'weak' | 'gap' | 'exempt' | 'not-expected';

export interface CoverageRule extends RuleWords {
  readonly when: Condition;
  readonly status: CoverageStatus;
}

export interface CoverageExample {
  readonly name: BothLanguages;
  readonly facts: ExampleFacts;
  readonly expect: { readonly status: CoverageStatus; readonly rule?: string };
}

/** Judges one (division, domain) cell. The first rule that applies decides. */
export interface CoverageRulebook extends RulebookHead<'coverage'> {
  readonly rules: readonly CoverageRule[];
  readonly examples: readonly CoverageExample[];
}

export interface DomainRule extends RuleWords {
  readonly when: Condition;
  readonly domain: KeyDomain;
}

export interface DomainExample {
  readonly name: BothLanguages;
  readonly facts: { readonly text: string; readonly subject: 'risk-point' | 'post' };
  /** Suggested domains, best first. */
  readonly expect: { readonly domains: readonly KeyDomain[] };
}

/** Suggests key domains from words. A suggestion counts for nothing until somebody accepts it. */
export interface DomainRulebook extends RulebookHead<'domain'> {
  readonly rules: readonly DomainRule[];
  readonly examples: readonly DomainExample[];
}

export type Rulebook = GradingRulebook | CoverageRulebook | DomainRulebook;
