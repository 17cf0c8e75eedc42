import type { OrgUnit } from '../organisation/org-unit.ts';
import type { GradingRulebook, Scale } from '../rulebooks/rulebook.ts';
import { ignoredCondition, without, type ReadQuery } from '../web/query-fields.ts';
import { POINT_QUERY } from './paths.ts';
import { leadersNamed } from './responsible-leader.ts';
import type { PointBatch, PointConditions, PointFile, PointFilter, PointForm } from './risk-point.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** What the conditions of the list may name: nothing that the viewer does not reach. */
export interface FilterChoices {
  readonly units: readonly OrgUnit[];
  /** The posts and the people of the unit that the list is narrowed to. */
  readonly posts: readonly Named[];
  readonly people: readonly Named[];
  /** The form that the list is narrowed to, if the viewer reaches it. */
  readonly form: PointForm | null;
  readonly batches: readonly PointBatch[];
  /** The files of the import that the list is narrowed to, or the file. */
  readonly files: readonly PointFile[];
  readonly rulebook: GradingRulebook;
}

/** Splits off the conditions that name something out of reach or a step that the scale in force does not have. */
export function withinChoices(
  { filter, ignored }: ReadQuery<PointFilter>,
  choices: FilterChoices,
): ReadQuery<PointFilter> {
  const unknown = unknownConditions(filter, choices);
  return {
    filter: without(filter, unknown),
    ignored: [
      ...ignored,
      ...unknown.map((key) => ignoredCondition(POINT_QUERY[key].name, String(filter[key]))),
    ],
  };
}

function unknownConditions(
  filter: PointConditions,
  choices: FilterChoices,
): readonly (keyof PointConditions)[] {
  const { scales, grades } = choices.rulebook;
  const { leader } = filter;
  const isNamed = (id: number | undefined, among: readonly { readonly id: number }[]): boolean =>
    id === undefined || among.some((named) => named.id === id);
  const isStep = (code: string | undefined, scale: Scale): boolean =>
    code === undefined || scale.steps.some((step) => step.code === code);
  const unknown: readonly (keyof PointConditions | null)[] = [
    isNamed(filter.unitId, choices.units) ? null : 'unitId',
    isNamed(filter.postId, choices.posts) ? null : 'postId',
    isNamed(filter.holderId, choices.people) ? null : 'holderId',
    filter.formId === undefined || choices.form !== null ? null : 'formId',
    isNamed(filter.batchId, choices.batches) ? null : 'batchId',
    isNamed(filter.fileId, choices.files) ? null : 'fileId',
    leader === undefined || leadersNamed(grades).includes(leader) ? null : 'leader',
    isStep(filter.probability, scales.probability) ? null : 'probability',
    isStep(filter.harm, scales.harm) ? null : 'harm',
  ];
  return unknown.filter((key) => key !== null);
}
