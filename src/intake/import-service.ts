import type { Actor } from '../audit/audit-entry.ts';
import type { AuditGroup } from '../audit/audit-group-service.ts';
import type { AuditService } from '../audit/audit-service.ts';
import { campaignCreated, type Campaign } from '../campaigns/campaign.ts';
import { campaignOf, insertCampaign } from '../campaigns/campaign-store.ts';
import type { GradingService } from '../grading/grading-service.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { EVERYWHERE } from '../organisation/reach.ts';
import { Roster } from '../organisation/roster-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type { ImportScene } from './form-owner-service.ts';
import { wouldCreate } from './import-finding.ts';
import { hasReadErrors, ImportTally, refused, type ImportResult } from './import-report.ts';
import { FormQueue } from './form-queue-service.ts';
import type { ImportRequest } from './import-request.ts';
import { importRows } from './import-store.ts';

/** What else happens in the transaction of an import: before anything is read, and once it is written. */
export interface ImportSurroundings {
  before(transaction: Transaction): Promise<void>;
  after(transaction: Transaction, batchId: number | null): Promise<void>;
}

/** Carries the result out of a transaction that must not be kept. */
class NotKept extends Error {
  readonly result: ImportResult;

  constructor(result: ImportResult) {
    super('rolled back on purpose');
    this.result = result;
  }
}

/** Brings read files into the database: everything or nothing. */
export class ImportService {
  readonly #database: Database;
  readonly #audit: AuditService;
  readonly #queue: FormQueue;

  constructor(
    database: Database,
    clock: Clock,
    audit: AuditService,
    rulebooks: RulebookService,
    grading: GradingService,
  ) {
    this.#database = database;
    this.#audit = audit;
    this.#queue = new FormQueue(clock, rulebooks, grading);
  }

  /**
   * Imports files into a year's campaign. Refused whole when a file has an error or a question that only a
   * person can answer; the findings say which. Files that bring nothing new leave no trace.
   * @throws OperationalError `several-bureaus` when no bureau is named and there is more than one.
   */
  async import(
    request: ImportRequest,
    actor: Actor,
    surroundings: ImportSurroundings | null = null,
  ): Promise<ImportResult> {
    return this.#import(this.#database, request, actor, surroundings);
  }

  /** The same within a transaction that goes on, whether the import was kept or not. */
  async importWithin(transaction: Transaction, request: ImportRequest, actor: Actor): Promise<ImportResult> {
    // A savepoint is what is taken back of an import that is refused.
    return this.#import({ transaction: (work) => transaction.transaction(work) }, request, actor, null);
  }

  async #import(
    within: Pick<Database, 'transaction'>,
    request: ImportRequest,
    actor: Actor,
    surroundings: ImportSurroundings | null,
  ): Promise<ImportResult> {
    const files = request.files.map(({ read }) => read);
    if (hasReadErrors(files)) return refused(files);
    return attempt(within, async (transaction) => {
      await surroundings?.before(transaction);
      const { result, hasErrors, hasChanged } = await this.#run(transaction, request, actor);
      if (hasErrors) throw new NotKept(refused(result.files));
      if (request.dryRun) throw new NotKept({ ...result, batchId: null });
      if (!hasChanged) throw new NotKept({ ...result, written: true, batchId: null });
      await surroundings?.after(transaction, result.batchId);
      return { ...result, written: true };
    });
  }

  /** What an import would do, as far as it got in spite of its errors. Writes nothing. */
  async preview(request: ImportRequest, actor: Actor): Promise<ImportResult> {
    return attempt(this.#database, async (transaction) => {
      const { result } = await this.#run(transaction, request, actor);
      throw new NotKept({ ...result, batchId: null });
    });
  }

  async #run(
    transaction: Transaction,
    request: ImportRequest,
    actor: Actor,
  ): Promise<{ readonly result: ImportResult; readonly hasErrors: boolean; readonly hasChanged: boolean }> {
    const { decisions } = request;
    const audit = this.#audit.group(transaction, actor);
    const rows = importRows(transaction);
    const roster = new Roster(transaction, rows, audit, decisions?.names ?? null);
    const bureau = await roster.bureau(request.bureau);
    if (bureau === 'several') {
      throw new OperationalError('invalid', 'several-bureaus', (text) => text.commands.severalBureaus());
    }
    const campaign = await campaignFor(transaction, audit, bureau, request);
    const tally = new ImportTally();
    const reach = decisions?.reach ?? EVERYWHERE;
    const scene: ImportScene = { bureau, campaign, roster, reach, tally };
    const batchId = await this.#queue.fileAll({ transaction, rows, audit }, request, scene, actor);
    await audit.write();
    if (!request.mayCreate) refuseCreation(request, roster, tally);
    const files = request.files.map(({ read }) => tally.withFindings(read));
    const { created, unchanged, replaced, assessed, withdrawn, outcomes, hasErrors, hasChanged } = tally;
    const { createdUnits, createdPosts } = roster;
    const counts = { created, unchanged, replaced, assessed, withdrawn, createdUnits, createdPosts };
    return { result: { files, written: false, ...counts, batchId, outcomes }, hasErrors, hasChanged };
  }
}

async function attempt(
  within: Pick<Database, 'transaction'>,
  work: (transaction: Transaction) => Promise<ImportResult>,
): Promise<ImportResult> {
  try {
    return await within.transaction(work);
  } catch (error) {
    if (error instanceof NotKept) return error.result;
    throw error;
  }
}

/** The bureau's campaign of the year, which is opened where there is none. */
async function campaignFor(
  transaction: Transaction,
  audit: AuditGroup,
  bureau: OrgUnit,
  { year, decisions }: ImportRequest,
): Promise<Campaign> {
  const known = await campaignOf(transaction, bureau, year);
  if (known !== null) return known;
  if (decisions?.mayOpenCampaign === false) {
    throw new OperationalError('not-found', 'no-campaign', (text) => text.campaigns.none(year));
  }
  const campaign = await insertCampaign(transaction, bureau, year);
  await audit.record(campaignCreated(campaign));
  return campaign;
}

function refuseCreation(request: ImportRequest, roster: Roster, tally: ImportTally): void {
  const first = request.files[0];
  if (first === undefined) return;
  const missing = [...roster.createdUnits, ...roster.createdPosts.map(({ unit, post }) => `${unit} ${post}`)];
  for (const name of missing) tally.find(first.read, wouldCreate(name));
}
