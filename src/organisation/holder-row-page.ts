import type { Texts } from '../language/texts.ts';
import type { OfficeHolding } from './office.ts';
import { organisationPath } from './paths.ts';

export interface HolderRow {
  readonly person: string;
  readonly href: string;
  readonly since: string;
  readonly marks: readonly string[];
}

/** Who held a post from when to when, on secondment or beside other posts. */
export function holderRow(
  { personId, person, from, to, isSecondment, otherPosts }: OfficeHolding,
  text: Texts,
): HolderRow {
  const words = text.organisation;
  const { date, count } = text.formats;
  return {
    person,
    href: organisationPath('person', personId),
    since: words.span(from === null ? null : date(from), to === null ? null : date(to)),
    marks: [
      ...(isSecondment ? [words.secondment] : []),
      ...(to === null && otherPosts > 0 ? [words.otherPosts(count(otherPosts))] : []),
    ],
  };
}
