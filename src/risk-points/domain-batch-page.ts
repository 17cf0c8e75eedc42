import { callGrades } from '../language/call-grades.ts';
import type { Texts } from '../language/texts.ts';
import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import { labelsOfAll } from '../rulebooks/grade-labels.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import { regradedBy, tallies } from './decision-tally.ts';
import type { DecisionPlan, DecisionSubject, PlannedDecision } from './domain-decision.ts';
import { writtenSeen } from './domain-form.ts';
import { decisionText } from './domain-outcome-page.ts';
import { domainChangeText, standingText } from './domain-words-page.ts';
import { gradeTag, type GradeTag } from './grade-look.ts';
import { pointPath, pointPaths } from './paths.ts';

const SHOWN = 50;
const STALE_SHOWN = 10;

/** Says exactly what a decision about many points would change, before anything is written. */
export interface DomainBatchPage extends PageModel {
  readonly heading: string;
  readonly faults: readonly FormFault[];
  readonly faultHeading: string;
  readonly backHref: string;
  readonly tallies: readonly TallyRow[];
  readonly regraded: string;
  readonly regrades: readonly Regrade[];
  readonly notes: readonly string[];
  readonly points: readonly PlannedRow[];
  readonly more: string | null;
  /** `null` where there is nothing to confirm. */
  readonly form: ConfirmForm | null;
}

interface TallyRow {
  readonly domain: string;
  readonly main: string;
  readonly accepted: string;
  readonly rejected: string;
}

interface Regrade {
  readonly from: GradeTag;
  readonly to: GradeTag;
  readonly points: string;
}

interface PlannedRow {
  readonly href: string;
  readonly text: string;
  readonly unit: string;
  readonly changes: string;
  readonly before: GradeTag;
  /** `null` where the grade stays. */
  readonly after: GradeTag | null;
}

interface ConfirmForm {
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly submit: string;
}

/** Takes the conditions of the list, for the way back, and points that changed since somebody looked. */
export function domainBatchPage(
  plan: DecisionPlan,
  list: { readonly search: string; readonly href: string },
  stale: readonly DecisionSubject[],
  text: Texts,
): DomainBatchPage {
  const { batch } = text.domains;
  const { count } = text.formats;
  const points = count(plan.points.length);
  const isEmpty = plan.points.length === 0;
  const heading = isEmpty ? batch.nothing : batch.heading(points, decisionText(plan.decision, text));
  const regraded = regradedBy(plan);
  return {
    title: heading,
    heading,
    faults: staleFaults(stale, text),
    faultHeading: batch.staleHeading,
    backHref: list.href,
    tallies: tallyRows(plan, text),
    regraded: regraded.length === 0 ? batch.notRegraded : batch.regraded(count(regraded.length)),
    regrades: regrades(regraded, callGrades(text, labelsOfAll(regraded.map(({ labels }) => labels)))),
    notes: [
      ...(isEmpty ? [batch.nothingFix] : [batch.allOrNothing]),
      ...(plan.unchanged > 0 ? [batch.unchanged(count(plan.unchanged))] : []),
      ...(plan.barred > 0 ? [batch.barred(count(plan.barred))] : []),
    ],
    points: plan.points.slice(0, SHOWN).map((point) => plannedRow(point, text)),
    more: plan.points.length > SHOWN ? batch.more(count(plan.points.length - SHOWN)) : null,
    form: isEmpty ? null : confirmForm(plan, list.search, text),
  };
}

/** What was done to many points, for the list they stand in. */
export function batchNotice(plan: DecisionPlan, text: Texts): string {
  const { nothing, many, manyRegraded, manySame, tally } = text.domains.done;
  const { count, list } = text.formats;
  if (plan.points.length === 0) return nothing;
  const domains = tallies(plan, KEY_DOMAINS).map(({ domain, main, accepted, rejected }) =>
    tally(text.terms.keyDomains[domain], count(main + accepted + rejected)),
  );
  const regraded = regradedBy(plan).length;
  const grades = regraded === 0 ? manySame : manyRegraded(count(regraded));
  return many(decisionText(plan.decision, text), count(plan.points.length), list(domains)) + grades;
}

function staleFaults(stale: readonly DecisionSubject[], text: Texts): readonly FormFault[] {
  if (stale.length === 0) return [];
  const { batch } = text.domains;
  const said = stale.slice(0, STALE_SHOWN).map((subject) => {
    const standings = subject.domains.map(
      ({ domain, state, isMain }) =>
        `${text.terms.keyDomains[domain]} ${standingText({ state, isMain }, text)}`,
    );
    const now = standings.length === 0 ? text.domains.standings.unnamed : text.formats.list(standings);
    return batch.stale(subject.text, subject.unitName, now);
  });
  const rest = stale.length - said.length;
  const more = rest > 0 ? [batch.staleMore(text.formats.count(rest))] : [];
  return [...said, ...more, batch.staleFix].map((message) => ({ field: 'points-heading', message }));
}

function tallyRows(plan: DecisionPlan, text: Texts): readonly TallyRow[] {
  const { count } = text.formats;
  return tallies(plan, KEY_DOMAINS).map(({ domain, main, accepted, rejected }) => ({
    domain: text.terms.keyDomains[domain],
    main: count(main),
    accepted: count(accepted),
    rejected: count(rejected),
  }));
}

function regrades(points: readonly PlannedDecision[], text: Texts): readonly Regrade[] {
  const pairs = new Map<string, { before: Grade | null; after: Grade | null; points: number }>();
  for (const { before, after } of points) {
    const key = `${String(before)} ${String(after)}`;
    pairs.set(key, { before, after, points: (pairs.get(key)?.points ?? 0) + 1 });
  }
  return [...pairs.values()].map((pair) => ({
    from: gradeTag(pair.before, text),
    to: gradeTag(pair.after, text),
    points: text.domains.batch.regradedPoints(text.formats.count(pair.points)),
  }));
}

function plannedRow({ subject, plan, before, after, labels }: PlannedDecision, text: Texts): PlannedRow {
  const called = callGrades(text, labels);
  return {
    href: pointPath(subject.id),
    text: subject.text,
    unit: subject.unitName,
    changes: text.formats.clauses(plan.changes.map((change) => domainChangeText(change, text))),
    before: gradeTag(before, called),
    after: before === after ? null : gradeTag(after, called),
  };
}

function confirmForm({ decision, points }: DecisionPlan, search: string, text: Texts): ConfirmForm {
  return {
    action: pointPaths.domainBatch,
    fields: [
      { name: 'decision', value: decision.kind },
      { name: 'to', value: 'domain' in decision ? decision.domain : '' },
      { name: 'list', value: search },
      { name: 'seen', value: writtenSeen(points.map(({ subject }) => subject)) },
    ],
    submit: text.domains.batch.confirm(text.formats.count(points.length)),
  };
}
