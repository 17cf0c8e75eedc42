import type { Texts } from '../../language/texts.ts';
import type { ListCondition } from '../../web/list-condition.ts';
import { CELL_STATES, type CoverageEffect, type MovedCell } from './coverage-effect.ts';
import { cellRow, type CoverageSides } from './coverage-effect-page.ts';
import { stateName } from './state-name.ts';
import { subjectRow } from './domain-effect-page.ts';
import type { DomainEffect, MovedSubject } from './domain-effect.ts';
import { filteredCells, filteredSubjects, type EffectFilter } from './effect-filter.ts';
import { commonConditions, type EffectScope, type Listed } from './effect-page.ts';
import type { EffectPlace } from './effect-view.ts';

/** The cells that would change, as far as the conditions leave them. */
export function listedCells(
  { moved }: CoverageEffect,
  sides: CoverageSides,
  { asked, units, year }: EffectScope,
  text: Texts,
): Listed<MovedCell> {
  const { filters, coverage: words } = text.effects;
  const { move, unit, domain, before, after } = words.columns;
  const states = CELL_STATES.map((state) => [state, stateName(state, text)] as const);
  const conditions: readonly ListCondition<EffectFilter>[] = [
    { key: 'from', label: filters.was, asked: 'common', options: states },
    { key: 'to', label: filters.becomes, asked: 'common', options: states },
    ...commonConditions(units, text),
  ];
  return {
    items: filteredCells(moved, asked.filter),
    rowOf: (cell) => cellRow(cell, sides, year, text),
    words: words.list,
    columns: [move, unit, domain, before, after],
    conditions,
  };
}

/** The points and posts that would get other suggestions, as far as the conditions leave them. */
export function listedSubjects(
  { moved }: DomainEffect,
  place: EffectPlace,
  { asked, units }: EffectScope,
  text: Texts,
): Listed<MovedSubject> {
  const { filters, suggestionChanges, domain: words } = text.effects;
  const { subject, home, before, after, decided } = words.columns;
  const conditions: readonly ListCondition<EffectFilter>[] = [
    { key: 'subject', label: filters.subject, asked: 'common', options: Object.entries(words.subjects) },
    { key: 'change', label: filters.change, asked: 'common', options: Object.entries(suggestionChanges) },
    ...commonConditions(units, text),
  ];
  return {
    items: filteredSubjects(moved, asked.filter),
    rowOf: (one) => subjectRow(one, place, text),
    words: words.list,
    columns: [subject, home, before, after, decided],
    conditions,
  };
}
