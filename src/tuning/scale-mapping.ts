import { nameKey } from '../language/normalise.ts';
import { keepsOrder } from '../rulebooks/known-scale-problem.ts';
import type { GradingRulebook, Scale } from '../rulebooks/rulebook.ts';
import { faultAt, isFaulty, refuse, type EditResult } from './edit-fault.ts';
import { mappingsWithout, stepCodes } from './scale-code.ts';
import type { ScaleEdit, Standing } from './scale-change.ts';

/**
 * Says how the values of the scale in force count on the draft's. Scales that were mapped to the one in force are mapped
 * through it, so that no value on file is lost by a second change. Every old step once, and none turned round.
 */
export function mapScale(
  rulebook: GradingRulebook,
  { fact, mapping }: Extract<ScaleEdit, { kind: 'map-scale' }>,
  { inForce }: Standing,
): EditResult {
  const [scale, old] = [rulebook.scales[fact], inForce.scales[fact]];
  if (scale.code === old.code) return refuse('mapping', 'gone');
  const kept = mappingsWithout(scale, [old.code, ...Object.keys(old.mappings)]);
  if (mapping === null) return { rulebook: withMappings(rulebook, fact, kept) };
  const [steps, olds] = [stepCodes(scale), stepCodes(old)];
  const fieldOf = (step: string): string => `map/${fact}/${step}`;
  const open = olds
    .filter((step) => !steps.includes(mapping[step] ?? ''))
    .map((step) => faultAt('mapping', 'missing', fieldOf(step)));
  if (isFaulty(open)) return { faults: open };
  const turned = olds
    .filter((worse, at) => olds.slice(0, at).some((milder) => !keepsOrder([milder, worse], mapping, steps)))
    .map((step) => faultAt('mapping', 'turned', fieldOf(step)));
  if (isFaulty(turned)) return { faults: turned };
  const whole = Object.fromEntries(olds.map((step) => [step, mapping[step] ?? '']));
  const mappings = { ...kept, ...composed(old, scale, whole), [old.code]: whole };
  return { rulebook: withMappings(rulebook, fact, mappings) };
}

/** For each step of the scale in force the step of the draft's that has its name; `null` where none has. */
export function suggestedMapping(old: Scale, scale: Scale): ReadonlyMap<string, string | null> {
  const suggested = old.steps.map((step) => {
    const same = scale.steps.find(({ code, zh }) => code === step.code || nameKey(zh) === nameKey(step.zh));
    return [step.code, same?.code ?? null] as const;
  });
  return new Map(suggested);
}

function composed(
  old: Scale,
  scale: Scale,
  mapping: Readonly<Record<string, string>>,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const before = Object.entries(old.mappings).filter(([from]) => from !== scale.code);
  return Object.fromEntries(
    before.map(([from, steps]) => [
      from,
      Object.fromEntries(Object.entries(steps).map(([step, to]) => [step, mapping[to] ?? to])),
    ]),
  );
}

function withMappings(
  rulebook: GradingRulebook,
  fact: 'probability' | 'harm',
  mappings: Scale['mappings'],
): GradingRulebook {
  const scale = { ...rulebook.scales[fact], mappings };
  return { ...rulebook, scales: { ...rulebook.scales, [fact]: scale } };
}
