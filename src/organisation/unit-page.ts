import type { Texts } from '../language/texts.ts';
import { cardFields, type FormCard, type TypedForm } from '../web/form-card.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import { closingCard } from './office-card-page.ts';
import type { OfficePost, OfficeUnit } from './office.ts';
import { KINDS_UNDER, type UnitKind } from './org-unit.ts';
import { organisationPath, organisationPaths } from './paths.ts';

export interface UnitPage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly heading: string;
  readonly meta: string;
  readonly faults: readonly FormFault[];
  readonly posts: readonly PostRow[];
  readonly cards: readonly FormCard[];
}

export interface PostRow {
  readonly name: string;
  readonly href: string;
  readonly holders: readonly { readonly name: string; readonly href: string }[];
  readonly vacant: string | null;
  readonly domains: string;
  readonly marks: readonly string[];
}

/** A unit with its posts, and every form by which the office changes it. */
export function unitPage(
  unit: OfficeUnit,
  parent: OfficeUnit | null,
  posts: readonly OfficePost[],
  typed: TypedForm | null,
  text: Texts,
): UnitPage {
  const words = text.organisation;
  const kind = text.terms.unitKinds[unit.kind];
  return {
    title: typed === null ? unit.name : `${words.errorHeading} – ${unit.name}`,
    crumbs: [
      { text: words.title, href: organisationPaths.units },
      { text: unit.name, href: null },
    ],
    heading: unit.name,
    meta:
      unit.activeTo === null
        ? kind
        : text.formats.clauses([kind, words.closedOn(text.formats.date(unit.activeTo))]),
    faults: typed?.faults ?? [],
    posts: posts.map((post) => postRow(post, text)),
    cards: [
      ...(unit.activeTo === null ? openCards(unit, parent, typed, text) : []),
      closingCard(unit, closingUnit(unit.id, text), typed, text),
    ],
  };
}

type PlainCard = Omit<FormCard, 'isDanger' | 'intro'>;

function openCards(
  unit: OfficeUnit,
  parent: OfficeUnit | null,
  typed: TypedForm | null,
  text: Texts,
): readonly FormCard[] {
  const hasUnder = KINDS_UNDER[unit.kind].length > 0;
  const cards = [
    addPostCard(unit, typed, text),
    changeCard(unit, parent, typed, text),
    ...(hasUnder ? [addUnitCard(unit, typed, text)] : []),
  ];
  return cards.map((card) => ({ ...card, isDanger: false, intro: null }));
}

function addPostCard({ id }: OfficeUnit, typed: TypedForm | null, text: Texts): PlainCard {
  const words = text.organisation;
  return {
    id: 'post',
    heading: words.addPost,
    action: organisationPath('addPost', id),
    guard: null,
    fields: cardFields('post', { name: { kind: 'text', label: words.fields.post } }, typed),
    submit: words.add,
  };
}

function changeCard(
  { id, guard, name, kind, position }: OfficeUnit,
  parent: OfficeUnit | null,
  typed: TypedForm | null,
  text: Texts,
): PlainCard {
  const { fields, ...words } = text.organisation;
  const kinds = parent === null ? [kind] : KINDS_UNDER[parent.kind];
  const place = { label: fields.position, hint: fields.positionHint, value: String(position) };
  return {
    id: 'unit',
    heading: words.changeUnit,
    action: organisationPath('unit', id),
    guard: String(guard),
    fields: cardFields(
      'unit',
      {
        name: { kind: 'text', label: fields.unit, value: name },
        kind: kindField(kinds, kind, text),
        position: { kind: 'number', ...place },
      },
      typed,
    ),
    submit: words.save,
  };
}

function addUnitCard(unit: OfficeUnit, typed: TypedForm | null, text: Texts): PlainCard {
  const words = text.organisation;
  const kinds = KINDS_UNDER[unit.kind];
  const fields = {
    name: { kind: 'text', label: words.fields.unit } as const,
    kind: kindField(kinds, kinds[0], text),
  };
  return {
    id: 'child',
    heading: words.addUnit,
    action: organisationPath('addUnit', unit.id),
    guard: null,
    fields: cardFields('child', fields, typed),
    submit: words.add,
  };
}

function kindField(
  kinds: readonly UnitKind[],
  chosen: UnitKind | undefined,
  text: Texts,
): Parameters<typeof cardFields>[1][string] {
  const options = kinds.map((kind) => [kind, text.terms.unitKinds[kind]] as const);
  return { kind: 'select', label: text.organisation.fields.kind, value: chosen ?? '', options };
}

function postRow(post: OfficePost, text: Texts): PostRow {
  const words = text.organisation;
  const present = post.holdings.filter(({ to }) => to === null);
  const of = (state: string): number => post.domains.filter((domain) => domain.state === state).length;
  const { count, date } = text.formats;
  return {
    name: post.name,
    href: organisationPath('post', post.id),
    holders: present.map(({ person, personId }) => ({
      name: person,
      href: organisationPath('person', personId),
    })),
    vacant: present.length === 0 ? words.vacant : null,
    domains: post.isConfidential
      ? words.unsaid
      : words.domainCounts(count(of('confirmed')), count(of('suggested'))),
    marks: [
      ...(post.isConfidential ? [words.confidential] : []),
      ...(post.activeTo === null ? [] : [words.closedOn(date(post.activeTo))]),
    ],
  };
}

function closingUnit(id: number, text: Texts): Parameters<typeof closingCard>[1] {
  const { unit: heading, unitIntro: intro } = text.organisation.closing;
  return { action: organisationPath('closeUnit', id), heading, intro };
}
