import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import type { Texts } from '../language/texts.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import type { GradingRulebook, Scale } from '../rulebooks/rulebook.ts';
import type { ActiveFilter } from '../web/list-parts.ts';
import { ignoredCondition, without, type ReadQuery } from '../web/query-fields.ts';
import { selectField, type SelectField } from '../web/select-field.ts';
import { gradeName, GRADES_IN_ORDER } from './grade-look.ts';
import { POINT_QUERY, pointsPath } from './paths.ts';
import { POINT_STATES, type PointFilter } from './risk-point.ts';

/** What the conditions of the list may name. */
export interface FilterChoices {
  /** The units that the viewer reaches. */
  readonly units: readonly OrgUnit[];
  readonly rulebook: GradingRulebook;
}

type Condition = keyof Omit<PointFilter, 'page'>;

interface ConditionChoices {
  readonly key: Condition;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** Splits off the conditions that name a unit out of reach or a step that the scale in force does not have. */
export function withinChoices(
  { filter, ignored }: ReadQuery<PointFilter>,
  { units, rulebook }: FilterChoices,
): ReadQuery<PointFilter> {
  const { unitId, probability, harm } = filter;
  const unknown: Condition[] = [];
  if (unitId !== undefined && !units.some(({ id }) => id === unitId)) unknown.push('unitId');
  if (probability !== undefined && !hasStep(rulebook.scales.probability, probability))
    unknown.push('probability');
  if (harm !== undefined && !hasStep(rulebook.scales.harm, harm)) unknown.push('harm');
  return {
    filter: without(filter, unknown),
    ignored: [
      ...ignored,
      ...unknown.map((key) => ignoredCondition(POINT_QUERY[key].name, String(filter[key]))),
    ],
  };
}

/** The filter form: one select for each condition but the year, which is kept as it is. */
export function filterFields(
  filter: Partial<PointFilter>,
  choices: FilterChoices,
  text: Texts,
): readonly SelectField[] {
  const { filters } = text.riskPoints.list;
  return conditions(choices, text).map(({ key, options }) => {
    const words = { label: filters[labelOf(key)], any: text.lists.any };
    return selectField(POINT_QUERY[key].name, words, options, writtenValue(filter, key));
  });
}

/** The conditions in words, the year included, each with the way to drop it. */
export function activeFilters(
  filter: Partial<PointFilter>,
  choices: FilterChoices,
  text: Texts,
): readonly ActiveFilter[] {
  const { filters } = text.riskPoints.list;
  const year: ConditionChoices = { key: 'year', options: [] };
  return [year, ...conditions(choices, text)].flatMap(({ key, options }) => {
    const value = writtenValue(filter, key);
    if (value === undefined) return [];
    const shown = options.find(([code]) => code === value)?.[1].trim() ?? value;
    const dropHref = pointsPath(without(filter, [key, 'page']));
    return [{ text: text.lists.filter(filters[labelOf(key)], shown), dropHref }];
  });
}

function conditions({ units, rulebook }: FilterChoices, text: Texts): readonly ConditionChoices[] {
  const { terms, riskPoints } = text;
  return [
    { key: 'unitId', options: unitOptions(units) },
    { key: 'domain', options: KEY_DOMAINS.map((domain) => [domain, terms.keyDomains[domain]]) },
    { key: 'grade', options: GRADES_IN_ORDER.map((grade) => [String(grade), gradeName(grade, text)]) },
    { key: 'probability', options: stepOptions(rulebook.scales.probability, text) },
    { key: 'harm', options: stepOptions(rulebook.scales.harm, text) },
    { key: 'state', options: POINT_STATES.map((state) => [state, terms.pointStates[state]]) },
    { key: 'measures', options: [['none', riskPoints.list.noMeasures]] },
    { key: 'declared', options: [['differs', riskPoints.list.declaredDiffers]] },
  ];
}

/** Sections stand indented beneath their division. */
export function unitOptions(units: readonly OrgUnit[]): readonly (readonly [string, string])[] {
  return units
    .filter(({ kind }) => kind !== 'region')
    .map(({ id, kind, name }) => [String(id), kind === 'section' ? `　${name}` : name]);
}

function stepOptions(scale: Scale, text: Texts): readonly (readonly [string, string])[] {
  return scale.steps.toReversed().map((step) => [step.code, text.formats.inThisLanguage(step)]);
}

function labelOf(key: Condition): Exclude<Condition, 'unitId'> | 'unit' {
  return key === 'unitId' ? 'unit' : key;
}

function writtenValue(filter: Partial<PointFilter>, key: Condition): string | undefined {
  const value = filter[key];
  return value === undefined ? undefined : String(value);
}

function hasStep(scale: Scale, code: string): boolean {
  return scale.steps.some((step) => step.code === code);
}
