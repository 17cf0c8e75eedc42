import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import { nameKey } from '../language/normalise.ts';
import { isDate } from '../platform/calendar-day.ts';
import type { Database, Queryable, Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import type { OfficeUnit } from './office.ts';
import { nameFaults, positionIn, written, type OfficeFault, type OfficeForm } from './office-form.ts';
import { officeUnits, updateUnit } from './office-unit-store.ts';
import { KINDS_UNDER, type OrgUnit } from './org-unit.ts';
import { guardIn, kindIn, STALE } from './office-guard.ts';
import { everyUnitUnder, insertUnit, unitById } from './organisation-store.ts';
import { insertPost, postsOfUnit } from './post-store.ts';
import type { Reach } from './reach.ts';

/** Units as the office keeps them. Nothing is deleted: what is over is closed. */
export class UnitOfficeService {
  readonly #database: Database;
  readonly #audit: AuditService;

  constructor(database: Database, audit: AuditService) {
    this.#database = database;
    this.#audit = audit;
  }

  /** All units in reach, closed ones included. */
  units(reach: Reach): Promise<readonly OfficeUnit[]> {
    return officeUnits(this.#database.read, reach);
  }

  /** @throws OperationalError `not-found`, also for one out of reach. */
  find(id: number, reach: Reach): Promise<OfficeUnit> {
    return unitInReach(this.#database.read, id, reach);
  }

  /** Renames a unit, gives it another kind or place. Returns what is wrong; nothing when it was done. */
  change(id: number, form: OfficeForm, reach: Reach, actor: Actor): Promise<readonly OfficeFault[]> {
    return this.#database.transaction(async (transaction) => {
      const unit = await unitInReach(transaction, id, reach);
      const position = positionIn(form);
      const faults: OfficeFault[] = [
        ...(await unitFaults(transaction, unit, await parentOf(transaction, unit), form)),
        ...(position === null ? [{ field: 'position', code: 'position-invalid' } as const] : []),
      ];
      if (position === null || faults.length > 0) return faults;
      const kind = kindIn(form, unit.kind);
      const change = { name: written(form, 'name'), kind, position };
      if (!(await updateUnit(transaction, { id, guard: guardIn(form) }, change))) return STALE;
      await this.#record(transaction, actor, 'unit.changed', unit, { kind, position });
      return [];
    });
  }

  /** Makes a unit under another. */
  addUnit(parentId: number, form: OfficeForm, reach: Reach, actor: Actor): Promise<readonly OfficeFault[]> {
    return this.#database.transaction(async (transaction) => {
      const parent = await unitInReach(transaction, parentId, reach);
      if (parent.activeTo !== null) return [{ field: 'name', code: 'unit-closed' }];
      const faults = await unitFaults(transaction, null, parent, form);
      if (faults.length > 0) return faults;
      const kind = kindIn(form, parent.kind);
      const unit = await insertUnit(
        transaction,
        { parentId, kind, name: written(form, 'name') },
        parent.path,
      );
      await this.#record(transaction, actor, 'unit.created', unit, { kind });
      return [];
    });
  }

  /** Makes a post in a unit. */
  addPost(unitId: number, form: OfficeForm, reach: Reach, actor: Actor): Promise<readonly OfficeFault[]> {
    return this.#database.transaction(async (transaction): Promise<readonly OfficeFault[]> => {
      const unit = await unitInReach(transaction, unitId, reach);
      if (unit.activeTo !== null) return [{ field: 'name', code: 'unit-closed' }];
      const faults = nameFaults(form);
      if (faults.length > 0) return faults;
      const name = written(form, 'name');
      const taken = (await postsOfUnit(transaction, unitId)).some(
        (post) => nameKey(post.name) === nameKey(name),
      );
      if (taken) return [{ field: 'name', code: 'name-taken' }];
      const id = await insertPost(transaction, { unitId, name, duties: null });
      const record = {
        action: 'post.created',
        objectType: 'post',
        objectId: String(id),
        unitPath: unit.path,
      };
      await this.#audit.record(transaction, actor, { ...record, details: {} });
      return [];
    });
  }

  /** Closes a unit without open posts and units from a day on; opens it again without a day. */
  close(id: number, form: OfficeForm, reach: Reach, actor: Actor): Promise<readonly OfficeFault[]> {
    return this.#database.transaction(async (transaction): Promise<readonly OfficeFault[]> => {
      const unit = await unitInReach(transaction, id, reach);
      const isOpen = unit.activeTo === null;
      const day = written(form, 'day');
      const under = (await officeUnits(transaction, { unitPaths: [unit.path] })).filter(
        (other) => other.parentId === id && other.activeTo === null,
      );
      if (isOpen && !isDate(day)) return [{ field: 'day', code: 'date-invalid' }];
      if (isOpen && unit.posts > 0) return [{ field: 'day', code: 'has-open-posts' }];
      if (isOpen && under.length > 0) return [{ field: 'day', code: 'has-open-units' }];
      const change = { active_to: isOpen ? day : null };
      if (!(await updateUnit(transaction, { id, guard: guardIn(form) }, change))) return STALE;
      await this.#record(transaction, actor, isOpen ? 'unit.closed' : 'unit.reopened', unit, {});
      return [];
    });
  }

  #record(
    transaction: Transaction,
    actor: Actor,
    action: string,
    unit: OrgUnit,
    details: Readonly<Record<string, string | number>>,
  ): Promise<void> {
    const object = { objectType: 'org-unit', objectId: String(unit.id), unitPath: unit.path };
    return this.#audit.record(transaction, actor, { action, ...object, details });
  }
}

async function unitInReach(from: Queryable, id: number, reach: Reach): Promise<OfficeUnit> {
  const unit = (await officeUnits(from, reach)).find((candidate) => candidate.id === id);
  if (unit !== undefined) return unit;
  throw new OperationalError('not-found', 'no-unit', (text) => text.organisation.noSuchUnit);
}

async function parentOf(from: Queryable, { parentId }: OrgUnit): Promise<OrgUnit | null> {
  return parentId === null ? null : unitById(from, parentId);
}

async function unitFaults(
  from: Queryable,
  unit: OrgUnit | null,
  parent: OrgUnit | null,
  form: OfficeForm,
): Promise<readonly OfficeFault[]> {
  const faults = [...nameFaults(form)];
  const siblings = parent === null ? [] : await everyUnitUnder(from, parent.id);
  const key = nameKey(written(form, 'name'));
  if (siblings.some(({ id, name }) => id !== unit?.id && nameKey(name) === key)) {
    faults.push({ field: 'name', code: 'name-taken' });
  }
  const isFit = parent === null || KINDS_UNDER[parent.kind].some((kind) => kind === form['kind']);
  return isFit ? faults : [...faults, { field: 'kind', code: 'kind-unfit' }];
}
