import type { Choice } from './choice-page.ts';
import type { FindingPlace } from './finding-place-page.ts';

export interface FindingView {
  readonly kind: string;
  readonly message: string;
  readonly fix: string;
  readonly line: string | null;
  readonly facts: string | null;
  /** Where on the page it is put right. */
  readonly places: readonly FindingPlace[];
  /** Adds the finding's facts as an example, with the grade that is wanted. */
  readonly example: ExampleOffer | null;
  readonly explain: {
    readonly better: string;
    readonly worse: string;
    readonly clauses: readonly Choice[];
  } | null;
  /** Of an example that fails: its position and the grade that it now gets. */
  readonly accept: { readonly at: number; readonly grade: string; readonly text: string } | null;
}

export interface ExampleOffer {
  readonly facts: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly grades: readonly Choice[];
}

export interface CheckView {
  readonly sub: string;
  readonly fine: readonly string[];
  readonly findings: readonly FindingView[];
  readonly more: string | null;
  readonly explained: string | null;
  /** What the reader should know, such as that only a sample was looked at. */
  readonly warnings: readonly string[];
}
