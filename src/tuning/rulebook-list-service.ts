import { bureaus } from '../organisation/organisation-store.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Job } from '../platform/job.ts';
import { RULEBOOK_KINDS, type RulebookKind } from '../rulebooks/fact-definition.ts';
import { ACTIVATION, LANE, versionIdIn } from './activation.ts';
import { activationsWithin } from './activation-history-store.ts';
import type { Draft } from './draft.ts';
import type { LifecycleParts } from './lifecycle-parts-service.ts';
import { noSuchVersion } from './version-record-service.ts';
import type { Activation } from './activation-record.ts';
import type { RulebookLife } from './version.ts';
import { lifeById, livesWithin } from './version-store.ts';

/** A bureau's rules: what is in force, what is on its way, what was. */
export interface BureauRules {
  readonly bureau: OrgUnit;
  readonly inForce: readonly { readonly kind: RulebookKind; readonly versionId: number }[];
  readonly versions: readonly RulebookLife[];
  readonly activations: readonly Activation[];
  readonly drafts: readonly Draft[];
  readonly unfinished: readonly Job[];
}

/** A job that brings a version into force, and the version. */
export interface ActivationUnderWay {
  readonly job: Job;
  readonly life: RulebookLife;
}

/** Rulebooks as pages list them. Reads only. */
export class RulebookListService {
  readonly #parts: LifecycleParts;

  constructor(parts: LifecycleParts) {
    this.#parts = parts;
  }

  /** The rules of every bureau in reach. */
  async list(reach: Reach): Promise<readonly BureauRules[]> {
    const seen = (await bureaus(this.#parts.database.read)).filter(({ path }) => reaches(reach, path));
    return Promise.all(seen.map((bureau) => this.#of(bureau)));
  }

  /** A version that is in reach or came with the program, with its bureau's other ones. @throws `not-found` */
  async version(
    id: number,
    reach: Reach,
  ): Promise<{ readonly life: RulebookLife; readonly rules: BureauRules | null }> {
    const life = await lifeById(this.#parts.database.read, id);
    const isSeen = life !== null && (life.unit === null || reaches(reach, life.unit.path));
    if (!isSeen) throw noSuchVersion();
    const all = await this.list(reach);
    const rules = all.find(({ bureau }) => life.unit === null || bureau.path === life.unit.path);
    return { life, rules: rules ?? null };
  }

  /** @throws OperationalError `not-found` when no such activation is in reach */
  async activation(jobId: number, reach: Reach): Promise<ActivationUnderWay> {
    const { database, jobs } = this.#parts;
    const job = await jobs.find(jobId);
    const life = job?.kind === ACTIVATION ? await lifeById(database.read, versionIdIn(job)) : null;
    if (job === null || life === null || !reaches(reach, life.unit?.path ?? '')) throw noSuchVersion();
    return { job, life };
  }

  async #of(bureau: OrgUnit): Promise<BureauRules> {
    const { database, rulebooks, drafts, jobs } = this.#parts;
    const reach: Reach = { unitPaths: [bureau.path] };
    const inForce = RULEBOOK_KINDS.map(async (kind) => ({
      kind,
      versionId: (await rulebooks.inForce(kind, bureau.path)).id,
    }));
    return {
      bureau,
      inForce: await Promise.all(inForce),
      versions: await livesWithin(database.read, reach),
      activations: await activationsWithin(database.read, reach),
      drafts: await drafts.list(reach),
      unfinished: (await jobs.unfinished(LANE)).filter(({ kind }) => kind === ACTIVATION),
    };
  }
}
