import type { MatrixBase } from '../rulebooks/grading-base.ts';
import type { Grade, GradingRulebook, MatrixCell, ScaleStep } from '../rulebooks/rulebook.ts';
import { faultAt, isFaulty, refuse, type EditResult } from './edit-fault.ts';
import { scaleWithSteps, stepCodes } from './scale-code.ts';
import { withStepAlike } from './scale-condition.ts';
import { STEPS, type ScaleEdit, type ScaleFact, type Standing } from './scale-change.ts';
import { wordFaults } from './scale-words.ts';

type Addition = Extract<ScaleEdit, { kind: 'add-step' }>;

/** The standing step next to a place: the next milder one, or the mildest. */
export function neighbourAt(steps: readonly ScaleStep[], at: number): ScaleStep | null {
  return steps[at - 1] ?? steps[0] ?? null;
}

/** The grades that a neighbour has in the matrix, by the other scale's step; `null` without a matrix. */
export function gradesOf(
  { base, scales }: GradingRulebook,
  fact: ScaleFact,
  step: string,
): ReadonlyMap<string, Grade> | null {
  if (!('cells' in base)) return null;
  const others = stepCodes(scales[otherAxis(base, fact)]);
  const found = others.flatMap((other) => {
    const cell = base.cells.find((one) => isAt(one, base, fact, step, other));
    return cell === undefined ? [] : [[other, cell.grade] as const];
  });
  return new Map(found);
}

/**
 * Puts a step into a scale. In a matrix it gets a row or column: the grades as asked, each resting on the rules on which
 * its neighbour's cell rests, which hold of the new step from now on as they do of the neighbour.
 */
export function addStep(rulebook: GradingRulebook, change: Addition, standing: Standing): EditResult {
  const { fact, at, zh, en } = change;
  const { steps } = rulebook.scales[fact];
  if (steps.length >= STEPS.most) return refuse('step', 'full');
  const neighbour = neighbourAt(steps, at);
  if (neighbour === null || at < 0 || at > steps.length) return refuse('step', 'gone');
  const { base } = rulebook;
  const others = 'cells' in base ? stepCodes(rulebook.scales[otherAxis(base, fact)]) : [];
  const ungraded = others.filter((other) => change.grades[other] === undefined);
  const faults = [
    ...wordFaults({ zh, en }, steps, (word) => word),
    ...ungraded.map((other) => faultAt('grade', 'missing', `grade/${other}`)),
  ];
  if (isFaulty(faults)) return { faults };
  const step = { code: newCode(en, steps), zh, en, aliases: [] };
  const scale = scaleWithSteps(rulebook, fact, steps.toSpliced(at, 0, step), standing);
  const extended = { ...rulebook, scales: { ...rulebook.scales, [fact]: scale } };
  if (!('cells' in base)) return { rulebook: extended };
  const side = at === 0 ? 'below' : 'above';
  const alike = { like: neighbour.code, step: step.code, side } as const;
  return { rulebook: { ...extended, base: withLine(base, change, others, alike) } };
}

function withLine(
  base: MatrixBase,
  { fact, grades }: Addition,
  others: readonly string[],
  alike: { readonly like: string; readonly step: string; readonly side: 'above' | 'below' },
): MatrixBase {
  const cells = others.map((other): MatrixCell => {
    const near = base.cells.find((cell) => isAt(cell, base, fact, alike.like, other));
    const [row, column] = base.rows === fact ? [alike.step, other] : [other, alike.step];
    return { row, column, grade: grades[other] ?? near?.grade ?? 1, rules: near?.rules ?? [] };
  });
  const rules = base.rules.map((rule) => ({ ...rule, when: withStepAlike(rule.when, fact, alike) }));
  return { ...base, rules, cells: [...base.cells, ...cells] };
}

function isAt(cell: MatrixCell, base: MatrixBase, fact: ScaleFact, step: string, other: string): boolean {
  const [own, across] = base.rows === fact ? [cell.row, cell.column] : [cell.column, cell.row];
  return own === step && across === other;
}

/** The scale across from a fact's in a matrix. */
export function otherAxis(base: MatrixBase, fact: ScaleFact): ScaleFact {
  return base.rows === fact ? base.columns : base.rows;
}

// A code from the English word, so that the rulebook's text stays readable.
function newCode(en: string, steps: readonly ScaleStep[]): string {
  const plain = en
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^[-0-9]+|-+$/gu, '');
  const stem = plain === '' ? 'step' : plain;
  const taken = new Set(steps.map(({ code }) => code));
  const numbered = Array.from({ length: STEPS.most }, (_, index) => `${stem}-${String(index + 2)}`);
  return [stem, ...numbered].find((code) => !taken.has(code)) ?? stem;
}
