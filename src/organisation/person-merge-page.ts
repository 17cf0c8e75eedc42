import type { Texts } from '../language/texts.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import { organisationPath, organisationPaths } from './paths.ts';
import type { MergeClash, OfficePerson } from './person.ts';
import type { MergePreview } from './person-office-service.ts';
import { holdingRow, type HoldingRow } from './person-page.ts';

export interface PersonMergePage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly heading: string;
  readonly intro: string;
  readonly faults: readonly FormFault[];
  readonly people: readonly Side[];
  readonly moves: readonly string[];
  readonly clashes: readonly string[];
  /** `null` while something stands in the way. */
  readonly form: { readonly action: string; readonly with: string; readonly guard: string } | null;
  readonly backHref: string;
}

interface Side {
  readonly heading: string;
  readonly unit: string;
  readonly holdings: readonly HoldingRow[];
}

/** What moves when two spellings are made one person, before anything does. */
export function personMergePage(
  { kept, gone, forms, accounts, clashes, version }: MergePreview,
  faults: readonly FormFault[],
  text: Texts,
): PersonMergePage {
  const words = text.persons;
  const heading = words.mergeHeading(gone.name, kept.name);
  const backHref = organisationPath('person', kept.id);
  return {
    title: faults.length === 0 ? heading : `${text.organisation.errorHeading} – ${heading}`,
    crumbs: [
      { text: text.organisation.title, href: organisationPaths.units },
      { text: kept.name, href: backHref },
      { text: heading, href: null },
    ],
    heading,
    intro: words.mergeIntro,
    faults,
    people: [sideOf(kept, words.kept(kept.name), text), sideOf(gone, words.gone(gone.name), text)],
    moves: [...movesOf({ gone, forms, accounts }, text), words.nameEnds(gone.name)],
    clashes: clashes.map((clash) => clashWords(clash, text)),
    form:
      clashes.length > 0
        ? null
        : { action: organisationPath('mergePerson', kept.id), with: String(gone.id), guard: version },
    backHref,
  };
}

/** What goes over to the person who is kept; what there is none of is not mentioned. */
function movesOf(
  { gone, forms, accounts }: Pick<MergePreview, 'gone' | 'forms' | 'accounts'>,
  { persons: words, formats: { count } }: Texts,
): readonly string[] {
  const holdings = gone.holdings.length;
  if (holdings + forms + accounts === 0) return [words.nothingMoves];
  return [
    ...(holdings === 0 ? [] : [words.movedHoldings(count(holdings))]),
    ...(forms === 0 ? [] : [words.movedForms(count(forms))]),
    ...(accounts === 0 ? [] : [words.movedAccount]),
  ];
}

function sideOf({ unitName, holdings }: OfficePerson, heading: string, text: Texts): Side {
  return { heading, unit: unitName, holdings: holdings.map((holding) => holdingRow(holding, text)) };
}

function clashWords(clash: MergeClash, text: Texts): string {
  const words = text.persons.clashes;
  switch (clash.kind) {
    case 'same-post':
      return words.samePost(clash.post);
    case 'same-form':
      return words.sameForm(String(clash.year), clash.post);
    case 'two-accounts':
      return words.twoAccounts;
  }
}
