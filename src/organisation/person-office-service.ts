import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import { personKey } from '../language/normalise.ts';
import type { Database, Queryable, Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { nameCandidates, type NameCandidate } from './name-candidates.ts';
import { nameFaults, written, type OfficeFault, type OfficeForm } from './office-form.ts';
import { STALE } from './office-guard.ts';
import { bureaus } from './organisation-store.ts';
import {
  mergeClashes,
  personVersion,
  type MergeClash,
  type OfficePerson,
  type PersonTraces,
} from './person.ts';
import { deletePerson, moveHoldings, peopleBelow, personById, renamePerson } from './person-store.ts';
import {
  deleteSpellings,
  insertSpelling,
  moveSpellings,
  spellingsIn,
  spellingsOf,
} from './person-spelling-store.ts';
import { reaches, type Reach } from './reach.ts';

/** What later slices keep of people, told to this one; accounts move with the person they belong to. */
export interface PersonLinks {
  readonly tracesOf: (from: Queryable, person: OfficePerson) => Promise<PersonTraces>;
  readonly moveAccounts: (transaction: Transaction, from: number, to: number) => Promise<void>;
}

/** What would move if two spellings were made one person. */
export interface MergePreview {
  readonly kept: OfficePerson;
  readonly gone: OfficePerson;
  readonly forms: number;
  readonly accounts: number;
  readonly clashes: readonly MergeClash[];
  readonly version: string;
}

export interface PersonCandidate extends NameCandidate {
  readonly unitName: string;
}

/** People as the office keeps them: their names, and which spellings mean one person. */
export class PersonOfficeService {
  readonly #database: Database;
  readonly #audit: AuditService;
  readonly #links: PersonLinks;

  constructor(database: Database, audit: AuditService, links: PersonLinks) {
    this.#database = database;
    this.#audit = audit;
    this.#links = links;
  }

  /** @throws OperationalError `not-found`, also for one out of reach. */
  find(id: number, reach: Reach): Promise<OfficePerson> {
    return personInReach(this.#database.read, id, reach);
  }

  /** People of the same bureau whose names may be other spellings of this one, best first. */
  async candidates({ id, name, unitPath }: OfficePerson, reach: Reach): Promise<readonly PersonCandidate[]> {
    const { read } = this.#database;
    const bureau = (await bureaus(read)).find(({ path }) => unitPath.startsWith(path));
    const people = (await peopleBelow(read, bureau?.path ?? unitPath)).filter(
      (other) => other.id !== id && reaches(reach, other.unitPath),
    );
    return nameCandidates(name, people).map((candidate) => ({
      ...candidate,
      unitName: people.find((other) => other.id === candidate.id)?.unitName ?? '',
    }));
  }

  /** Other names under which papers still mean somebody: dropped by a change of the name or a merger. */
  spellings(id: number): Promise<readonly string[]> {
    return spellingsOf(this.#database.read, id);
  }

  /** @throws OperationalError `not-found`, also for somebody out of reach or to be merged with themselves. */
  preview(keptId: number, goneId: number, reach: Reach): Promise<MergePreview> {
    return this.#preview(this.#database.read, keptId, goneId, reach);
  }

  /** Writes a name another way. Two people of a unit cannot be told apart by the same name. */
  rename(id: number, form: OfficeForm, reach: Reach, actor: Actor): Promise<readonly OfficeFault[]> {
    return this.#database.transaction(async (transaction): Promise<readonly OfficeFault[]> => {
      const person = await personInReach(transaction, id, reach);
      const name = written(form, 'name').replace(/\s+/gu, '');
      const faults = nameFaults(form, 'name', true);
      if (faults.length > 0) return faults;
      if (written(form, 'guard') !== personVersion(person)) return STALE;
      const others = await peopleBelow(transaction, person.unitPath);
      const isTaken = others.some(
        (other) =>
          other.id !== id && other.unitPath === person.unitPath && personKey(other.name) === personKey(name),
      );
      if (isTaken) return [{ field: 'name', code: 'person-taken' }];
      await renamePerson(transaction, id, name);
      await keepSpelling(transaction, person, { id, name });
      await this.#record(transaction, actor, 'person.renamed', person, {});
      return [];
    });
  }

  /** Makes two spellings one person: what the other holds moves to this one, and the other is no more. */
  merge(
    keptId: number,
    goneId: number,
    version: string,
    reach: Reach,
    actor: Actor,
  ): Promise<readonly OfficeFault[]> {
    return this.#database.transaction(async (transaction): Promise<readonly OfficeFault[]> => {
      const preview = await this.#preview(transaction, keptId, goneId, reach);
      if (preview.version !== version) return STALE;
      if (preview.clashes.length > 0) return [{ field: 'guard', code: 'merge-clash' }];
      const { kept, gone, forms, accounts } = preview;
      await moveHoldings(transaction, gone.id, kept.id);
      await this.#links.moveAccounts(transaction, gone.id, kept.id);
      await moveSpellings(transaction, gone.id, kept.id);
      await keepSpelling(transaction, gone, kept);
      await deletePerson(transaction, gone.id);
      const moved = { merged: gone.id, moved: gone.holdings.length, forms, accounts };
      await this.#record(transaction, actor, 'person.merged', kept, moved);
      return [];
    });
  }

  async #preview(from: Queryable, keptId: number, goneId: number, reach: Reach): Promise<MergePreview> {
    const kept = await personInReach(from, keptId, reach);
    const gone = await personInReach(from, goneId === keptId ? 0 : goneId, reach);
    const [keptTraces, goneTraces] = [
      await this.#links.tracesOf(from, kept),
      await this.#links.tracesOf(from, gone),
    ];
    return {
      kept,
      gone,
      forms: goneTraces.forms.length,
      accounts: goneTraces.hasAccount ? 1 : 0,
      clashes: mergeClashes({ person: kept, traces: keptTraces }, { person: gone, traces: goneTraces }),
      version: `${personVersion(kept)} + ${personVersion(gone)}`,
    };
  }

  #record(
    transaction: Transaction,
    actor: Actor,
    action: string,
    { id, unitPath }: OfficePerson,
    details: Readonly<Record<string, number>>,
  ): Promise<void> {
    const object = { objectType: 'person', objectId: String(id), unitPath };
    return this.#audit.record(transaction, actor, { action, ...object, details });
  }
}

/** From now on papers of the unit that name the dropped spelling mean the person; what a name meant before gives way. */
async function keepSpelling(
  transaction: Transaction,
  { unitId, name }: Pick<OfficePerson, 'unitId' | 'name'>,
  person: Pick<OfficePerson, 'id' | 'name'>,
): Promise<void> {
  const keys = [personKey(name), personKey(person.name)];
  const before = (await spellingsIn(transaction, unitId)).filter((known) =>
    keys.includes(personKey(known.name)),
  );
  await deleteSpellings(
    transaction,
    before.map(({ id }) => id),
  );
  if (keys[0] !== keys[1]) await insertSpelling(transaction, { unitId, personId: person.id, name });
}

async function personInReach(from: Queryable, id: number, reach: Reach): Promise<OfficePerson> {
  const person = await personById(from, id);
  if (person !== null && reaches(reach, person.unitPath)) return person;
  throw new OperationalError('not-found', 'no-person', (text) => text.persons.noSuch);
}
