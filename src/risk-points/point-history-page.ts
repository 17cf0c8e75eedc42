import type { Texts } from '../language/texts.ts';
import { domainChangeText } from './domain-words-page.ts';
import type { PointDetail, PointEvent } from './point-detail.ts';
import { stepName } from './point-facts-page.ts';
import { factTitle } from './point-grading-page.ts';

/** One thing that happened to a point. */
export interface HistoryLine {
  readonly what: string;
  readonly at: string;
  readonly actor: string;
  readonly detail: string | null;
}

type Filed = Extract<PointEvent, { readonly kind: 'filed' }>;
type Assessed = Extract<PointEvent, { readonly kind: 'assessed' }>;

/** What happened to a point, newest first as the detail has it. */
export function historyLines(point: PointDetail, text: Texts): readonly HistoryLine[] {
  return point.history.map((event, index) => ({
    what: whatOf(event, point.history.slice(index + 1), point, text),
    at: text.formats.instant(event.at),
    actor: text.audit.actorName(event.actor),
    detail: event.file === null ? null : text.riskPoints.point.history.from(event.file),
  }));
}

function whatOf(event: PointEvent, earlier: readonly PointEvent[], point: PointDetail, text: Texts): string {
  switch (event.kind) {
    case 'filed':
      return filed(event, text);
    case 'assessed':
      return assessed(event, earlier, point, text);
    case 'domains':
      return text.formats.clauses(event.changes.map((change) => domainChangeText(change, text)));
  }
}

function filed({ version, isEdited }: Filed, text: Texts): string {
  const { history } = text.riskPoints.point;
  if (version === 1) return history.filedFirst;
  const edition = text.formats.count(version);
  return isEdited ? history.edited(edition) : history.unedited(edition);
}

function assessed(
  { fact, step }: Assessed,
  earlier: readonly PointEvent[],
  { rulebook }: PointDetail,
  text: Texts,
): string {
  const words = text.riskPoints.point.history;
  const title = factTitle(fact, text);
  const name = stepName(fact, step, rulebook.body, text);
  const before = earlier.find((event): event is Assessed => event.kind === 'assessed' && event.fact === fact);
  if (before === undefined || before.step === step) return words.assessed(title, name);
  return words.reassessed(title, stepName(fact, before.step, rulebook.body, text), name);
}
