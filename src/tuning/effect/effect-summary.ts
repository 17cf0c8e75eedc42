import type { Texts } from '../../language/texts.ts';
import { stateName } from './state-name.ts';
import { CELL_STATES } from './coverage-effect.ts';
import type { DomainEffect } from './domain-effect.ts';
import type { EffectSums } from './frozen-impact.ts';
import type { ImpactSummary, SummaryTable } from './summary-table.ts';

type CoverageSums = Extract<EffectSums, { readonly kind: 'coverage' }>;
type DomainSums = Extract<EffectSums, { readonly kind: 'domain' }>;

/** What a change of coverage or domain rules comes to; takes how many divisions are named. */
export function summaryOfEffect(
  sums: EffectSums,
  mostDivisions: number,
  text: Texts,
): Omit<ImpactSummary, 'heading'> {
  return sums.kind === 'coverage'
    ? coverageSummary(sums, mostDivisions, text)
    : domainSummary(sums, mostDivisions, text);
}

/** What one has to know beside the sums. */
export function effectNotes(sums: EffectSums, text: Texts): readonly string[] {
  const { coverage, domain } = text.effects;
  return sums.kind === 'coverage' ? [coverage.powers] : domainNotes(sums, text, domain.summary.untouched);
}

/** What one has to know beside the numbers; the last says it where nothing is kept as people decided. */
export function domainNotes(
  { kept, outdated }: Pick<DomainEffect, 'kept' | 'outdated'>,
  text: Texts,
  untouched = text.effects.domain.untouched,
): readonly string[] {
  const words = text.effects.domain;
  const { count } = text.formats;
  return [
    words.later,
    kept === 0 ? untouched : words.kept(count(kept)),
    ...(outdated === 0 ? [] : [words.outdated(count(outdated))]),
  ];
}

function coverageSummary(sums: CoverageSums, mostDivisions: number, text: Texts) {
  const words = text.effects.coverage.summary;
  const { count } = text.formats;
  const { changed, cells } = sums;
  const moves = movesTable(sums, text);
  return {
    sentence: changed === 0 ? words.none : words.changed(count(changed), count(cells)),
    tables: [statesTable(sums, text), ...(moves.rows.length === 0 ? [] : [moves])],
    divisions: sums.divisions
      .filter((division) => division.changed > 0)
      .toSorted((left, right) => right.changed - left.changed)
      .slice(0, mostDivisions)
      .map((division) => words.division(division.unit, count(division.changed))),
  };
}

/** The states that any cell is in, before and after. */
function statesTable({ before, after }: CoverageSums, text: Texts): SummaryTable {
  const { columns } = text.ruleChanges.impact;
  const { count } = text.formats;
  return {
    heads: [text.effects.coverage.columns.move, columns.before, columns.after],
    rows: CELL_STATES.filter((state) => before[state] + after[state] > 0).map((state) => ({
      head: stateName(state, text),
      figures: [count(before[state]), count(after[state])],
    })),
  };
}

function movesTable({ moves }: CoverageSums, text: Texts): SummaryTable {
  const { columns, move } = text.ruleChanges.impact;
  return {
    heads: [columns.move, text.effects.coverage.summary.cells],
    rows: moves.map(({ from, to, count }) => ({
      head: move(stateName(from, text), stateName(to, text)),
      figures: [text.formats.count(count)],
    })),
  };
}

function domainSummary(sums: DomainSums, mostDivisions: number, text: Texts) {
  const words = text.effects.domain.summary;
  const { count } = text.formats;
  const { points, posts, pointsRead, postsRead } = sums;
  const read = [count(pointsRead), count(postsRead)] as const;
  const byDomain = domainsTable(sums, text);
  return {
    sentence:
      points.changed + posts.changed === 0
        ? words.none
        : words.changed(count(points.changed), count(posts.changed), ...read),
    tables: byDomain.rows.length === 0 ? [] : [byDomain],
    divisions: sums.divisions
      .toSorted((left, right) => changedIn(right) - changedIn(left))
      .slice(0, mostDivisions)
      .map((division) =>
        words.division(division.unit, count(division.points.changed), count(division.posts.changed)),
      ),
  };
}

/** The domains that any point or post gains or loses. */
function domainsTable({ domains }: DomainSums, text: Texts): SummaryTable {
  const { heads } = text.effects.domain;
  const { count } = text.formats;
  const gained = ({ points, posts }: DomainSums['domains'][number]): number => points.gained + posts.gained;
  const lost = ({ points, posts }: DomainSums['domains'][number]): number => points.lost + posts.lost;
  return {
    heads: [text.effects.tables.domain, heads.gained, heads.lost],
    rows: domains
      .filter((one) => gained(one) + lost(one) > 0)
      .map((one) => ({
        head: text.terms.keyDomains[one.domain],
        figures: [count(gained(one)), count(lost(one))],
      })),
  };
}

function changedIn({ points, posts }: Pick<DomainSums, 'points' | 'posts'>): number {
  return points.changed + posts.changed;
}
