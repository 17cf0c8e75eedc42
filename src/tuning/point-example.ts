import type { GradeLabels } from '../language/call-grades.ts';
import { en } from '../language/en.ts';
import { zh } from '../language/zh.ts';
import type { ExampleFacts, Grade, GradingExample, GradingRulebook } from '../rulebooks/rulebook.ts';
import { factsKey } from './facts-key.ts';

export type PointExampleOutcome =
  | { readonly kind: 'added'; readonly draftId: number; readonly labels: GradeLabels }
  /** An example of the same facts stands there; what it expects may be another grade. */
  | {
      readonly kind: 'known';
      readonly example: GradingExample;
      readonly isSame: boolean;
      readonly labels: GradeLabels;
    }
  /** A point of unknown facts has no grade, whatever is wanted. */
  | { readonly kind: 'unassessed' };

/** Why these facts cannot be one more example of a rulebook; `null` where they can. */
export function exampleRefusal(
  rulebook: GradingRulebook,
  facts: ExampleFacts,
  grade: Grade,
): Exclude<PointExampleOutcome, { kind: 'added' }> | null {
  if (rulebook.requires.some((fact) => facts[fact] === undefined)) return { kind: 'unassessed' };
  const key = factsKey(facts);
  const example = rulebook.examples.find((known) => factsKey(known.facts) === key);
  if (example === undefined) return null;
  return { kind: 'known', example, isSame: example.expect.grade === grade, labels: rulebook.grades };
}

/** What a point is called among the examples, with the grade as the rulebook calls it. */
export function exampleName(
  { grades }: GradingRulebook,
  pointId: number,
  grade: Grade,
): GradingExample['name'] {
  return {
    zh: zh.workbench.pointExample.name(pointId, grades[grade].zh),
    en: en.workbench.pointExample.name(pointId, grades[grade].en),
  };
}
