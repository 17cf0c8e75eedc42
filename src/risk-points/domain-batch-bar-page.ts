import { lengthInWords, type ListLength } from '../web/list-parts.ts';
import type { Texts } from '../language/texts.ts';
import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import { pointConditions, pointPaths } from './paths.ts';
import type { PointListPage } from './point-list-page.ts';
import type { PointRow } from './point-row-page.ts';
import type { PointFilter, PointList } from './risk-point.ts';

/** What may be decided about many points of a list at once; its form asks, nothing is changed by it. */
export interface DomainBatchBar {
  readonly action: string;
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  /** `null` where points are chosen one by one only. */
  readonly all: string | null;
  readonly isAll: boolean;
  readonly domains: readonly { readonly code: string; readonly name: string; readonly isChosen: boolean }[];
  readonly domainFault: string | null;
}

/** A box that chooses a point; `null` for points about which the viewer may not decide. */
export interface PointChoice {
  readonly value: string;
  readonly label: string;
}

export interface ChoosableList extends Omit<PointListPage, 'rows'> {
  readonly rows: readonly (PointRow & { readonly choice: PointChoice | null })[];
  /** `null` for whoever may not decide about domains. */
  readonly batch: DomainBatchBar | null;
}

/** What a viewer may decide about in a list. */
export interface Decidable extends ListLength {
  readonly unitIds: ReadonlySet<number>;
}

/** The list of points with boxes to choose them and the bar beneath, as far as the viewer may decide. */
export function choosable(
  page: PointListPage,
  { points }: PointList,
  filter: Partial<PointFilter>,
  decidable: Decidable,
  text: Texts,
): ChoosableList {
  const rows = page.rows.map((row, index) => {
    const point = points[index];
    const isDecidable = point !== undefined && decidable.unitIds.has(point.unitId);
    const label = text.domains.batch.choose(row.text);
    return { ...row, choice: isDecidable ? { value: String(point.id), label } : null };
  });
  const bar = (): DomainBatchBar => batchBar({ filter, length: decidable, ...NOTHING_SAID }, text);
  return { ...page, rows, batch: decidable.total === 0 ? null : bar() };
}

const NOTHING_SAID = { isAll: false, domain: '', domainFault: null };

/** The bar for a list that is narrowed like this, with what somebody said in it before. */
export function batchBar(
  said: {
    readonly filter: Partial<PointFilter>;
    readonly length: ListLength;
    readonly isAll: boolean;
    readonly domain: string;
    readonly domainFault: string | null;
  },
  text: Texts,
): DomainBatchBar {
  return {
    action: pointPaths.domainBatch,
    kept: pointConditions(said.filter),
    all: said.length.total === 0 ? null : text.domains.batch.all(lengthInWords(said.length, text)),
    isAll: said.isAll,
    domains: KEY_DOMAINS.map((code) => ({
      code,
      name: text.terms.keyDomains[code],
      isChosen: code === said.domain,
    })),
    domainFault: said.domainFault,
  };
}
