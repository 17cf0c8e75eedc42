import type { Texts } from '../language/texts.ts';
import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import type { Scale } from '../rulebooks/rulebook.ts';
import { filterForm, type ListAddresses, type ListCondition } from '../web/list-condition.ts';
import type { FilterForm } from '../web/list-parts.ts';
import { selectField, type SelectField } from '../web/select-field.ts';
import { gradeName, GRADES_IN_ORDER } from './grade-look.ts';
import { DECLARED_GRADES, POINT_QUERY, pointPaths, pointsPath } from './paths.ts';
import type { FilterChoices } from './point-choices.ts';
import { DEFAULT_ORDER, POINT_ORDERS } from './point-order.ts';
import { leadersNamed } from './responsible-leader.ts';
import { DOMAIN_CONDITIONS, POINT_STATES, type PointFilter } from './risk-point.ts';

type Condition = ListCondition<PointFilter>;
type MoreCondition = readonly [key: Condition['key'], label: string, options: Condition['options']];
type Options = readonly (readonly [value: string, label: string])[];

const ADDRESSES: ListAddresses<PointFilter> = {
  action: pointPaths.list,
  fields: POINT_QUERY,
  addressOf: pointsPath,
  kept: ['size'],
};

/** The form of conditions, filled with those of the address, with each of them in words. */
export function pointFilterForm(
  filter: Partial<PointFilter>,
  choices: FilterChoices,
  text: Texts,
): Omit<FilterForm, 'ignored'> {
  const form = filterForm(pointConditions(choices, text), filter, ADDRESSES, text);
  return { ...form, fields: [...form.fields, orderField(filter, text)] };
}

/** Everything that the list may be narrowed by; what cannot be chosen from anything is left out. */
function pointConditions(choices: FilterChoices, text: Texts): readonly Condition[] {
  const conditions = [...ofLinks(choices, text), ...common(choices, text), ...more(choices, text)];
  return conditions.filter(({ asked, options }) => asked !== 'more' || options.length > 0);
}

function ofLinks({ form }: FilterChoices, text: Texts): readonly Condition[] {
  const { filters, unitsOwnForm } = text.riskPoints.list;
  const named =
    form === null ? [] : [[String(form.id), form.personName ?? unitsOwnForm(form.unitName)] as const];
  return [
    { key: 'words', label: filters.words, short: text.lists.searched, asked: 'search', options: [] },
    { key: 'year', label: filters.year, asked: 'link', options: [] },
    { key: 'formId', label: filters.form, asked: 'link', options: named },
  ];
}

function common({ units }: FilterChoices, text: Texts): readonly Condition[] {
  const { filters, declaredDiffers } = text.riskPoints.list;
  const domains = KEY_DOMAINS.map((domain) => [domain, text.terms.keyDomains[domain]] as const);
  const grades = GRADES_IN_ORDER.map((grade) => [String(grade), gradeName(grade, text)] as const);
  return [
    { key: 'unitId', label: filters.unit, asked: 'common', options: unitOptions(units) },
    { key: 'grade', label: filters.grade, asked: 'common', options: grades },
    { key: 'domain', label: filters.domain, asked: 'common', options: domains },
    { key: 'declared', label: filters.declared, asked: 'common', options: [['differs', declaredDiffers]] },
  ];
}

function more(choices: FilterChoices, text: Texts): readonly Condition[] {
  const { filters, domainStates, ...list } = text.riskPoints.list;
  const { probability, harm } = choices.rulebook.scales;
  const states = POINT_STATES.map((state) => [state, text.terms.pointStates[state]] as const);
  const measures: Options = [
    ['none', list.noMeasures],
    ['some', list.someMeasures],
  ];
  const options: readonly MoreCondition[] = [
    ['postId', filters.post, named(choices.posts)],
    ['holderId', filters.holder, named(choices.people)],
    ['domainState', filters.domainState, DOMAIN_CONDITIONS.map((state) => [state, domainStates[state]])],
    ['probability', filters.probability, stepOptions(probability, text)],
    ['harm', filters.harm, stepOptions(harm, text)],
    ...leaders(choices, text),
    ['state', filters.state, states],
    ['decided', filters.decided, decidedOptions(text)],
    ['measures', filters.measures, measures],
    ['declaredGrade', filters.declaredGrade, declaredOptions(text)],
    ['assessed', filters.assessed, assessedOptions(text)],
    ['assessedFrom', filters.assessedFrom, 'date'],
    ['assessedTo', filters.assessedTo, 'date'],
    [
      'batchId',
      filters.batch,
      choices.batches.map(({ id, at, files }) => [
        String(id),
        list.batch(text.formats.instant(at), text.formats.count(files)),
      ]),
    ],
    ['fileId', filters.file, named(choices.files)],
  ];
  return options.map(([key, label, values]) => ({ key, label, asked: 'more', options: values }));
}

/** A condition only where the rulebook in force names leaders. */
function leaders({ rulebook }: FilterChoices, text: Texts): readonly MoreCondition[] {
  const named = leadersNamed(rulebook.grades);
  if (named.length === 0) return [];
  const label = text.riskPoints.list.filters.leader;
  return [['leader', label, named.map((leader) => [leader, text.terms.roles[leader]])]];
}

function assessedOptions(text: Texts): Options {
  const { assessedByNobody, assessedBySomebody } = text.riskPoints.list;
  return [
    ['none', assessedByNobody],
    ['some', assessedBySomebody],
  ];
}

function decidedOptions(text: Texts): Options {
  const { overridden, approved } = text.grades.decided;
  return [
    ['overridden', overridden],
    ['approved', approved],
  ];
}

function declaredOptions(text: Texts): Options {
  const { nothingDeclared } = text.riskPoints.list;
  return DECLARED_GRADES.map((grade) => [
    String(grade),
    grade === 'none' ? nothingDeclared : text.terms.declaredGrades[grade],
  ]);
}

/** The order stands in the form too: where a table becomes cards, it has no head to click. */
function orderField({ order }: Partial<PointFilter>, text: Texts): SelectField {
  const { orders, filters } = text.riskPoints.list;
  const others = POINT_ORDERS.filter((other) => other !== DEFAULT_ORDER);
  const words = { label: filters.order, any: orders[DEFAULT_ORDER] };
  return selectField(
    POINT_QUERY.order.name,
    words,
    others.map((other) => [other, orders[other]]),
    order,
  );
}

/** Sections stand indented beneath their division. */
export function unitOptions(units: readonly OrgUnit[]): Options {
  return units
    .filter(({ kind }) => kind !== 'region')
    .map(({ id, kind, name }) => [String(id), kind === 'section' ? `　${name}` : name]);
}

function named(things: readonly { readonly id: number; readonly name: string }[]): Options {
  return things.map(({ id, name }) => [String(id), name]);
}

function stepOptions(scale: Scale, text: Texts): Options {
  return scale.steps.toReversed().map((step) => [step.code, text.formats.inThisLanguage(step)]);
}
