import type { Texts } from '../language/texts.ts';
import { gradeName } from '../risk-points/grade-look.ts';
import type { PointDetail } from '../risk-points/point-detail.ts';
import { decisionForm, gradesToChoose, type DecisionForm, type GradeEditing } from './decision-form-page.ts';
import { nextState, type GradeCommand, type GradeStanding } from './grade-decision.ts';

/** What people decided about a point's grade, and the forms to decide. */
export interface GradeSection {
  readonly standing: readonly StandingLine[];
  /** What changed since the approval. */
  readonly since: string | null;
  /** Why what the viewer may usually do cannot be done here. */
  readonly barred: string | null;
  readonly forms: readonly DecisionForm[];
}

export interface StandingLine {
  readonly what: string;
  readonly by: string;
  readonly why: string | null;
}

export function gradeSection(point: PointDetail, editing: GradeEditing, text: Texts): GradeSection {
  const standing = standingIn(point);
  const kinds = kindsFor(standing, editing);
  const open = kinds.filter(({ bar }) => bar === null);
  const [closed] = kinds.flatMap(({ bar }) => bar ?? []);
  return {
    standing: standingLines(point, text),
    since: sinceApproval(point, text),
    barred: open.length === 0 && closed !== undefined ? text.grades.barred[closed] : null,
    forms: open.map(({ kind }) => decisionForm(kind, point, standing, editing, text)),
  };
}

/** A shown point's standing; what is withdrawn is not shown. */
function standingIn({ state, campaignState, facts, verdict, decided }: PointDetail): GradeStanding {
  const isKnown = (name: string): boolean => facts.some(({ fact, value }) => fact === name && value !== null);
  return {
    state,
    isWithdrawn: false,
    campaignState,
    isAssessed: isKnown('probability') && isKnown('harm'),
    proposed: verdict.grade,
    override: decided.override?.grade ?? null,
    approved: decided.approval?.grade ?? null,
  };
}

/** The decisions that the viewer's role takes, each with what stands against it here. */
function kindsFor(
  standing: GradeStanding,
  { mayOverride, mayApprove }: GradeEditing,
): readonly { readonly kind: GradeCommand['kind']; readonly bar: keyof Texts['grades']['barred'] | null }[] {
  const overriding: readonly GradeCommand[] = [
    { kind: 'override', grade: gradesToChoose(standing)[0] ?? 1, reason: '' },
    ...(standing.override === null ? [] : [{ kind: 'withdraw' as const, reason: '' }]),
  ];
  const approving: readonly GradeCommand[] = [
    standing.approved === null ? { kind: 'approve', minutes: '' } : { kind: 'reopen', reason: '' },
  ];
  const commands = [...(mayOverride ? overriding : []), ...(mayApprove ? approving : [])];
  return commands.map((command) => {
    const outcome = nextState(standing, command);
    return { kind: command.kind, bar: outcome.kind === 'barred' ? outcome.bar : null };
  });
}

function standingLines({ decided, verdict }: PointDetail, text: Texts): readonly StandingLine[] {
  const { override, approval } = decided;
  const words = text.grades.standing;
  const by = (who: { readonly by: string; readonly at: string }): string =>
    words.by(text.audit.actorName(who.by), text.formats.instant(who.at));
  const lines: StandingLine[] = [];
  if (approval !== null) {
    const what = words.approval(gradeName(approval.grade, text), approval.minutes);
    lines.push({ what, by: by(approval), why: null });
  }
  if (override !== null) {
    const proposed = gradeName(verdict.grade ?? 'unassessed', text);
    const what = words.override(gradeName(override.grade, text), proposed);
    lines.push({ what, by: by(override), why: words.reason(override.reason) });
  }
  return lines;
}

function sinceApproval({ decided, revisionId, rulebook }: PointDetail, text: Texts): string | null {
  const { approval } = decided;
  if (approval === null) return null;
  const { revision, case: facts, version, stays } = text.grades.since;
  const changes = [
    ...(approval.revisionId === revisionId ? [] : [revision]),
    ...(approval.hasOtherFacts ? [facts] : []),
    ...(approval.versionId === rulebook.id ? [] : [version]),
  ];
  return changes.length === 0 ? null : text.formats.sentences([...changes, stays]);
}
