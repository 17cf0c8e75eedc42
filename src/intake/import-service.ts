import type { Actor } from '../audit/audit-entry.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { campaignOf, insertCampaign } from '../campaigns/campaign-store.ts';
import { FilingService } from '../forms/filing-service.ts';
import { dutiesOfPost } from '../forms/form-store.ts';
import type { GradingService } from '../grading/grading-service.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { PostDomainService } from '../organisation/post-domain-service.ts';
import { Roster } from '../organisation/roster-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { PointLedger } from '../risk-points/point-ledger-service.ts';
import { domainJudge } from '../rulebooks/domain-judge.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { ownerOf, type ImportScene } from './form-owner-service.ts';
import { formTwice, planFinding, wouldCreate } from './import-finding.ts';
import { hasReadErrors, ImportTally, refused, type ImportResult } from './import-report.ts';
import { inFilingOrder, type QueuedForm } from './filing-order-service.ts';
import type { ImportRequest } from './import-request.ts';
import { insertBatch } from './import-store.ts';
import { paperOf } from './incoming-form.ts';

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
  readonly #clock: Clock;
  readonly #audit: AuditService;
  readonly #rulebooks: RulebookService;
  readonly #grading: GradingService;

  constructor(
    database: Database,
    clock: Clock,
    audit: AuditService,
    rulebooks: RulebookService,
    grading: GradingService,
  ) {
    this.#database = database;
    this.#clock = clock;
    this.#audit = audit;
    this.#rulebooks = rulebooks;
    this.#grading = grading;
  }

  /**
   * Imports files into a year's campaign. Refused whole when a file has an error or a question that only a
   * person can answer; the findings say which. Files that bring nothing new leave no trace.
   * @throws OperationalError `several-bureaus` when no bureau is named and there is more than one.
   */
  async import(request: ImportRequest, actor: Actor): Promise<ImportResult> {
    const files = request.files.map(({ read }) => read);
    if (hasReadErrors(files)) return refused(files);
    try {
      return await this.#database.transaction(async (transaction) => {
        const { result, keep } = await this.#run(transaction, request, actor);
        if (!keep) throw new NotKept(result);
        return result;
      });
    } catch (error) {
      if (error instanceof NotKept) return error.result;
      throw error;
    }
  }

  async #run(
    transaction: Transaction,
    request: ImportRequest,
    actor: Actor,
  ): Promise<{ readonly result: ImportResult; readonly keep: boolean }> {
    const roster = new Roster(transaction, this.#audit, actor);
    const bureau = await roster.bureau(request.bureau);
    if (bureau === 'several') {
      throw new OperationalError('invalid', 'several-bureaus', (text) => text.commands.severalBureaus());
    }
    const campaign = await this.#campaign(transaction, bureau, request.year, actor);
    const tally = new ImportTally();
    await this.#fileAll(transaction, request, { bureau, campaign, roster, tally }, actor);
    if (!request.mayCreate) refuseCreation(request, roster, tally);
    const files = request.files.map(({ read }) => tally.withFindings(read));
    if (tally.hasErrors) return { result: refused(files), keep: false };
    const { created, unchanged, replaced, assessed } = tally;
    const { createdUnits, createdPosts } = roster;
    const written = !request.dryRun;
    const result = { files, written, created, unchanged, replaced, assessed, createdUnits, createdPosts };
    return { result, keep: written && tally.hasChanged };
  }

  async #fileAll(
    transaction: Transaction,
    request: ImportRequest,
    scene: ImportScene,
    actor: Actor,
  ): Promise<void> {
    const { bureau, campaign, tally } = scene;
    const at = this.#clock.now();
    const scope = await this.#grading.scopeOf(bureau.path, transaction);
    const keywords = await this.#rulebooks.inForce('domain', bureau.path, transaction);
    const domains = domainJudge(keywords.body);
    const ledger = new PointLedger(transaction, this.#grading, scope, domains);
    const filing = new FilingService(transaction, ledger, this.#audit, actor, at);
    const batch = { campaignId: campaign.id, at, accountId: actor.accountId, actor: actor.name };
    const batchId = await insertBatch(transaction, batch);
    const queue = await inFilingOrder(transaction, request, batchId);
    const changedPosts = await fileQueue(queue, filing, scene);
    const dutiesOnFile = (within: Transaction, postId: number): Promise<readonly string[]> =>
      dutiesOfPost(within, campaign.id, postId);
    await new PostDomainService(transaction, domains, dutiesOnFile).suggestFor(changedPosts);
    await ledger.settle(campaign.id);
    await this.#audit.record(transaction, actor, {
      action: 'import.committed',
      objectType: 'import-batch',
      objectId: String(batchId),
      unitPath: bureau.path,
      details: { files: request.files.length, created: tally.created, replaced: tally.replaced },
    });
  }

  async #campaign(transaction: Transaction, bureau: OrgUnit, year: number, actor: Actor): Promise<Campaign> {
    const known = await campaignOf(transaction, bureau, year);
    if (known !== null) return known;
    const campaign = await insertCampaign(transaction, bureau, year);
    await this.#audit.record(transaction, actor, {
      action: 'campaign.created',
      objectType: 'campaign',
      objectId: String(campaign.id),
      unitPath: bureau.path,
      details: { year },
    });
    return campaign;
  }
}

/** Files forms one after another. Returns the posts whose holders' forms changed. */
async function fileQueue(
  queue: readonly QueuedForm[],
  filing: FilingService,
  scene: ImportScene,
): Promise<readonly number[]> {
  const { tally } = scene;
  const changedPosts = new Set<number>();
  const written = new Set<number | null>();
  for (const { file, form, fileId } of queue) {
    const owner = await ownerOf(form, file, scene);
    if (owner === null) continue;
    const filed = await filing.file(owner, paperOf(form, fileId));
    tally[filed.outcome] += 1;
    tally.assessed += filed.assessed;
    for (const found of filed.findings) tally.find(file, planFinding(found, form));
    if (filed.outcome === 'unchanged') continue;
    for (const postId of owner.postIds) changedPosts.add(postId);
    if (form.kind === 'annex1' && written.has(filed.formId)) tally.find(file, formTwice(form));
    written.add(filed.formId);
  }
  return [...changedPosts];
}

function refuseCreation(request: ImportRequest, roster: Roster, tally: ImportTally): void {
  const first = request.files[0];
  if (first === undefined) return;
  const missing = [...roster.createdUnits, ...roster.createdPosts.map(({ unit, post }) => `${unit} ${post}`)];
  for (const name of missing) tally.find(first.read, wouldCreate(name));
}
