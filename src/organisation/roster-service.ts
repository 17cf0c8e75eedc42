import type { AuditGroup } from '../audit/audit-group-service.ts';
import { nameKey } from '../language/normalise.ts';
import type { Transaction } from '../platform/database.ts';
import type { PendingRows } from '../platform/pending-rows.ts';
import type { KnownPost } from './member-store.ts';
import { Members } from './members-service.ts';
import { likelyUnitKind, type OrgUnit } from './org-unit.ts';
import { bureaus, everyUnitUnder, insertUnit, reopenIfClosed } from './organisation-store.ts';
import { postKey, type NameChoices } from './name-choices.ts';
import type { Post } from './post.ts';

/** The name of a bureau that an import makes in an empty database when it is not told one. */
const OWN_BUREAU = '本单位';

/**
 * Finds units, posts and holdings by the names on forms, and makes those that are missing. Works inside one
 * transaction and remembers what it saw there; names count as equal when only white space or width differs.
 */
export class Roster {
  readonly createdUnits: string[] = [];
  readonly createdPosts: { readonly unit: string; readonly post: string }[] = [];
  /** Names that were made although nobody chose that; empty where no choices are asked for. */
  readonly undecided: string[] = [];
  readonly #choices: NameChoices | null;
  readonly #transaction: Transaction;
  readonly #audit: AuditGroup;
  readonly #members: Members;
  readonly #madeUnits = new Set<number>();
  readonly #openUnits = new Set<number>();
  readonly #units = new Map<number, Map<string, OrgUnit>>();

  /**
   * With `choices`, every unknown name wants one; without, what is missing is simply made.
   * @param rows in which posts, people and holdings wait that are made
   */
  constructor(
    transaction: Transaction,
    rows: PendingRows,
    audit: AuditGroup,
    choices: NameChoices | null = null,
  ) {
    this.#choices = choices;
    this.#transaction = transaction;
    this.#members = new Members(transaction, rows);
    this.#audit = audit;
  }

  /** The bureau of that name or id, or for `null` the only one there is. Makes one of a name where there is none. */
  async bureau(name: string | number | null): Promise<OrgUnit | 'several'> {
    const known = await bureaus(this.#transaction);
    if (typeof name === 'number') return this.#bureauOf(name, known);
    const named = known.filter((bureau) => name === null || nameKey(bureau.name) === nameKey(name));
    if (name === null && named.length > 1) return 'several';
    return named[0] ?? this.#createUnit({ parentId: null, kind: 'bureau', name: name ?? OWN_BUREAU }, '/');
  }

  /** A unit directly under the bureau, or the bureau itself when a form names that. */
  async unit(bureau: OrgUnit, name: string): Promise<OrgUnit> {
    if (nameKey(name) === nameKey(bureau.name)) return bureau;
    const units = await this.#unitsUnder(bureau);
    const known = units.get(nameKey(name)) ?? this.#chosen(units, this.#choices?.units, nameKey(name));
    if (known !== undefined) return this.#reopenedUnit(known);
    if (this.#choices?.units.has(nameKey(name)) === false) this.undecided.push(name.trim());
    const kind = likelyUnitKind(name);
    const unit = await this.#createUnit({ parentId: bureau.id, kind, name: name.trim() }, bureau.path);
    units.set(nameKey(name), unit);
    return unit;
  }

  async post(unit: OrgUnit, name: string, duties: string | null): Promise<KnownPost> {
    const posts = await this.#members.postsOf(unit.id);
    const key = postKey(unit.id, name);
    const known = posts.get(nameKey(name)) ?? this.#chosen(posts, this.#choices?.posts, key);
    if (known !== undefined) return this.#reopenedPost(known, unit);
    const isOfNewUnit = this.#madeUnits.has(unit.id);
    if (this.#choices?.posts.has(key) === false && !isOfNewUnit) this.undecided.push(name.trim());
    const post = await this.#members.addPost({ unitId: unit.id, name: name.trim(), duties });
    this.createdPosts.push({ unit: unit.name, post: post.name });
    await this.#recordPost('post.created', post.id, unit);
    return post;
  }

  /** The id of a person's present holding of a post; who is meant is told by the name in the post's unit. */
  holding(post: Post, personName: string): Promise<number> {
    return this.#members.holding(post, personName);
  }

  /** A form that names a closed unit or post opens it again, which counts as making it. */
  async #reopenedUnit(unit: OrgUnit): Promise<OrgUnit> {
    const isLookedAt = this.#openUnits.has(unit.id);
    this.#openUnits.add(unit.id);
    if (!isLookedAt && (await reopenIfClosed(this.#transaction, unit.id))) {
      this.createdUnits.push(unit.name);
      await this.#recordUnit('unit.reopened', unit);
    }
    return unit;
  }

  async #reopenedPost(post: KnownPost, unit: OrgUnit): Promise<KnownPost> {
    if (!post.isClosed) return post;
    const opened = await this.#members.reopen(post);
    this.createdPosts.push({ unit: unit.name, post: post.name });
    await this.#recordPost('post.reopened', post.id, unit);
    return opened;
  }

  #chosen<Known extends { readonly id: number }>(
    known: ReadonlyMap<string, Known>,
    choices: ReadonlyMap<string, number | null> | undefined,
    key: string,
  ): Known | undefined {
    const id = choices?.get(key) ?? null;
    if (id === null) return undefined;
    return [...known.values()].find((candidate) => candidate.id === id);
  }

  #bureauOf(id: number, known: readonly OrgUnit[]): OrgUnit {
    const bureau = known.find((candidate) => candidate.id === id);
    if (bureau === undefined) throw new Error(`there is no bureau ${String(id)}`);
    return bureau;
  }

  async #createUnit(unit: Omit<OrgUnit, 'id' | 'path'>, parentPath: string): Promise<OrgUnit> {
    const created = await insertUnit(this.#transaction, unit, parentPath);
    this.createdUnits.push(created.name);
    this.#madeUnits.add(created.id);
    this.#openUnits.add(created.id);
    await this.#recordUnit('unit.created', created);
    return created;
  }

  #recordUnit(action: string, { id, path, kind }: OrgUnit): Promise<void> {
    return this.#audit.record({
      action,
      objectType: 'org-unit',
      objectId: String(id),
      unitPath: path,
      details: { kind },
    });
  }

  #recordPost(action: string, postId: number, unit: OrgUnit): Promise<void> {
    return this.#audit.record({
      action,
      objectType: 'post',
      objectId: String(postId),
      unitPath: unit.path,
      details: {},
    });
  }

  async #unitsUnder(bureau: OrgUnit): Promise<Map<string, OrgUnit>> {
    const known = this.#units.get(bureau.id);
    if (known !== undefined) return known;
    const units = await everyUnitUnder(this.#transaction, bureau.id);
    const byName = new Map(units.map((unit) => [nameKey(unit.name), unit]));
    this.#units.set(bureau.id, byName);
    return byName;
  }
}
