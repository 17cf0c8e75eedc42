import type { FormVersion, VersionRisk } from './form-detail.ts';
import type { Rewording } from './rewording.ts';

/** What happened to one risk between two versions of its form. */
export type RiskChange =
  | { readonly kind: 'added' | 'removed'; readonly risk: VersionRisk }
  | {
      readonly kind: 'edited';
      readonly risk: VersionRisk;
      /** `null`: the words are the same. */
      readonly text: Rewording | null;
      readonly measures: Rewording | null;
    }
  | { readonly kind: 'moved'; readonly risk: VersionRisk; readonly from: number };

export interface FormDifference {
  readonly before: number;
  readonly after: number;
  readonly duties: Rewording | null;
  readonly risks: readonly RiskChange[];
}

type Compared = Pick<FormVersion, 'version' | 'duties' | 'risks'>;

/** What changed from one version of a form to another; risks are matched by their points, not by their words. */
export function formDifference(before: Compared, after: Compared): FormDifference {
  const removed = before.risks
    .filter(({ pointId }) => !after.risks.some((risk) => risk.pointId === pointId))
    .map((risk) => ({ kind: 'removed' as const, risk }));
  return {
    before: before.version,
    after: after.version,
    duties: rewording(before.duties ?? '', after.duties ?? ''),
    risks: [...after.risks.flatMap((risk) => changeOf(risk, before.risks)), ...removed],
  };
}

function changeOf(risk: VersionRisk, before: readonly VersionRisk[]): readonly RiskChange[] {
  const known = before.find(({ pointId }) => pointId === risk.pointId);
  if (known === undefined) return [{ kind: 'added', risk }];
  const text = rewording(known.text, risk.text);
  const measures = rewording(known.measures.join('\n'), risk.measures.join('\n'));
  if (text !== null || measures !== null) return [{ kind: 'edited', risk, text, measures }];
  return known.ordinal === risk.ordinal ? [] : [{ kind: 'moved', risk, from: known.ordinal }];
}

function rewording(before: string, after: string): Rewording | null {
  return before === after ? null : { before, after };
}
