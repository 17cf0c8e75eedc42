import type { Texts } from '../language/texts.ts';
import { domainChangeText } from './domain-words-page.ts';
import { answersSentence } from './assessment-words-page.ts';
import type { PointDetail, PointEvent } from './point-detail.ts';
import { stepNameOn } from './other-scale-page.ts';
import { gradeName } from './grade-look.ts';
import { factTitle } from './point-grading-page.ts';

/** One thing that happened to a point. */
export interface HistoryLine {
  readonly what: string;
  readonly at: string;
  readonly actor: string;
  readonly detail: string | null;
  /** Why, in the words of whoever did it. */
  readonly note: string | null;
}

type Filed = Extract<PointEvent, { readonly kind: 'filed' }>;
type Assessed = Extract<PointEvent, { readonly kind: 'assessed' }>;

/** What happened to a point, newest first as the detail has it. */
export function historyLines(point: PointDetail, text: Texts): readonly HistoryLine[] {
  const { from, note } = text.riskPoints.point.history;
  return point.history.map((event, index) => ({
    what: whatOf(event, point.history.slice(index + 1), point, text),
    at: text.formats.instant(event.at),
    actor: text.audit.actorName(event.actor),
    detail: event.file === null ? null : from(event.file),
    note: event.kind === 'assessed' && event.note !== null ? note(event.note) : whyOf(event, text),
  }));
}

/** Why somebody decided about the grade; `null` of all other events. */
function whyOf(event: PointEvent, text: Texts): string | null {
  const { reason, minutes } = text.grades.history;
  switch (event.kind) {
    case 'overridden':
      return reason(event.reason);
    case 'approved':
      return minutes(event.why);
    case 'reopened':
      return reason(event.why);
    case 'filed':
    case 'assessed':
    case 'domains':
    case 'answered':
      return null;
  }
}

function whatOf(event: PointEvent, earlier: readonly PointEvent[], point: PointDetail, text: Texts): string {
  switch (event.kind) {
    case 'filed':
      return filed(event, text);
    case 'assessed':
      return assessed(event, earlier, point, text);
    case 'domains':
      return text.formats.clauses(event.changes.map((change) => domainChangeText(change, text)));
    case 'answered':
      return text.riskPoints.point.history.answered(answersSentence(event.answers, text));
    case 'overridden':
      return overridden(event, text);
    case 'approved':
      return text.grades.history.approved(gradeName(event.grade, text));
    case 'reopened':
      return text.grades.history.reopened(gradeName(event.grade, text));
  }
}

function overridden({ from, to }: Extract<PointEvent, { kind: 'overridden' }>, text: Texts): string {
  const { overridden: changed, withdrawn } = text.grades.history;
  const proposed = gradeName(from ?? 'unassessed', text);
  return to === null ? withdrawn(proposed) : changed(proposed, gradeName(to, text));
}

function filed({ version, isEdited }: Filed, text: Texts): string {
  const { history } = text.riskPoints.point;
  if (version === 1) return history.filedFirst;
  const edition = text.formats.count(version);
  return isEdited ? history.edited(edition) : history.unedited(edition);
}

function assessed(event: Assessed, earlier: readonly PointEvent[], point: PointDetail, text: Texts): string {
  const words = text.riskPoints.point.history;
  const { fact } = event;
  const title = factTitle(fact, text);
  const nameOf = ({ step, scale }: Assessed): string | null => {
    const used = scale ?? point.rulebook.body.scales[fact].code;
    return step === null ? null : stepNameOn(fact, { scale: used, step }, point, text);
  };
  const before = earlier.find((known): known is Assessed => known.kind === 'assessed' && known.fact === fact);
  const [now, then] = [nameOf(event), before === undefined ? null : nameOf(before)];
  if (now === null) return then === null ? words.unset(title) : words.cleared(title, then);
  if (then === null) return words.assessed(title, now);
  return now === then ? words.confirmed(title, now) : words.reassessed(title, then, now);
}
