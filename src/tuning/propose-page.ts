import type { Texts } from '../language/texts.ts';
import { gradeName } from '../risk-points/grade-look.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import { cardFields, type FormCard, type TypedForm } from '../web/form-card.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import { comparePath, draftCode } from './compare-paths.ts';
import type { FrozenImpact } from './effect/frozen-impact.ts';
import type { ImpactSummary } from './effect/summary-table.ts';
import { impactPath } from './impact-paths.ts';
import { impactNotes, impactSummary } from './impact-summary-page.ts';
import { draftPath } from './paths.ts';
import type { Prospect } from './proposal-service.ts';
import { versionPath, versionPaths } from './version-paths.ts';
import { checkedWords, versionTitle } from './version-words-page.ts';
import type { EarlierVersion, RulebookLife } from './version.ts';

export interface ProposePage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly heading: string;
  readonly checked: string | null;
  readonly unsound: {
    readonly sentence: string;
    readonly findings: readonly { readonly message: string; readonly fix: string }[];
  } | null;
  /** The examples that proposing changes. */
  readonly outdated: readonly string[];
  readonly draftHref: string | null;
  /** What the figures are made of: the points one by one, the rules side by side. */
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly open: { readonly words: string; readonly href: string } | null;
  readonly impact: ImpactSummary;
  readonly impactNotes: readonly string[];
  readonly faults: readonly FormFault[];
  readonly errorHeading: string;
  readonly form: FormCard | null;
}

const MOST_FINDINGS = 20;

/** What is proposed, and the version that it would replace. */
export interface Proposed extends Prospect {
  readonly inForceId: number;
}

/** What a draft would be proposed as: its check, its impact, and the reason that is asked for. */
export function proposePage(prospect: Proposed, typed: TypedForm | null, text: Texts): ProposePage {
  const words = text.ruleChanges.propose;
  const { draft, base, blocked, open } = prospect;
  const isSound = blocked.length === 0;
  const name = text.formats.inThisLanguage((prospect.rulebook ?? base).title);
  const draftHref = draftPath(draft.id);
  return {
    ...frame(words.title(name), prospect, typed, text),
    crumbs: [
      { text: text.ruleChanges.title, href: versionPaths.rulebooks },
      { text: text.workbench.draftOf(name), href: draftHref },
      { text: words.heading, href: null },
    ],
    checked: isSound ? soundWords(prospect, text) : null,
    unsound: isSound
      ? null
      : {
          sentence: words.unsound(text.formats.count(blocked.length)),
          findings: blocked.slice(0, MOST_FINDINGS).map(({ message, fix }) => ({ message, fix })),
        },
    outdated: prospect.outdated.map(({ name, from, to }) =>
      words.outdatedLine(text.formats.inThisLanguage(name), gradeOf(from, text), gradeOf(to, text)),
    ),
    draftHref,
    links: linksOf(prospect, text),
    form: isSound && open === null ? cardOf(prospect, typed, text) : null,
  };
}

/** Asks for the reason. */
function cardOf({ draft }: Prospect, typed: TypedForm | null, text: Texts): FormCard {
  const words = text.ruleChanges.propose;
  return {
    id: 'propose',
    heading: words.heading,
    intro: words.intro,
    action: versionPath('propose', draft.id),
    guard: String(draft.guard),
    fields: cardFields(
      'propose',
      { reason: { kind: 'textarea', label: words.reason, hint: words.reasonHint } },
      typed,
    ),
    submit: words.submit,
    isDanger: false,
  };
}

/** The same for an earlier version that is taken up again. */
export function reinstatePage(earlier: EarlierVersion, typed: TypedForm | null, text: Texts): ProposePage {
  const words = text.ruleChanges[earlier.isReturning ? 'reinstate' : 'adopt'];
  const { life, unit, open } = earlier;
  const card: FormCard = {
    id: 'propose',
    heading: words.heading,
    intro: words.intro,
    action: versionPath('reinstate', life.id),
    guard: String(unit.id),
    fields: cardFields('propose', { reason: { kind: 'textarea', label: words.reason } }, typed),
    submit: words.submit,
    isDanger: false,
  };
  return {
    ...frame(words.title(versionTitle(life, text)), earlier, typed, text),
    checked: null,
    unsound: null,
    outdated: [],
    draftHref: null,
    links: [],
    form: open === null ? card : null,
  };
}

function frame(
  title: string,
  { impact, open }: { readonly impact: FrozenImpact | null; readonly open: RulebookLife | null },
  typed: TypedForm | null,
  text: Texts,
): Omit<ProposePage, 'checked' | 'unsound' | 'outdated' | 'draftHref' | 'links' | 'form'> {
  const words = text.ruleChanges;
  return {
    title,
    heading: title,
    crumbs: [
      { text: words.title, href: versionPaths.rulebooks },
      { text: title, href: null },
    ],
    open: open && {
      words: words.propose.open(versionTitle(open, text)),
      href: versionPath('proposal', open.id),
    },
    impact: impactSummary(impact, words.impact.heading, text),
    impactNotes: impactNotes(impact, text),
    faults: typed?.faults ?? [],
    errorHeading: words.propose.errorHeading,
  };
}

/** Examples that are put right with the proposal pass only then, and are said to. */
function soundWords({ check, outdated }: Prospect, text: Texts): string {
  const words = text.ruleChanges.propose;
  return text.formats.sentences([
    checkedWords(check, text),
    outdated.length === 0 ? words.examplesPass : words.examplesPassThen(text.formats.count(outdated.length)),
  ]);
}

function linksOf({ draft, impact, inForceId }: Proposed, text: Texts): ProposePage['links'] {
  return [
    ...(impact === null ? [] : [{ text: text.workbench.impact.list, href: impactPath(draft.id) }]),
    { text: text.compare.withInForce, href: comparePath(inForceId, draftCode(draft.id)) },
  ];
}

function gradeOf(grade: Grade | null, text: Texts): string {
  return gradeName(grade ?? 'unassessed', text);
}
