import type { FactDefinition } from '../fact-definition.ts';
import type { FactAxis } from '../fact-space.ts';
import { combinedAll, valuesOfAxis, type Sets } from './boolean-diagram.ts';
import { FALSE, TRUE, type Ref } from './diagram.ts';

/** The combinations of facts that can occur: a part is never more than its whole, a count is the count of its parts. */
export function possibleFacts(
  sets: Sets,
  axes: readonly FactAxis[],
  definitions: readonly FactDefinition[],
): Ref {
  const constraints = definitions.flatMap((fact) => {
    const level = levelOf(axes, fact.name);
    if (level === -1) return [];
    if (fact.derived !== undefined && 'countTrue' in fact.derived) {
      return [countedSet(sets, axes, level, fact.derived.countTrue)];
    }
    const whole = fact.type === 'number' && fact.partOf !== undefined ? levelOf(axes, fact.partOf) : -1;
    return whole === -1 ? [] : [partSet(sets, axes, level, whole)];
  });
  return combinedAll(constraints, sets.and, TRUE);
}

/**
 * The parts of counts that must be looked at themselves because something else looks at them too: another count, or
 * a rule. Of other counts only the number matters.
 */
export function entangledParts(
  definitions: readonly FactDefinition[],
  mentioned: ReadonlySet<string>,
): readonly string[] {
  const counts = definitions.flatMap(({ name, derived }) =>
    mentioned.has(name) && derived !== undefined && 'countTrue' in derived ? [derived.countTrue] : [],
  );
  const isShared = (part: string) =>
    mentioned.has(part) || counts.filter((parts) => parts.includes(part)).length > 1;
  return [...new Set(counts.filter((parts) => parts.some(isShared)).flat())];
}

function partSet({ diagram, and, or }: Sets, axes: readonly FactAxis[], part: number, whole: number): Ref {
  const wholes = axes[whole]?.values ?? [];
  const sets = (axes[part]?.values ?? []).map((value, index) =>
    and(
      valuesOfAxis(diagram, part, (at) => at === index),
      valuesOfAxis(diagram, whole, (at) => {
        const most = wholes[at];
        return typeof value !== 'number' || typeof most !== 'number' || value <= most;
      }),
    ),
  );
  return combinedAll(sets, or, FALSE);
}

/** Stands for a count of which a part is unknown; more than there can be parts. */
const UNKNOWN_COUNT = 1000;

function countedSet(sets: Sets, axes: readonly FactAxis[], level: number, parts: readonly string[]): Ref {
  const { diagram, and, or } = sets;
  const levels = parts.map((part) => levelOf(axes, part)).filter((at) => at !== -1);
  const unseen = parts.length - levels.length;
  const count = countOf(sets, axes, levels);
  const values = axes[level]?.values ?? [];
  const rows = values.map((value, index) => {
    const next = values[index + 1];
    const isPossible = (counted: number): boolean => {
      if (typeof value !== 'number') return counted === UNKNOWN_COUNT || unseen > 0;
      const isBelow = typeof next !== 'number' || counted < next;
      return counted !== UNKNOWN_COUNT && isBelow && value <= counted + unseen;
    };
    const possible = diagram.mapping((counted) => (isPossible(counted) ? 1 : 0))(count);
    return and(
      valuesOfAxis(diagram, level, (at) => at === index),
      possible,
    );
  });
  return combinedAll(rows, or, FALSE);
}

function countOf({ diagram }: Sets, axes: readonly FactAxis[], levels: readonly number[]): Ref {
  const one = (level: number): Ref => {
    const values = axes[level]?.values ?? [];
    const unknown = valuesOfAxis(diagram, level, (index) => values[index] === null);
    const isTrue = valuesOfAxis(diagram, level, (index) => values[index] === true);
    return add(diagram.mapping((is) => is * UNKNOWN_COUNT)(unknown), isTrue);
  };
  const add = diagram.operation((left, right) => Math.min(left + right, UNKNOWN_COUNT));
  // Two unknown parts are as unknown as one; a true part beside them does not matter.
  return combinedAll(levels.map(one), add, FALSE);
}

function levelOf(axes: readonly FactAxis[], fact: string): number {
  return axes.findIndex(({ name }) => name === fact);
}
