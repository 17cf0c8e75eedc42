import type { MatrixBase } from '../rulebooks/grading-base.ts';
import type {
  Condition,
  ExampleFacts,
  GradingExample,
  GradingRulebook,
  MatrixCell,
  RuleWords,
} from '../rulebooks/rulebook.ts';
import { comparisonsOf } from '../rulebooks/condition.ts';
import { reasonsIn } from '../rulebooks/grading-rules.ts';
import { refuse, type EditResult } from './edit-fault.ts';
import { scaleWithSteps } from './scale-code.ts';
import { withoutStep, withStepInstead } from './scale-condition.ts';
import { STEPS, type ScaleEdit, type ScaleFact, type Standing } from './scale-change.ts';

/** What goes with a step, and what names it and would be left without a meaning. */
export interface StepUse {
  readonly cells: readonly MatrixCell[];
  readonly rules: readonly RuleWords[];
  /** Positions among the examples, and among the explained inversions. */
  readonly examples: readonly number[];
  readonly explained: readonly number[];
  /** Scales of which a step is mapped to it. */
  readonly mappings: readonly string[];
}

/** Where a rulebook names a step of a scale, its own row or column and the reasons of those cells alone left out. */
export function stepUse(rulebook: GradingRulebook, fact: ScaleFact, step: string): StepUse {
  const { base, examples, explained = [], scales } = rulebook;
  const names = (facts: ExampleFacts): boolean => facts[fact] === step;
  const remaining = withoutLine(rulebook, fact, step);
  return {
    cells: 'cells' in base ? base.cells.filter((cell) => isOf(cell, base, fact, step)) : [],
    rules: reasonsIn(remaining).filter((rule) => 'when' in rule && isNamed(rule.when, fact, step)),
    examples: examples.flatMap(({ facts }, at) => (names(facts) ? [at] : [])),
    explained: explained.flatMap(({ better, worse }, at) => (names(better) || names(worse) ? [at] : [])),
    mappings: Object.entries(scales[fact].mappings).flatMap(([from, mapping]) =>
      Object.values(mapping).includes(step) ? [from] : [],
    ),
  };
}

/** Whether anything but a step's own row or column names it. */
export function isStillNamed({ rules, examples, explained, mappings }: StepUse): boolean {
  return rules.length + examples.length + explained.length + mappings.length > 0;
}

/** Takes a step out of a scale, with its row or column; another step takes its place wherever else it is named. */
export function removeStep(
  rulebook: GradingRulebook,
  { fact, step, instead }: Extract<ScaleEdit, { kind: 'remove-step' }>,
  standing: Standing,
): EditResult {
  const { steps } = rulebook.scales[fact];
  if (!steps.some(({ code }) => code === step)) return refuse('step', 'gone');
  if (steps.length <= STEPS.least) return refuse('step', 'few');
  const left = steps.filter(({ code }) => code !== step);
  if (instead === null && isStillNamed(stepUse(rulebook, fact, step)))
    return refuse('step', 'named', 'instead');
  if (instead !== null && !left.some(({ code }) => code === instead))
    return refuse('step', 'unfit', 'instead');
  const without = withoutLine(rulebook, fact, step);
  const renamed = withRules(instead === null ? without : withInstead(without, fact, step, instead), (when) =>
    instead === null ? withoutStep(when, fact, step) : withStepInstead(when, fact, step, instead),
  );
  const scale = scaleWithSteps(renamed, fact, left, standing);
  return { rulebook: { ...renamed, scales: { ...renamed.scales, [fact]: scale } } };
}

function withoutLine(rulebook: GradingRulebook, fact: ScaleFact, step: string): GradingRulebook {
  const { base } = rulebook;
  if (!('cells' in base)) return rulebook;
  const cells = base.cells.filter((cell) => !isOf(cell, base, fact, step));
  const named = new Set(cells.flatMap(({ rules }) => rules));
  const kept = base.rules.filter(({ name }) => named.has(name));
  const rules = kept.map((rule) => ({ ...rule, when: withoutStep(rule.when, fact, step) }));
  const gone = new Set(base.rules.filter(({ name }) => !named.has(name)).map(({ name }) => name));
  const examples = rulebook.examples.map((example) => withoutRules(example, gone));
  return { ...rulebook, base: { ...base, rules, cells }, examples };
}

function withoutRules(example: GradingExample, gone: ReadonlySet<string>): GradingExample {
  const { grade, rules } = example.expect;
  if (rules?.some((rule) => gone.has(rule)) !== true) return example;
  return { ...example, expect: { grade } };
}

function withInstead(
  rulebook: GradingRulebook,
  fact: ScaleFact,
  step: string,
  instead: string,
): GradingRulebook {
  const { examples, explained, scales } = rulebook;
  const known = (facts: ExampleFacts): ExampleFacts =>
    facts[fact] === step ? { ...facts, [fact]: instead } : facts;
  const mappings = Object.entries(scales[fact].mappings).map(([from, mapping]) => {
    const pairs = Object.entries(mapping).map(([old, to]) => [old, to === step ? instead : to] as const);
    return [from, Object.fromEntries(pairs)] as const;
  });
  return {
    ...rulebook,
    examples: examples.map((example) => ({ ...example, facts: known(example.facts) })),
    ...(explained === undefined
      ? {}
      : {
          explained: explained
            .map((one) => ({ ...one, better: known(one.better), worse: known(one.worse) }))
            .filter(({ better, worse }) => JSON.stringify(better) !== JSON.stringify(worse)),
        }),
    scales: { ...scales, [fact]: { ...scales[fact], mappings: Object.fromEntries(mappings) } },
  };
}

function withRules(rulebook: GradingRulebook, change: (when: Condition) => Condition): GradingRulebook {
  const { base, adjustments } = rulebook;
  const ruled = <Rule extends { readonly when: Condition }>(rules: readonly Rule[]): readonly Rule[] =>
    rules.map((rule) => ({ ...rule, when: change(rule.when) }));
  return {
    ...rulebook,
    base:
      'cells' in base ? { ...base, rules: ruled(base.rules) } : { ...base, decisions: ruled(base.decisions) },
    adjustments: ruled(adjustments),
  };
}

function isNamed(when: Condition, fact: ScaleFact, step: string): boolean {
  return comparisonsOf(when).some(
    ({ fact: about, value }) =>
      about === fact && (typeof value === 'object' ? value.every((one) => one === step) : value === step),
  );
}

function isOf({ row, column }: MatrixCell, base: MatrixBase, fact: ScaleFact, step: string): boolean {
  return (base.rows === fact ? row : column) === step;
}
