import type { AuditService } from '../audit/audit-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Queryable, Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { LastUsed } from '../platform/last-used.ts';
import { digestOf } from './digest.ts';
import { nearestAbove } from './grade-labels.ts';
import type { CoverageRulebook, DomainRulebook, GradingRulebook, Rulebook } from './rulebook.ts';
import {
  activateForAll,
  activeVersions,
  insertScale,
  insertVersion,
  versionById,
  versionByName,
  versionComing,
  versionInForce,
  versionKept,
  versionsKept,
  versionsOf,
  type StoredVersion,
} from './rulebook-store.ts';

interface RulebookOfKind {
  readonly grading: GradingRulebook;
  readonly coverage: CoverageRulebook;
  readonly domain: DomainRulebook;
}

/**
 * A stored version of a rulebook. What is remembered of it goes by its digest: the id of a version that was taken back
 * before it was committed is given to another one, perhaps by another process.
 */
export interface RulebookVersion<Body extends Rulebook = Rulebook> {
  readonly id: number;
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  readonly body: Body;
}

/** As much of a campaign as says which rules hold for it. */
export interface JudgedCampaign {
  readonly id: number;
  readonly bureau: { readonly path: string };
}

/** The rulebooks that are in force where a bureau has none of its own. */
const IN_FORCE_BY_DEFAULT: ReadonlySet<string> = new Set(['notice-2021', 'key-domains', 'keywords']);

/** Of each kind what a hundred bureaus have in force, and what is being compared. */
const MOST_PARSED = 500;

const SHIPPED = 'shipped';

const SYSTEM = { accountId: null, name: 'qinglian' };

/** Which rules hold where. */
export class RulebookService {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #audit: AuditService;
  readonly #parsed = new LastUsed<string, Rulebook>(MOST_PARSED);

  constructor(database: Database, clock: Clock, audit: AuditService) {
    this.#database = database;
    this.#clock = clock;
    this.#audit = audit;
  }

  /**
   * Takes in the rulebooks that came with the program. A text that changed with an upgrade becomes a proposed
   * version beside the one in force, and never replaces it.
   */
  async loadShipped(rulebooks: readonly Rulebook[]): Promise<void> {
    await this.#database.transaction(async (transaction) => {
      for (const rulebook of rulebooks) await this.#loadOne(transaction, rulebook);
    });
  }

  /**
   * The version of a kind in force for a unit: the nearest one up the tree.
   * @throws OperationalError `not-found` when the program's own rulebooks were never loaded.
   */
  async inForce<Kind extends keyof RulebookOfKind>(
    kind: Kind,
    unitPath: string,
    from: Queryable = this.#database.read,
  ): Promise<RulebookVersion<RulebookOfKind[Kind]>> {
    const stored = await versionInForce(from, kind, unitPath);
    if (stored === null) {
      throw new OperationalError('not-found', 'no-rulebook', (text) => text.commands.nothingShipped());
    }
    // The activation's kind is the rulebook's, so the body is of that kind.
    return this.#parse(stored) as RulebookVersion<RulebookOfKind[Kind]>;
  }

  /**
   * The version that judges a campaign: the one it was closed under where the rules have changed since, else the one
   * in force for its bureau (domain: closing a campaign pins its rulebook versions).
   */
  async judging<Kind extends keyof RulebookOfKind>(
    kind: Kind,
    campaign: JudgedCampaign,
    from: Queryable = this.#database.read,
  ): Promise<RulebookVersion<RulebookOfKind[Kind]>> {
    const kept = await versionKept(from, kind, campaign.id);
    if (kept === null) return this.inForce(kind, campaign.bureau.path, from);
    // A campaign keeps one version of each kind, by that kind.
    return this.#parse(kept) as RulebookVersion<RulebookOfKind[Kind]>;
  }

  /** The same for many campaigns at once, by their ids. */
  async judgingEach<Kind extends keyof RulebookOfKind>(
    kind: Kind,
    campaigns: readonly JudgedCampaign[],
    from: Queryable = this.#database.read,
  ): Promise<ReadonlyMap<number, RulebookVersion<RulebookOfKind[Kind]>>> {
    const kept = await versionsKept(
      from,
      kind,
      campaigns.map(({ id }) => id),
    );
    const active = await activeVersions(from, kind);
    const known = new Map<number | null, RulebookVersion<RulebookOfKind[Kind]>>();
    const judging = new Map<number, RulebookVersion<RulebookOfKind[Kind]>>();
    for (const campaign of campaigns) {
      const id = kept.get(campaign.id) ?? nearestAbove(active, campaign.bureau.path);
      const version = known.get(id) ?? (await this.judging(kind, campaign, from));
      known.set(id, version);
      judging.set(campaign.id, version);
    }
    return judging;
  }

  /**
   * The version that is coming into force for a unit, while the job that judges by it is at work; `null` at other
   * times. What is placed meanwhile must have both verdicts, so that the change is nobody's gap.
   */
  async coming<Kind extends keyof RulebookOfKind>(
    kind: Kind,
    unitPath: string,
    from: Queryable = this.#database.read,
  ): Promise<RulebookVersion<RulebookOfKind[Kind]> | null> {
    const stored = await versionComing(from, kind, unitPath);
    // The version was looked for by its rulebook's kind.
    return stored === null ? null : (this.#parse(stored) as RulebookVersion<RulebookOfKind[Kind]>);
  }

  /** A version by its id; `null` when there is none. */
  async version(id: number, from: Queryable = this.#database.read): Promise<RulebookVersion | null> {
    const stored = await versionById(from, id);
    return stored === null ? null : this.#parse(stored);
  }

  /** A version named as `name@version`; `null` when there is none. */
  async find(nameAtVersion: string): Promise<RulebookVersion | null> {
    const [name = '', version = ''] = nameAtVersion.split('@');
    const stored = await versionByName(this.#database.read, name, version);
    return stored === null ? null : this.#parse(stored);
  }

  async #loadOne(transaction: Transaction, rulebook: Rulebook): Promise<void> {
    const digest = digestOf(rulebook);
    const versions = await versionsOf(transaction, rulebook.name);
    if (versions.some((version) => version.digest === digest)) return;
    const isFirst = versions.length === 0;
    const activate = isFirst && IN_FORCE_BY_DEFAULT.has(rulebook.name);
    const version = isFirst ? SHIPPED : `${SHIPPED}-${String(versions.length + 1)}`;
    const at = this.#clock.now();
    if (rulebook.kind === 'grading') {
      for (const [fact, scale] of Object.entries(rulebook.scales))
        await insertScale(transaction, fact, scale);
    }
    const state = activate ? 'active' : 'proposed';
    const id = await insertVersion(transaction, rulebook, { version, digest, state, at });
    if (activate) await activateForAll(transaction, rulebook.kind, id, at);
    await this.#audit.record(transaction, SYSTEM, {
      action: 'rulebook.loaded',
      objectType: 'rulebook',
      objectId: `${rulebook.name}@${version}`,
      unitPath: '/',
      details: { digest, state },
    });
  }

  #parse(stored: StoredVersion): RulebookVersion {
    // Only checked rulebooks are stored, under the digest of what they say.
    const body = this.#parsed.of(stored.digest, () => JSON.parse(stored.body) as Rulebook);
    return { ...stored, body };
  }
}
