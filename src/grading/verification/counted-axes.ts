import { definitionIn } from '../../rulebooks/rulebook-facts.ts';
import type { FactValue } from '../../rulebooks/fact-type.ts';
import type { GradingRulebook } from '../../rulebooks/rulebook.ts';
import { combinedAll } from '../../rulebooks/verification/boolean-diagram.ts';
import { FALSE, type Ref } from '../../rulebooks/verification/diagram.ts';
import { cofactors, type Path } from '../../rulebooks/verification/diagram-path.ts';
import type { FactDiagram } from '../../rulebooks/verification/fact-diagram.ts';

/** Counts all of whose parts stand in the space beside them: they follow from their parts and take no step alone. */
export interface CountedAxes {
  readonly names: readonly string[];
  /** The counts that a part belongs to. */
  countsOf(part: string): readonly string[];
  /** A function that is 0 where facts cannot occur, freed from the counts. */
  without(ref: Ref): Ref;
  /** A path whose counts are those of its parts. */
  completed(path: Path): Path;
}

interface Count {
  readonly name: string;
  readonly level: number;
  readonly values: readonly FactValue[];
  readonly parts: readonly string[];
}

/** The counts in a rulebook's fact space that follow from their parts. */
export function countedAxes(rulebook: GradingRulebook, space: FactDiagram): CountedAxes {
  const { diagram, axes, otherwise } = space;
  const names = axes.map(({ name }) => name);
  const counts = axes.flatMap(({ name, values }, level): readonly Count[] => {
    const derived = definitionIn(rulebook, name)?.derived;
    const parts = derived !== undefined && 'countTrue' in derived ? derived.countTrue : [];
    return parts.length > 0 && parts.every((part) => names.includes(part))
      ? [{ name, level, values, parts }]
      : [];
  });
  const freed = counts.map(({ level }) => {
    const values = diagram.indexes(level).map((index) => cofactors(diagram, level, index));
    const free = (ref: Ref): readonly Ref[] => values.map((cofactor) => cofactor(ref));
    return (ref: Ref): Ref => combinedAll(free(ref), otherwise, FALSE);
  });
  const valueAt = (path: Path, fact: string): FactValue => {
    const level = names.indexOf(fact);
    return axes[level]?.values[path[level] ?? 0] ?? null;
  };
  return {
    names: counts.map(({ name }) => name),
    countsOf: (part) => counts.filter(({ parts }) => parts.includes(part)).map(({ name }) => name),
    without: (ref) => freed.reduce((free, without) => without(free), ref),
    completed: (path) =>
      counts.reduce<Path>((soFar, { level, values, parts }) => {
        const known = parts.map((part) => valueAt(path, part));
        return soFar.with(level, positionOf(values, known));
      }, path),
  };
}

// The class of a number begins at the value that stands for it.
function positionOf(values: readonly FactValue[], parts: readonly FactValue[]): number {
  if (parts.includes(null)) return Math.max(0, values.indexOf(null));
  const count = parts.filter((part) => part === true).length;
  return values.findLastIndex((value) => typeof value === 'number' && value <= count);
}
