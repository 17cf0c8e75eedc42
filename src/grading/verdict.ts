import type { Grade } from '../rulebooks/rulebook.ts';
import type { CaseFacts } from './case.ts';

/** A rule and the clause it rests on, by their names in the rulebook. */
export interface Because {
  readonly rule: string;
  readonly clause: string;
}

/** What a rulebook version says of a case (定级结果). */
export type Verdict =
  | {
      readonly grade: Grade;
      /** The rules that decided, most decisive first. */
      readonly because: readonly Because[];
      /** Rules that applied without deciding. */
      readonly also: readonly Because[];
    }
  | {
      readonly grade: null;
      /** Required facts that are unknown (or known only on a scale that has no mapping). */
      readonly missing: readonly string[];
      /** The grades the point could still get, severest and mildest. */
      readonly range: { readonly severest: Grade; readonly mildest: Grade };
    };

/** Judges cases by one grading rulebook. Every answer is json-rules-engine's. */
export interface GradingJudge {
  judge(facts: CaseFacts): Promise<Verdict>;
}
