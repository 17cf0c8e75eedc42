import type { Texts } from '../language/texts.ts';
import { pointsPath } from '../risk-points/paths.ts';
import type { CoverageQuery } from './paths.ts';
import type { PowerCell } from './power-coverage.ts';

/** The listed powers of a division, what is missing first. */
export interface PowerCard {
  readonly sub: string;
  readonly rows: readonly PowerCardRow[];
}

export interface PowerCardRow {
  readonly name: string;
  readonly post: string;
  readonly domain: string;
  /** The division's points in the domain, among which the power's are. */
  readonly href: string | null;
  readonly status: string;
  /** The class of the style sheet. */
  readonly tone: 'gp' | 'wk' | 'cv' | 'ex';
  readonly points: string;
}

const TONES = { gap: 'gp', weak: 'wk', covered: 'cv', exempt: 'ex', 'not-expected': 'ex' } as const;
const ORDER = ['gap', 'weak', 'covered', 'exempt', 'not-expected'] as const;

/** `null` where no power of the division is listed. */
export function powerCard(
  cells: readonly PowerCell[],
  scope: CoverageQuery & { readonly unitId: number },
  text: Texts,
): PowerCard | null {
  if (cells.length === 0) return null;
  const { count } = text.formats;
  const gaps = cells.filter(({ status }) => status === 'gap').length;
  const ordered = [...cells].sort((one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status));
  return {
    sub: text.powers.division.sub(count(cells.length), count(gaps)),
    rows: ordered.map((cell) => cardRow(cell, scope, text)),
  };
}

function cardRow(
  { power, points, status }: PowerCell,
  scope: CoverageQuery & { readonly unitId: number },
  text: Texts,
): PowerCardRow {
  const { division, missing } = text.powers;
  return {
    name: power.name,
    post: power.post ?? missing,
    domain: power.domain === null ? division.noDomain : text.terms.keyDomains[power.domain],
    href: power.domain === null ? null : pointsPath({ ...scope, domain: power.domain }),
    status: text.terms.coverage[status],
    tone: TONES[status],
    points: text.formats.count(points),
  };
}
