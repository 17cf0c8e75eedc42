/** A search has taken more work than was allowed for it. */
export class BudgetExceeded extends Error {}

/** About three quarters of a second of work on a small office server; samples take the rest of the second. */
export const MOST_STEPS = 10_000_000;

/** What a visit of a node takes beside following its branches, in branches. */
const VISIT = 8;

/**
 * The work that all searches of one check may take together, counted in nodes of diagrams and their branches: the
 * same on every machine, so that a check always says the same of a rulebook.
 */
export class Budget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** Counts a visit of a node. @throws BudgetExceeded */
  spend(branches: number): void {
    this.#left -= branches + VISIT;
    if (this.#left < 0) throw new BudgetExceeded();
  }
}
