import type { KeyDomain } from '../organisation/key-domain.ts';

/** A step on a named scale; a step means nothing without its scale. */
export interface ScaleValue {
  readonly scale: string;
  readonly step: string;
}

/** What is known of one risk point. `null` is unknown, a value of its own. */
export interface PointFacts {
  readonly probability: ScaleValue | null;
  readonly harm: ScaleValue | null;
  /** The main domain, once somebody accepted it. */
  readonly domain: KeyDomain | null;
  readonly measureCount: number;
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
}

/** The thresholds of each number, ascending. A number ≥ a threshold falls above it. */
export interface CaseScheme {
  readonly measureCount: readonly number[];
}

/** The case of a point under a scheme: exact, because rulebooks see a number only through the scheme's cuts. */
export function caseOf(facts: PointFacts, scheme: CaseScheme): CaseFacts {
  return { subject: 'risk-point', ...facts, measureCount: classOf(facts.measureCount, scheme.measureCount) };
}

/** A text that is equal for two cases exactly when they are the same case. */
export function caseKey(facts: CaseFacts): string {
  const { from, below } = facts.measureCount;
  return [
    facts.subject,
    `probability=${scaleKey(facts.probability)}`,
    `harm=${scaleKey(facts.harm)}`,
    `domain=${facts.domain ?? '?'}`,
    `measureCount=${String(from ?? '')}..${String(below ?? '')}`,
  ].join(' ');
}

function classOf(value: number, cuts: readonly number[]): NumberClass {
  const above = cuts.findIndex((cut) => value < cut);
  const index = above === -1 ? cuts.length : above;
  return { from: cuts[index - 1] ?? null, below: cuts[index] ?? null };
}

function scaleKey(value: ScaleValue | null): string {
  return value === null ? '?' : `${value.scale}/${value.step}`;
}
