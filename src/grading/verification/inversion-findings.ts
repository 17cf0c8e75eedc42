import { FALSE, type Ref } from '../../rulebooks/verification/diagram.ts';
import { cofactors, isNearer, nearestPath, type Path } from '../../rulebooks/verification/diagram-path.ts';
import type { Decider, Deciders } from './deciding.ts';
import type { GradeDiagram } from './grade-diagram.ts';
import { orderedSteps, type OrderedStep } from './ordered-steps.ts';
import type { CountedAxes } from './counted-axes.ts';

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
  readonly among: readonly Decider[];
}

/** At most this many different inversions are told; nobody reads more. */
export const MOST_INVERSIONS = 50;

interface Pairs {
  readonly step: OrderedStep;
  /** Where the better value has the severer grade, with the axis at its worse value. */
  region: Ref;
}

/** All inversions of a rulebook, one for each identity. */
export class InversionSearch {
  readonly #grading: GradeDiagram;
  readonly #deciders: Deciders;
  readonly #counted: CountedAxes;
  readonly #pairs: Pairs[];

  /** @throws BudgetExceeded */
  constructor(grading: GradeDiagram, deciders: Deciders, counted: CountedAxes) {
    const { diagram } = grading.space;
    this.#grading = grading;
    this.#counted = counted;
    const withoutCounts = ({ name, decides }: Decider) => ({ name, decides: counted.without(decides) });
    this.#deciders = {
      base: deciders.base.map(withoutCounts),
      adjustments: deciders.adjustments.map(withoutCounts),
    };
    const grade = counted.without(grading.grade);
    const isInverted = diagram.operation((better, worse) => (better > 0 && worse > better ? 1 : 0));
    this.#pairs = orderedSteps(grading, counted).map((step) => {
      const better = cofactors(diagram, step.level, step.better)(grade);
      const worse = cofactors(diagram, step.level, step.worse)(grade);
      return { step, region: isInverted(better, worse) };
    });
  }

  /** The identity that two combinations prove, the better and the worse of which differ on one axis. */
  identityOf(level: number, better: Path, worse: Path): InversionIdentity {
    const { adjustments, base } = this.#deciders;
    const at = (deciders: readonly Decider[], path: Path) =>
      deciders.filter(({ decides }) => this.#isIn(decides, path));
    const [adjustingBetter, adjustingWorse] = [at(adjustments, better), at(adjustments, worse)];
    return adjustingBetter.length + adjustingWorse.length > 0
      ? { level, better: adjustingBetter, worse: adjustingWorse, among: adjustments }
      : { level, better: at(base, better), worse: at(base, worse), among: base };
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
      pair.region = this.#grading.space.minus(pair.region, same);
    }
    return isFound;
  }

  /** What is left, one for each identity, the nearest first; and whether there were more than are told. */
  rest(): { readonly inversions: readonly Inversion[]; readonly isCut: boolean } {
    const inversions: Inversion[] = [];
    for (let next = this.#nearest(); next !== null; next = this.#nearest()) {
      if (inversions.length === MOST_INVERSIONS) return { inversions, isCut: true };
      inversions.push(next);
      this.remove(this.identityOf(next.step.level, next.better, next.worse));
    }
    return { inversions, isCut: false };
  }

  #nearest(): Inversion | null {
    let nearest: Inversion | null = null;
    for (const { step, region } of this.#pairs) {
      const path = nearestPath(this.#grading.space.diagram, region);
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
      { names: better, index: step.better },
      { names: worse, index: step.worse },
    ];
    const { and, minus, diagram } = this.#grading.space;
    return sides.reduce((left, { names, index }) => {
      const cofactor = cofactors(diagram, step.level, index);
      const deciding = names.reduce((same, { decides }) => and(same, cofactor(decides)), left);
      if (deciding === FALSE) return FALSE;
      const others = among.filter((decider) => !names.includes(decider));
      return others.reduce((same, { decides }) => minus(same, cofactor(decides)), deciding);
    }, region);
  }

  #isIn(set: Ref, path: Path): boolean {
    const { diagram } = this.#grading.space;
    const end = path.reduce((ref, index, level) => diagram.childOf(ref, level, index), set);
    return end !== FALSE;
  }
}
