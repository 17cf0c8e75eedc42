import type { Texts } from '../language/texts.ts';
import { standingWord } from '../risk-points/other-versions-page.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import { wasInForce } from './activation-record.ts';
import type { BureauRules } from './rulebook-list-service.ts';
import { standingOf } from './standing.ts';
import type { RulebookLife } from './version.ts';
import { versionPath } from './version-paths.ts';

/** A version as lists and headings call it: the rulebook's title and the version. */
export function versionTitle(life: Pick<RulebookLife, 'body' | 'version'>, text: Texts): string {
  const { versionTitle: titled, versionWord } = text.ruleChanges;
  return titled(rulebookTitle(life, text), versionWord(life.version));
}

/** The title of a version's rulebook. */
export function rulebookTitle({ body }: Pick<RulebookLife, 'body'>, { formats }: Texts): string {
  // Only checked rulebooks are stored.
  return formats.inThisLanguage((JSON.parse(body) as Rulebook).title);
}

/** How a version stands with a bureau, in words. */
export function stateWord(life: RulebookLife, text: Texts, isInForce = false): string {
  const { state, unit, returned } = life;
  const version = { state, isShipped: unit === null, isReturned: returned !== null };
  return standingWord(standingOf(version, isInForce), text);
}

/** Whether a version is in force for the bureau of these rules. */
export function isUsed({ id }: Pick<RulebookLife, 'id'>, rules: BureauRules | null): boolean {
  return rules?.inForce.some(({ versionId }) => versionId === id) ?? false;
}

/** How far the check of a rulebook went that found nothing against it; a domain rulebook has rules but no cases. */
export function checkedWords(
  { cases, sampled }: { readonly cases: number; readonly sampled: boolean },
  text: Texts,
): string {
  const words = text.ruleChanges.propose;
  if (cases === 0) return sampled ? words.uncompared : words.checkedRules;
  return (sampled ? words.sampled : words.checked)(text.formats.count(cases));
}

/** Where a version is brought into force; a template that never was in force is not called reinstated. */
export function reinstateLink(
  { id }: Pick<RulebookLife, 'id'>,
  { bureau, activations }: BureauRules,
  { ruleChanges: { list } }: Texts,
): { readonly href: string; readonly text: string } {
  const href = `${versionPath('reinstate', id)}?unit=${String(bureau.id)}`;
  return { href, text: wasInForce(id, activations) ? list.reinstate : list.adopt };
}
