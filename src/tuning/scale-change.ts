import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';

export type ScaleFact = 'probability' | 'harm';

export const SCALE_FACTS: readonly ScaleFact[] = ['probability', 'harm'];

/** How many steps a scale has at least and at most (issue: "scales of three to five steps"). */
export const STEPS = { least: 3, most: 5 } as const;

/** Changes of a scale, and of everything in the rulebook that names its steps. */
export type ScaleEdit =
  | {
      readonly kind: 'name-steps';
      readonly fact: ScaleFact;
      /** Only words that somebody changed. */
      readonly names: readonly { readonly code: string; readonly zh?: string; readonly en?: string }[];
    }
  | {
      readonly kind: 'add-step';
      readonly fact: ScaleFact;
      /** How many steps are milder. */
      readonly at: number;
      readonly zh: string;
      readonly en: string;
      /** The grades of its new row or column, by the other scale's step; empty without a matrix. */
      readonly grades: Readonly<Record<string, Grade>>;
    }
  | { readonly kind: 'move-step'; readonly fact: ScaleFact; readonly step: string; readonly by: -1 | 1 }
  | {
      readonly kind: 'remove-step';
      readonly fact: ScaleFact;
      readonly step: string;
      /** The step that takes its place wherever rules, examples and mappings name it. */
      readonly instead: string | null;
    }
  | {
      readonly kind: 'map-scale';
      readonly fact: ScaleFact;
      /** From each step of the scale in force; `null` for no mapping at all. */
      readonly mapping: Readonly<Record<string, string>> | null;
    };

/** The rulebooks that a draft's scales are compared with: the one in force, and the one that it is based on. */
export interface Standing {
  readonly inForce: GradingRulebook;
  readonly base: GradingRulebook;
}
