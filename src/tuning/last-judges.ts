import { digestOf } from '../rulebooks/digest.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';

/** Keeps the judges of the rulebooks that were asked for last, at most so many; another is made by `judgeOf`. */
export function lastJudges<Body extends Rulebook, Judge>(
  most: number,
  judgeOf: (rulebook: Body) => Judge,
): (rulebook: Body) => Judge {
  const judges = new Map<string, Judge>();
  return (rulebook) => {
    const digest = digestOf(rulebook);
    const judge = judges.get(digest) ?? judgeOf(rulebook);
    judges.delete(digest);
    judges.set(digest, judge);
    const [oldest] = judges.keys();
    if (judges.size > most && oldest !== undefined) judges.delete(oldest);
    return judge;
  };
}
