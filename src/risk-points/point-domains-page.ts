import type { Texts } from '../language/texts.ts';
import { KEY_DOMAINS, type KeyDomain } from '../organisation/key-domain.ts';
import type { FormFault } from '../web/form-fault.ts';
import { barTo } from './assessment-bar.ts';
import { standingText } from './domain-words-page.ts';
import { gradeTag, type GradeTag } from './grade-look.ts';
import { pointDomainsPath } from './paths.ts';
import type { PointDetail } from './point-detail.ts';
import type { DomainDecision } from './point-domains.ts';
import type { PointDomain } from './risk-point.ts';

type Deciding = Extract<DomainDecision, { readonly domain: KeyDomain }>['kind'];

/** What a viewer may do about a point's domains, and what came of it. */
export interface DomainEditing {
  readonly mayDecide: boolean;
  readonly faults: readonly FormFault[];
  readonly faultHeading: string;
  /** The domain that somebody chose to add. */
  readonly chosen: string;
}

/** A point's key domains, each with what may be decided about it. */
export interface DomainSection {
  readonly rows: readonly DomainRow[];
  readonly waiting: string | null;
  readonly form: DomainForm | null;
  /** Why nobody may change them; `null` where that needs no word. */
  readonly barred: string | null;
}

export interface DomainRow {
  readonly code: KeyDomain;
  readonly name: string;
  readonly state: string;
  /** The class of the style sheet. */
  readonly tone: 'cv' | 'wk' | 'ex';
  readonly evidence: string | null;
  readonly setBy: string | null;
  readonly effect: DomainEffect | null;
  readonly decisions: readonly DecisionButton[];
}

/** What accepting a suggested domain would do. */
export interface DomainEffect {
  readonly lead: string;
  readonly words: string;
  readonly grade: GradeTag | null;
}

interface DecisionButton {
  readonly kind: Deciding;
  readonly text: string;
  readonly label: string;
  /** What most people will want; it stands out. */
  readonly isLikely: boolean;
}

interface DomainForm {
  readonly action: string;
  readonly guard: string;
  /** How many events the history had: what came after was not seen. */
  readonly events: string;
  readonly addable: readonly { readonly code: string; readonly name: string; readonly isChosen: boolean }[];
  readonly addFault: string | null;
}

const TONES = { accepted: 'cv', suggested: 'wk', rejected: 'ex' } as const;

export function domainSection(
  point: PointDetail,
  { mayDecide, faults, chosen }: DomainEditing,
  text: Texts,
): DomainSection {
  const bar = barTo({ ...point, isWithdrawn: false });
  const isOpen = mayDecide && bar === null;
  const suggested = point.domains.filter(({ state }) => state === 'suggested').length;
  const addFault = faults.find(({ field }) => field === 'add-domain')?.message ?? null;
  return {
    rows: point.domains.map((domain) => domainRow(domain, point, isOpen, text)),
    waiting: suggested === 0 ? null : text.domains.waiting(text.formats.count(suggested)),
    form: isOpen ? domainForm(point, chosen, addFault, text) : null,
    barred: mayDecide && bar !== null ? text.domains.barred[bar] : null,
  };
}

function domainRow(named: PointDomain, point: PointDetail, isOpen: boolean, text: Texts): DomainRow {
  const { domain, state, isMain, evidence } = named;
  const decided = point.domainsSetBy.find((candidate) => candidate.domain === domain);
  return {
    code: domain,
    name: text.terms.keyDomains[domain],
    state: standingText({ state, isMain }, text),
    tone: TONES[state],
    evidence: evidence === null ? null : text.riskPoints.point.evidence(evidence),
    setBy:
      decided === undefined
        ? null
        : text.domains.setBy(text.audit.actorName(decided.setBy), text.formats.instant(decided.setAt)),
    effect: effectOf(domain, point, text),
    decisions: isOpen ? buttonsFor(named, text) : [],
  };
}

function effectOf(domain: KeyDomain, { verdict, ifAccepted }: PointDetail, text: Texts): DomainEffect | null {
  const then = ifAccepted.find((candidate) => candidate.domain === domain)?.verdict;
  if (then === undefined) return null;
  const { none, grade, unassessed } = text.domains.effect;
  const lead = text.otherwise.accepting(text.terms.keyDomains[domain]);
  if (then.grade === null) return { lead, words: verdict.grade === null ? none : unassessed, grade: null };
  if (then.grade === verdict.grade) return { lead, words: none, grade: null };
  return { lead, words: grade, grade: gradeTag(then.grade, text) };
}

function buttonsFor(named: PointDomain, text: Texts): readonly DecisionButton[] {
  const name = text.terms.keyDomains[named.domain];
  const { decisions, remove, decisionOn } = text.domains;
  return decisionsFor(named).map((kind) => {
    const words = kind === 'take-back' && named.evidence === null ? remove : decisions[kind];
    return { kind, text: words, label: decisionOn(words, name), isLikely: kind === 'accept' };
  });
}

function decisionsFor({ state, isMain }: PointDomain): readonly Deciding[] {
  const toMain: readonly Deciding[] = isMain ? [] : ['make-main'];
  switch (state) {
    case 'suggested':
      return ['accept', ...toMain, 'reject'];
    case 'accepted':
      return [...toMain, 'reject', 'take-back'];
    case 'rejected':
      return ['accept', 'take-back'];
  }
}

function domainForm(point: PointDetail, chosen: string, addFault: string | null, text: Texts): DomainForm {
  const named = new Set<string>(point.domains.map(({ domain }) => domain));
  const addable = KEY_DOMAINS.filter((domain) => !named.has(domain));
  return {
    action: pointDomainsPath(point.id),
    guard: String(point.guard),
    events: String(point.history.length),
    addable: addable.map((code) => ({
      code,
      name: text.terms.keyDomains[code],
      isChosen: code === chosen,
    })),
    addFault,
  };
}
