import { stepOn } from '../grading/class.ts';
import type { ParsedRulebook } from '../rulebooks/rulebook-schema.ts';
import type { RulebookCheck } from '../rulebooks/rulebook-check.ts';
import type { RulebookFinding } from '../rulebooks/rulebook-finding.ts';
import type { Grade, GradingRulebook, Rulebook, Scale } from '../rulebooks/rulebook.ts';
import type { AssessedCount } from './assessed-count.ts';
import type { Draft } from './draft.ts';
import type { RulebookEffect } from './effect/rulebook-effect.ts';
import { factsKey } from './facts-key.ts';
import type { Standing } from './scale-change.ts';
import { exampleAt, isOutdated } from './outdated-example.ts';

/** Everything that the workbench shows of a draft. */
export interface Bench {
  readonly draft: Draft;
  readonly unit: string;
  readonly parsed: ParsedRulebook;
  /** The version that the draft is based on. */
  readonly base: Rulebook;
  /** The version that the draft would replace. */
  readonly inForce: { readonly id: number; readonly version: string; readonly body: Rulebook };
  /** What the scales of a grading draft are compared with; `null` for another kind. */
  readonly standing: Standing | null;
  readonly campaign: { readonly id: number; readonly year: number; readonly bureauId: number } | null;
  readonly check: RulebookCheck;
  /** `null` where it cannot be said: an unsound draft, no campaign. */
  readonly effect: RulebookEffect | null;
  readonly counts: readonly AssessedCount[];
  /** The grade that each example now gets, in their order. */
  readonly exampleGrades: readonly (Grade | null)[];
}

/** The findings that are still open: an inversion that the rulebook explains is none. */
export function openFindings({ check, parsed }: Pick<Bench, 'check' | 'parsed'>): readonly RulebookFinding[] {
  const rulebook = 'rulebook' in parsed && parsed.rulebook.kind === 'grading' ? parsed.rulebook : null;
  const explained = new Set(
    (rulebook?.explained ?? []).map(({ better, worse }) => `${factsKey(better)} ${factsKey(worse)}`),
  );
  return check.findings.filter(
    ({ kind, facts, against }) =>
      kind !== 'non-monotone' || !explained.has(`${factsKey(against ?? {})} ${factsKey(facts)}`),
  );
}

/**
 * What of the open findings keeps a draft from being proposed: a rule that never decides or is not needed does not,
 * nor an example that only says what the rules said before.
 */
export function blocking(checked: Pick<Bench, 'check' | 'parsed' | 'base'>): readonly RulebookFinding[] {
  const { parsed, base } = checked;
  return openFindings(checked).filter((finding) => {
    if (finding.kind !== 'example') return !['unreachable', 'redundant'].includes(finding.kind);
    return !('rulebook' in parsed && isOutdated(finding, parsed.rulebook, base));
  });
}

/** Where the examples stand that only say what the rules said before; proposing makes them say what holds now. */
export function outdatedExamples(checked: Pick<Bench, 'check' | 'parsed' | 'base'>): readonly number[] {
  const { check, parsed, base } = checked;
  if (!('rulebook' in parsed)) return [];
  return check.findings.flatMap((finding) => {
    const at = exampleAt(finding);
    return at !== null && isOutdated(finding, parsed.rulebook, base) ? [at] : [];
  });
}

/** How many points stand in a cell of the matrix, values of other scales by their mapping. */
export function pointsInCell(
  { base, scales }: GradingRulebook,
  counts: readonly AssessedCount[],
  cell: { readonly row: string; readonly column: string },
): number {
  if (!('cells' in base)) return 0;
  const { rows, columns } = base;
  return counts
    .filter((count) => stepOn(scales[rows], count[rows]) === cell.row)
    .filter((count) => stepOn(scales[columns], count[columns]) === cell.column)
    .reduce((sum, { points }) => sum + points, 0);
}

/** A scale in force, what it becomes in a draft, and of which fact. */
export type ScalePair = readonly [Scale, Scale, 'probability' | 'harm'];

/** How many points have a value that counts as a step of a scale in force and as none of the draft's. */
export function pointsLosingStep(scales: readonly ScalePair[], counts: readonly AssessedCount[]): number {
  return counts
    .filter((count) =>
      scales.some(
        ([inForce, draft, fact]) =>
          stepOn(inForce, count[fact]) !== null && stepOn(draft, count[fact]) === null,
      ),
    )
    .reduce((sum, { points }) => sum + points, 0);
}
