import { comparisonsOf } from './condition.ts';
import { factTypes, type FactType, type FactTypes, type FactValue } from './fact-type.ts';
import { definitionIn } from './rulebook-facts.ts';
import type { Comparison, Condition, Rulebook } from './rulebook.ts';
import { valuesToldApart } from './told-apart.ts';

/** The values of one fact that conditions tell apart: unknown first where it is possible, then in order. */
export interface FactAxis {
  readonly name: string;
  readonly values: readonly FactValue[];
}

/** All combinations of facts that conditions tell apart: finite, because numbers are cut. */
export interface FactSpace {
  readonly axes: readonly FactAxis[];
  readonly size: number;
}

/** Comparisons by the fact they speak of. */
export function comparisonsByFact(
  conditions: readonly Condition[],
): ReadonlyMap<string, readonly Comparison[]> {
  const grouped = new Map<string, Comparison[]>();
  for (const comparison of conditions.flatMap(comparisonsOf)) {
    const group = grouped.get(comparison.fact);
    if (group === undefined) grouped.set(comparison.fact, [comparison]);
    else group.push(comparison);
  }
  return grouped;
}

/**
 * The space of the facts that the conditions mention, and of `always` – facts that count without being mentioned.
 * Facts in `known` are taken as known; text has no space and must not be mentioned. Axes with fewer values come first.
 */
export function factSpace(
  rulebook: Rulebook,
  conditions: readonly Condition[],
  {
    always = [],
    known = [],
  }: { readonly always?: readonly string[]; readonly known?: readonly string[] } = {},
): FactSpace {
  const types = factTypes(rulebook);
  const mentioned = comparisonsByFact(conditions);
  const names = [...types.keys()].filter((name) => mentioned.has(name) || always.includes(name));
  const axes = names.map((name) => {
    const type = typeIn(types, name);
    const apart = valuesToldApart(type, comparisonsCutting(name, type, types, mentioned));
    const unknown = definitionIn(rulebook, name)?.canBeUnknown === true && !known.includes(name);
    return { name, values: unknown ? [null, ...apart] : apart };
  });
  // Measured on tables of 200 rules: a third to a half less work than in the order of the catalogue.
  axes.sort((left, right) => left.values.length - right.values.length);
  return { axes, size: axes.reduce((product, axis) => product * axis.values.length, 1) };
}

// A part and its whole share their cuts, so that comparing the stand-ins of two classes compares the classes.
function comparisonsCutting(
  name: string,
  type: FactType,
  types: FactTypes,
  mentioned: ReadonlyMap<string, readonly Comparison[]>,
): readonly Comparison[] {
  const whole = type.type === 'number' ? (type.partOf ?? name) : name;
  const family = [...types].filter(([other, shape]) => {
    return other === whole || (shape.type === 'number' && shape.partOf === whole);
  });
  return family.flatMap(([other]) => mentioned.get(other) ?? []);
}

function typeIn(types: FactTypes, name: string): FactType {
  const type = types.get(name);
  if (type === undefined) throw new TypeError(`unknown fact ${name}`);
  return type;
}
