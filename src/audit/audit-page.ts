import { callGrades, type GradeLabels } from '../language/call-grades.ts';
import { sentence, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import type { FactWords } from '../risk-points/fact-words-page.ts';
import type { PageModel } from '../web/page.ts';
import { detailsOf, shortened } from './audit-detail-page.ts';
import type { AuditEntry, AuditVerification } from './audit-entry.ts';

export interface AuditPage extends PageModel {
  readonly verdict: readonly SentencePart[];
  readonly isBroken: boolean;
  readonly note: string | null;
  readonly head: string | null;
  readonly sub: string;
  readonly rows: readonly AuditRow[];
}

export interface AuditRow {
  readonly sequence: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly details: string;
  readonly hash: string;
  /** The chain does not hold from here on. */
  readonly isBad: boolean;
}

/** What the rulebook in force for the unit of a path calls its grades. */
export type GradeLabelsAt = ReadonlyMap<string, GradeLabels | null>;

interface Names {
  readonly facts: FactWords;
  readonly labels: GradeLabelsAt;
}

/**
 * Whether the chain is whole, and its latest entries; steps and facts are named as the rulebook in force does, grades
 * as that of the entry's unit.
 */
export function auditPage(
  verification: AuditVerification,
  latest: readonly AuditEntry[],
  names: Names,
  text: Texts,
): AuditPage {
  const { audit, formats } = text;
  const { head, entries, firstBad, ok } = verification;
  return {
    title: audit.title,
    verdict: verdictOf(verification, text),
    isBroken: !ok,
    note: noteOf(verification, text),
    head: head === null || !ok ? null : audit.head(formats.count(head.sequence), head.hash),
    sub: audit.entriesSub(formats.count(latest.length), formats.count(entries)),
    rows: latest.map((entry) => auditRow(entry, firstBad, names, text)),
  };
}

function verdictOf({ entries, ok, firstBad }: AuditVerification, text: Texts): readonly SentencePart[] {
  const { whole, broken, empty } = text.audit.verdict;
  const { count } = text.formats;
  if (!ok) return sentence(broken, { firstBad: { text: count(firstBad ?? 1), isStrong: true } });
  return sentence(entries === 0 ? empty : whole, { entries: { text: count(entries) } });
}

function noteOf({ entries, ok }: AuditVerification, text: Texts): string | null {
  if (!ok) return text.audit.brokenNote;
  return entries === 0 ? null : text.audit.wholeNote;
}

function auditRow(
  entry: AuditEntry,
  firstBad: number | null,
  { facts, labels }: Names,
  text: Texts,
): AuditRow {
  const own = labels.get(entry.unitPath);
  const { audit, formats } = text;
  return {
    sequence: String(entry.sequence),
    at: formats.exactInstant(entry.at),
    actor: audit.actorName(entry.actor),
    action: audit.actionName(entry.action),
    object: audit.object(entry.objectType, entry.objectId),
    details: detailsOf(entry, facts, own === undefined ? text : callGrades(text, own)),
    hash: shortened(entry.hash),
    isBad: firstBad !== null && entry.sequence >= firstBad,
  };
}
