import type { Actor } from '../audit/audit-entry.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import type { CampaignService } from '../campaigns/campaign-service.ts';
import { verdictOf } from '../grading/grading-store.ts';
import type { GradeLabels } from '../language/call-grades.ts';
import { en } from '../language/en.ts';
import { zh } from '../language/zh.ts';
import type { Reach } from '../organisation/reach.ts';
import type { Database } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { LastUsed } from '../platform/last-used.ts';
import { parseRulebook } from '../rulebooks/rulebook-schema.ts';
import type { RulebookService, RulebookVersion } from '../rulebooks/rulebook-service.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { blocking } from './bench.ts';
import { calibrationOf, type CaseOverrides } from './calibration.ts';
import { currentOverrides } from './calibration-store.ts';
import { draftForCase, type CaseChange } from './draft-for-case.ts';
import type { DraftService } from './draft-service.ts';
import { draftTextOf } from './draft-text.ts';
import type { JudgingWorker } from './judging-worker-service.ts';

interface Parts {
  readonly database: Database;
  readonly campaigns: CampaignService;
  readonly rulebooks: RulebookService;
  readonly drafts: DraftService;
  readonly judging: Pick<JudgingWorker, 'check'>;
}

const MOST_CHECKED = 50;

/** A case's overrides with the rulebook that would follow them; `null` where one change cannot. */
export interface CalibratedCase extends CaseOverrides {
  readonly draft: GradingRulebook | null;
  /** How many findings keep that draft from being proposed before they are put right. */
  readonly findings: number;
}

export interface Calibration {
  readonly campaign: Campaign;
  readonly version: RulebookVersion<GradingRulebook>;
  readonly cases: readonly CalibratedCase[];
  /** The bureau's open draft of this rulebook; `null` where there is none. */
  readonly openDraftId: number | null;
}

/** Overrides by case, and drafts that follow them. */
export class CalibrationService {
  readonly #parts: Parts;
  /** By the text of a draft: the page asks about the same ones each time that it is looked at. */
  readonly #findings = new LastUsed<string, number>(MOST_CHECKED);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws OperationalError `not-found` where nothing is in reach. */
  async calibration(reach: Reach): Promise<Calibration> {
    const { campaigns, rulebooks, database, drafts } = this.#parts;
    const { read } = database;
    const campaign = await campaigns.inView(reach);
    const version = await rulebooks.judging('grading', campaign);
    const groups = calibrationOf(await currentOverrides(read, campaign.id, version.id, reach));
    const cases: CalibratedCase[] = [];
    for (const group of groups) {
      const verdict = await verdictOf(read, group.caseId, version.id);
      const change = verdict === null ? null : changeOf(group, verdict, version.body.grades);
      const draft = change === null ? null : draftForCase(version.body, change);
      cases.push({
        ...group,
        draft,
        findings: draft === null ? 0 : await this.#findingsOf(draft, version.body),
      });
    }
    const open = (await drafts.list(reach)).find(
      ({ name, unitId }) => name === version.name && unitId === campaign.bureau.id,
    );
    return { campaign, version, cases, openDraftId: open?.id ?? null };
  }

  async #findingsOf(draft: GradingRulebook, base: GradingRulebook): Promise<number> {
    const text = draftTextOf(draft);
    const known = this.#findings.find(text);
    if (known !== undefined) return known;
    const check = await this.#parts.judging.check(text, zh, { scales: new Map(), facts: [] });
    const found = blocking({ check, parsed: parseRulebook(text), base }).length;
    return this.#findings.keep(text, found);
  }

  /**
   * Opens a draft of the rulebook in force that gives a case the grade that most of its overrides gave.
   * @throws OperationalError `conflict` when there is nothing to rest it on any more, or a draft is open already.
   */
  async prepare(caseId: number, reach: Reach, actor: Actor): Promise<number> {
    const { drafts } = this.#parts;
    const { cases, campaign, version } = await this.calibration(reach);
    const draft = cases.find((candidate) => candidate.caseId === caseId)?.draft ?? null;
    if (draft === null) {
      throw new OperationalError('conflict', 'nothing-to-calibrate', (text) => text.calibration.gone);
    }
    const id = await drafts.create(version.id, campaign.bureau.id, reach, actor);
    const { guard } = await drafts.find(id, reach);
    await drafts.save(id, { text: draftTextOf(draft), guard }, reach, actor);
    return id;
  }
}

function changeOf(
  group: CaseOverrides,
  verdict: CaseChange['verdict'],
  labels: GradeLabels,
): CaseChange | null {
  const { facts, majority, given, points } = group;
  if (majority === null) return null;
  const count = String(given.find(({ grade }) => grade === majority)?.count ?? 0);
  const total = String(points.length);
  return {
    facts,
    verdict,
    grade: majority,
    title: {
      zh: zh.calibration.ruleTitle(labels[majority].zh),
      en: en.calibration.ruleTitle(labels[majority].en),
    },
    reason: {
      zh: zh.calibration.ruleReason(total, count, labels[majority].zh),
      en: en.calibration.ruleReason(total, count, labels[majority].en),
    },
  };
}
