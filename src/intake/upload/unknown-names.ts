import { nameKey } from '../../language/normalise.ts';
import { nameCandidates, type KnownName, type NameCandidate } from '../../organisation/name-candidates.ts';
import { postKey, type NameChoices } from '../../organisation/name-choices.ts';
import type { OrgUnit } from '../../organisation/org-unit.ts';
import { postNames } from '../../organisation/post-names.ts';
import type { Post } from '../../organisation/post.ts';
import type { ReadForm } from '../read-form.ts';

/** A name on forms that is not on file, what it may mean, and what was chosen. */
export interface UnknownName {
  readonly written: string;
  readonly forms: number;
  readonly candidates: readonly NameCandidate[];
  /** The other names on file. */
  readonly others: readonly KnownName[];
  /** `null`: a new one; left out: nobody has chosen yet. */
  readonly chosen?: number | null;
}

export interface UnknownPost extends UnknownName {
  readonly unitId: number;
  readonly unitName: string;
}

export interface UnknownNames {
  readonly units: readonly UnknownName[];
  readonly posts: readonly UnknownPost[];
}

/** What an upload's sender has on file. */
export interface KnownNames {
  readonly bureau: OrgUnit;
  /** The bureau's own units. */
  readonly units: readonly OrgUnit[];
  readonly posts: readonly Post[];
}

/** The units and posts of forms that are not on file, in the order in which they first appear. */
export function unknownNames(
  forms: readonly ReadForm[],
  known: KnownNames,
  choices: NameChoices,
): UnknownNames {
  const units = new Map<string, UnknownName>();
  const posts = new Map<string, UnknownPost>();
  for (const form of forms) {
    if (form.unit === null) continue;
    const unit = unitNamed(form.unit.value, known, choices);
    if (!isOnFile(form.unit.value, known)) noteUnit(units, form.unit.value, known, choices);
    if (unit === null || form.post === null || form.name === null) continue;
    for (const written of postNames(form.post.value)) notePost(posts, unit, written, known, choices);
  }
  return { units: [...units.values()], posts: [...posts.values()] };
}

function isOnFile(written: string, { bureau, units }: KnownNames): boolean {
  return [bureau, ...units].some(({ name }) => nameKey(name) === nameKey(written));
}

/** The unit on file that a name means, by itself or by a person's choice. */
export function unitNamed(
  written: string,
  { bureau, units }: KnownNames,
  choices: NameChoices,
): OrgUnit | null {
  const key = nameKey(written);
  const chosen = choices.units.get(key);
  const all = [bureau, ...units];
  return all.find(({ name }) => nameKey(name) === key) ?? all.find(({ id }) => id === chosen) ?? null;
}

function noteUnit(
  noted: Map<string, UnknownName>,
  written: string,
  { units }: KnownNames,
  choices: NameChoices,
): void {
  const key = nameKey(written);
  noted.set(key, withOneMore(noted.get(key) ?? unknown(written, units, choices.units.get(key))));
}

function notePost(
  noted: Map<string, UnknownPost>,
  unit: OrgUnit,
  written: string,
  known: KnownNames,
  choices: NameChoices,
): void {
  const posts = known.posts.filter(({ unitId }) => unitId === unit.id);
  if (posts.some(({ name }) => nameKey(name) === nameKey(written))) return;
  const key = postKey(unit.id, written);
  const before = noted.get(key) ?? {
    ...unknown(written, posts, choices.posts.get(key)),
    unitId: unit.id,
    unitName: unit.name,
  };
  noted.set(key, withOneMore(before));
}

function unknown(
  written: string,
  known: readonly KnownName[],
  chosen: number | null | undefined,
): UnknownName {
  const candidates = nameCandidates(written, known);
  return {
    written,
    forms: 0,
    candidates,
    others: known.filter(({ id }) => !candidates.some((candidate) => candidate.id === id)),
    ...(chosen === undefined ? {} : { chosen }),
  };
}

function withOneMore<Name extends UnknownName>(name: Name): Name {
  return { ...name, forms: name.forms + 1 };
}

/** The posts on file that a form names in a unit; `null` when one of them is not on file. */
export function postsNamed(
  { post }: ReadForm,
  unit: OrgUnit,
  { posts }: KnownNames,
  choices: NameChoices,
): readonly number[] | null {
  const ids = (post === null ? [] : postNames(post.value)).map((written) => {
    const chosen = choices.posts.get(postKey(unit.id, written));
    const named = posts.find(
      ({ unitId, name, id }) => unitId === unit.id && (nameKey(name) === nameKey(written) || id === chosen),
    );
    return named?.id ?? null;
  });
  const known = ids.filter((id) => id !== null);
  return known.length === ids.length ? known : null;
}
