import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { isFaulty, refuse, type EditResult } from './edit-fault.ts';
import { addStep } from './scale-addition.ts';
import { scaleWithSteps } from './scale-code.ts';
import { mapScale } from './scale-mapping.ts';
import type { ScaleEdit, Standing } from './scale-change.ts';
import { removeStep } from './scale-removal.ts';
import { wordFaults } from './scale-words.ts';

/** What a grading draft is after a change of one of its scales. */
export function editScale(rulebook: GradingRulebook, change: ScaleEdit, standing: Standing): EditResult {
  switch (change.kind) {
    case 'name-steps':
      return nameSteps(rulebook, change);
    case 'add-step':
      return addStep(rulebook, change, standing);
    case 'move-step':
      return moveStep(rulebook, change, standing);
    case 'remove-step':
      return removeStep(rulebook, change, standing);
    case 'map-scale':
      return mapScale(rulebook, change, standing);
  }
}

function nameSteps(
  rulebook: GradingRulebook,
  { fact, names }: Extract<ScaleEdit, { kind: 'name-steps' }>,
): EditResult {
  const scale = rulebook.scales[fact];
  if (names.some(({ code }) => !scale.steps.some((step) => step.code === code)))
    return refuse('step', 'gone');
  const steps = scale.steps.map((step) => {
    const changed = names.find(({ code }) => code === step.code);
    return { ...step, zh: changed?.zh ?? step.zh, en: changed?.en ?? step.en };
  });
  const faults = steps.flatMap((step) => {
    const others = steps.filter(({ code }) => code !== step.code);
    return wordFaults(step, others, (word) => `${word}/${step.code}`);
  });
  if (isFaulty(faults)) return { faults };
  return { rulebook: { ...rulebook, scales: { ...rulebook.scales, [fact]: { ...scale, steps } } } };
}

function moveStep(
  rulebook: GradingRulebook,
  { fact, step, by }: Extract<ScaleEdit, { kind: 'move-step' }>,
  standing: Standing,
): EditResult {
  const { steps } = rulebook.scales[fact];
  const at = steps.findIndex(({ code }) => code === step);
  const [moved, other] = [steps[at], steps[at + by]];
  if (moved === undefined) return refuse('step', 'gone');
  if (other === undefined) return { rulebook };
  const order = steps.map((one) => (one === moved ? other : one === other ? moved : one));
  const scale = scaleWithSteps(rulebook, fact, order, standing);
  return { rulebook: { ...rulebook, scales: { ...rulebook.scales, [fact]: scale } } };
}
