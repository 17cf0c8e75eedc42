import type { PointMatch } from '../risk-points/match-points.ts';
import type { IncomingForm, IncomingRisk } from './form-content.ts';
import type { CurrentForm, FormPlan, PlanFinding } from './form-plan.ts';

/** What a risk of a paper is to the points on file, and which of them are meant or may be. */
export interface RiskMatch {
  readonly risk: IncomingRisk;
  readonly kind: PointMatch['kind'];
  readonly known: readonly { readonly pointId: number; readonly text: string }[];
}

/** A fact of a post, said of a risk that is the unit's own. */
export interface UnplacedFact {
  readonly risk: IncomingRisk;
  readonly fact: string;
}

export interface FilingResult {
  /** `null` when nothing was filed, because a person must decide first. */
  readonly formId: number | null;
  readonly outcome: FormPlan['outcome'];
  readonly findings: readonly PlanFinding[];
  /** Points whose assessment or domains this paper changed. */
  readonly assessed: number;
  /** Facts of posts that it said of points that have none. */
  readonly unplaced: readonly UnplacedFact[];
  /** Points that stood in the form before and no longer do. */
  readonly withdrawn: number;
  /** How each risk of the paper relates to the points on file. */
  readonly matches: readonly RiskMatch[];
}

/** A plan's matches with the texts of the points that they name. */
export function riskMatches(
  { matches }: FormPlan,
  incoming: IncomingForm,
  current: CurrentForm | null,
): readonly RiskMatch[] {
  return incoming.risks.map((risk, index) => {
    const match = matches[index] ?? { kind: 'new' };
    const ids = match.kind === 'ambiguous' ? match.candidates : 'pointId' in match ? [match.pointId] : [];
    const points = current?.points ?? [];
    const known = ids.flatMap((id) => points.filter(({ pointId }) => pointId === id));
    return { risk, kind: match.kind, known: known.map(({ pointId, text }) => ({ pointId, text })) };
  });
}
