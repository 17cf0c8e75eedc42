import type { Texts } from '../language/texts.ts';
import { gradeTag, type GradeTag } from '../risk-points/grade-look.ts';
import { pointPath } from '../risk-points/paths.ts';
import type { RiskStanding, VersionRisk } from './form-detail.ts';

export interface FormRisk {
  readonly ordinal: string;
  readonly text: string;
  readonly href: string | null;
  readonly measures: readonly string[];
  readonly grade: GradeTag | null;
  readonly domains: readonly { readonly text: string; readonly isSuggested: boolean }[];
}

/** A risk as a line of its form. Its grade and its point are for those who may see points. */
export function riskOf(
  { pointId, ordinal, text: said, measures }: VersionRisk,
  standings: readonly RiskStanding[],
  seesPoints: boolean,
  text: Texts,
): FormRisk {
  const standing = standings.find((one) => one.pointId === pointId);
  const number = text.formats.count(ordinal);
  return {
    ordinal: number,
    text: said,
    href: seesPoints ? pointPath(pointId) : null,
    measures,
    grade: seesPoints ? gradeTag(standing?.grade ?? null, text) : null,
    domains: (standing?.domains ?? [])
      .filter(({ state }) => state !== 'rejected')
      .map(({ domain, state }) => ({
        text: text.terms.keyDomains[domain],
        isSuggested: state === 'suggested',
      })),
  };
}
