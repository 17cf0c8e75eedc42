import { KEY_DOMAINS, type KeyDomain } from '../../src/organisation/key-domain.ts';
import type { Grade } from '../../src/rulebooks/rulebook.ts';
import { aPoint } from '../support/grading-builder.ts';
import type { WantedPoint } from '../support/graded-campaign.ts';
import { seededRandom, type Random } from './random.ts';

/** A point with what its form declares, and the day on which somebody set what is known of it. */
export interface BenchPoint extends WantedPoint {
  readonly declared: Grade | null;
  readonly setOn: string;
}

/**
 * Risk points as bureaus have them: most are ordinary, a few serious; some domains are named often; what is known of a
 * point is uneven; amounts are mostly small and sometimes very large; forms declare grades as they are apt to, rather
 * too mild; a part is decided already.
 */
export function benchPoints(count: number, seed: number): readonly BenchPoint[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => pointOf(random));
}

function pointOf(random: Random): BenchPoint {
  const domain = random.chance(0.07) ? null : domainOf(random);
  const probability = random.among(PROBABILITIES);
  // What is likely is harmful more often.
  const harm = random.among(probability === 'high' ? HARMS_OF_LIKELY : HARMS);
  const amount = random.chance(0.6) ? Math.round(10 ** (random.next() * 2 + random.next() * 2)) : null;
  const rotationOverdue = random.chance(0.7) ? random.chance(0.2) : null;
  const facts = aPoint({ probability, harm, domain, measureCount: 1 + random.below(4, 2) });
  return {
    facts: { ...facts, own: { amount, rotationOverdue } },
    override: random.chance(0.04) ? gradeOf(random) : null,
    approved: random.chance(0.1) ? gradeOf(random) : null,
    isWithdrawn: random.chance(0.03),
    domains: random.chance(0.25) ? [domainOf(random)] : [],
    declared: random.chance(0.8) ? random.among(DECLARED) : null,
    setOn: dayOf(random),
  };
}

/** A working hour of a spring, in which forms are filled in. */
export function dayOf(random: Random): string {
  return new Date(SPRING + random.below(DAYS) * DAY + random.below(9) * HOUR).toISOString();
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DAYS = 50;
const SPRING = Date.UTC(2021, 2, 3, 1);

const DECLARED: readonly (readonly [Grade, number])[] = [
  [1, 1],
  [2, 3],
  [3, 6],
];

const PROBABILITIES = [
  ['small', 45],
  ['fairly-high', 35],
  ['high', 12],
  [null, 8],
] as const;
const HARMS = [
  ['limited', 50],
  ['fairly-serious', 32],
  ['serious', 10],
  [null, 8],
] as const;
const HARMS_OF_LIKELY = [
  ['limited', 20],
  ['fairly-serious', 40],
  ['serious', 40],
] as const;

/** One of the key domains, the first of the notice far oftener than the last. */
export function domainOf(random: Random): KeyDomain {
  return KEY_DOMAINS[random.below(KEY_DOMAINS.length, 1.8)] ?? 'finance';
}

function gradeOf(random: Random): Grade {
  return random.among([
    [1, 2],
    [2, 4],
    [3, 4],
  ]);
}
