import { KEY_DOMAINS, type KeyDomain } from '../../organisation/key-domain.ts';
import type { ExportFormat } from '../../web/export-table.ts';
import { pageSize } from '../../web/list-fields.ts';
import { DEFAULT_PAGE_SIZE, type PageSize } from '../../web/pager.ts';
import { addressOf, oneOf, wholeNumber, without, type QueryFields } from '../../web/query-fields.ts';
import { impactPath } from '../impact-paths.ts';
import { CELL_STATES, type CellState, type MovedCell } from './coverage-effect.ts';
import type { MovedSubject } from './domain-effect.ts';

/** What narrows the list of what a draft would change; each kind of rulebook has some of it. */
export interface EffectConditions {
  readonly from?: CellState;
  readonly to?: CellState;
  readonly subject?: 'risk-point' | 'post';
  readonly change?: 'gained' | 'lost';
  readonly unitId?: number;
  readonly domain?: KeyDomain;
}

export interface EffectFilter extends EffectConditions {
  /** The campaign's year; the bureau's latest when left out. */
  readonly year?: number;
  readonly size?: PageSize;
  /** From 1. */
  readonly page: number;
}

/** How the conditions stand in an address. */
export const EFFECT_QUERY: QueryFields<EffectFilter> = {
  year: wholeNumber('year', 2000, 2100),
  from: oneOf('was', CELL_STATES),
  to: oneOf('becomes', CELL_STATES),
  subject: oneOf('subject', ['risk-point', 'post']),
  change: oneOf('change', ['gained', 'lost']),
  unitId: wholeNumber('unit', 1, Number.MAX_SAFE_INTEGER),
  domain: oneOf('domain', KEY_DOMAINS),
  size: pageSize('size'),
  page: wholeNumber('page', 1, 1_000_000),
};

const USUAL: Partial<EffectFilter> = { page: 1, size: DEFAULT_PAGE_SIZE };

/** The list on a draft's page of effects, with these conditions. */
export function effectAddress(draftId: number, filter: Partial<EffectFilter>): string {
  return `${addressOf(impactPath(draftId), EFFECT_QUERY, filter, USUAL)}#list`;
}

/** Where all pages of the list are taken away. */
export function effectExportAddress(
  draftId: number,
  filter: Partial<EffectFilter>,
  format: ExportFormat,
): string {
  const path = `${impactPath(draftId)}/export.${format}`;
  return addressOf(path, EFFECT_QUERY, without(filter, ['page', 'size']));
}

/** The cells that meet the conditions. */
export function filteredCells(
  moved: readonly MovedCell[],
  { from, to, unitId, domain }: Partial<EffectFilter>,
): readonly MovedCell[] {
  return moved.filter(
    ({ facts, before, after }) =>
      (from === undefined || before.state === from) &&
      (to === undefined || after.state === to) &&
      (unitId === undefined || facts.unit.id === unitId) &&
      (domain === undefined || facts.domain === domain),
  );
}

/** The points and posts that meet the conditions: a domain alone is one that they gain or lose. */
export function filteredSubjects(
  moved: readonly MovedSubject[],
  { subject, change, unitId, domain }: Partial<EffectFilter>,
): readonly MovedSubject[] {
  return moved.filter((one) => {
    const changed = { gained: one.gained, lost: one.lost, both: [...one.gained, ...one.lost] };
    const domains = changed[change ?? 'both'];
    return (
      (subject === undefined || one.subject.kind === subject) &&
      (unitId === undefined || one.unitId === unitId) &&
      (change === undefined || domains.length > 0) &&
      (domain === undefined || domains.includes(domain))
    );
  });
}
