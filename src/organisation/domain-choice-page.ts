import type { Texts } from '../language/texts.ts';
import { KEY_DOMAINS } from './key-domain.ts';
import type { OfficeDomain } from './office.ts';
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

/** All eleven domains, those that the rules suggest with the words that did. */
export function domainChoices(
  domains: readonly OfficeDomain[],
  typed: OfficeForm | null,
  text: Texts,
): readonly DomainChoice[] {
  const words = text.organisation.confirm;
  return KEY_DOMAINS.map((domain) => {
    const known = domains.find((candidate) => candidate.domain === domain);
    const chosen = typed === null ? standing(known) : (typed[domain] ?? 'open');
    const answers =
      known?.state === 'suggested' ? (['yes', 'no', 'open'] as const) : (['yes', 'no'] as const);
    return {
      name: domain,
      label: text.terms.keyDomains[domain],
      note: noteOf(known, text),
      options: answers.map((answer) => ({
        id: `${domain}-${answer}`,
        value: answer,
        label: words.answers[answer],
        isChosen: answer === chosen,
      })),
    };
  });
}

function standing(known: OfficeDomain | undefined): 'yes' | 'no' | 'open' {
  if (known?.state === 'suggested') return 'open';
  return known?.state === 'confirmed' ? 'yes' : 'no';
}

function noteOf(known: OfficeDomain | undefined, text: Texts): string | null {
  if (known === undefined || known.evidence === null) return null;
  return text.organisation.confirm.suggestedBy(known.evidence);
}
