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

/** The duties that the current forms of a post's holders state, oldest holding first. */
export type DutiesOnFile = (transaction: Transaction, postId: number) => Promise<readonly string[]>;

/** Keeps what a post's duties touch in step with what its holders' forms say. */
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
    for (const postId of postIds) {
      const stated = [...new Set(await this.#dutiesOnFile(this.#transaction, postId))];
      if (stated.length === 0) continue;
      const duties = stated.join('\n');
      const suggestions = await this.#judge.suggest(duties, 'post');
      await setDuties(this.#transaction, postId, duties);
      await keepSuggestions(this.#transaction, postId, suggestions);
    }
  }
}

/** Suggests domains for a post, each with the words that speak for it, in place of what was suggested before. */
export function keepSuggestions(
  transaction: Transaction,
  postId: number,
  suggestions: readonly Suggestion[],
): Promise<void> {
  const rows = suggestions.map(({ domain, words }) => ({ domain, evidence: words.join('、') }));
  return replaceSuggestedDomains(transaction, postId, rows);
}
