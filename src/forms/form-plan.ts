import { textKey } from '../language/normalise.ts';
import { matchPoints, type PointMatch } from '../risk-points/match-points.ts';
import {
  contentDigest,
  type FormContent,
  type IncomingForm,
  type IncomingRisk,
  type RiskContent,
  type SourceKind,
} from './form-content.ts';

/** A risk point of the form on file. */
export interface KnownPoint extends RiskContent {
  readonly pointId: number;
  /** Whether an annex 1 ever named it; only an annex 1 can then leave it out. */
  readonly fromAnnex1: boolean;
}

/** The form on file for the same holding, or for the unit's own risk points. */
export interface CurrentForm {
  readonly duties: string | null;
  readonly points: readonly KnownPoint[];
  /** The most authoritative kind of paper it was filed with. */
  readonly filedAs: SourceKind;
  /** Digest of what the latest paper of each kind said. */
  readonly paperDigests: Readonly<Partial<Record<SourceKind, string>>>;
}

/** A risk of the next version: a known point or a new one, and what came with it. */
export interface PlannedRisk extends RiskContent {
  /** `null`: a new point. */
  readonly pointId: number | null;
  /** The incoming risk that speaks of it; `null` when the paper did not mention it. */
  readonly incoming: IncomingRisk | null;
}

export interface PlanFinding {
  readonly code: 'ambiguous-point' | 'wording-kept';
  readonly risk: IncomingRisk;
  /** Texts of the known points in question. */
  readonly known: readonly string[];
}

export interface FormPlan {
  readonly outcome: 'created' | 'unchanged' | 'replaced';
  readonly content: FormContent;
  readonly risks: readonly PlannedRisk[];
  /** Known points that the new version no longer has. */
  readonly withdrawn: readonly number[];
  readonly paperDigest: string;
  readonly findings: readonly PlanFinding[];
  /** How each incoming risk relates to what was on file, in the paper's order. */
  readonly matches: readonly PointMatch[];
}

const AUTHORITY: Readonly<Record<SourceKind, number>> = { register: 0, annex2: 1, annex1: 2 };

/**
 * Decides what an incoming paper does to the form on file. An annex 1 replaces it; an annex 2 or a register adds
 * what it knows (assessments, declared grades, further points) and deletes nothing. A paper of less authority
 * does not change wording that a better one brought.
 */
export function planForm(current: CurrentForm | null, incoming: IncomingForm): FormPlan {
  const paperDigest = contentDigest(incoming);
  if (current === null) return firstVersion(incoming, paperDigest);
  const matches = matchPoints(current.points, incoming.risks);
  const sameAgain = current.paperDigests[incoming.kind] === paperDigest;
  const mayEdit = !sameAgain && AUTHORITY[incoming.kind] >= AUTHORITY[current.filedAs];
  const matched = incoming.risks
    .map((risk, index) =>
      plannedRisk(current, risk, matches[index] ?? { kind: 'new' }, mayEdit ? incoming.kind : null),
    )
    // A row left out since by a later paper does not come back because the same file is imported again.
    .filter(({ pointId }) => pointId !== null || !sameAgain);
  const replaces = incoming.kind === 'annex1' && !sameAgain;
  const unmentioned = current.points.filter(
    ({ pointId }) => !matched.some((risk) => risk.pointId === pointId),
  );
  const withdrawn = replaces ? unmentioned.filter(({ fromAnnex1 }) => fromAnnex1) : [];
  const kept = unmentioned.filter((point) => !withdrawn.includes(point));
  const risks = inOrder(matched, kept, replaces);
  const content = {
    duties: mayEdit ? (incoming.duties ?? current.duties) : current.duties,
    risks: risks.map(({ ordinal, text, measure }) => ({ ordinal, text, measure })),
  };
  const changed = contentDigest(content) !== contentDigest({ duties: current.duties, risks: current.points });
  return {
    outcome: changed ? 'replaced' : 'unchanged',
    content,
    risks,
    withdrawn: withdrawn.map(({ pointId }) => pointId),
    paperDigest,
    findings: findingsOf(current, incoming, matches, mayEdit),
    matches,
  };
}

function firstVersion(incoming: IncomingForm, paperDigest: string): FormPlan {
  const risks = incoming.risks.map((risk, index) => ({
    pointId: null,
    ordinal: index + 1,
    text: risk.text,
    measure: risk.measure,
    incoming: risk,
  }));
  const content = {
    duties: incoming.duties,
    risks: risks.map(({ ordinal, text, measure }) => ({ ordinal, text, measure })),
  };
  const matches = incoming.risks.map((): PointMatch => ({ kind: 'new' }));
  return { outcome: 'created', content, risks, withdrawn: [], paperDigest, findings: [], matches };
}

function plannedRisk(
  current: CurrentForm,
  incoming: IncomingRisk,
  match: PointMatch,
  editedBy: SourceKind | null,
): PlannedRisk {
  const pointId = 'pointId' in match ? match.pointId : null;
  const known = current.points.find((point) => point.pointId === pointId);
  if (known === undefined) {
    return {
      pointId: null,
      ordinal: incoming.ordinal,
      text: incoming.text,
      measure: incoming.measure,
      incoming,
    };
  }
  return {
    pointId: known.pointId,
    ordinal: known.ordinal,
    text: editedBy === null ? known.text : incoming.text,
    measure: measureAfter(known, incoming, editedBy),
    incoming,
  };
}

/** An annex 1 that leaves a measure out has none; a register often just does not carry the column. */
function measureAfter(known: KnownPoint, incoming: IncomingRisk, editedBy: SourceKind | null): string | null {
  if (editedBy === null) return known.measure;
  return editedBy === 'annex1' ? incoming.measure : (incoming.measure ?? known.measure);
}

/** An annex 1 sets the order; other papers keep the order on file and append what is new. */
function inOrder(
  matched: readonly PlannedRisk[],
  kept: readonly KnownPoint[],
  replaces: boolean,
): readonly PlannedRisk[] {
  const unmentioned = kept.map((point) => ({ ...point, incoming: null }));
  const known = [...matched.filter(({ pointId }) => pointId !== null), ...unmentioned];
  const added = matched.filter(({ pointId }) => pointId === null);
  const ordered = replaces
    ? [...matched, ...unmentioned]
    : [...known.sort((a, b) => a.ordinal - b.ordinal), ...added];
  return ordered.map((risk, index) => ({
    pointId: risk.pointId,
    ordinal: index + 1,
    text: risk.text,
    measure: risk.measure,
    incoming: risk.incoming,
  }));
}

function findingsOf(
  current: CurrentForm,
  incoming: IncomingForm,
  matches: readonly PointMatch[],
  mayEdit: boolean,
): readonly PlanFinding[] {
  const textOf = (id: number): string => current.points.find(({ pointId }) => pointId === id)?.text ?? '';
  return incoming.risks.flatMap((risk, index): readonly PlanFinding[] => {
    const match = matches[index];
    if (match?.kind === 'ambiguous') {
      return [{ code: 'ambiguous-point', risk, known: match.candidates.map(textOf) }];
    }
    if (mayEdit || match === undefined || match.kind === 'new') return [];
    const known = current.points.find(({ pointId }) => pointId === match.pointId);
    const measureDiffers = risk.measure !== null && textKey(risk.measure) !== textKey(known?.measure ?? '');
    return match.kind === 'edited' || measureDiffers
      ? [{ code: 'wording-kept', risk, known: [known?.text ?? ''] }]
      : [];
  });
}
