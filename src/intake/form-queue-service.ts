import type { Actor } from '../audit/audit-entry.ts';
import { FilingService, type ImportWriting } from '../forms/filing-service.ts';
import { dutiesOfPosts } from '../forms/post-duties-store.ts';
import type { GradingService } from '../grading/grading-service.ts';
import { PostDomainService, type DutiesOnFile } from '../organisation/post-domain-service.ts';
import type { Clock } from '../platform/clock.ts';
import { PointLedger } from '../risk-points/point-ledger-service.ts';
import { settlePosts } from '../risk-points/post-fact-service.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import { domainJudge } from '../rulebooks/domain-judge.ts';
import { factsInUse } from '../rulebooks/facts-in-use-store.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { inFilingOrder, type QueuedForm } from './filing-order-service.ts';
import { ownerOf, type ImportScene } from './form-owner-service.ts';
import { factWithoutPost, formTwice, planFinding } from './import-finding.ts';
import type { ImportRequest } from './import-request.ts';
import { recordChanges } from './import-change-service.ts';
import { insertBatch } from './import-store.ts';
import { paperOf, type KnownAs } from './incoming-form.ts';
import type { RiskMatch } from '../forms/filing-result.ts';
import { placeKey } from './upload/stored-document.ts';

/** As many rows as are worth a statement for each table; more only take memory. */
const MOST_WAITING = 5000;

/** Files the forms of an import one after another, inside its transaction. */
export class FormQueue {
  readonly #clock: Clock;
  readonly #rulebooks: RulebookService;
  readonly #grading: GradingService;

  constructor(clock: Clock, rulebooks: RulebookService, grading: GradingService) {
    this.#clock = clock;
    this.#rulebooks = rulebooks;
    this.#grading = grading;
  }

  /** Files all forms as one batch, whose id it returns; the scene's tally says what happened. */
  async fileAll(
    writing: ImportWriting,
    request: ImportRequest,
    scene: ImportScene,
    actor: Actor,
  ): Promise<number> {
    const { transaction, rows } = writing;
    const { bureau, campaign, tally } = scene;
    const at = this.#clock.now();
    const scope = await this.#grading.scopeOf(bureau.path, transaction);
    const keywords = await this.#rulebooks.inForce('domain', bureau.path, transaction);
    const domains = domainJudge(keywords.body);
    const ledger = new PointLedger(transaction, this.#grading, scope, domains);
    const filing = new FilingService(writing, ledger, actor, at);
    const batch = { campaignId: campaign.id, at, accountId: actor.accountId, actor: actor.name };
    const keepChanges = request.dryRun ? null : await recordChanges(transaction, bureau.path, campaign.id);
    const batchId = await insertBatch(transaction, batch);
    const queue = await inFilingOrder(rows, request, batchId);
    const declared = await factsInUse(transaction, bureau.path, scope.version.body);
    const changedPosts = await fileQueue(queue, filing, writing, scene, { request, declared });
    await rows.write();
    const dutiesOnFile: DutiesOnFile = (within, postIds) => dutiesOfPosts(within, campaign.id, postIds);
    await new PostDomainService(transaction, domains, dutiesOnFile).suggestFor(changedPosts);
    await ledger.settle(campaign.id, at);
    await settlePosts(transaction, ledger, filing.postsWithFacts, at);
    await keepChanges?.(batchId);
    await writing.audit.record({
      action: 'import.committed',
      objectType: 'import-batch',
      objectId: String(batchId),
      unitPath: bureau.path,
      details: { files: request.files.length, created: tally.created, replaced: tally.replaced },
    });
    return batchId;
  }
}

/** Files forms one after another. Returns the posts whose holders' forms changed. */
async function fileQueue(
  queue: readonly QueuedForm[],
  filing: FilingService,
  { rows, audit }: ImportWriting,
  scene: ImportScene,
  { request, declared }: { readonly request: ImportRequest; readonly declared: readonly DeclaredFact[] },
): Promise<readonly number[]> {
  const { tally } = scene;
  const changedPosts = new Set<number>();
  const written = new Set<number | null>();
  for (const [index, queued] of queue.entries()) {
    if (rows.size > MOST_WAITING) {
      await rows.write();
      await audit.write();
    }
    request.onFiling?.(index + 1, queue.length);
    const { file, form, fileId } = queued;
    const owner = await ownerOf(form, file, scene);
    if (owner === null) continue;
    const filed = await filing.file(owner, paperOf(form, fileId, declared, knownAs(queued, request)));
    tally[filed.outcome] += 1;
    tally.assessed += filed.assessed;
    tally.withdrawn += filed.withdrawn;
    for (const found of filed.findings) tally.find(file, planFinding(found, form));
    for (const fact of filed.unplaced) tally.find(file, factWithoutPost(fact, form, declared));
    for (const match of filed.matches) noteOutcome(queued, match, scene);
    if (filed.outcome === 'unchanged') continue;
    for (const postId of owner.postIds) changedPosts.add(postId);
    if (form.kind === 'annex1' && written.has(filed.formId)) tally.find(file, formTwice(form));
    written.add(filed.formId);
  }
  return [...changedPosts];
}

function knownAs({ number }: QueuedForm, { decisions }: ImportRequest): KnownAs {
  return ({ text }) => {
    const chosen = decisions?.points.get(`${String(number)} ${placeKey(text.position)}`);
    return chosen === undefined ? {} : { knownAs: chosen };
  };
}

function noteOutcome({ number, form }: QueuedForm, match: RiskMatch, { tally }: ImportScene): void {
  const { risk, kind, known } = match;
  const read = form.risks.find(({ ordinal, text }) => ordinal === risk.ordinal && text.value === risk.text);
  if (read === undefined) return;
  tally.outcomes.push({ file: number, at: read.text.position, ordinal: risk.ordinal, kind, known });
}
