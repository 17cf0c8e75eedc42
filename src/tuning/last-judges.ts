import { LastUsed } from '../platform/last-used.ts';
import { digestOf } from '../rulebooks/digest.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';

/** Keeps the judges of the rulebooks that were asked for last, at most so many; another is made by `judgeOf`. */
export function lastJudges<Body extends Rulebook, Judge>(
  most: number,
  judgeOf: (rulebook: Body) => Judge,
): (rulebook: Body) => Judge {
  const judges = new LastUsed<string, Judge>(most);
  return (rulebook) => judges.of(digestOf(rulebook), () => judgeOf(rulebook));
}
