import type { WorseDirection } from '../../rulebooks/fact-definition.ts';
import { definitionIn } from '../../rulebooks/rulebook-facts.ts';
import type { CountedAxes } from './counted-axes.ts';
import type { GradeDiagram } from './grade-diagram.ts';

/** From one known value of a fact to the next worse one. */
export interface OrderedStep {
  readonly fact: string;
  readonly level: number;
  /** The positions of both values on the fact's axis. */
  readonly better: number;
  readonly worse: number;
}

/**
 * Every step by which a fact gets worse. Unknown is neither better nor worse. Neighbours suffice: a grade that never
 * gets milder from one value to the next never does so further on.
 */
export function orderedSteps(
  { rulebook, space }: Pick<GradeDiagram, 'rulebook' | 'space'>,
  counted: CountedAxes,
): readonly OrderedStep[] {
  const directionOf = (name: string) => definitionIn(rulebook, name)?.worse ?? 'none';
  return space.axes.flatMap(({ name, values }, level) => {
    if (counted.names.includes(name)) return [];
    const worse = jointDirection([name, ...counted.countsOf(name)].map(directionOf));
    if (worse === 'none') return [];
    const first = values.findIndex((value) => value !== null);
    return values.slice(first + 1).map((_, offset): OrderedStep => {
      const [lower, upper] = [first + offset, first + offset + 1];
      return worse === 'up'
        ? { fact: name, level, better: lower, worse: upper }
        : { fact: name, level, better: upper, worse: lower };
    });
  });
}

// A part and its counts change together: they are worse together, or there is no saying.
function jointDirection(directions: readonly WorseDirection[]): WorseDirection {
  const [first = 'none', ...others] = directions.filter((direction) => direction !== 'none');
  return others.every((direction) => direction === first) ? first : 'none';
}
