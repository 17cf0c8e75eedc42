import type { Texts } from '../language/texts.ts';
import { cardFields, type FormCard, type TypedForm } from '../web/form-card.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import { mergeAddress, organisationPath, organisationPaths } from './paths.ts';
import { personVersion, type OfficePerson, type PersonHolding } from './person.ts';
import type { PersonCandidate } from './person-office-service.ts';

export interface PersonPage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly heading: string;
  readonly meta: string;
  readonly faults: readonly FormFault[];
  readonly holdings: readonly HoldingRow[];
  /** Names that papers still may use; `null` when there are none. */
  readonly spellings: string | null;
  readonly candidates: readonly { readonly name: string; readonly why: string; readonly href: string }[];
  readonly card: FormCard;
}

export interface HoldingRow {
  readonly post: string;
  readonly href: string;
  readonly since: string;
}

/** Other people who may be the same, and names that were dropped. */
export interface OtherNames {
  readonly candidates: readonly PersonCandidate[];
  readonly spellings: readonly string[];
}

/** A person: what they hold, other spellings that may mean them, and the form that renames them. */
export function personPage(
  person: OfficePerson,
  { candidates, spellings }: OtherNames,
  typed: TypedForm | null,
  text: Texts,
): PersonPage {
  const words = text.persons;
  return {
    title: typed === null ? person.name : `${text.organisation.errorHeading} – ${person.name}`,
    crumbs: [
      { text: text.organisation.title, href: organisationPaths.units },
      { text: person.name, href: null },
    ],
    heading: person.name,
    meta: person.unitName,
    faults: typed?.faults ?? [],
    holdings: person.holdings.map((holding) => holdingRow(holding, text)),
    spellings: spellings.length === 0 ? null : words.spellings(text.formats.list(spellings)),
    candidates: candidates.map(({ id, name, unitName, because }) => ({
      name,
      why: text.formats.clauses([unitName, words.because[because]]),
      href: mergeAddress(person.id, id),
    })),
    card: {
      id: 'person',
      heading: words.rename,
      intro: words.renameIntro,
      action: organisationPath('person', person.id),
      guard: personVersion(person),
      fields: cardFields('person', { name: { kind: 'text', label: words.name, value: person.name } }, typed),
      submit: text.organisation.save,
      isDanger: false,
    },
  };
}

/** A post that somebody holds or held, and since when. */
export function holdingRow({ postId, postName, unitName, from, to }: PersonHolding, text: Texts): HoldingRow {
  const { date } = text.formats;
  return {
    post: text.riskPoints.row.home(unitName, postName),
    href: organisationPath('post', postId),
    since: text.organisation.span(from === null ? null : date(from), to === null ? null : date(to)),
  };
}
