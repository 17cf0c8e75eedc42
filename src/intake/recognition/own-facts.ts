import type { DeclaredFact } from '../../rulebooks/declared-fact.ts';
import type { ReadFacts, ReadFactValue, ReadForm, ReadRisk, Sourced } from '../read-form.ts';
import type { Words } from './field-values.ts';
import type { FindingList } from './finding-list.ts';
import { ownFactValue } from './own-fact-value.ts';

/** Reads what is said of declared facts. What is derived is computed, whatever a file says of it. */
export function ownFacts(
  said: readonly { readonly fact: DeclaredFact; readonly words: Words }[],
  findings: FindingList,
): ReadFacts {
  const read = said.flatMap(({ fact, words }): (readonly [string, Sourced<ReadFactValue>])[] => {
    if (fact.derived !== undefined) return [];
    const value = ownFactValue(words, fact, findings);
    return value === null ? [] : [[fact.name, value]];
  });
  return Object.fromEntries(read);
}

/**
 * Gives every risk of a post what any of them says of the post, wherever in the file the post stands. Where two say
 * different things, that is a finding at the later one.
 */
export function withFactsOfPosts(
  forms: readonly ReadForm[],
  facts: readonly DeclaredFact[],
  findings: FindingList,
): readonly ReadForm[] {
  const ofPost = facts.filter(({ of, derived }) => of === 'post' && derived === undefined);
  if (ofPost.length === 0) return forms;
  const posts = new Map<string, Record<string, Sourced<ReadFactValue>>>();
  for (const form of forms) {
    const known = posts.get(postKey(form)) ?? {};
    posts.set(postKey(form), known);
    for (const risk of form.risks) keepFactsOf(risk, ofPost, known, findings);
  }
  return forms.map((form) => ({
    ...form,
    risks: form.risks.map((risk) => ({ ...risk, facts: { ...risk.facts, ...posts.get(postKey(form)) } })),
  }));
}

/** Equal for two forms of one post; a unit's own risks count as those of one post. */
export function postKey({ unit, post }: ReadForm): string {
  return JSON.stringify([unit?.value ?? null, post?.value ?? null]);
}

function keepFactsOf(
  { facts = {} }: ReadRisk,
  ofPost: readonly DeclaredFact[],
  known: Record<string, Sourced<ReadFactValue>>,
  findings: FindingList,
): void {
  for (const { name, title } of ofPost) {
    const said = facts[name];
    if (said === undefined) continue;
    const earlier = (known[name] ??= said);
    if (earlier.value === said.value) continue;
    findings.error('post-fact-differs', { title, raw: said.raw, earlier: earlier.raw }, said.position);
  }
}
