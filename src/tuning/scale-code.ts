import { digestOf } from '../rulebooks/digest.ts';
import { isSameSteps } from '../rulebooks/known-scale-problem.ts';
import type { GradingRulebook, Scale, ScaleStep } from '../rulebooks/rulebook.ts';
import type { ScaleFact, Standing } from './scale-change.ts';

/**
 * A draft's scale with other steps. While they are the steps of the scale that the draft began with, or of the one in
 * force, it keeps that scale's code; a scale with other steps is another scale, and its code follows from its steps, so
 * that two scales of one code never differ, whoever writes them. Values on file stay where people set them.
 */
export function scaleWithSteps(
  { scales }: GradingRulebook,
  fact: ScaleFact,
  steps: readonly ScaleStep[],
  standing: Standing,
): Scale {
  const codes = steps.map(({ code }) => code);
  const earlier = [standing.inForce.scales[fact], standing.base.scales[fact]];
  const same = earlier.find((scale) => isSameSteps(stepCodes(scale), codes));
  const code = same?.code ?? newCode(standing.base.scales[fact].code, codes);
  return { code, steps, mappings: mappingsWithout(scales[fact], [code]) };
}

/** A scale's mappings without those from some scales. */
export function mappingsWithout({ mappings }: Scale, codes: readonly string[]): Scale['mappings'] {
  return Object.fromEntries(Object.entries(mappings).filter(([from]) => !codes.includes(from)));
}

/** The codes of a scale's steps, mildest first. */
export function stepCodes({ steps }: Scale): readonly string[] {
  return steps.map(({ code }) => code);
}

function newCode(base: string, steps: readonly string[]): string {
  const stem = base.replace(/-x[0-9a-f]{8}$/u, '').slice(0, LONGEST_STEM);
  return `${stem.replace(/-$/u, '')}-x${digestOf([...steps].sort()).slice(0, 8)}`;
}

const LONGEST_STEM = 48;
