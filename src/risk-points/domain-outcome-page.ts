import { callGrades } from '../language/call-grades.ts';
import type { Texts } from '../language/texts.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { DecisionPlan } from './domain-decision.ts';
import { domainChangeText } from './domain-words-page.ts';
import { gradeName } from './grade-look.ts';
import type { PointDetail } from './point-detail.ts';
import { historyLines } from './point-history-page.ts';
import type { DomainDecision } from './point-domains.ts';

const HEADING = 'domains-heading';

/** What was done to one point's domains, for its next page. */
export function decidedNotice({ points }: DecisionPlan, text: Texts): string {
  const { nothing, one, regraded, sameGrade } = text.domains.done;
  const [planned] = points;
  if (planned === undefined) return nothing;
  const { plan, before, after, labels } = planned;
  const called = callGrades(text, labels);
  const changes = text.formats.clauses(plan.changes.map((change) => domainChangeText(change, text)));
  const [was, is] = [before, after].map((grade) => gradeName(grade ?? 'unassessed', called));
  return one(changes) + (before === after ? sameGrade(is ?? '') : regraded(was ?? '', is ?? ''));
}

/** What happened to a point since somebody opened its page, and what they wanted to do. */
export function staleFaults(
  point: PointDetail,
  eventsSeen: number,
  decision: DomainDecision,
  text: Texts,
): readonly FormFault[] {
  const { staleEvent, staleUnknown, wanted } = text.domains;
  const called = callGrades(text, point.rulebook.body.grades);
  const unseen = historyLines(point, called).slice(0, Math.max(0, point.history.length - eventsSeen));
  const events = unseen.map(({ what, actor, at }) => staleEvent(what, actor, at));
  const said = events.length > 0 ? events : [staleUnknown];
  return [...said, wanted(decisionText(decision, text))].map((message) => ({ field: HEADING, message }));
}

/** A decision in words, with its domain where it names one. */
export function decisionText(decision: DomainDecision, text: Texts): string {
  const { decisions, decisionOn } = text.domains;
  const words = decisions[decision.kind];
  return 'domain' in decision ? decisionOn(words, text.terms.keyDomains[decision.domain]) : words;
}
