import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import { nameKey, personKey } from '../language/normalise.ts';
import { isDate } from '../platform/calendar-day.ts';
import type { Database, Queryable, Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import type { OfficePost } from './office.ts';
import { nameFaults, written, type OfficeFault, type OfficeForm } from './office-form.ts';
import { dropDomains, endHolding, officePosts, startHolding, updatePost } from './office-post-store.ts';
import { postsOfUnit } from './post-store.ts';
import { reaches, type Reach } from './reach.ts';
import { guardIn, STALE } from './office-guard.ts';

/** Told to this slice by later ones: forgets what waits there of the texts of a unit's confidential posts. */
export type ForgetConfidential = (unitPath: string, actor: Actor) => Promise<void>;

/** Posts and who holds them, as the office keeps them. */
export class PostOfficeService {
  readonly #database: Database;
  readonly #audit: AuditService;
  readonly #forgetConfidential: ForgetConfidential;

  constructor(database: Database, audit: AuditService, forgetConfidential: ForgetConfidential) {
    this.#database = database;
    this.#audit = audit;
    this.#forgetConfidential = forgetConfidential;
  }

  /** A unit's posts, closed ones included; the caller has asked for the unit. */
  ofUnit(unitId: number): Promise<readonly OfficePost[]> {
    return officePosts(this.#database.read, { unitId });
  }

  /** @throws OperationalError `not-found`, also for one out of reach. */
  find(id: number, reach: Reach): Promise<OfficePost> {
    return postInReach(this.#database.read, id, reach);
  }

  /** Renames a post; a confidential one (涉密) keeps neither duties nor domains here, nor texts that wait elsewhere. */
  async change(id: number, form: OfficeForm, reach: Reach, actor: Actor): Promise<readonly OfficeFault[]> {
    const faults = await this.#rewrite(id, form, reach, actor);
    if (faults.length > 0 || form['confidential'] !== 'yes') return faults;
    const { unitPath } = await this.find(id, reach);
    await this.#forgetConfidential(unitPath, actor);
    return faults;
  }

  #rewrite(id: number, form: OfficeForm, reach: Reach, actor: Actor): Promise<readonly OfficeFault[]> {
    return this.#changing(id, reach, async (transaction, post) => {
      const faults = nameFaults(form);
      if (faults.length > 0) return faults;
      const name = written(form, 'name');
      const others = (await postsOfUnit(transaction, post.unitId)).filter((other) => other.id !== id);
      if (others.some((other) => nameKey(other.name) === nameKey(name))) {
        return [{ field: 'name', code: 'name-taken' }];
      }
      const isConfidential = form['confidential'] === 'yes';
      const change = {
        name,
        is_confidential: isConfidential ? 1 : 0,
        ...(isConfidential ? { duties: null, duties_confirmed: 0 } : {}),
      };
      if (!(await updatePost(transaction, { id, guard: guardIn(form) }, change))) return STALE;
      if (isConfidential) await dropDomains(transaction, id);
      await this.#record(transaction, actor, 'post.changed', post, { confidential: isConfidential });
      return [];
    });
  }

  /** Closes a post and ends its holdings on a day; opens a closed one again. */
  close(id: number, form: OfficeForm, reach: Reach, actor: Actor): Promise<readonly OfficeFault[]> {
    return this.#changing(id, reach, async (transaction, post) => {
      const isOpen = post.activeTo === null;
      const day = written(form, 'day');
      if (isOpen && !isDate(day)) return [{ field: 'day', code: 'date-invalid' }];
      const present = post.holdings.filter(({ to }) => to === null);
      if (isOpen && present.some(({ from }) => from !== null && from > day)) {
        return [{ field: 'day', code: 'date-order' }];
      }
      if (isOpen) for (const holding of present) await endHolding(transaction, holding.id, day);
      const change = { active_to: isOpen ? day : null };
      if (!(await updatePost(transaction, { id, guard: guardIn(form) }, change))) {
        throw new OperationalError('conflict', 'post-changed', (text) => text.organisation.postChanged);
      }
      const action = isOpen ? 'post.closed' : 'post.reopened';
      await this.#record(transaction, actor, action, post, isOpen ? { holdings: present.length } : {});
      return [];
    });
  }

  /** Somebody takes a post. Several may hold one, and one may hold several (兼岗). */
  start(id: number, form: OfficeForm, reach: Reach, actor: Actor): Promise<readonly OfficeFault[]> {
    return this.#changing(id, reach, async (transaction, post) => {
      if (post.activeTo !== null) return [{ field: 'person', code: 'post-closed' }];
      const from = written(form, 'from');
      const faults = [...nameFaults(form, 'person', true)];
      if (from !== '' && !isDate(from)) faults.push({ field: 'from', code: 'date-invalid' });
      const person = written(form, 'person').replace(/\s+/gu, '');
      const present = post.holdings.filter(({ to }) => to === null);
      if (present.some((holding) => personKey(holding.person) === personKey(person))) {
        faults.push({ field: 'person', code: 'already-holds' });
      }
      if (faults.length > 0) return faults;
      const isSecondment = form['secondment'] === 'yes';
      await startHolding(transaction, {
        postId: id,
        unitId: post.unitId,
        person,
        from: from === '' ? null : from,
        isSecondment,
      });
      await this.#record(transaction, actor, 'holding.started', post, { secondment: isSecondment });
      return [];
    });
  }

  /** A holding ends on a day. Refused as stale when it has ended meanwhile. */
  end(id: number, form: OfficeForm, reach: Reach, actor: Actor): Promise<readonly OfficeFault[]> {
    return this.#changing(id, reach, async (transaction, post) => {
      const holding = post.holdings.find((candidate) => String(candidate.id) === written(form, 'holding'));
      const day = written(form, 'until');
      if (holding === undefined) return STALE;
      if (!isDate(day)) return [{ field: 'until', code: 'date-invalid' }];
      if (holding.from !== null && holding.from > day) return [{ field: 'until', code: 'date-order' }];
      if (!(await endHolding(transaction, holding.id, day))) return STALE;
      await this.#record(transaction, actor, 'holding.ended', post, {});
      return [];
    });
  }

  #changing(
    id: number,
    reach: Reach,
    change: (transaction: Transaction, post: OfficePost) => Promise<readonly OfficeFault[]>,
  ): Promise<readonly OfficeFault[]> {
    return this.#database.transaction(async (transaction) =>
      change(transaction, await postInReach(transaction, id, reach)),
    );
  }

  #record(
    transaction: Transaction,
    actor: Actor,
    action: string,
    post: OfficePost,
    details: Readonly<Record<string, string | number | boolean>>,
  ): Promise<void> {
    const object = { objectType: 'post', objectId: String(post.id), unitPath: post.unitPath };
    return this.#audit.record(transaction, actor, { action, ...object, details });
  }
}

async function postInReach(from: Queryable, id: number, reach: Reach): Promise<OfficePost> {
  const [post] = await officePosts(from, { postId: id });
  if (post !== undefined && reaches(reach, post.unitPath)) return post;
  throw new OperationalError('not-found', 'no-post', (text) => text.organisation.noSuchPost);
}
