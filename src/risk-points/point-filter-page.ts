import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import type { Texts } from '../language/texts.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import type { GradingRulebook, Scale } from '../rulebooks/rulebook.ts';
import type { ActiveFilter, FilterForm } from '../web/list-parts.ts';
import { ignoredCondition, without, type ReadQuery } from '../web/query-fields.ts';
import { selectField, type SelectField } from '../web/select-field.ts';
import { gradeName, GRADES_IN_ORDER } from './grade-look.ts';
import { POINT_QUERY, pointsPath } from './paths.ts';
import { DOMAIN_CONDITIONS, POINT_STATES, type PointFilter, type PointForm } from './risk-point.ts';

/** What the conditions of the list may name. */
export interface FilterChoices {
  /** The units that the viewer reaches. */
  readonly units: readonly OrgUnit[];
  /** The posts of the unit that the list is narrowed to. */
  readonly posts: readonly { readonly id: number; readonly name: string }[];
  /** The form that the list is narrowed to, if the viewer reaches it. */
  readonly form: PointForm | null;
  readonly rulebook: GradingRulebook;
}

type Condition = keyof Omit<PointFilter, 'page'>;

interface ConditionChoices {
  readonly key: Condition;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** Conditions that a link brings and the form of conditions does not ask for. */
const UNASKED = ['year', 'formId'] as const;

/** Splits off the conditions that name a unit, post or form out of reach or a step that the scale in force does not have. */
export function withinChoices(
  { filter, ignored }: ReadQuery<PointFilter>,
  { units, posts, form, rulebook }: FilterChoices,
): ReadQuery<PointFilter> {
  const { unitId, postId, formId, probability, harm } = filter;
  const unknown: Condition[] = [];
  if (unitId !== undefined && !units.some(({ id }) => id === unitId)) unknown.push('unitId');
  if (postId !== undefined && !posts.some(({ id }) => id === postId)) unknown.push('postId');
  if (formId !== undefined && form === null) unknown.push('formId');
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

/** The filter form: one select for each condition that it asks for. */
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

/** Conditions that the form keeps as they are, by their names in the address. */
export function keptConditions(filter: Partial<PointFilter>): FilterForm['kept'] {
  return UNASKED.flatMap((key) => {
    const value = writtenValue(filter, key);
    return value === undefined ? [] : [{ name: POINT_QUERY[key].name, value }];
  });
}

/** All conditions in words, those included that the form does not ask for, each with the way to drop it. */
export function activeFilters(
  filter: Partial<PointFilter>,
  choices: FilterChoices,
  text: Texts,
): readonly ActiveFilter[] {
  const { filters } = text.riskPoints.list;
  return [...unasked(choices, text), ...conditions(choices, text)].flatMap(({ key, options }) => {
    const value = writtenValue(filter, key);
    if (value === undefined) return [];
    const shown = options.find(([code]) => code === value)?.[1].trim() ?? value;
    const dropHref = pointsPath(without(filter, [key, 'page']));
    return [{ text: text.lists.filter(filters[labelOf(key)], shown), dropHref }];
  });
}

function unasked({ form }: FilterChoices, text: Texts): readonly ConditionChoices[] {
  const { unitsOwnForm } = text.riskPoints.list;
  const name = (form: PointForm): string => form.personName ?? unitsOwnForm(form.unitName);
  return [
    { key: 'year', options: [] },
    { key: 'formId', options: form === null ? [] : [[String(form.id), name(form)]] },
  ];
}

function conditions({ units, posts, rulebook }: FilterChoices, text: Texts): readonly ConditionChoices[] {
  const { terms, riskPoints } = text;
  const ofPost: ConditionChoices = {
    key: 'postId',
    options: posts.map(({ id, name }) => [String(id), name]),
  };
  return [
    { key: 'unitId', options: unitOptions(units) },
    ...(posts.length > 0 ? [ofPost] : []),
    { key: 'domain', options: KEY_DOMAINS.map((domain) => [domain, terms.keyDomains[domain]]) },
    {
      key: 'domainState',
      options: DOMAIN_CONDITIONS.map((state) => [state, riskPoints.list.domainStates[state]]),
    },
    { key: 'grade', options: GRADES_IN_ORDER.map((grade) => [String(grade), gradeName(grade, text)]) },
    { key: 'probability', options: stepOptions(rulebook.scales.probability, text) },
    { key: 'harm', options: stepOptions(rulebook.scales.harm, text) },
    { key: 'state', options: POINT_STATES.map((state) => [state, terms.pointStates[state]]) },
    {
      key: 'measures',
      options: [
        ['none', riskPoints.list.noMeasures],
        ['some', riskPoints.list.someMeasures],
      ],
    },
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

function labelOf(
  key: Condition,
): Exclude<Condition, 'unitId' | 'postId' | 'formId'> | 'unit' | 'post' | 'form' {
  if (key === 'unitId') return 'unit';
  if (key === 'postId') return 'post';
  return key === 'formId' ? 'form' : key;
}

function writtenValue(filter: Partial<PointFilter>, key: Condition): string | undefined {
  const value = filter[key];
  return value === undefined ? undefined : String(value);
}

function hasStep(scale: Scale, code: string): boolean {
  return scale.steps.some((step) => step.code === code);
}
