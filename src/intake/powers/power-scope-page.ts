import type { Texts } from '../../language/texts.ts';
import type { OrgUnit } from '../../organisation/org-unit.ts';
import type { SelectOption } from '../../web/select-field.ts';
import { readScope, writtenScope, type PowerScope } from './power-scope.ts';

/** What a list may replace: each bureau as a whole or by the units named, and each unit's subtree; none preset. */
export function scopeOptions(
  bureaus: readonly OrgUnit[],
  units: readonly OrgUnit[],
  chosen: string | undefined,
  text: Texts,
): readonly SelectOption[] {
  const { choose } = text.powers.upload;
  const isBureau = (unit: OrgUnit): boolean => bureaus.some(({ id }) => id === unit.id);
  const scopes: readonly PowerScope[] = [
    ...bureaus.flatMap(({ id }) => [
      { kind: 'named', unitId: id } as const,
      { kind: 'whole', unitId: id } as const,
    ]),
    ...units.filter((unit) => !isBureau(unit)).map(({ id }) => ({ kind: 'subtree', unitId: id }) as const),
  ];
  const options = scopes.map((scope) => {
    const value = writtenScope(scope);
    return { value, label: scopeWords(scope, units, text), isSelected: value === chosen };
  });
  return [{ value: '', label: choose, isSelected: readScope(chosen) === null }, ...options];
}

/** What a list replaces, in words. */
export function scopeWords({ kind, unitId }: PowerScope, units: readonly OrgUnit[], text: Texts): string {
  return text.powers.upload[kind](units.find(({ id }) => id === unitId)?.name ?? '');
}
