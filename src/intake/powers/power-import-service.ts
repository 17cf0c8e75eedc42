import type { Actor } from '../../audit/audit-entry.ts';
import type { AuditService } from '../../audit/audit-service.ts';
import { powerChange, type PowerChange } from '../../coverage/power-change.ts';
import {
  closePowers,
  insertPowerImport,
  insertPowers,
  latestPowerImport,
  standingPowers,
  type PowerImport,
} from '../../coverage/power-store.ts';
import type { ListedPower, PlacedPower } from '../../coverage/power.ts';
import type { OrgUnit } from '../../organisation/org-unit.ts';
import { bureaus, unitById, unitsInReach } from '../../organisation/organisation-store.ts';
import { postsUnder } from '../../organisation/post-store.ts';
import { reaches, type Reach } from '../../organisation/reach.ts';
import { nameKey } from '../../language/normalise.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Transaction } from '../../platform/database.ts';
import { OperationalError } from '../../platform/errors.ts';
import { domainJudge } from '../../rulebooks/domain-judge.ts';
import type { RulebookService } from '../../rulebooks/rulebook-service.ts';
import type { PowerFinding, ReadPowerList } from './power-row.ts';
import { outsidePowers, replacedPowers, type NamedScope, type PowerScope } from './power-scope.ts';
import { resolvePowers } from './resolve-powers.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly rulebooks: RulebookService;
}

export interface PowerImportRequest {
  readonly list: ReadPowerList;
  readonly file: string;
  readonly digest: string;
  readonly replaces: PowerScope | NamedScope;
  readonly dryRun: boolean;
}

export interface PowerImportResult extends PowerChange {
  readonly bureau: string;
  /** What of the standing list it replaces. */
  readonly replaces: PowerScope['kind'];
  readonly units: ReadonlyMap<number, string>;
  readonly findings: readonly PowerFinding[];
  readonly written: boolean;
}

const NO_CHANGE: PowerChange = { opened: [], closed: [], unchanged: 0 };

/** Brings a list of powers (权责清单) into the database: everything or nothing. */
export class PowerImportService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The powers that stand within reach, and the list that came last. */
  async standing(reach: Reach): Promise<{
    readonly powers: readonly ListedPower[];
    readonly bureaus: readonly OrgUnit[];
    readonly latest: Pick<PowerImport, 'file' | 'actor' | 'at'> | null;
  }> {
    const { read } = this.#parts.database;
    const known = (await bureaus(read)).filter(({ path }) => reaches(reach, path));
    const lists = await Promise.all(known.map(({ path }) => standingPowers(read, path)));
    const imports = await Promise.all(known.map(({ id }) => latestPowerImport(read, id)));
    const [latest = null] = imports
      .filter((made) => made !== null)
      .sort((one, other) => other.at.localeCompare(one.at));
    return { powers: lists.flat(), bureaus: known, latest };
  }

  /**
   * Says what a list would change, and changes it unless it is only tried or something is wrong with it. A list
   * that brings nothing new leaves no trace.
   * @throws OperationalError `not-found` when no bureau of that name is in reach, `invalid` when none of several is named.
   */
  import(request: PowerImportRequest, actor: Actor, reach: Reach): Promise<PowerImportResult> {
    return this.#parts.database.transaction(async (transaction) => {
      const { bureau, root, kind } = await rootOf(transaction, request.replaces, reach);
      const units = await unitsInReach(transaction, { unitPaths: [bureau.path] });
      const posts = await postsUnder(transaction, bureau.path);
      const { powers, findings } = resolvePowers(request.list.rows, { units, posts });
      const named = new Map(units.map(({ id, name }) => [id, name]));
      const common = {
        bureau: bureau.name,
        replaces: kind,
        units: named,
        findings: [...request.list.findings, ...findings, ...outsideFindings(powers, units, root)],
      };
      if (common.findings.length > 0) return { ...common, ...NO_CHANGE, written: false };
      const suggested = await this.#withDomains(transaction, powers, bureau);
      const standing = await standingPowers(transaction, root.path);
      const change = powerChange(replacedPowers(standing, powers, kind), suggested);
      const isNews = change.opened.length + change.closed.length > 0;
      if (isNews && !request.dryRun) await this.#write(transaction, request, change, bureau, actor);
      return { ...common, ...change, written: !request.dryRun };
    });
  }

  /** Where the list names no domain, the domain rulebook suggests one from the power's own words. */
  async #withDomains(
    transaction: Transaction,
    powers: readonly PlacedPower[],
    bureau: OrgUnit,
  ): Promise<readonly PlacedPower[]> {
    const keywords = await this.#parts.rulebooks.inForce('domain', bureau.path, transaction);
    const judge = domainJudge(keywords.body);
    return Promise.all(
      powers.map(async (power) => {
        if (power.domain !== null) return power;
        const [first] = await judge.suggest([power.name, power.kind ?? ''].join('\n'), 'post');
        if (first === undefined) return power;
        return { ...power, domain: first.domain, domainEvidence: first.words.join('、') };
      }),
    );
  }

  async #write(
    transaction: Transaction,
    { file, digest }: PowerImportRequest,
    { opened, closed, unchanged }: PowerChange,
    bureau: OrgUnit,
    actor: Actor,
  ): Promise<void> {
    const at = this.#parts.clock.now();
    const made = { bureauId: bureau.id, file, digest, accountId: actor.accountId, actor: actor.name, at };
    const importId = await insertPowerImport(transaction, made);
    const ids = closed.map(({ id }) => id);
    await closePowers(transaction, ids, importId);
    await insertPowers(transaction, opened, importId);
    await this.#parts.audit.record(transaction, actor, {
      action: 'powers.imported',
      objectType: 'power-import',
      objectId: String(importId),
      unitPath: bureau.path,
      details: { opened: opened.length, closed: closed.length, unchanged },
    });
  }
}

