import type { Texts } from '../language/texts.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import { cardFields, type FormCard, type FormField, type TypedForm } from '../web/form-card.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import type { Proposal } from './approval-service.ts';
import { comparePath } from './compare-paths.ts';
import { filesOf, type VersionFiles } from './rulebook-download-page.ts';
import { movedSentence, moveLines, type MoveLine } from './move-lines-page.ts';
import type { BureauRules } from './rulebook-list-service.ts';
import { rulesInWords, type RulesInWords } from './rules-in-words-page.ts';
import { timelineOf, type TimelineStep } from './timeline-page.ts';
import { impactsOf, type VersionImpacts } from './version-impacts-page.ts';
import { versionPath, versionPaths } from './version-paths.ts';
import { isUsed, reinstateLink, stateWord, versionTitle } from './version-words-page.ts';
import type { RulebookLife } from './version.ts';

export interface VersionPage extends PageModel, VersionImpacts {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly heading: string;
  readonly state: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly steps: readonly TimelineStep[];
  readonly moved: { readonly sentence: string; readonly moves: readonly MoveLine[] } | null;
  readonly rules: RulesInWords;
  readonly faults: readonly FormFault[];
  readonly isStale: boolean;
  readonly approve: SignedCard | null;
  /** What the approver signs. */
  readonly seen: { readonly digest: string; readonly inForceId: string } | null;
  readonly giveBack: FormCard | null;
  readonly isOwn: boolean;
  readonly startAction: string | null;
  readonly reinstate: ReturnType<typeof reinstateLink> | null;
  readonly files: VersionFiles;
  readonly comparisons: readonly { readonly text: string; readonly href: string }[];
}

/** A form that is signed with the password, which is never shown again. */
export interface SignedCard extends Pick<FormCard, 'heading' | 'intro' | 'action' | 'submit'> {
  readonly fields: readonly SignedField[];
}

export interface SignedField extends Pick<
  FormField,
  'name' | 'id' | 'label' | 'hint' | 'why' | 'describedBy'
> {
  readonly kind: FormField['kind'] | 'password';
  readonly value: string;
  readonly autocomplete: 'off' | 'current-password';
}

/** Who looks, and what they typed. */
export interface VersionVisit {
  readonly accountId: number;
  readonly approves: boolean;
  readonly tunes: boolean;
  readonly typed: TypedForm | null;
  readonly isStale: boolean;
  /** How much each rule decides, by its name; `null` where there is nothing to decide about. */
  readonly decides: ReadonlyMap<string, number> | null;
}

/** A version with its life and rules; while it is proposed, with what is signed and the forms to decide. */
export function versionPage(
  life: RulebookLife,
  rules: BureauRules | null,
  proposal: Proposal | null,
  visit: VersionVisit,
  text: Texts,
): VersionPage {
  const [words, title] = [text.ruleChanges, versionTitle(life, text)];
  const activation = rules?.activations.find(({ versionId }) => versionId === life.id) ?? null;
  const isProposed = life.state === 'proposed' && proposal !== null;
  const isOwn = life.proposed?.accountId === visit.accountId;
  const decides = isProposed && visit.approves && !isOwn;
  const moves = activation?.moves ?? null;
  return {
    title,
    crumbs: [
      { text: words.title, href: versionPaths.rulebooks },
      { text: title, href: null },
    ],
    heading: title,
    state: stateWord(life, text, isUsed(life, rules)),
    facts: factsOf(life, text),
    steps: timelineOf(life, activation, text),
    moved: moves && { sentence: movedSentence(moves, text), moves: moveLines(moves.moves, text) },
    ...impactsOf(life, proposal, text),
    // Only checked rulebooks are stored.
    rules: rulesInWords(JSON.parse(life.body) as Rulebook, text, visit.decides),
    faults: visit.typed?.faults ?? [],
    isStale: visit.isStale,
    approve: decides ? approveCard(life, visit, text) : null,
    seen: decides ? { digest: life.digest, inForceId: String(proposal.inForceId) } : null,
    giveBack: decides ? giveBackCard(life, visit, text) : null,
    isOwn: isProposed && visit.approves && isOwn,
    startAction: life.state === 'approved' && visit.approves ? versionPath('start', life.id) : null,
    files: filesOf(life.id),
    reinstate: rules && isReinstatable(life, rules, visit) ? reinstateLink(life, rules, text) : null,
    comparisons: comparisonsOf(life, rules, text),
  };
}

function isReinstatable(life: RulebookLife, rules: BureauRules | null, { tunes }: VersionVisit): boolean {
  if (!tunes || isUsed(life, rules) || life.state === 'approved') return false;
  return life.unit === null || life.state !== 'proposed';
}

/** With what is in force now, and with what it was made from. */
function comparisonsOf(
  life: RulebookLife,
  rules: BureauRules | null,
  { compare }: Texts,
): VersionPage['comparisons'] {
  const used = rules?.inForce.find(({ kind }) => kind === life.kind)?.versionId ?? life.id;
  return [
    ...(used === life.id ? [] : [{ text: compare.withInForce, href: comparePath(used, life.id) }]),
    ...(life.basedOn === null || life.basedOn.id === used
      ? []
      : [{ text: compare.withBase, href: comparePath(life.basedOn.id, life.id) }]),
  ];
}

function factsOf(life: RulebookLife, { ruleChanges }: Texts): VersionPage['facts'] {
  const { facts, everywhere } = ruleChanges.version;
  const { unit, basedOn, reinstates } = life;
  return [
    { name: facts.unit, value: unit?.name ?? everywhere },
    { name: facts.digest, value: life.digest },
    ...(basedOn === null || reinstates !== null
      ? []
      : [{ name: facts.based, value: ruleChanges.versionWord(basedOn.version) }]),
    ...(reinstates === null
      ? []
      : [{ name: facts.reinstates, value: ruleChanges.versionWord(reinstates.version) }]),
  ];
}

function approveCard(life: RulebookLife, { typed }: VersionVisit, { ruleChanges }: Texts): SignedCard {
  const words = ruleChanges.approve;
  return {
    heading: words.heading,
    intro: words.intro,
    action: versionPath('approve', life.id),
    fields: cardFields(
      'approve',
      {
        minutes: { kind: 'text', label: words.minutes, hint: words.minutesHint },
        activeOn: { kind: 'date', label: words.activeOn, hint: words.activeOnHint },
        password: { kind: 'text', label: words.password, hint: words.passwordHint },
      },
      typed,
    ).map((field) =>
      field.name === 'password'
        ? { ...field, kind: 'password', value: '', autocomplete: 'current-password' }
        : { ...field, autocomplete: 'off' },
    ),
    submit: words.submit,
  };
}

function giveBackCard(life: RulebookLife, { typed }: VersionVisit, { ruleChanges }: Texts): FormCard {
  const words = ruleChanges.giveBack;
  return {
    id: 'return',
    heading: words.heading,
    intro: words.intro,
    action: versionPath('giveBack', life.id),
    guard: null,
    fields: cardFields('return', { reason: { kind: 'textarea', label: words.reason } }, typed),
    submit: words.submit,
    isDanger: true,
  };
}
