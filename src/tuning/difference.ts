import type { reasonsIn } from '../rulebooks/grading-rules.ts';
import type { BothLanguages, Grade, Rulebook } from '../rulebooks/rulebook.ts';

export type NamedRule =
  Extract<Rulebook, { kind: 'coverage' | 'domain' }>['rules'][number] | ReturnType<typeof reasonsIn>[number];

/** One thing in which two versions of a rulebook differ. */
export type Difference =
  | {
      readonly kind: 'cell';
      readonly row: string;
      readonly column: string;
      readonly from: Grade | null;
      readonly to: Grade | null;
    }
  | {
      readonly kind: 'rule';
      readonly name: string;
      readonly title: BothLanguages;
      readonly from: NamedRule | null;
      readonly to: NamedRule | null;
    }
  | { readonly kind: 'order'; readonly list: 'adjustments' | 'base' | 'rules' }
  | {
      readonly kind: 'part';
      readonly part:
        'title' | 'description' | 'clauses' | 'grades' | 'scales' | 'facts' | 'requires' | 'base' | 'subject';
    }
  | { readonly kind: 'examples'; readonly added: number; readonly removed: number }
  | { readonly kind: 'explained'; readonly added: number; readonly removed: number };
