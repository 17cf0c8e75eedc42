import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import type { Clause } from '../rulebooks/rulebook.ts';
import type { BaseEdit } from './base-edit.ts';
import type { ClauseEdit } from './clause-edit.ts';
import type { GradingEdit } from './grading-edit.ts';
import type { ScaleEdit } from './scale-change.ts';
import type { EditableRule, RuleList } from './rule-list.ts';

/** One change of a draft, as the page posts it. */
export type DraftEdit =
  | GradingEdit
  | ScaleEdit
  | ClauseEdit
  | BaseEdit
  | {
      readonly kind: 'put-rule';
      readonly list: RuleList;
      /** The rule that it takes the place of; `null` adds it. */
      readonly replaces: string | null;
      /** The rule that it stands behind, `null` for none; left out, where it stood or at the end. */
      readonly after?: string | null;
      readonly rule: EditableRule;
      /** A clause that the rule is the first to name. */
      readonly clause: Clause | null;
      /** What the bureau added to the catalogue: the rulebook comes to declare what the rule speaks of. */
      readonly added?: readonly DeclaredFact[];
    }
  | { readonly kind: 'move-rule'; readonly list: RuleList; readonly name: string; readonly by: -1 | 1 }
  | { readonly kind: 'remove-rule'; readonly list: RuleList; readonly name: string }
  | { readonly kind: 'remove-example'; readonly at: number };
