import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import { withDerived } from '../rulebooks/derived-value.ts';
import type { FactValue } from '../rulebooks/fact-type.ts';
import type { KnownFact } from './own-fact.ts';

/** A point with what its facts follow from. */
export interface PointOfPost {
  readonly known: readonly KnownFact[];
  readonly ofPost: readonly KnownFact[];
  readonly pointsOfPost: number;
}

export type FactWrite = Omit<KnownFact, 'value'> & { readonly value: FactValue };

/** Derived facts are the program's own. */
export const COMPUTED_BY = 'qinglian';

/**
 * What must be written so that a point has its post's facts and all that is derived. What is set of the point itself,
 * and facts that nobody declares any more, stay as they are.
 */
export function factWrites(
  { known, ofPost, pointsOfPost }: PointOfPost,
  declared: readonly DeclaredFact[],
  at: string,
): readonly FactWrite[] {
  const before = new Map(known.map((fact) => [fact.fact, fact]));
  const isOfPost = new Set(declared.filter(isSetOfPost).map(({ name }) => name));
  const set = [
    ...known.filter(({ fact }) => !isOfPost.has(fact)),
    ...ofPost.filter(({ fact }) => isOfPost.has(fact)),
  ];
  const after = withDerived(Object.fromEntries(set.map(({ fact, value }) => [fact, value])), declared, {
    pointsOfPost,
  });
  const names = new Set([...before.keys(), ...Object.keys(after)]);
  return [...names]
    .filter((fact) => (after[fact] ?? null) !== (before.get(fact)?.value ?? null))
    .map((fact) => {
      const source = ofPost.find((one) => one.fact === fact);
      const { setBy, setAt } = source ?? { setBy: COMPUTED_BY, setAt: at };
      return { fact, value: after[fact] ?? null, setBy, setAt };
    });
}

/** Whether people set a fact of the post, for all of its points. */
export function isSetOfPost({ of, derived }: DeclaredFact): boolean {
  return of === 'post' && derived === undefined;
}

export function countsPoints(declared: readonly DeclaredFact[]): boolean {
  return declared.some(({ derived }) => derived !== undefined && 'countPoints' in derived);
}
