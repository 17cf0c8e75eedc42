import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { Database, Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { KEY_DOMAINS } from './key-domain.ts';
import type { OfficePost } from './office.ts';
import { dutiesFaults, written, type OfficeFault, type OfficeForm } from './office-form.ts';
import { officePosts, reopenPostDomain, setPostDomain, updatePost } from './office-post-store.ts';
import { keepSuggestions, type SuggestPostDomains } from './post-domain-service.ts';
import { reaches, type Reach } from './reach.ts';
import { guardIn, STALE } from './office-guard.ts';

/** What posts' duties touch, as the office confirms it; coverage then asks by what was confirmed. */
export class PostConfirmService {
  readonly #database: Database;
  readonly #audit: AuditService;
  readonly #suggest: SuggestPostDomains;

  constructor(database: Database, audit: AuditService, suggest: SuggestPostDomains) {
    this.#database = database;
    this.#audit = audit;
    this.#suggest = suggest;
  }

  /** Posts with suggested domains that nobody confirmed, by unit. */
  waiting(reach: Reach): Promise<readonly OfficePost[]> {
    return officePosts(this.#database.read, { waitingUnder: reach.unitPaths });
  }

  /**
   * Confirms a post's duties, and each domain answered `yes` or `no`; `open` takes an answer back. A domain
   * without an answer stays as it is, but changed duties have new domains suggested for it.
   */
  confirm(id: number, form: OfficeForm, reach: Reach, actor: Actor): Promise<readonly OfficeFault[]> {
    return this.#database.transaction(async (transaction): Promise<readonly OfficeFault[]> => {
      const [post] = await officePosts(transaction, { postId: id });
      if (post === undefined || !reaches(reach, post.unitPath)) {
        throw new OperationalError('not-found', 'no-post', (text) => text.organisation.noSuchPost);
      }
      if (post.isConfidential) return [{ field: 'duties', code: 'confidential' }];
      const faults = dutiesFaults(form);
      if (faults.length > 0) return faults;
      const duties = written(form, 'duties').replaceAll('\r\n', '\n') || null;
      const change = { duties, duties_confirmed: duties === null ? 0 : 1 };
      if (!(await updatePost(transaction, { id, guard: guardIn(form) }, change))) return STALE;
      const confirmed = KEY_DOMAINS.filter((domain) => form[domain] === 'yes');
      const rejected = KEY_DOMAINS.filter((domain) => form[domain] === 'no');
      const reopened = post.domains.filter(
        ({ domain, state }) => state !== 'suggested' && form[domain] === 'open',
      );
      for (const domain of confirmed) await setPostDomain(transaction, id, domain, 'confirmed');
      for (const domain of rejected) await setPostDomain(transaction, id, domain, 'rejected');
      for (const { domain } of reopened) await reopenPostDomain(transaction, id, domain);
      if (duties !== null && duties !== post.duties) {
        const suggested = await this.#suggest(transaction, post.unitPath, duties);
        await keepSuggestions(transaction, [{ postId: id, suggested }]);
      }
      const counts = { confirmed: confirmed.length, rejected: rejected.length, reopened: reopened.length };
      await this.#record(transaction, actor, post, counts);
      return [];
    });
  }

  /**
   * Confirms every suggested domain of posts, each chosen as it was seen: `id-guard`. One that was changed
   * meanwhile is left out. Returns how many posts and domains were confirmed, and how many left out.
   */
  confirmAll(
    chosen: readonly string[],
    reach: Reach,
    actor: Actor,
  ): Promise<{ readonly posts: number; readonly domains: number; readonly stale: number }> {
    return this.#database.transaction(async (transaction) => {
      const waiting = await officePosts(transaction, { waitingUnder: reach.unitPaths });
      const seen = waiting.filter(({ id, guard }) => chosen.includes(choiceOf({ id, guard })));
      let domains = 0;
      for (const post of seen) domains += await this.#confirmSuggested(transaction, post, actor);
      return { posts: seen.length, domains, stale: new Set(chosen).size - seen.length };
    });
  }

  async #confirmSuggested(transaction: Transaction, post: OfficePost, actor: Actor): Promise<number> {
    const suggested = post.domains.filter(({ state }) => state === 'suggested');
    for (const { domain } of suggested) await setPostDomain(transaction, post.id, domain, 'confirmed');
    await updatePost(transaction, post, {});
    await this.#record(transaction, actor, post, { confirmed: suggested.length, rejected: 0, reopened: 0 });
    return suggested.length;
  }

  #record(
    transaction: Transaction,
    actor: Actor,
    post: OfficePost,
    details: { readonly confirmed: number; readonly rejected: number; readonly reopened: number },
  ): Promise<void> {
    return this.#audit.record(transaction, actor, {
      action: 'post.confirmed',
      objectType: 'post',
      objectId: String(post.id),
      unitPath: post.unitPath,
      details,
    });
  }
}

/** A post as it was seen, for a choice among many. */
export function choiceOf({ id, guard }: { readonly id: number; readonly guard: number }): string {
  return `${String(id)}-${String(guard)}`;
}
