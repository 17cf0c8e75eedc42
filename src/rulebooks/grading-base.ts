import type { BaseRule, Condition, Grade, MatrixCell, RuleWords } from './rulebook.ts';

/** A base as a crosstab of two scales. */
export interface MatrixBase {
  readonly rows: 'probability' | 'harm';
  readonly columns: 'probability' | 'harm';
  readonly rules: readonly BaseRule[];
  readonly cells: readonly MatrixCell[];
}

/** A rule that gives a grade by itself. */
export interface DecisionRule extends RuleWords {
  readonly when: Condition;
  readonly grade: Grade;
}

/**
 * A base as a decision table, for standards that do not look at probability and harm. Its hit policy (DMN 1.5, 8.2.8)
 * says what holds where several rules apply: the `first` in their order, or `any`, where they have to agree.
 */
export interface TableBase {
  readonly hitPolicy: 'first' | 'any';
  readonly decisions: readonly DecisionRule[];
  /** What holds where no rule applies. */
  readonly otherwise?: RuleWords & { readonly grade: Grade };
}
