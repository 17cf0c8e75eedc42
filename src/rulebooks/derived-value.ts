import type { DeclaredFact } from './declared-fact.ts';
import type { FactValue } from './fact-type.ts';

type Values = Readonly<Record<string, FactValue>>;

/**
 * A point's own facts with all that follow from them: derived facts are computed anew, whatever they were before.
 * @param own what people set, of the point and of its post; a fact left out is unknown
 * @param pointsOfPost how many standing points its post has; of a unit's own points, how many the unit has without a post
 */
export function withDerived(
  own: Values,
  declared: readonly DeclaredFact[],
  { pointsOfPost }: { readonly pointsOfPost: number },
): Values {
  const derived = declared.filter((fact) => fact.derived !== undefined);
  const names = new Set(derived.map(({ name }) => name));
  const set = Object.entries(own).filter(([name]) => !names.has(name));
  const counted = derived.flatMap(({ name, derived: how }) =>
    how !== undefined && 'countPoints' in how ? [[name, pointsOfPost] as const] : [],
  );
  return withCounts(Object.fromEntries([...set, ...counted]), declared);
}

/** Values with every count of truths that are all known; a count whose parts are not all known stays as it was. */
export function withCounts(values: Values, declared: readonly DeclaredFact[]): Values {
  const counts = declared.flatMap(({ name, derived }): (readonly [string, number])[] => {
    if (derived === undefined || !('countTrue' in derived)) return [];
    const parts = derived.countTrue.map((part) => values[part] ?? null);
    return parts.includes(null) ? [] : [[name, parts.filter((part) => part === true).length]];
  });
  return counts.length === 0 ? values : { ...values, ...Object.fromEntries(counts) };
}

/** The truths that a fact counts; none where it is no such count. */
export function partsOf({ derived }: Pick<DeclaredFact, 'derived'>): readonly string[] {
  return derived !== undefined && 'countTrue' in derived ? derived.countTrue : [];
}

/** Whether the counts among some facts are what those of their parts that are given allow. */
export function countsFit(facts: Values, declared: readonly DeclaredFact[]): boolean {
  return declared.every((fact) => {
    const count = facts[fact.name];
    if (typeof count !== 'number') return true;
    const given = partsOf(fact).flatMap((part) => (facts[part] === undefined ? [] : [facts[part]]));
    const holding = given.filter((part) => part === true).length;
    const open = partsOf(fact).length - given.length;
    return given.length === 0 || (count >= holding && count <= holding + open);
  });
}
