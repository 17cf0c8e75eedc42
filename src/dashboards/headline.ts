import { sentence, type SentenceFigure, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import { topGrade } from '../risk-points/grade-look.ts';
import { pointsPath } from '../risk-points/paths.ts';
import type { DomainGrades, Figures, GradeCounts } from './board.ts';
import { largest } from './largest.ts';

/** What the links of a page narrow their lists to: a unit, a year. */
export interface Scope {
  readonly unitId?: number;
  readonly year?: number;
}

type Headline = Pick<Figures, 'counts' | 'domains' | 'coverage' | 'gaps'>;

const MOST_DOMAINS_NAMED = 3;

/**
 * The finding that stands first on a board, its figures leading to their lists. True of any figures: a point may
 * count in several domains, so shares are told of single domains only.
 */
export function headline(
  figures: Headline,
  subject: string | null,
  scope: Scope,
  gapsHref: string,
  text: Texts,
): readonly SentencePart[] {
  const words = text.dashboards.headline;
  const { counts, domains, gaps } = figures;
  const top = topDomains(domains);
  const clauses = [
    counts.total === 0 ? words.noPoints : words.total,
    ...gradeClause(counts, text),
    ...shareClause(counts[1], top, text),
  ];
  const said = words.joinParts([words.joinClauses(clauses), ...gapsPart(figures, text)]);
  const { count, list } = text.formats;
  const domainNames = list(top.map(({ domain }) => text.terms.keyDomains[domain]));
  return sentence(subject === null ? said : words.ofUnit('{unit}', said), {
    unit: { text: subject ?? '' },
    total: { text: count(counts.total), href: pointsPath(scope) },
    grade: { text: topGrade(text) },
    gradeOne: strong(count(counts[1]), pointsPath({ ...scope, grade: 1 })),
    unassessed: { text: count(counts.unassessed), href: pointsPath({ ...scope, grade: 'unassessed' }) },
    domains: { text: domainNames },
    domainPoints: { text: count(top[0]?.counts[1] ?? 0), href: domainHref(top, scope) },
    gaps: strong(count(gaps), gapsHref),
  });
}

function gradeClause(counts: GradeCounts, text: Texts): readonly string[] {
  const words = text.dashboards.headline;
  if (counts.total === 0) return [];
  if (counts[1] > 0) return [words.gradeOne];
  if (counts.unassessed === counts.total) return [words.allUnassessed];
  return [counts.unassessed > 0 ? words.noGradeOneYet : words.noGradeOne];
}

function shareClause(gradeOne: number, top: readonly DomainGrades[], text: Texts): readonly string[] {
  const { share } = text.dashboards.headline;
  const points = top[0]?.counts[1] ?? 0;
  if (points === 0 || top.length > MOST_DOMAINS_NAMED) return [];
  if (points === gradeOne) return [share.all];
  if (top.length > 1) return [share.tied];
  if (points * 2 > gradeOne) return [share.most];
  return [points * 2 === gradeOne ? share.half : share.top];
}

function gapsPart({ gaps, coverage }: Headline, text: Texts): readonly string[] {
  const words = text.dashboards.headline;
  if (gaps > 0) return [words.gaps];
  const isAnyExpected = coverage.some(({ status }) => status === 'covered' || status === 'weak');
  return isAnyExpected ? [words.noGaps] : [];
}

/** The domains that most points of grade 1 touch. */
function topDomains(domains: readonly DomainGrades[]): readonly DomainGrades[] {
  return largest(domains, ({ counts }) => counts[1]);
}

/** Only one domain's number is one list's length. */
function domainHref(top: readonly { readonly domain: KeyDomain }[], scope: Scope): string | null {
  const [only] = top;
  return only === undefined || top.length > 1
    ? null
    : pointsPath({ ...scope, domain: only.domain, grade: 1 });
}

function strong(text: string, href: string): SentenceFigure {
  return { text, href, isStrong: true };
}
