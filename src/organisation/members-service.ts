import { nameKey, personKey } from '../language/normalise.ts';
import type { Transaction } from '../platform/database.ts';
import type { PendingRows } from '../platform/pending-rows.ts';
import {
  addHolding,
  addPerson,
  addPost,
  knownPostsOf,
  peopleOf,
  presentHoldings,
  type KnownPost,
} from './member-store.ts';
import { spellingsIn } from './person-spelling-store.ts';
import type { Post } from './post.ts';
import { reopenPost } from './post-store.ts';

/** Who and what is known of one unit; names by how they are told to be the same. */
interface Unit {
  readonly posts: Map<string, KnownPost>;
  readonly people: Map<string, number>;
  readonly spellings: ReadonlyMap<string, number>;
  readonly holdings: Map<number, Holders>;
}

/** The present holdings of a post by their holder. */
interface Holders {
  readonly byName: Map<string, number>;
  readonly byPerson: Map<number, number>;
}

/**
 * The posts, people and holdings of units as one transaction sees them: read once for each unit, and kept up with what
 * is added here. Nothing else may add any meanwhile.
 */
export class Members {
  readonly #transaction: Transaction;
  readonly #rows: PendingRows;
  readonly #units = new Map<number, Unit>();

  constructor(transaction: Transaction, rows: PendingRows) {
    this.#transaction = transaction;
    this.#rows = rows;
  }

  /** A unit's posts by the key of their name. */
  async postsOf(unitId: number): Promise<ReadonlyMap<string, KnownPost>> {
    return (await this.#unit(unitId)).posts;
  }

  async addPost(fields: Omit<Post, 'id'>): Promise<KnownPost> {
    const id = await addPost(this.#rows, fields);
    const post = { ...fields, id, isConfidential: false, isClosed: false };
    (await this.#unit(fields.unitId)).posts.set(nameKey(fields.name), post);
    return post;
  }

  /** Opens a closed post. */
  async reopen(post: KnownPost): Promise<KnownPost> {
    await reopenPost(this.#transaction, post.id);
    const opened = { ...post, isClosed: false };
    (await this.#unit(post.unitId)).posts.set(nameKey(post.name), opened);
    return opened;
  }

  /** The id of a person's present holding of a post; who is meant is told by the name in the post's unit. */
  async holding(post: Post, personName: string): Promise<number> {
    const unit = await this.#unit(post.unitId);
    const holders = holdersOf(unit.holdings, post.id);
    const named = holders.byName.get(personKey(personName));
    if (named !== undefined) return named;
    const personId = await this.#personOf(unit, post.unitId, personName);
    const held = holders.byPerson.get(personId) ?? (await addHolding(this.#rows, post.id, personId));
    holders.byPerson.set(personId, held);
    return held;
  }

  /** Whom a name means in a unit: one of its people, else whose dropped spelling it is, else somebody new. */
  async #personOf({ people, spellings }: Unit, unitId: number, written: string): Promise<number> {
    const key = personKey(written);
    const known = people.get(key) ?? spellings.get(key);
    if (known !== undefined) return known;
    const id = await addPerson(this.#rows, unitId, written.replace(/\s+/gu, ''));
    people.set(key, id);
    return id;
  }

  async #unit(id: number): Promise<Unit> {
    const known = this.#units.get(id);
    if (known !== undefined) return known;
    const posts = await knownPostsOf(this.#transaction, id);
    const people = await peopleOf(this.#transaction, id);
    const spellings = await spellingsIn(this.#transaction, id);
    const holdings = new Map<number, Holders>();
    for (const { holdingId, postId, personId, personName } of await presentHoldings(this.#transaction, id)) {
      const holders = holdersOf(holdings, postId);
      setFirst(holders.byName, personKey(personName), holdingId);
      setFirst(holders.byPerson, personId, holdingId);
    }
    const unit = {
      posts: new Map(posts.map((post) => [nameKey(post.name), post])),
      people: firstByKey(people.map((person) => [personKey(person.name), person.id])),
      spellings: firstByKey(spellings.map(({ name, personId }) => [personKey(name), personId])),
      holdings,
    };
    this.#units.set(id, unit);
    return unit;
  }
}

function holdersOf(holdings: Map<number, Holders>, postId: number): Holders {
  const known = holdings.get(postId);
  if (known !== undefined) return known;
  const none = { byName: new Map<string, number>(), byPerson: new Map<number, number>() };
  holdings.set(postId, none);
  return none;
}

/** Of several of one name the first counts. */
function firstByKey(entries: readonly (readonly [string, number])[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const [key, id] of entries) setFirst(first, key, id);
  return first;
}

function setFirst<Key>(known: Map<Key, number>, key: Key, id: number): void {
  if (!known.has(key)) known.set(key, id);
}
