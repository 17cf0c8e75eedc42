import type { RuleFacts } from '../../rulebooks/fact-type.ts';

/** What the diagrams say is wrong with a grading rulebook, before the rule engine has confirmed it. */
export type Suspicion =
  | {
      readonly kind: 'gap';
      readonly facts: RuleFacts;
      /** How many cases have no grade. */
      readonly cases: number;
    }
  | { readonly kind: 'conflict'; readonly rules: readonly [string, string]; readonly facts: RuleFacts }
  | {
      readonly kind: 'unreachable';
      readonly rule: string;
      /** The rules that decide wherever it applies. */
      readonly hiders: readonly string[];
      /** Where it applies; `null` where it never does. */
      readonly facts: RuleFacts | null;
    }
  | {
      /** A base rule that no cell names. */
      readonly kind: 'unused';
      readonly rule: string;
      readonly facts: RuleFacts | null;
    }
  | { readonly kind: 'redundant'; readonly rule: string; readonly facts: RuleFacts }
  | {
      readonly kind: 'non-monotone';
      /** The fact that is worse. */
      readonly fact: string;
      readonly better: RuleFacts;
      readonly worse: RuleFacts;
    }
  | {
      readonly kind: 'explains-nothing';
      /** Its position among the explained inversions. */
      readonly position: number;
    };
