import type { PointFacts } from '../../src/grading/case.ts';
import type { ListedValue } from '../../src/platform/json-dialect.ts';
import { dayOf, domainOf, type BenchPoint } from './bench-points.ts';
import { divisionOf, postOf, REGION, type BureauPlace } from './province.ts';
import { seededRandom } from './random.ts';

interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ListedValue[])[];
}

/** Every row of a bureau and its campaign, tables in the order in which they refer to each other. */
export function campaignRows(
  place: BureauPlace,
  points: readonly BenchPoint[],
  caseOf: (facts: PointFacts) => number,
): readonly TableRows[] {
  return [...placeRows(place), ...paperRows(place), ...pointRows(place, points, caseOf)];
}

function placeRows(place: BureauPlace): readonly TableRows[] {
  const { id: bureau, path, firstDivision, divisions, posts } = place;
  const name = `第${String(place.campaignId)}局`;
  return [
    table('org_unit', 'id parent_id kind name path', 1, () => [[bureau, REGION, 'bureau', name, path]]),
    table('org_unit', 'id parent_id kind name path', divisions, (unit) => {
      const id = firstDivision + unit;
      return [[id, bureau, 'division', `第${String(unit)}处`, `${path}${String(id)}/`]];
    }),
    ofPosts(place, 'post', 'id unit_id name', (id, unit) => [id, unit, `岗位${String(id)}`]),
    ofPosts(place, 'person', 'id unit_id name', (id, unit) => [id, unit, `人员${String(id)}`]),
    table('holding', 'id person_id post_id', posts, (post) => {
      const id = place.firstPost + post;
      return [[id, id, id]];
    }),
    table('post_domain', 'post_id domain state evidence', posts, postDomains(place)),
  ];
}

/** The duties of most posts name a key domain or two; the office has looked at a part of them. */
function postDomains({ firstPost, seed }: BureauPlace): (post: number) => readonly ListedValue[][] {
  const random = seededRandom(seed + 1);
  return (post) => {
    const domains = new Set(Array.from({ length: random.below(3) }, () => domainOf(random)));
    return [...domains].map((domain) => {
      const state = random.among(POST_DOMAIN_STATES);
      return [firstPost + post, domain, state, '岗位职责'];
    });
  };
}

const POST_DOMAIN_STATES = [
  ['suggested', 6],
  ['confirmed', 3],
  ['rejected', 1],
] as const;

function paperRows(place: BureauPlace): readonly TableRows[] {
  const { id: bureau, campaignId } = place;
  const random = seededRandom(place.seed + 2);
  return [
    table('campaign', 'id bureau_id year state', 1, () => [[campaignId, bureau, 2021, 'open']]),
    ofPosts(place, 'form', 'id campaign_id unit_id state current_version', (id, unit) => [
      ...[id, campaignId, unit, 'draft', 1],
    ]),
    ofPosts(place, 'form_holding', 'form_id holding_id campaign_id', (id) => [id, id, campaignId]),
    ofPosts(place, 'form_version', 'id form_id version source_kind digest created_at', (id) => [
      ...[id, id, 1, 'annex1', String(id), dayOf(random)],
    ]),
  ];
}

function ofPosts(
  place: BureauPlace,
  name: string,
  columns: string,
  row: (id: number, unit: number) => readonly ListedValue[],
): TableRows {
  return table(name, columns, place.posts, (post) => [row(place.firstPost + post, divisionOf(place, post))]);
}

function pointRows(
  place: BureauPlace,
  points: readonly BenchPoint[],
  caseOf: (facts: PointFacts) => number,
): readonly TableRows[] {
  const of = (
    name: string,
    columns: string,
    rows: (point: BenchPoint, id: number, post: number) => readonly (readonly ListedValue[])[],
  ): TableRows => ({
    table: name,
    columns: columns.split(' '),
    rows: points.flatMap((point, index) => {
      const id = place.firstPoint + index;
      return rows(point, id, place.firstPost + postOf(index));
    }),
  });
  return [
    of('risk_point', 'id form_id', (_, id, post) => [[id, post]]),
    of('risk_point_revision', 'id risk_point_id form_version_id ordinal text', (_, id, post) => [
      [id, id, post, id, `第${String(id)}个风险点：审批把关不严，可能违规办理。`],
    ]),
    of('measure', 'revision_id text', ({ facts }, id) =>
      Array.from({ length: facts.measureCount }, (_, measure) => [id, `防控措施${String(measure)}`]),
    ),
    of('risk_point_assessment', 'risk_point_id fact scale step set_by set_at', assessmentRows),
    of('risk_point_domain', 'risk_point_id domain state is_main set_at', domainRows),
    of('risk_point_fact', 'risk_point_id fact kind number set_by set_at', factRows),
    of('risk_point_state', STATE_COLUMNS, (point, id, post) => {
      const unit = divisionOf(place, post - place.firstPost);
      const at = [id, place.campaignId, unit, post, post, id, id];
      return [[...at, ...stateValues(point), caseOf(point.facts)]];
    }),
  ];
}

/** Whatever is known of how likely and how harmful it is, somebody said. */
function assessmentRows(
  { facts: { probability, harm }, setOn }: BenchPoint,
  id: number,
): readonly ListedValue[][] {
  return Object.entries({ probability, harm }).flatMap(([fact, value]) =>
    value === null ? [] : [[id, fact, value.scale, value.step, '评估人', setOn]],
  );
}

function domainRows({ facts: { domain }, domains, setOn }: BenchPoint, id: number): readonly ListedValue[][] {
  const main = domain === null ? [] : [[id, domain, 'accepted', 1, setOn]];
  const others = domains.filter((other) => other !== domain);
  return [...main, ...others.map((other) => [id, other, 'suggested', 0, setOn])];
}

function factRows({ facts, setOn }: BenchPoint, id: number): readonly ListedValue[][] {
  return Object.entries(facts.own).flatMap(([fact, value]) => {
    if (value === null || typeof value === 'string') return [];
    return [[id, fact, typeof value === 'boolean' ? 'truth' : 'number', Number(value), 'bench', setOn]];
  });
}

const STATE_COLUMNS =
  'risk_point_id campaign_id unit_id post_id holding_id revision_id ordinal is_withdrawn state probability_scale probability_step harm_scale harm_step main_domain measure_count declared_grade override_grade approved_grade case_id';

function stateValues({
  facts,
  declared,
  override,
  approved,
  isWithdrawn,
}: BenchPoint): readonly ListedValue[] {
  const { probability, harm, domain, measureCount } = facts;
  return [
    isWithdrawn ? 1 : 0,
    approved === null ? 'assessed' : 'approved',
    ...[probability?.scale ?? null, probability?.step ?? null, harm?.scale ?? null, harm?.step ?? null],
    ...[domain, measureCount, declared, override, approved],
  ];
}

function table(
  name: string,
  columns: string,
  length: number,
  rows: (index: number) => readonly (readonly ListedValue[])[],
): TableRows {
  return {
    table: name,
    columns: columns.split(' '),
    rows: Array.from({ length }, (_, index) => rows(index)).flat(),
  };
}
