import { createHash } from 'node:crypto';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { ScaleValue } from '../grading/case.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import type { Grade } from '../rulebooks/rulebook.ts';

export type SourceKind = 'annex1' | 'annex2' | 'register';

/** One risk with its measure, as it stands in a version of a form. */
export interface RiskContent {
  readonly ordinal: number;
  readonly text: string;
  readonly measure: string | null;
}

/** What a signature would stand under: duties, risks, measures. Assessed facts and grades are outside. */
export interface FormContent {
  readonly duties: string | null;
  readonly risks: readonly RiskContent[];
}

/** What a paper says of a fact that the bureau added, of the risk or of its post. */
export interface OwnFactSaid {
  readonly fact: string;
  readonly of: DeclaredFact['of'];
  readonly value: string | number | boolean;
}

/** A risk as a paper or file brought it, with what it says beside the form's content. */
export interface IncomingRisk extends RiskContent {
  readonly probability: ScaleValue | null;
  readonly harm: ScaleValue | null;
  readonly declaredGrade: Grade | null;
  /** The first is the main domain; they count as accepted. `null`: nothing was said. */
  readonly domains: readonly KeyDomain[] | null;
  /** What is said of facts that the bureau added, the post's included. */
  readonly own?: readonly OwnFactSaid[];
  /** The known point that a person says it is, or `null` for a new one. */
  readonly knownAs?: number | null;
}

export interface IncomingForm {
  readonly kind: SourceKind;
  readonly duties: string | null;
  readonly filledOn: string | null;
  readonly risks: readonly IncomingRisk[];
}

/** SHA-256 of a content; equal exactly when duties, risks (in order) and measures are equal. */
export function contentDigest(content: FormContent): string {
  const said = [content.duties, content.risks.map(({ ordinal, text, measure }) => [ordinal, text, measure])];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
