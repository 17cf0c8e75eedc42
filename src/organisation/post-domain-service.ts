import type { Transaction } from '../platform/database.ts';
import type { KeyDomain } from './key-domain.ts';
import { replaceSuggestedDomains, setDuties } from './post-store.ts';

/** The domains that the words of a post's duties touch, by the domain rulebook in force at a unit. */
export type SuggestPostDomains = (
  transaction: Transaction,
  unitPath: string,
  duties: string,
) => Promise<readonly Suggestion[]>;

interface Suggestion {
  readonly domain: KeyDomain;
  readonly words: readonly string[];
}

interface SuggestDomains {
  suggest(text: string, subject: 'risk-point' | 'post'): Promise<readonly Suggestion[]>;
}

/** The duties that the current forms of posts' holders state, by post, oldest holding first. */
export type DutiesOnFile = (
  transaction: Transaction,
  postIds: readonly number[],
) => Promise<ReadonlyMap<number, readonly string[]>>;

/** Keeps what posts' duties touch in step with what their holders' forms say. */
export class PostDomainService {
  readonly #transaction: Transaction;
  readonly #judge: SuggestDomains;
  readonly #dutiesOnFile: DutiesOnFile;

  constructor(transaction: Transaction, judge: SuggestDomains, dutiesOnFile: DutiesOnFile) {
    this.#transaction = transaction;
    this.#judge = judge;
    this.#dutiesOnFile = dutiesOnFile;
  }

  /** Suggests the domains of posts whose holders filed something new. Holders may state duties differently. */
  async suggestFor(postIds: readonly number[]): Promise<void> {
    const onFile = await this.#dutiesOnFile(this.#transaction, postIds);
    const stated = postIds.flatMap((postId) => {
      const said = [...new Set(onFile.get(postId) ?? [])];
      return said.length === 0 ? [] : [{ postId, duties: said.join('\n') }];
    });
    if (stated.length === 0) return;
    await setDuties(this.#transaction, stated);
    const suggestions: PostSuggestion[] = [];
    for (const { postId, duties } of stated) {
      suggestions.push({ postId, suggested: await this.#judge.suggest(duties, 'post') });
    }
    await keepSuggestions(this.#transaction, suggestions);
  }
}

interface PostSuggestion {
  readonly postId: number;
  readonly suggested: readonly Suggestion[];
}

/** Suggests domains for posts, each with the words that speak for it, in place of what was suggested before. */
export function keepSuggestions(
  transaction: Transaction,
  suggestions: readonly PostSuggestion[],
): Promise<void> {
  const rows = suggestions.flatMap(({ postId, suggested }) =>
    suggested.map(({ domain, words }) => ({ postId, domain, evidence: words.join('、') })),
  );
  const postIds = suggestions.map(({ postId }) => postId);
  return replaceSuggestedDomains(transaction, postIds, rows);
}
