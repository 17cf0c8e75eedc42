import type { Texts } from '../language/texts.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import type { SelectOption } from '../web/select-field.ts';
import type { LinkablePerson } from './account.ts';
import { ROLES } from './role.ts';

/** Options of a select under the name of what they have in common. */
export interface OptionGroup {
  readonly label: string;
  readonly options: readonly SelectOption[];
}

/** The roles to give; nothing is chosen beforehand. */
export function roleOptions(chosen: string, text: Texts): readonly SelectOption[] {
  const roles = ROLES.map((role) => option(role, text.terms.roles[role], chosen));
  return [option('', text.accounts.form.choose, chosen), ...roles];
}

/** Units by their names from the bureau down; a bureau is only named where there are several. */
export function unitOptions(units: readonly OrgUnit[], chosen: string, text: Texts): readonly SelectOption[] {
  const bureaus = units.filter(({ kind }) => kind === 'bureau');
  const inOrder = units.toSorted((a, b) => compareWords(a.path, b.path));
  const named = inOrder.map((unit) => {
    const above = inOrder.filter(({ path, kind }) => {
      const isNamed = kind !== 'region' && (kind !== 'bureau' || bureaus.length > 1);
      return isNamed && unit.path.startsWith(path) && unit.path !== path;
    });
    return option(String(unit.id), [...above, unit].map(({ name }) => name).join(' / '), chosen);
  });
  return [option('', text.accounts.form.choose, chosen), ...named];
}

/** People by unit. Who has an account is told, and can still be chosen: the answer says why not. */
export function personGroups(
  people: readonly LinkablePerson[],
  chosen: string,
  accountId: number | null,
  text: Texts,
): readonly OptionGroup[] {
  const units = new Map(people.map(({ unitId, unitName }) => [unitId, unitName]));
  return [...units].map(([unitId, label]) => ({
    label,
    options: people
      .filter((person) => person.unitId === unitId)
      .map(({ id, name, accountId: theirs }) => {
        const isTaken = theirs !== null && theirs !== accountId;
        return option(String(id), isTaken ? text.accounts.form.personTaken(name) : name, chosen);
      }),
  }));
}

function option(value: string, label: string, chosen: string): SelectOption {
  return { value, label, isSelected: value === chosen };
}

function compareWords(a: string, b: string): number {
  return a < b ? -1 : 1;
}
