import type { GradingRulebook } from '../../rulebooks/rulebook.ts';
import type { Budget } from '../../rulebooks/verification/budget.ts';
import { sizeOf } from '../../rulebooks/verification/diagram-path.ts';
import { adjustmentSuspicions } from './adjustment-findings.ts';
import { baseSuspicions } from './base-findings.ts';
import { countedAxes } from './counted-axes.ts';
import { decidersOf } from './deciding.ts';
import { silenceExplained } from './explained.ts';
import { gradeDiagram } from './grade-diagram.ts';
import { InversionSearch, type InversionsLeft } from './inversion-findings.ts';
import type { Suspicion } from './suspicion.ts';

/** What the whole fact space of a grading rulebook shows. */
export interface Suspicions {
  /** How many cases can occur. */
  readonly cases: number;
  readonly suspicions: readonly Suspicion[];
  readonly inversionsLeft: InversionsLeft;
}

/**
 * Searches the whole fact space of a grading rulebook by decision diagrams.
 * @throws BudgetExceeded
 */
export function gradeSuspicions(rulebook: GradingRulebook, budget: Budget): Suspicions {
  const grading = gradeDiagram(rulebook, budget);
  const { diagram, possible, factsAt, axes } = grading.space;
  const deciders = decidersOf(grading);
  const counted = countedAxes(rulebook, grading.space);
  const search = new InversionSearch(grading, deciders, counted);
  const unexplaining = silenceExplained(grading, counted, search);
  const suspicions = [
    ...baseSuspicions(grading),
    ...adjustmentSuspicions(grading, deciders),
    ...search.rest().map(({ step, better, worse }): Suspicion => {
      const fact = axes[step.level]?.name ?? step.fact;
      return { kind: 'non-monotone', fact, better: factsAt(better), worse: factsAt(worse) };
    }),
    ...unexplaining,
  ];
  // Counted last: where the budget ends in it, everything else is known.
  return { cases: sizeOf(diagram, possible), suspicions, inversionsLeft: search.left() };
}
