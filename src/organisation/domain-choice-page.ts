import type { Texts } from '../language/texts.ts';
import { openDomains, standing } from './domain-standing.ts';
import { KEY_DOMAINS } from './key-domain.ts';
import type { OfficeDomain, OfficePost } from './office.ts';
import type { OfficeForm } from './office-form.ts';

/** One key domain of a post to be confirmed or not. */
export interface DomainChoice {
  readonly name: string;
  readonly label: string;
  /** The words that suggested it, or how it stands. */
  readonly note: string | null;
  readonly options: readonly {
    readonly id: string;
    readonly value: string;
    readonly label: string;
    readonly isChosen: boolean;
  }[];
}

const ANSWERS = ['yes', 'no', 'open'] as const;

/**
 * All eleven domains, those that the rules suggest with the words that did. What nobody answered has no answer
 * chosen: saving must not settle by silence what a post touches.
 */
export function domainChoices(
  domains: readonly OfficeDomain[],
  typed: OfficeForm | null,
  text: Texts,
): readonly DomainChoice[] {
  const words = text.organisation.confirm;
  return KEY_DOMAINS.map((domain) => {
    const known = domains.find((candidate) => candidate.domain === domain);
    const chosen = typed === null ? standing(known) : typed[domain];
    return {
      name: domain,
      label: text.terms.keyDomains[domain],
      note: noteOf(known, text),
      options: ANSWERS.map((answer) => ({
        id: `${domain}-${answer}`,
        value: answer,
        label: words.answers[answer],
        isChosen: answer === chosen,
      })),
    };
  });
}

/** What was saved, and what still waits to be answered. */
export function confirmedNotice({ name, domains }: OfficePost, text: Texts): string {
  const words = text.organisation.done;
  const { count, sentences } = text.formats;
  const open = openDomains(domains);
  const suggested = domains.filter(({ state }) => state === 'suggested').length;
  return sentences([
    words.confirmed(name, open === 0 ? null : count(open)),
    ...(suggested === 0 ? [] : [words.suggested(count(suggested))]),
  ]);
}

function noteOf(known: OfficeDomain | undefined, text: Texts): string | null {
  if (known === undefined || known.evidence === null) return null;
  return text.organisation.confirm.suggestedBy(known.evidence);
}
