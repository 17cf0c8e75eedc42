import { FALSE, type Combine, type Diagram, type Ref } from './diagram.ts';
import { onAxis, visitNodes } from './diagram-path.ts';

/** Two values of one axis, the second worse than the first. */
export interface AxisStep {
  readonly level: number;
  readonly better: number;
  readonly worse: number;
}

/** Where a relation holds between what a function is on both sides of a step, whatever the axis itself is at. */
export function beside(
  diagram: Diagram,
  { level, better, worse }: AxisStep,
  relation: Combine,
): (ref: Ref) => Ref {
  return onAxis(diagram, level, (ref) =>
    relation(diagram.childOf(ref, level, better), diagram.childOf(ref, level, worse)),
  );
}

/**
 * Those of many steps on whose sides a relation somewhere holds, found by looking at each node once.
 * @param relation must not hold between equals
 */
export function somewhereSo<Step extends AxisStep>(
  diagram: Diagram,
  ref: Ref,
  steps: readonly Step[],
  relation: Combine,
): readonly Step[] {
  const found = new Set<Step>();
  const open = diagram.sizes.map((_, level) => steps.filter((step) => step.level === level));
  visitNodes(diagram, ref, (node, level) => {
    for (const step of open[level] ?? []) {
      const [better, worse] = [step.better, step.worse].map((at) => diagram.childOf(node, level, at));
      if (!found.has(step) && relation(better ?? FALSE, worse ?? FALSE) !== FALSE) found.add(step);
    }
  });
  return steps.filter((step) => found.has(step));
}
