import { definitionIn } from '../rulebooks/rulebook-facts.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { Bench } from './bench.ts';
import type { EditFault } from './edit-fault.ts';
import type { Saying } from './saying.ts';
import type { ScaleFact } from './scale-change.ts';

/** What of the page is asked for, and what of a posted form could not be saved. */
export interface ScaleVisit {
  readonly asked:
    | { readonly kind: 'add'; readonly fact: ScaleFact; readonly at: number }
    | { readonly kind: 'remove'; readonly fact: ScaleFact; readonly step: string }
    | null;
  readonly faults: readonly EditFault[];
  readonly typed: Readonly<Record<string, string>>;
}

/** A grading draft's scales with what is said of them. */
export interface ScaleSheet {
  readonly rulebook: GradingRulebook;
  readonly bench: Bench;
  readonly saying: Saying;
  readonly visit: ScaleVisit;
  readonly faults: readonly FormFault[];
}

/** One line of a list to choose from, as the page's lists print it. */
export interface ShownOption {
  readonly value: string;
  readonly label: string;
  readonly isSelected: boolean;
}

/** One word of a step, to type. */
export interface TypedWord {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly fault: string | null;
  readonly lang: string;
  readonly longest: number;
}

/** A word of a step that there is, and what it was when it was first shown: only what is another is a change. */
export interface NamedWord extends TypedWord {
  readonly seen: string;
}

/** What a fact is called. */
export function factTitleIn({ rulebook, saying }: ScaleSheet, fact: ScaleFact): string {
  return definitionIn(rulebook, fact)?.title[saying.language] ?? fact;
}
