import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import {
  isNumberClass,
  type CaseFacts,
  type CaseScheme,
  type NumberClass,
  type OwnClass,
} from '../grading/case.ts';

/** A fact by which the points of a case are told apart, where the case itself is not cut finely enough. */
export interface CutFact {
  readonly name: string;
  /** `whole`: told apart by the value itself. */
  readonly cuts: readonly number[] | 'whole';
  /** The bureau's own fact; `null` is the program's number of measures. */
  readonly declared: DeclaredFact | null;
}

/** What a query found of a cut fact: the number's class by its position, or the value itself; `null` is unknown. */
export type CutValue = number | string | null;

/** Standing points of a case that the cut facts do not tell apart. */
export interface PointsPart {
  readonly caseId: number;
  readonly cut: string;
  readonly values: readonly CutValue[];
  readonly points: number;
  /** Whether they follow the rules: nobody decided about them. */
  readonly isFollowing: boolean;
}

/** Whether one rulebook whose cuts these are judges all points of a case alike. */
export function isCutFor(scheme: CaseScheme, { measureCount, own }: CaseFacts): boolean {
  return (
    isWithin(measureCount, scheme.measureCount) &&
    Object.entries(scheme.own).every(([name, cuts]) => {
      const value = own[name];
      if (value === undefined) return false;
      return !isNumberClass(value) || (cuts !== 'whole' && isWithin(value, cuts));
    })
  );
}

/**
 * The facts by which points have to be told apart for a scheme, always in the same order.
 * @throws TypeError when the scheme looks at an own fact that is not declared: that is a bug of the caller.
 */
export function cutFacts(
  { measureCount, own }: CaseScheme,
  facts: readonly DeclaredFact[],
): readonly CutFact[] {
  const names = Object.keys(own).sort();
  return [
    { name: 'measureCount', cuts: measureCount, declared: null },
    ...names.map((name) => {
      const declared = facts.find((fact) => fact.name === name);
      if (declared === undefined) throw new TypeError(`nobody declares the fact ${name}`);
      return { name, cuts: own[name] ?? 'whole', declared };
    }),
  ];
}

/** Those of the facts by which one of these cases is told apart: of the others every case says enough. */
export function factsThatTear(facts: readonly CutFact[], cases: readonly CaseFacts[]): readonly CutFact[] {
  return facts.filter((fact) => cases.some((one) => !isEnough(fact, one)));
}

function isEnough({ name, cuts }: CutFact, { measureCount, own }: CaseFacts): boolean {
  const value = name === 'measureCount' ? measureCount : own[name];
  if (value === undefined) return false;
  return !isNumberClass(value) || (cuts !== 'whole' && isWithin(value, cuts));
}

/** More parts than this of a case are not looked at one by one. */
const MOST_PARTS = 64;

/**
 * Every part that points of a case might be, by these facts and as far as the case itself says; `null` where there are
 * too many to look at.
 */
export function possibleParts(
  known: CaseFacts,
  facts: readonly CutFact[],
): readonly (readonly CutValue[])[] | null {
  const values = facts.map((fact) => possibleValues(known, fact));
  if (values.reduce((product, some) => product * some.length, 1) > MOST_PARTS) return null;
  return values.reduce<readonly (readonly CutValue[])[]>(
    (parts, some) => parts.flatMap((part) => some.map((value) => [...part, value])),
    [[]],
  );
}

function possibleValues(
  { measureCount, own }: CaseFacts,
  { name, cuts, declared }: CutFact,
): readonly CutValue[] {
  const value = declared === null ? measureCount : own[name];
  if (value === null) return [null];
  if (typeof value === 'string') return [value];
  if (typeof value === 'boolean') return [value ? 1 : 0];
  if (cuts === 'whole') {
    return declared?.type === 'boolean'
      ? [null, 0, 1]
      : [null, ...(declared?.options ?? []).map(({ code }) => code)];
  }
  const classes = Array.from({ length: cuts.length + 1 }, (_, index) => index);
  if (value === undefined) return [null, ...classes];
  return classes.filter((index) => {
    const [from, below] = [cuts[index - 1] ?? -Infinity, cuts[index] ?? Infinity];
    return from < (value.below ?? Infinity) && below > (value.from ?? -Infinity);
  });
}

/**
 * A part of a case: the points that have these values of the cut facts, as a case of its own. What the cut facts do not
 * speak of is as it was.
 */
export function partOf(facts: CaseFacts, cut: readonly CutFact[], values: readonly CutValue[]): CaseFacts {
  const classes = cut.map((fact, index) => [fact.name, classAt(values[index] ?? null, fact)] as const);
  const own = classes.filter(([name]) => name !== 'measureCount');
  const measureCount = classes.find(([name]) => name === 'measureCount')?.[1] ?? facts.measureCount;
  if (!isNumberClass(measureCount)) throw new TypeError('measureCount is cut as a number');
  return { ...facts, measureCount, own: { ...facts.own, ...Object.fromEntries(own) } };
}

function classAt(value: CutValue, { cuts, declared }: CutFact): OwnClass {
  if (value === null) return null;
  if (cuts === 'whole') return declared?.type === 'boolean' ? value === 1 : String(value);
  const index = Number(value);
  return { from: cuts[index - 1] ?? null, below: cuts[index] ?? null };
}

function isWithin({ from, below }: NumberClass, cuts: readonly number[]): boolean {
  return !cuts.some((cut) => cut > (from ?? -Infinity) && cut < (below ?? Infinity));
}
