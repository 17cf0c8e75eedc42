import type { PointFacts, ScaleValue } from '../../src/grading/case.ts';
import type { AdjustmentEffect, AdjustmentRule, Condition } from '../../src/rulebooks/rulebook.ts';

const WORDS = { zh: '说明', en: 'words' };

export function anAdjustment(name: string, when: Condition, effect: AdjustmentEffect): AdjustmentRule {
  return { name, title: WORDS, reason: WORDS, clause: '3.3-grade-1', when, effect };
}

/** A value on the notice's own scales. */
function onNotice(fact: 'probability' | 'harm', step: string | null): ScaleValue | null {
  return step === null ? null : { scale: `notice-2021-${fact}`, step };
}

/** A point on the notice's scales of which nothing is known but what is named. */
export function aPoint({
  probability = null,
  harm = null,
  domain = null,
  measureCount = 0,
}: {
  readonly probability?: string | null;
  readonly harm?: string | null;
  readonly domain?: PointFacts['domain'];
  readonly measureCount?: number;
}): PointFacts {
  return {
    probability: onNotice('probability', probability),
    harm: onNotice('harm', harm),
    domain,
    measureCount,
    own: {},
  };
}
