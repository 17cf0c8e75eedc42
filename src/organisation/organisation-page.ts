import type { Texts } from '../language/texts.ts';
import type { PageModel } from '../web/page.ts';
import type { OfficeUnit } from './office.ts';
import { organisationPath, organisationPaths } from './paths.ts';

export interface OrganisationPage extends PageModel {
  readonly summary: string;
  readonly waiting: { readonly text: string; readonly href: string } | null;
  readonly rows: readonly UnitRow[];
}

export interface UnitRow {
  readonly name: string;
  readonly href: string;
  /** How deep in the tree, as a class name. */
  readonly depth: string;
  readonly kind: string;
  readonly posts: string;
  readonly vacant: string;
  readonly confidential: string;
  readonly unconfirmed: string;
  readonly closed: string | null;
}

/** The tree of units with what is to be known of their posts. */
export function organisationPage(units: readonly OfficeUnit[], text: Texts): OrganisationPage {
  const words = text.organisation;
  const { count } = text.formats;
  const sum = (of: (unit: OfficeUnit) => number): number =>
    units.reduce((total, unit) => total + of(unit), 0);
  const open = units.filter(({ activeTo }) => activeTo === null);
  const unconfirmed = sum((unit) => unit.unconfirmed);
  return {
    title: words.title,
    summary: words.summary(
      count(open.length),
      count(sum((unit) => unit.posts)),
      count(sum((unit) => unit.vacant)),
    ),
    waiting:
      unconfirmed === 0
        ? null
        : { text: words.waiting.link(count(unconfirmed)), href: organisationPaths.waiting },
    rows: inTree(units).map((unit) => unitRow(unit, units, text)),
  };
}

/** Each unit before what is under it, in the office's order. */
function inTree(units: readonly OfficeUnit[]): readonly OfficeUnit[] {
  const under = (parentId: number | null): readonly OfficeUnit[] =>
    units.filter((unit) => unit.parentId === parentId).flatMap((unit) => [unit, ...under(unit.id)]);
  const ids = new Set(units.map(({ id }) => id));
  const tops = units.filter(({ parentId }) => parentId === null || !ids.has(parentId));
  return tops.flatMap((unit) => [unit, ...under(unit.id)]);
}

function unitRow(unit: OfficeUnit, units: readonly OfficeUnit[], text: Texts): UnitRow {
  const { count, date } = text.formats;
  const above = units.filter((other) => other.id !== unit.id && unit.path.startsWith(other.path)).length;
  return {
    name: unit.name,
    href: organisationPath('unit', unit.id),
    depth: `depth-${String(Math.min(above, 3))}`,
    kind: text.terms.unitKinds[unit.kind],
    posts: count(unit.posts),
    vacant: count(unit.vacant),
    confidential: count(unit.confidential),
    unconfirmed: count(unit.unconfirmed),
    closed: unit.activeTo === null ? null : text.organisation.closedOn(date(unit.activeTo)),
  };
}
