import type { CellFacts } from '../../coverage/coverage-facts.ts';
import { KEY_DOMAINS, type KeyDomain } from '../../organisation/key-domain.ts';
import type { CoverageVerdict } from '../../rulebooks/coverage-judge.ts';
import type { CoverageStatus } from '../../rulebooks/rulebook.ts';

/** What coverage rules say of a cell; `unjudged` where no rule applies, which a draft may have for a while. */
export type CellState = CoverageStatus | 'unjudged';

export const CELL_STATES: readonly CellState[] = [
  'gap',
  'weak',
  'covered',
  'exempt',
  'not-expected',
  'unjudged',
];

export type StateCounts = Readonly<Record<CellState, number>>;

/** How many cells go from one state to another. */
export interface StateMove {
  readonly from: CellState;
  readonly to: CellState;
  readonly count: number;
}

/** A state and the rule that decides it; no rule where none applies. */
export interface ReasonedState {
  readonly state: CellState;
  readonly rule: string | null;
}

/** A (division, domain) cell that would change its state. */
export interface MovedCell {
  readonly facts: CellFacts;
  readonly before: ReasonedState;
  readonly after: ReasonedState;
}

/** What changes among some of the cells. */
export interface CellChange {
  readonly changed: number;
  readonly before: StateCounts;
  readonly after: StateCounts;
}

/** What a change of coverage rules would do to the cells of a campaign. */
export interface CoverageEffect extends CellChange {
  readonly kind: 'coverage';
  readonly cells: number;
  /** From each state to each other one that any cell goes to, gaps first. */
  readonly moves: readonly StateMove[];
  /** In the bureau's order. */
  readonly divisions: readonly (CellChange & { readonly unitId: number; readonly unit: string })[];
  /** All eleven. */
  readonly domains: readonly (CellChange & { readonly domain: KeyDomain })[];
  readonly moved: readonly MovedCell[];
  /** How many cells each rule of the draft decides; a rule that is not there decides none. */
  readonly decides: ReadonlyMap<string, number>;
  readonly seconds: number;
}

/** A cell as two rulebooks judge it; `null` where none of a rulebook's rules applies. */
export interface JudgedCell {
  readonly facts: CellFacts;
  readonly before: CoverageVerdict | null;
  readonly after: CoverageVerdict | null;
}

/** Adds up what a change of coverage rules would do. A cell changes when its state does, whatever rule decides it. */
export function coverageEffect(judged: readonly JudgedCell[], seconds: number): CoverageEffect {
  const cells = judged.map(({ facts, before, after }) => ({
    facts,
    before: reasoned(before),
    after: reasoned(after),
  }));
  const units = new Map(cells.map(({ facts }) => [facts.unit.id, facts.unit.name]));
  const moved = cells.filter(isMoved);
  const decides = new Map<string, number>();
  for (const { after } of cells) {
    if (after.rule !== null) decides.set(after.rule, (decides.get(after.rule) ?? 0) + 1);
  }
  return {
    kind: 'coverage',
    cells: cells.length,
    ...changeOf(cells),
    moves: movesOf(moved),
    divisions: [...units].map(([unitId, unit]) => ({
      unitId,
      unit,
      ...changeOf(cells.filter(({ facts }) => facts.unit.id === unitId)),
    })),
    domains: KEY_DOMAINS.map((domain) => ({
      domain,
      ...changeOf(cells.filter(({ facts }) => facts.domain === domain)),
    })),
    moved,
    decides,
    seconds,
  };
}

function reasoned(verdict: CoverageVerdict | null): ReasonedState {
  return verdict === null ? { state: 'unjudged', rule: null } : { state: verdict.status, rule: verdict.rule };
}

function isMoved({ before, after }: MovedCell): boolean {
  return before.state !== after.state;
}

function changeOf(cells: readonly MovedCell[]): CellChange {
  return {
    changed: cells.filter(isMoved).length,
    before: countsOf(cells.map(({ before }) => before.state)),
    after: countsOf(cells.map(({ after }) => after.state)),
  };
}

function countsOf(states: readonly CellState[]): StateCounts {
  const counts: Record<CellState, number> = {
    ...{ gap: 0, weak: 0, covered: 0 },
    ...{ exempt: 0, 'not-expected': 0, unjudged: 0 },
  };
  for (const state of states) counts[state] += 1;
  return counts;
}

function movesOf(moved: readonly MovedCell[]): readonly StateMove[] {
  return CELL_STATES.flatMap((from) =>
    CELL_STATES.flatMap((to) => {
      const count = moved.filter(({ before, after }) => before.state === from && after.state === to).length;
      return count === 0 ? [] : [{ from, to, count }];
    }),
  );
}
