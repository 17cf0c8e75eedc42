import { callGrades } from '../language/call-grades.ts';
import type { Texts } from '../language/texts.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import type { BureauRules } from './rulebook-list-service.ts';
import type { RulebookLife } from './version.ts';

/**
 * The words of a version's page. What its coming into force moved, or would move, is called as the version and the
 * rulebook before it call it.
 */
export function wordsOfVersion(life: RulebookLife, rules: BureauRules | null, text: Texts): Texts {
  const after = rulebookOf(life);
  const before = rules === null ? null : replacedBy(life, rules);
  return comparedWords(before === null ? after : rulebookOf(before), after, text);
}

/** The version that this one replaced, or would replace. */
function replacedBy({ id, kind }: RulebookLife, rules: BureauRules): RulebookLife | null {
  const { activations, inForce, versions } = rules;
  const activation = activations.find(({ versionId }) => versionId === id);
  const inForceId = inForce.find((one) => one.kind === kind)?.versionId ?? null;
  const beforeId = activation === undefined ? inForceId : activation.replacedId;
  return versions.find((version) => version.id === beforeId) ?? null;
}

/** A stored version's rulebook. */
export function rulebookOf({ body }: RulebookLife): Rulebook {
  // Only checked rulebooks are stored.
  return JSON.parse(body) as Rulebook;
}

/** The words of a page that compares two rulebooks: each side's grades are called as it calls them. */
export function comparedWords(before: Rulebook, after: Rulebook, text: Texts): Texts {
  if (before.kind !== 'grading' || after.kind !== 'grading') return text;
  return callGrades(text, after.grades, before.grades);
}
