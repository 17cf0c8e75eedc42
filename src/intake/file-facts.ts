import type { PointFacts } from '../grading/case.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import { withDerived } from '../rulebooks/derived-value.ts';
import type { ReadForm, ReadRisk } from './read-form.ts';
import { postKey } from './recognition/own-facts.ts';

export interface RiskInFile {
  readonly form: ReadForm;
  readonly risk: ReadRisk;
  readonly facts: PointFacts;
}

/** Every risk of a file's forms with its facts; a post has as many points as the file has of it. */
export function risksInFile(
  forms: readonly ReadForm[],
  declared: readonly DeclaredFact[],
): readonly RiskInFile[] {
  const points = new Map<string, number>();
  for (const form of forms) points.set(postKey(form), (points.get(postKey(form)) ?? 0) + form.risks.length);
  return forms.flatMap((form) => {
    const pointsOfPost = points.get(postKey(form)) ?? 0;
    return form.risks.map((risk) => ({ form, risk, facts: factsOf(risk, declared, pointsOfPost) }));
  });
}

function factsOf(risk: ReadRisk, declared: readonly DeclaredFact[], pointsOfPost: number): PointFacts {
  const set = Object.entries(risk.facts ?? {}).map(([name, { value }]) => [name, value] as const);
  return {
    probability: risk.probability?.value ?? null,
    harm: risk.harm?.value ?? null,
    domain: risk.domains?.value[0] ?? null,
    measureCount: risk.measure === null ? 0 : 1,
    own: withDerived(Object.fromEntries(set), declared, { pointsOfPost }),
  };
}
