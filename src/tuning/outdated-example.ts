import { factJudge } from '../grading/fact-judge.ts';
import { withCounts } from '../rulebooks/derived-value.ts';
import { unknownFacts } from '../rulebooks/fact-type.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import type { RulebookFinding } from '../rulebooks/rulebook-finding.ts';
import type { BothLanguages, Grade, GradingRulebook, Rulebook } from '../rulebooks/rulebook.ts';

/** An example that the change of rules makes say something else. */
export interface OutdatedExample {
  readonly name: BothLanguages;
  readonly from: Grade | null;
  readonly to: Grade | null;
}

/** Where an example stands that a finding is of; `null` where it is of none. */
export function exampleAt({ kind, path }: Pick<RulebookFinding, 'kind' | 'path'>): number | null {
  const at = /^\/examples\/(\d+)/u.exec(path ?? '')?.[1];
  return kind !== 'example' || at === undefined ? null : Number(at);
}

/**
 * Whether an example that fails says only what the rules said before: it stands in the version that the draft is
 * based on. One that the draft brought, or changed, says what the rules must do, and is not given up silently.
 */
export function isOutdated(finding: RulebookFinding, rulebook: Rulebook, base: Rulebook): boolean {
  const example = rulebook.kind === 'grading' ? rulebook.examples[exampleAt(finding) ?? -1] : undefined;
  if (example === undefined) return false;
  const written = JSON.stringify(example);
  return base.examples.some((known) => JSON.stringify(known) === written);
}

/** The rulebook with its outdated examples at these positions saying what they now get, and what that changes. */
export async function withExamplesOfNow(
  rulebook: GradingRulebook,
  positions: readonly number[],
): Promise<{ readonly rulebook: GradingRulebook; readonly outdated: readonly OutdatedExample[] }> {
  const grades = await gradesOfExamples(rulebook);
  const at = new Set(positions);
  const outdated = rulebook.examples.flatMap(({ name, expect }, position) =>
    at.has(position) ? [{ name, from: expect.grade, to: grades[position] ?? null }] : [],
  );
  // The rules that were expected led to the old grade.
  const examples = rulebook.examples.map((example, position) =>
    at.has(position) ? { ...example, expect: { grade: grades[position] ?? null } } : example,
  );
  return { rulebook: { ...rulebook, examples }, outdated };
}

/** The grade that each example gets, in their order; `null` is unassessed. */
export async function gradesOfExamples(rulebook: GradingRulebook): Promise<readonly (Grade | null)[]> {
  const judge = factJudge(rulebook);
  const declared = declaredFacts(rulebook);
  const grades: (Grade | null)[] = [];
  for (const { facts } of rulebook.examples) {
    const known = withCounts({ ...unknownFacts(rulebook), ...facts }, declared);
    grades.push((await judge.judge(known)).grade);
  }
  return grades;
}
