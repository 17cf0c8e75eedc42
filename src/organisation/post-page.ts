import type { Texts } from '../language/texts.ts';
import { cardFields, type FormCard, type TypedForm } from '../web/form-card.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import { domainChoices, type DomainChoice } from './domain-choice-page.ts';
import { openDomains } from './domain-standing.ts';
import { closingCard } from './office-card-page.ts';
import { holderRow, type HolderRow } from './holder-row-page.ts';
import type { OfficePost } from './office.ts';
import { organisationPath, organisationPaths } from './paths.ts';

export interface OfficePostPage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly heading: string;
  readonly meta: string;
  /** That texts of a confidential post are still on file; `null` where none are. */
  readonly onFile: string | null;
  readonly faults: readonly FormFault[];
  readonly holders: readonly HolderRow[];
  /** Duties and domains to confirm; `null` for a closed post and a confidential one, which is handled on paper. */
  readonly confirm: {
    readonly action: string;
    readonly guard: string;
    readonly duties: string;
    readonly dutiesNote: string;
    readonly wrongDuties: string | null;
    readonly open: string;
    readonly domains: readonly DomainChoice[];
  } | null;
  readonly cards: readonly FormCard[];
}

/** A post: who holds it, what its duties touch, and every form by which the office changes it. */
export function officePostPage(post: OfficePost, typed: TypedForm | null, text: Texts): OfficePostPage {
  const words = text.organisation;
  const isOpen = post.activeTo === null;
  return {
    title: typed === null ? post.name : `${words.errorHeading} – ${post.name}`,
    crumbs: [
      { text: words.title, href: organisationPaths.units },
      { text: post.unitName, href: organisationPath('unit', post.unitId) },
      { text: post.name, href: null },
    ],
    heading: post.name,
    meta: metaOf(post, text),
    onFile: onFileOf(post, text),
    faults: typed?.faults ?? [],
    holders: post.holdings.map((holding) => holderRow(holding, text)),
    confirm: isOpen && !post.isConfidential ? confirmOf(post, typed, text) : null,
    cards: [
      ...(isOpen ? openCards(post, typed, text) : []),
      closingCard(post, closingPost(post.id, text), typed, text),
    ],
  };
}

function metaOf({ unitName, isConfidential, activeTo }: OfficePost, text: Texts): string {
  const words = text.organisation;
  return text.formats.clauses([
    unitName,
    ...(isConfidential ? [words.confidentialNote] : []),
    ...(activeTo === null ? [] : [words.closedOn(text.formats.date(activeTo))]),
  ]);
}

/** What was filed before the post was made confidential stays: history is not rewritten behind anybody's back. */
function onFileOf({ isConfidential, points }: OfficePost, text: Texts): string | null {
  return isConfidential && points > 0
    ? text.organisation.confidentialOnFile(text.formats.count(points))
    : null;
}

function confirmOf(post: OfficePost, typed: TypedForm | null, text: Texts): OfficePostPage['confirm'] {
  const words = text.organisation.confirm;
  const mine = typed?.card === 'confirm' ? typed : null;
  const open = openDomains(post.domains);
  return {
    action: organisationPath('confirm', post.id),
    guard: String(post.guard),
    duties: mine?.values['duties'] ?? post.duties ?? '',
    dutiesNote: post.dutiesConfirmed ? words.dutiesConfirmed : words.dutiesStated,
    wrongDuties: mine?.faults[0]?.message ?? null,
    open: open === 0 ? words.noneOpen : words.open(text.formats.count(open)),
    domains: domainChoices(post.domains, mine?.values ?? null, text),
  };
}

function openCards(post: OfficePost, typed: TypedForm | null, text: Texts): readonly FormCard[] {
  const words = text.organisation;
  const { fields } = words;
  const start: FormCard = {
    id: 'start',
    heading: words.start,
    intro: null,
    action: organisationPath('startHolding', post.id),
    guard: null,
    fields: cardFields(
      'start',
      {
        person: { kind: 'text', label: fields.person },
        from: { kind: 'date', label: fields.from, hint: fields.fromHint },
        secondment: { kind: 'checkbox', label: fields.secondment },
      },
      typed,
    ),
    submit: words.start,
    isDanger: false,
  };
  return [start, ...endCards(post, typed, text), changeCard(post, typed, text)];
}

function endCards(post: OfficePost, typed: TypedForm | null, text: Texts): readonly FormCard[] {
  const words = text.organisation;
  const present = post.holdings.filter(({ to }) => to === null);
  if (present.length === 0) return [];
  const options = present.map(({ id, person }) => [String(id), person] as const);
  return [
    {
      id: 'end',
      heading: words.end,
      intro: null,
      action: organisationPath('endHolding', post.id),
      guard: null,
      fields: cardFields(
        'end',
        {
          holding: { kind: 'select', label: words.fields.person, options },
          until: { kind: 'date', label: words.fields.until },
        },
        typed,
      ),
      submit: words.end,
      isDanger: false,
    },
  ];
}

function changeCard(post: OfficePost, typed: TypedForm | null, text: Texts): FormCard {
  const words = text.organisation;
  const { fields } = words;
  const confidential = post.isConfidential ? 'yes' : '';
  return {
    id: 'post',
    heading: words.changePost,
    intro: null,
    action: organisationPath('post', post.id),
    guard: String(post.guard),
    fields: cardFields(
      'post',
      {
        name: { kind: 'text', label: fields.post, value: post.name },
        confidential: {
          kind: 'checkbox',
          label: fields.confidential,
          hint: fields.confidentialHint,
          value: confidential,
        },
      },
      typed,
    ),
    submit: words.save,
    isDanger: false,
  };
}

function closingPost(id: number, text: Texts): Parameters<typeof closingCard>[1] {
  const { post: heading, postIntro: intro } = text.organisation.closing;
  return { action: organisationPath('closePost', id), heading, intro };
}
