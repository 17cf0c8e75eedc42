import type { FactAxis } from '../../rulebooks/fact-space.ts';
import type { FactValue, RuleFacts } from '../../rulebooks/fact-type.ts';
import type { ExplainedInversion } from '../../rulebooks/rulebook.ts';
import type { Path } from '../../rulebooks/verification/diagram-path.ts';
import type { CountedAxes } from './counted-axes.ts';
import type { GradeDiagram } from './grade-diagram.ts';
import type { InversionIdentity, InversionSearch } from './inversion-findings.ts';
import { orderedSteps } from './ordered-steps.ts';
import type { Suspicion } from './suspicion.ts';

/** Silences the inversions that a rulebook explains; says which of its explanations explain nothing. */
export function silenceExplained(
  grading: GradeDiagram,
  counted: CountedAxes,
  search: InversionSearch,
): readonly Suspicion[] {
  const { explained = [] } = grading.rulebook;
  return explained.flatMap((entry, position): readonly Suspicion[] => {
    const identity = provenIdentity(grading, counted, search, entry);
    const isSilenced = identity !== null && search.remove(identity);
    return isSilenced ? [] : [{ kind: 'explains-nothing', position }];
  });
}

// What its facts prove: both complete, apart in one fact only, the worse one for the worse, with a milder grade.
function provenIdentity(
  grading: GradeDiagram,
  counted: CountedAxes,
  search: InversionSearch,
  entry: ExplainedInversion,
): InversionIdentity | null {
  const { axes } = grading.space;
  const [better = null, worse = null] = [entry.better, entry.worse].map((facts) =>
    pathOf(axes, facts, counted),
  );
  if (better === null || worse === null) return null;
  const apart = [...axes.keys()].filter((level) => better[level] !== worse[level]);
  const [level, ...others] = apart.filter((at) => !counted.names.includes(axes[at]?.name ?? ''));
  if (level === undefined || others.length > 0 || !isForTheWorse(grading, counted, level, better, worse)) {
    return null;
  }
  const gradeOf = (path: Path) => gradeAt(grading, path);
  const [severer, milder] = [gradeOf(better), gradeOf(worse)];
  return severer > 0 && milder > severer ? search.identityOf(level, better, worse) : null;
}

function isForTheWorse(
  grading: GradeDiagram,
  counted: CountedAxes,
  level: number,
  better: Path,
  worse: Path,
): boolean {
  const step = orderedSteps(grading, counted).find((candidate) => candidate.level === level);
  const [from = 0, to = 0] = [better[level], worse[level]];
  const isKnown =
    grading.space.axes[level]?.values[from] !== null && grading.space.axes[level]?.values[to] !== null;
  return step !== undefined && isKnown && step.worse > step.better === to > from;
}

function gradeAt({ space, grade }: GradeDiagram, path: Path): number {
  const end = path.reduce((ref, index, level) => space.diagram.childOf(ref, level, index), grade);
  return -1 - end;
}

function pathOf(axes: readonly FactAxis[], facts: RuleFacts, counted: CountedAxes): Path | null {
  const path = counted.completed(axes.map(({ name, values }) => positionIn(values, facts[name] ?? null)));
  return path.includes(-1) ? null : path;
}

// A value that no rule tells apart from others is in their class: numbers in the one that begins below, options in
// that of all others, which stands last.
function positionIn(values: readonly FactValue[], value: FactValue): number {
  const exact = values.indexOf(value);
  if (exact !== -1 || value === null) return exact;
  if (typeof value === 'number') {
    return values.findLastIndex((known) => typeof known === 'number' && known <= value);
  }
  return values.length - 1;
}
