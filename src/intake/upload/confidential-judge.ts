import { nameKey } from '../../language/normalise.ts';
import { postKey, type NameChoices } from '../../organisation/name-choices.ts';
import { postNames } from '../../organisation/post-names.ts';
import { unitNamed, type KnownNames } from './unknown-names.ts';

/** Which confidential post (涉密) a post as written in a unit means; `null` for none. */
export type ConfidentialJudge = (unit: string | null, post: string) => string | null;

/**
 * Tells confidential posts by their names and by what was chosen for unknown ones. Where no unit is written, a post
 * of that name in any unit counts: a text too few can be written again.
 */
export function confidentialJudge(confidential: KnownNames, choices: NameChoices): ConfidentialJudge {
  return (unitWritten, postWritten) => {
    const unit = unitWritten === null ? null : unitNamed(unitWritten, confidential, choices);
    if (unitWritten !== null && unit === null) return null;
    const meant = postNames(postWritten).find((written) =>
      confidential.posts.some(({ id, unitId, name }) => {
        if (unit === null) return nameKey(name) === nameKey(written);
        const isChosen = choices.posts.get(postKey(unit.id, written)) === id;
        return unitId === unit.id && (isChosen || nameKey(name) === nameKey(written));
      }),
    );
    return meant ?? null;
  };
}
