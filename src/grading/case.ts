import type { KeyDomain } from '../organisation/key-domain.ts';
import type { FactValue } from '../rulebooks/fact-type.ts';

/** A step on a named scale; a step means nothing without its scale. */
export interface ScaleValue {
  readonly scale: string;
  readonly step: string;
}

/** A value as a row keeps it, in two columns; `null` where either is not there. */
export function scaleValue(scale: string | null, step: string | null): ScaleValue | null {
  return scale === null || step === null ? null : { scale, step };
}

/** What is known of one risk point. `null` is unknown, a value of its own. */
export interface PointFacts {
  readonly probability: ScaleValue | null;
  readonly harm: ScaleValue | null;
  /** The main domain, once somebody accepted it. */
  readonly domain: KeyDomain | null;
  readonly measureCount: number;
  /** The bureau's own facts by name, those of the post and derived ones included; a fact left out is unknown. */
  readonly own: Readonly<Record<string, FactValue>>;
}

/** Numbers that no rulebook tells apart: `from` ≤ number < `below`; `null` is without bound. */
export interface NumberClass {
  readonly from: number | null;
  readonly below: number | null;
}

/** One distinct combination of facts, numbers cut at the thresholds that rulebooks name (情形组合). */
export interface CaseFacts {
  readonly subject: 'risk-point';
  readonly probability: ScaleValue | null;
  readonly harm: ScaleValue | null;
  readonly domain: KeyDomain | null;
  readonly measureCount: NumberClass;
  /** The own facts that the scheme knows. */
  readonly own: Readonly<Record<string, OwnClass>>;
}

/** A value of a fact that the bureau added, as far as rulebooks tell it apart; `null` is unknown. */
export type OwnClass = string | boolean | NumberClass | null;

/** The thresholds of each number, ascending. A number ≥ a threshold falls above it. */
export interface CaseScheme {
  readonly measureCount: readonly number[];
  /** The own facts that count, each number with its thresholds; other values are kept whole. */
  readonly own: Readonly<Record<string, readonly number[] | 'whole'>>;
}

/** The case of a point under a scheme: exact, because rulebooks see a number only through the scheme's cuts. */
export function caseOf(facts: PointFacts, scheme: CaseScheme): CaseFacts {
  const own = Object.entries(scheme.own).map(([name, cuts]): [string, OwnClass] => [
    name,
    ownClass(facts.own[name] ?? null, cuts),
  ]);
  return {
    subject: 'risk-point',
    ...facts,
    measureCount: classOf(facts.measureCount, scheme.measureCount),
    own: Object.fromEntries(own),
  };
}

/** A text that is equal for two cases exactly when they are the same case. */
export function caseKey(facts: CaseFacts): string {
  return [
    facts.subject,
    `probability=${scaleKey(facts.probability)}`,
    `harm=${scaleKey(facts.harm)}`,
    `domain=${facts.domain ?? '?'}`,
    `measureCount=${intervalKey(facts.measureCount)}`,
    ...Object.entries(facts.own)
      .map(([name, value]) => `${name}=${ownKey(value)}`)
      .sort(),
  ].join(' ');
}

/** Whether facts are the same, whatever rulebooks make of them. */
export function areSameFacts(one: PointFacts, other: PointFacts): boolean {
  return factsKey(one) === factsKey(other);
}

/** Whether a value is a class of numbers. */
export function isNumberClass(value: OwnClass): value is NumberClass {
  return typeof value === 'object' && value !== null;
}

function factsKey({ probability, harm, domain, measureCount, own }: PointFacts): string {
  const known = Object.entries(own).filter(([, value]) => value !== null);
  return JSON.stringify([scaleKey(probability), scaleKey(harm), domain, measureCount, known.sort()]);
}

function ownClass(value: FactValue, cuts: readonly number[] | 'whole'): OwnClass {
  if (typeof value === 'number') return classOf(value, cuts === 'whole' ? [] : cuts);
  return value;
}

function ownKey(value: OwnClass): string {
  if (value === null) return '?';
  return isNumberClass(value) ? intervalKey(value) : String(value);
}

function intervalKey({ from, below }: NumberClass): string {
  return `${String(from ?? '')}..${String(below ?? '')}`;
}

function classOf(value: number, cuts: readonly number[]): NumberClass {
  const above = cuts.findIndex((cut) => value < cut);
  const index = above === -1 ? cuts.length : above;
  return { from: cuts[index - 1] ?? null, below: cuts[index] ?? null };
}

function scaleKey(value: ScaleValue | null): string {
  return value === null ? '?' : `${value.scale}/${value.step}`;
}