interface Replaced {
  readonly bureau: OrgUnit;
  /** The bureau, or the unit whose subtree is replaced. */
  readonly root: OrgUnit;
  readonly kind: PowerScope['kind'];
}

async function rootOf(
  transaction: Transaction,
  replaces: PowerImportRequest['replaces'],
  reach: Reach,
): Promise<Replaced> {
  if ('bureau' in replaces) {
    const bureau = await bureauInReach(transaction, replaces.bureau, reach);
    return { bureau, root: bureau, kind: replaces.kind };
  }
  const root = await unitById(transaction, replaces.unitId);
  const bureau = (await bureaus(transaction)).find(({ path }) => root?.path.startsWith(path) === true);
  const isKnown = root !== null && bureau !== undefined && reaches(reach, bureau.path);
  if (!isKnown || (replaces.kind !== 'subtree' && root.id !== bureau.id)) {
    throw new OperationalError('not-found', 'no-bureau', (text) => text.powers.noBureau(null));
  }
  return { bureau, root, kind: replaces.kind };
}

/** A list for a unit's subtree may not bring in powers of others: nothing would be compared with them. */
function outsideFindings(
  powers: readonly PlacedPower[],
  units: readonly OrgUnit[],
  root: OrgUnit,
): readonly PowerFinding[] {
  return outsidePowers(powers, units, root).map(({ sheet, row, unitId }) => {
    const unit = units.find(({ id }) => id === unitId)?.name ?? '';
    const position = { ...(sheet === null ? {} : { sheet }), row };
    return {
      code: 'power-outside',
      position,
      value: unit,
      say: (text) => text.powers.findings.outside(unit, root.name),
    };
  });
}

async function bureauInReach(transaction: Transaction, name: string | null, reach: Reach): Promise<OrgUnit> {
  const known = (await bureaus(transaction)).filter(({ path }) => reaches(reach, path));
  const named = known.filter((bureau) => name === null || nameKey(bureau.name) === nameKey(name));
  const [only, ...others] = named;
  if (only === undefined) {
    throw new OperationalError('not-found', 'no-bureau', (text) => text.powers.noBureau(name));
  }
  if (others.length === 0) return only;
  throw new OperationalError('invalid', 'several-bureaus', (text) => text.commands.severalBureaus());
}
