import type { Actor } from '../audit/audit-entry.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import { stepOn } from '../grading/class.ts';
import type { Texts } from '../language/texts.ts';
import { unitById } from '../organisation/organisation-store.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Database } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { onFileAt } from '../rulebooks/on-file-store.ts';
import { parseRulebook } from '../rulebooks/rulebook-schema.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import type { ExampleFacts, GradingRulebook, Rulebook } from '../rulebooks/rulebook.ts';
import { definitionsFor } from '../rulebooks/rulebook-facts.ts';
import { placeOfPoint } from '../risk-points/point-list-store.ts';
import { factsOf } from '../risk-points/point-store.ts';
import type { Bench } from './bench.ts';
import { assessedCounts } from './cell-count-store.ts';
import type { DraftEdit } from './draft-change.ts';
import { edit } from './draft-edit.ts';
import type { DraftService } from './draft-service.ts';
import { draftTextOf } from './draft-text.ts';
import type { Draft } from './draft.ts';
import type { EditFaults } from './edit-fault.ts';
import type { JudgingWorker } from './judging-worker-service.ts';
import { NewestOnly } from './newest-only.ts';
import { gradesOfExamples } from './outdated-example.ts';
import type { Standing } from './scale-change.ts';
import type { EffectService } from './effect/effect-service.ts';

interface Parts {
  readonly database: Database;
  readonly campaigns: CampaignService;
  readonly rulebooks: RulebookService;
  readonly rulebookDrafts: DraftService;
  readonly effects: EffectService;
  readonly judging: JudgingWorker;
}

export type EditOutcome =
  | { readonly kind: 'saved'; readonly guard: number }
  | { readonly kind: 'refused'; readonly faults: EditFaults }
  /** Somebody saved in between; `mine` is the change made on theirs, where it can be. */
  | { readonly kind: 'conflict'; readonly theirs: Draft; readonly mine: Rulebook | null };

/** What the workbench shows of a draft, and the small changes that it posts. */
export class WorkbenchService {
  readonly #parts: Parts;
  readonly #live = new NewestOnly();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * A draft with its verification, in the words of one language, and its impact. Writes nothing.
   * @throws OperationalError `not-found`; the signal's reason once nobody wants it any more
   */
  async open(id: number, reach: Reach, texts: Texts, signal?: AbortSignal): Promise<Bench> {
    const { database, rulebooks, rulebookDrafts, effects, judging } = this.#parts;
    const draft = await rulebookDrafts.find(id, reach);
    const parsed = parseRulebook(draft.text, texts);
    const base = await rulebooks.find(`${draft.basedOn.name}@${draft.basedOn.version}`);
    if (base === null) throw new Error('the version that a draft is based on is kept');
    const campaign = await this.#campaignOf(draft);
    const rulebook = 'rulebook' in parsed ? parsed.rulebook : null;
    const onFile = await onFileAt(database.read, draft.unitPath);
    const inUnit: Reach = { unitPaths: [draft.unitPath] };
    const isShown = rulebook !== null && campaign !== null;
    return {
      draft,
      unit: (await unitById(database.read, draft.unitId))?.name ?? '',
      parsed,
      base: base.body,
      inForce: await rulebooks.inForce(draft.kind, draft.unitPath),
      standing: await this.#standing(draft),
      campaign,
      check: await judging.check(draft.text, texts, onFile, signal),
      effect: isShown ? await effects.of(rulebook, campaign.id, inUnit, signal) : null,
      counts: campaign === null ? [] : await assessedCounts(database.read, campaign.id),
      exampleGrades: rulebook?.kind === 'grading' ? await gradesOfExamples(rulebook) : [],
    };
  }

  /**
   * The same while a draft changes under somebody's hands: a newer question of the same session about the same draft
   * ends the work for the older one.
   * @throws OperationalError `not-found`; `conflict` where there was a newer question
   */
  async openLive(session: string, id: number, reach: Reach, texts: Texts): Promise<Bench> {
    const key = JSON.stringify([session, id]);
    return this.#live.run(key, (signal) => this.open(id, reach, texts, signal));
  }

  /**
   * Makes one change of a draft's rulebook.
   * @throws OperationalError `not-found`; `conflict` while the text is no sound rulebook, so that only text helps
   */
  async edit(id: number, guard: number, change: DraftEdit, reach: Reach, actor: Actor): Promise<EditOutcome> {
    const { rulebookDrafts } = this.#parts;
    const draft = await rulebookDrafts.find(id, reach);
    const parsed = parseRulebook(draft.text);
    if (!('rulebook' in parsed)) {
      throw new OperationalError('conflict', 'draft-unsound', (text) => text.workbench.unsound);
    }
    const result = edit(parsed.rulebook, change, await this.#standing(draft));
    if (draft.guard !== guard) {
      return { kind: 'conflict', theirs: draft, mine: 'rulebook' in result ? result.rulebook : null };
    }
    if ('faults' in result) return { kind: 'refused', faults: result.faults };
    const outcome = await rulebookDrafts.save(
      id,
      { text: draftTextOf(result.rulebook), guard },
      reach,
      actor,
    );
    return outcome.kind === 'saved' ? outcome : { ...outcome, mine: null };
  }

  /**
   * A risk point's facts as an example of a rulebook gives them.
   * @throws OperationalError `not-found` when there is no such point in the bureau
   */
  async exampleFacts(rulebook: GradingRulebook, pointId: number, unitPath: string): Promise<ExampleFacts> {
    const { read } = this.#parts.database;
    const place = await placeOfPoint(read, pointId);
    if (place === null || !reaches({ unitPaths: [unitPath] }, place.unitPath)) {
      throw new OperationalError('not-found', 'no-point', (text) => text.riskPoints.point.noSuch);
    }
    const known = await factsOf(read, pointId);
    const values: Readonly<Record<string, string | number | boolean | null>> = {
      ...known.own,
      probability: stepOn(rulebook.scales.probability, known.probability),
      harm: stepOn(rulebook.scales.harm, known.harm),
      domain: known.domain,
      measureCount: known.measureCount,
    };
    return Object.fromEntries(
      definitionsFor(rulebook).flatMap(({ name }) => {
        const value = values[name] ?? null;
        return value === null ? [] : [[name, value] as const];
      }),
    );
  }

  /** What the scales of a grading draft are compared with. */
  async #standing({ basedOn, unitPath }: Draft): Promise<Standing | null> {
    const { rulebooks } = this.#parts;
    const base = (await rulebooks.find(`${basedOn.name}@${basedOn.version}`))?.body;
    if (base?.kind !== 'grading') return null;
    return { inForce: (await rulebooks.inForce('grading', unitPath)).body, base };
  }

  async #campaignOf({ unitPath }: Draft): Promise<Bench['campaign']> {
    try {
      const { id, year, bureau } = await this.#parts.campaigns.inView({ unitPaths: [unitPath] });
      return { id, year, bureauId: bureau.id };
    } catch (failure) {
      if (failure instanceof OperationalError && failure.kind === 'not-found') return null;
      throw failure;
    }
  }
}
