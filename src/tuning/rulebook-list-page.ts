import type { Texts } from '../language/texts.ts';
import type { RulebookKind } from '../rulebooks/fact-definition.ts';
import type { PageModel } from '../web/page.ts';
import { versionIdIn } from './activation.ts';
import { comparePath, comparePaths, draftCode } from './compare-paths.ts';
import { calibrationPaths } from './calibration-paths.ts';
import type { Draft } from './draft.ts';
import { factCataloguePaths } from './fact-catalogue-paths.ts';
import { impactSummary } from './impact-summary-page.ts';
import { movedSentence } from './move-lines-page.ts';
import { draftPath } from './paths.ts';
import type { BureauRules } from './rulebook-list-service.ts';
import { versionPath } from './version-paths.ts';
import { rulebookTitle, stateWord, versionTitle, reinstateLink } from './version-words-page.ts';
import type { Activation } from './activation-record.ts';
import type { RulebookLife } from './version.ts';

export interface RulebookListPage extends PageModel {
  readonly bureaus: readonly BureauSection[];
  readonly mayTune: boolean;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

export interface BureauSection {
  readonly id: number;
  readonly name: string;
  readonly inForce: readonly InForceLine[];
  readonly waiting: readonly WaitingLine[];
  readonly drafts: readonly DraftLine[];
  readonly history: readonly HistoryRow[];
  readonly others: readonly OtherLine[];
}

export interface InForceLine extends OtherLine {
  readonly kind: string;
  readonly since: string;
}

/** Where a text is compared with the one that is, or was, in force; `null` where there is none. */
export interface ComparedLine {
  readonly compareHref: string | null;
}

export interface DraftLine extends ComparedLine {
  readonly words: string;
  readonly href: string;
  readonly proposeHref: string;
}

export interface WaitingLine extends ComparedLine {
  readonly title: string;
  readonly href: string;
  readonly state: string;
  readonly by: string;
  readonly link: string;
}

export interface HistoryRow extends ComparedLine {
  readonly version: string;
  readonly href: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly moved: string;
  readonly who: string;
}

export interface OtherLine extends ComparedLine {
  readonly versionId: number;
  readonly title: string;
  readonly href: string;
  readonly state: string;
  readonly reinstate: ReturnType<typeof reinstateLink>;
}

export function rulebookListPage(
  bureaus: readonly BureauRules[],
  { mayTune }: { readonly mayTune: boolean },
  text: Texts,
): RulebookListPage {
  const { calibration, facts } = text.ruleChanges.list.links;
  return {
    title: text.ruleChanges.title,
    bureaus: bureaus.map((rules) => sectionOf(rules, text)),
    mayTune,
    links: [
      { text: text.compare.link, href: comparePaths.compare },
      { text: calibration, href: calibrationPaths.calibration },
      { text: facts, href: factCataloguePaths.catalogue },
    ],
  };
}

function sectionOf(rules: BureauRules, text: Texts): BureauSection {
  const { bureau, versions, drafts, activations } = rules;
  const used = new Set(rules.inForce.map(({ versionId }) => versionId));
  const waiting = versions.filter(
    ({ unit, state }) => unit !== null && (state === 'proposed' || state === 'approved'),
  );
  const others = versions.filter((life) => !used.has(life.id) && !waiting.includes(life));
  return {
    id: bureau.id,
    name: bureau.name,
    inForce: rules.inForce.flatMap(({ kind, versionId }) => {
      const life = versions.find(({ id }) => id === versionId);
      const since = activations.find((one) => one.versionId === versionId)?.from;
      if (life === undefined || since === undefined) return [];
      return [
        {
          ...otherLine(life, rules, text),
          kind: text.ruleChanges.kinds[kind],
          since: text.ruleChanges.since(text.formats.instant(since)),
        },
      ];
    }),
    waiting: waiting.map((life) => waitingLine(life, rules, text)),
    drafts: drafts.map((draft) => draftLineOf(draft, rules, text)),
    history: activations
      .filter(({ jobId }) => jobId !== null)
      .map((activation) => historyRow(activation, versions, text)),
    others: others.map((life) => otherLine(life, rules, text)),
  };
}

/** A draft is called by the title of the version that it is based on, as its own pages call it. */
function draftLineOf(
  { id, kind, name, basedOn, ...saved }: Draft,
  rules: BureauRules,
  text: Texts,
): DraftLine {
  const base = rules.versions.find((life) => life.id === basedOn.versionId);
  const title = base === undefined ? name : rulebookTitle(base, text);
  return {
    words: text.ruleChanges.list.draftLine(title, saved.savedBy, text.formats.instant(saved.savedAt)),
    href: draftPath(id),
    proposeHref: versionPath('propose', id),
    compareHref: withInForce(kind, draftCode(id), rules),
  };
}

function withInForce(kind: RulebookKind, code: number | string, { inForce }: BureauRules): string | null {
  const used = inForce.find((one) => one.kind === kind);
  return used === undefined || used.versionId === code ? null : comparePath(used.versionId, code);
}

function waitingLine(life: RulebookLife, rules: BureauRules, text: Texts): WaitingLine {
  const { decide, progress } = text.ruleChanges.list;
  const job = rules.unfinished.find((one) => versionIdIn(one) === life.id);
  return {
    title: versionTitle(life, text),
    href: job === undefined ? versionPath('proposal', life.id) : versionPath('activation', job.id),
    state: stateWord(life, text),
    by: life.proposed?.by ?? '',
    link: job === undefined ? decide : progress,
    compareHref: withInForce(life.kind, life.id, rules),
  };
}

function historyRow(activation: Activation, versions: readonly RulebookLife[], text: Texts): HistoryRow {
  const { ruleChanges, formats } = text;
  const { versionId, replacedId, kind, from, to, moves } = activation;
  const life = versions.find(({ id }) => id === versionId);
  return {
    version: life === undefined ? activation.version : versionTitle(life, text),
    href: versionPath('version', versionId),
    kind: ruleChanges.kinds[kind],
    from: formats.instant(from),
    to: to === null ? ruleChanges.list.stillInForce : formats.instant(to),
    moved: moves === null ? forecastOf(life, text) : movedSentence(moves, text),
    who: life?.approved?.by ?? '',
    compareHref: replacedId === null ? null : comparePath(replacedId, versionId),
  };
}

/** Only grades are counted when rules come into force; of other kinds the proposal keeps what it foretold. */
function forecastOf(life: RulebookLife | undefined, text: Texts): string {
  const { forecast, unknownMoves } = text.ruleChanges;
  const impact = life?.proposed?.frozen.impact ?? null;
  return impact === null ? unknownMoves : forecast(impactSummary(impact, '', text).sentence);
}

function otherLine(life: RulebookLife, rules: BureauRules, text: Texts): OtherLine {
  return {
    versionId: life.id,
    title: versionTitle(life, text),
    href: versionPath('version', life.id),
    state: stateWord(life, text),
    reinstate: reinstateLink(life, rules, text),
    compareHref: withInForce(life.kind, life.id, rules),
  };
}
