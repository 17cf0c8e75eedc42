import { BudgetExceeded } from '../../rulebooks/verification/budget.ts';
import { FALSE, type Ref } from '../../rulebooks/verification/diagram.ts';
import { cofactors, isNearer, nearestPath, type Path } from '../../rulebooks/verification/diagram-path.ts';
import { beside, somewhereSo } from '../../rulebooks/verification/axis-steps.ts';
import type { FactDiagram } from '../../rulebooks/verification/fact-diagram.ts';
import type { CountedAxes } from './counted-axes.ts';
import type { Decider, DeciderGroup } from './decider.ts';
import type { Deciders } from './deciding.ts';
import type { GradeDiagram } from './grade-diagram.ts';
import { orderedSteps, type OrderedStep } from './ordered-steps.ts';

/** A worse fact with a milder grade. */
export interface Inversion {
  readonly step: OrderedStep;
  readonly better: Path;
  readonly worse: Path;
}

/** What makes two inversions the same mistake: the fact, and the rules that decide on both sides. */
export interface InversionIdentity {
  readonly level: number;
  readonly better: readonly Decider[];
  readonly worse: readonly Decider[];
  /** Of the adjustments where one decides on either side, else of the base. */
  readonly among: DeciderGroup;
}

/** At most this many different inversions are told; nobody reads more. */
export const MOST_INVERSIONS = 50;

/** At most this many more are counted. */
const MOST_COUNTED = 100;

/** How many inversions are not told; more than these where that is not all. */
export interface InversionsLeft {
  readonly count: number;
  readonly isAll: boolean;
}

interface Pairs {
  readonly step: OrderedStep;
  /** Where the better value has the severer grade, whatever the axis is at. */
  region: Ref;
  /** The nearest combination there; undefined until somebody has looked. */
  nearest: Path | null | undefined;
}

/** All inversions of a rulebook, one for each identity. */
export class InversionSearch {
  readonly #space: FactDiagram;
  readonly #deciders: Deciders;
  readonly #counted: CountedAxes;
  readonly #pairs: readonly Pairs[];
  readonly #cofactors = new Map<string, (ref: Ref) => Ref>();
  readonly #withoutCounts = new Map<Decider, Ref>();

  /** @throws BudgetExceeded */
  constructor(grading: GradeDiagram, deciders: Deciders, counted: CountedAxes) {
    const { diagram } = grading.space;
    this.#space = grading.space;
    this.#counted = counted;
    this.#deciders = deciders;
    const grade = counted.without(grading.grade);
    const isInverted = diagram.operation(
      (better, worse) => (better > 0 && worse > better ? 1 : 0),
      (better, worse) => (better === worse || better === FALSE || worse === FALSE ? FALSE : null),
    );
    const steps = orderedSteps(grading, counted);
    this.#pairs = somewhereSo(diagram, grade, steps, isInverted).map((step) => ({
      step,
      region: beside(diagram, step, isInverted)(grade),
      nearest: undefined,
    }));
  }

  /** The identity that two combinations prove, the better and the worse of which differ on one axis. */
  identityOf(level: number, better: Path, worse: Path): InversionIdentity {
    const { adjustments, base } = this.#deciders;
    const [adjustingBetter, adjustingWorse] = [adjustments.at(better), adjustments.at(worse)];
    return adjustingBetter.length + adjustingWorse.length > 0
      ? { level, better: adjustingBetter, worse: adjustingWorse, among: adjustments }
      : { level, better: base.at(better), worse: base.at(worse), among: base };
  }

  /** Takes all inversions of an identity out of the search; says whether there were any. */
  remove(identity: InversionIdentity): boolean {
    const concerned = this.#pairs.filter(
      ({ step, region }) => step.level === identity.level && region !== FALSE,
    );
    let isFound = false;
    for (const pair of concerned) {
      const same = this.#regionOf(identity, pair);
      isFound ||= same !== FALSE;
      if (same === FALSE) continue;
      pair.region = this.#space.minus(pair.region, same);
      pair.nearest = undefined;
    }
    return isFound;
  }

  /** What is left, one for each identity, the nearest first, and at most as many as are told. @throws BudgetExceeded */
  rest(): readonly Inversion[] {
    return [...this.#taken(MOST_INVERSIONS)];
  }

  /** How many identities are left beside what `rest` told; nothing is left of the search afterwards. */
  left(): InversionsLeft {
    let count = 0;
    try {
      const others = this.#taken(MOST_COUNTED);
      while (others.next().done !== true) count += 1;
      return { count, isAll: this.#pairs.every(({ region }) => region === FALSE) };
    } catch (error) {
      if (error instanceof BudgetExceeded) return { count, isAll: false };
      throw error;
    }
  }

  /** The nearest one, again and again; each is taken out of the search after it was looked at. */
  *#taken(most: number): Generator<Inversion> {
    for (let told = 0; told < most; told += 1) {
      const next = this.#nearest();
      if (next === null) return;
      yield next;
      this.remove(this.identityOf(next.step.level, next.better, next.worse));
    }
  }

  #nearest(): Inversion | null {
    let nearest: Inversion | null = null;
    for (const pair of this.#pairs) {
      const { step, region } = pair;
      pair.nearest ??= nearestPath(this.#space.diagram, region);
      const path = pair.nearest;
      if (path === null) continue;
      const worse = path.with(step.level, step.worse);
      if (nearest !== null && !isNearer(worse, nearest.worse)) continue;
      nearest = { step, better: path.with(step.level, step.better), worse };
    }
    if (nearest === null) return null;
    const { step, better, worse } = nearest;
    return { step, better: this.#counted.completed(better), worse: this.#counted.completed(worse) };
  }

  #regionOf({ better, worse, among }: InversionIdentity, { step, region }: Pairs): Ref {
    const sides = [
      { deciders: better, index: step.better },
      { deciders: worse, index: step.worse },
    ];
    const { and, minus } = this.#space;
    return sides.reduce((left, { deciders, index }) => {
      const deciding = deciders.reduce(
        (same, one) => and(same, this.#decidesAt(one, step.level, index)),
        left,
      );
      // Where one of those that are apart decides, no other does; where none does, all others are to be looked at.
      if (deciding === FALSE || (among.areApart && deciders.length > 0)) return deciding;
      const others = among.all.filter((one) => !deciders.includes(one));
      return others.reduce((same, one) => minus(same, this.#decidesAt(one, step.level, index)), deciding);
    }, region);
  }

  #decidesAt(one: Decider, level: number, index: number): Ref {
    const key = `${String(level)} ${String(index)}`;
    const cofactor = this.#cofactors.get(key) ?? cofactors(this.#space.diagram, level, index);
    this.#cofactors.set(key, cofactor);
    const decides = this.#withoutCounts.get(one) ?? this.#counted.without(one.decides);
    this.#withoutCounts.set(one, decides);
    return cofactor(decides);
  }
}
