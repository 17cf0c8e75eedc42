import type { Texts } from '../language/texts.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import type { RulebookLife } from './version.ts';

/** A version as lists and headings call it: the rulebook's title and the version. */
export function versionTitle({ body, version }: Pick<RulebookLife, 'body' | 'version'>, text: Texts): string {
  // Only checked rulebooks are stored.
  const { title } = JSON.parse(body) as Rulebook;
  const { versionTitle: titled, versionWord } = text.ruleChanges;
  return titled(text.formats.inThisLanguage(title), versionWord(version));
}

/** A state in words; a proposal that was returned is said to be so. */
export function stateWord({ state, returned }: RulebookLife, { ruleChanges }: Texts): string {
  return returned === null ? ruleChanges.states[state] : ruleChanges.returned;
}
