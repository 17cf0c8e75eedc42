import type { DivisionImpact, Impact, Move } from './impact.ts';

/** What a draft's title says: its largest move, how much more moves, and the few divisions where most of it is. */
export interface LiveFinding {
  readonly largest: Move | null;
  readonly others: number;
  /** Divisions that hold most of the largest move; `null` where it is spread evenly or there is only one. */
  readonly where: { readonly count: number; readonly divisions: number } | null;
}

/** Most is this share. */
const MOST = 0.6;
const FEW = 3;

export function liveFinding({ moves, changed, divisions }: Impact): LiveFinding {
  const [largest = null] = [...moves].sort((left, right) => right.count - left.count);
  if (largest === null) return { largest, others: 0, where: null };
  return { largest, others: changed - largest.count, where: whereOf(largest, divisions) };
}

function whereOf(move: Move, divisions: readonly DivisionImpact[]): LiveFinding['where'] {
  const shares = divisions
    .map(({ moves }) => moves.find(({ from, to }) => from === move.from && to === move.to)?.count ?? 0)
    .filter((count) => count > 0)
    .sort((left, right) => right - left);
  for (let few = 1; few <= FEW && few < shares.length; few += 1) {
    const count = shares.slice(0, few).reduce((sum, share) => sum + share, 0);
    if (count >= move.count * MOST) return { count, divisions: few };
  }
  return null;
}
