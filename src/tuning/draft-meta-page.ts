import type { Texts } from '../language/texts.ts';
import type { Bench } from './bench.ts';
import { rulebookDifference } from './rulebook-difference.ts';

/** How much is changed since the version in force, which may be another than the one that the draft began from. */
export function draftMeta({ draft, unit, parsed, inForce }: Bench, text: Texts): string {
  const words = text.workbench;
  const changes = 'rulebook' in parsed ? rulebookDifference(inForce.body, parsed.rulebook).length : null;
  const at = text.formats.instant(draft.savedAt);
  const { versionName } = text.riskPoints.point.grading;
  const version = versionName(draft.basedOn.version);
  // A text with faults is no rulebook that could be compared.
  if (changes === null) return words.metaUnsound(unit, version, at, draft.savedBy);
  if (draft.basedOn.versionId === inForce.id) return words.meta(unit, version, changes, at, draft.savedBy);
  const now = text.ruleChanges.versionTitle(
    text.formats.inThisLanguage(inForce.body.title),
    versionName(inForce.version),
  );
  return words.metaOlder(unit, version, now, changes, at, draft.savedBy);
}
