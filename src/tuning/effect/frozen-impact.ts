import type { Impact } from '../impact.ts';
import type { CoverageEffect } from './coverage-effect.ts';
import type { DomainEffect } from './domain-effect.ts';

/** The sums of an effect, without what they are made of line by line. */
export type EffectSums = Omit<CoverageEffect, 'moved' | 'decides'> | Omit<DomainEffect, 'moved' | 'decides'>;

/** What a rulebook of any kind would do, as a proposal keeps it; only grading's has no `kind`. */
export type FrozenImpact = Impact | EffectSums;

/** What a proposal keeps of an effect. */
export function sumsOf(effect: CoverageEffect | DomainEffect): EffectSums {
  if (effect.kind === 'coverage') {
    const { kind, cells, changed, before, after, moves, divisions, domains, seconds } = effect;
    return { kind, cells, changed, before, after, moves, divisions, domains, seconds };
  }
  const { kind, pointsRead, postsRead, points, posts, divisions, domains, kept, outdated, seconds } = effect;
  return { kind, pointsRead, postsRead, points, posts, divisions, domains, kept, outdated, seconds };
}

/** How many points, cells, or points and posts change; none where nothing was worked out. */
export function changedBy(impact: FrozenImpact | null): number {
  if (impact === null) return 0;
  if (!('kind' in impact)) return impact.changed;
  return impact.kind === 'coverage' ? impact.changed : impact.points.changed + impact.posts.changed;
}

/** Whether two impacts come to the same: how long it took to say so, or where people decided, makes no difference. */
export function isSameImpact(left: FrozenImpact, right: FrozenImpact): boolean {
  return figuresOf(left) === figuresOf(right);
}

function figuresOf(impact: FrozenImpact): string {
  if (!('kind' in impact)) return JSON.stringify([impact.moves, impact.before, impact.after]);
  if (impact.kind === 'coverage') {
    return JSON.stringify([impact.moves, impact.before, impact.after, impact.divisions, impact.domains]);
  }
  return JSON.stringify([impact.points, impact.posts, impact.divisions, impact.domains]);
}
