import type { Texts } from '../language/texts.ts';
import { gradeName } from '../risk-points/grade-look.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import { cardFields, type FormCard, type TypedForm } from '../web/form-card.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import { impactSummary, type ImpactSummary } from './impact-summary-page.ts';
import type { Impact } from './impact.ts';
import type { Prospect } from './proposal-service.ts';
import { versionPath, versionPaths } from './version-paths.ts';
import { versionTitle } from './version-words-page.ts';
import type { RulebookLife } from './version.ts';

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
  readonly open: { readonly words: string; readonly href: string } | null;
  readonly impact: ImpactSummary;
  readonly faults: readonly FormFault[];
  readonly errorHeading: string;
  readonly form: FormCard | null;
}

const MOST_FINDINGS = 20;

/** What a draft would be proposed as: its check, its impact, and the reason that is asked for. */
export function proposePage(prospect: Prospect, typed: TypedForm | null, text: Texts): ProposePage {
  const words = text.ruleChanges.propose;
  const { draft, check, blocked, open } = prospect;
  const isSound = blocked.length === 0;
  const cases = text.formats.count(check.cases);
  const card: FormCard = {
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
  return {
    ...frame(words.title(draft.name), prospect, typed, text),
    checked: isSound ? (check.sampled ? words.sampled(cases) : words.checked(cases)) : null,
    unsound: isSound
      ? null
      : {
          sentence: words.unsound(text.formats.count(blocked.length)),
          findings: blocked.slice(0, MOST_FINDINGS).map(({ message, fix }) => ({ message, fix })),
        },
    outdated: prospect.outdated.map(({ name, from, to }) =>
      words.outdatedLine(text.formats.inThisLanguage(name), gradeOf(from, text), gradeOf(to, text)),
    ),
    draftHref: `/rulebooks/drafts/${String(draft.id)}`,
    form: isSound && open === null ? card : null,
  };
}

/** The same for an earlier version that is taken up again. */
export function reinstatePage(
  earlier: {
    readonly life: RulebookLife;
    readonly unit: { readonly id: number };
    readonly impact: Impact | null;
    readonly open: RulebookLife | null;
  },
  typed: TypedForm | null,
  text: Texts,
): ProposePage {
  const words = text.ruleChanges.reinstate;
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
    form: open === null ? card : null,
  };
}

function frame(
  title: string,
  { impact, open }: { readonly impact: Impact | null; readonly open: RulebookLife | null },
  typed: TypedForm | null,
  text: Texts,
): Omit<ProposePage, 'checked' | 'unsound' | 'outdated' | 'draftHref' | 'form'> {
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
    faults: typed?.faults ?? [],
    errorHeading: words.propose.errorHeading,
  };
}

function gradeOf(grade: Grade | null, text: Texts): string {
  return gradeName(grade ?? 'unassessed', text);
}
