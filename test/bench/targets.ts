import type { BenchResult } from './suite.ts';

/** What the project promises at 100,000 points on two cores, beside what a run measured. */
export interface Target {
  readonly name: string;
  /** Milliseconds: of repeated work what 19 of 20 runs stay below. */
  readonly measured: number;
  readonly most: number;
  readonly isMet: boolean;
}

const WHAT_IF = 300;
const WHAT_IF_CUT_ANEW = 2000;
const VERIFICATION = 1000;
const ACTIVATION = 5000;
const ACTIVATION_CUT_ANEW = 15_000;

/** Every promise with whether the run kept it. */
export function targetsOf(result: BenchResult): readonly Target[] {
  const { whatIf, whatIfCutAnew, activation, activationCutAnew, rules, verification } = result;
  const whole = verification.filter(({ isSampled }) => !isSampled);
  const slowest = Math.max(0, ...whole.map(({ figures }) => figures.p95));
  return [
    target('what-if, no number cut anew (p95)', whatIf.figures.p95, WHAT_IF),
    target('what-if, two numbers cut anew (p95)', whatIfCutAnew.figures.p95, WHAT_IF_CUT_ANEW),
    target(`verification of ${String(rules)} rules, looked at as a whole (p95)`, slowest, VERIFICATION),
    target('activation after one cell', activation.milliseconds, ACTIVATION),
    target('activation, two numbers cut anew', activationCutAnew.milliseconds, ACTIVATION_CUT_ANEW),
  ];
}

function target(name: string, measured: number, most: number): Target {
  return { name, measured, most, isMet: measured <= most };
}
