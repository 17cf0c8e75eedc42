import type { PointFacts } from '../../src/grading/case.ts';
import type { ListedValue } from '../../src/platform/json-dialect.ts';
import type { WantedPoint } from '../support/graded-campaign.ts';

interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ListedValue[])[];
}

/** The first id of a division of the bench: those before it are the test bureau's own. */
export const UNITS_FROM = 101;
const CAMPAIGN = 1;
const POINTS_OF_UNIT = 250;
const POINTS_OF_POST = 4;
const AT = '2021-04-22T01:00:00.000Z';

/** Every row of a campaign, tables in the order in which they refer to each other. */
export function campaignRows(
  bureau: { readonly id: number; readonly path: string },
  points: readonly WantedPoint[],
  caseOf: (facts: PointFacts) => number,
): { readonly campaignId: number; readonly units: number; readonly tables: readonly TableRows[] } {
  const units = Math.ceil(points.length / POINTS_OF_UNIT);
  const posts = Math.ceil(points.length / POINTS_OF_POST);
  return {
    campaignId: CAMPAIGN,
    units,
    tables: [
      ...placeRows(bureau, units, posts),
      ...paperRows(posts, units),
      ...pointRows(points, units, caseOf),
    ],
  };
}

// Divisions are of very different sizes: a post is in one of the first far oftener than in one of the last.
function unitOf(post: number, units: number): number {
  const spread = ((post * 2654435761) % 2 ** 32) / 2 ** 32;
  return UNITS_FROM + Math.floor(spread ** 1.6 * units);
}

function postOf(point: number): number {
  return Math.floor(point / POINTS_OF_POST);
}

function placeRows(
  bureau: { readonly id: number; readonly path: string },
  units: number,
  posts: number,
): readonly TableRows[] {
  return [
    table('org_unit', 'id parent_id kind name path', units, (unit) => {
      const id = UNITS_FROM + unit;
      return [[id, bureau.id, 'division', `第${String(unit)}处`, `${bureau.path}${String(id)}/`]];
    }),
    table('post', 'id unit_id name', posts, (post) => [
      [post + 1, unitOf(post, units), `岗位${String(post)}`],
    ]),
    table('person', 'id unit_id name', posts, (post) => [
      [post + 1, unitOf(post, units), `人员${String(post)}`],
    ]),
    table('holding', 'id person_id post_id', posts, (post) => [[post + 1, post + 1, post + 1]]),
  ];
}

function paperRows(posts: number, units: number): readonly TableRows[] {
  return [
    table('campaign', 'id bureau_id year state', 1, () => [[CAMPAIGN, 1, 2021, 'open']]),
    table('form', 'id campaign_id unit_id state current_version', posts, (post) => [
      [post + 1, CAMPAIGN, unitOf(post, units), 'draft', 1],
    ]),
    table('form_holding', 'form_id holding_id campaign_id', posts, (post) => [
      [post + 1, post + 1, CAMPAIGN],
    ]),
    table('form_version', 'id form_id version source_kind digest created_at', posts, (post) => [
      [post + 1, post + 1, 1, 'annex1', String(post), AT],
    ]),
  ];
}

function pointRows(
  points: readonly WantedPoint[],
  units: number,
  caseOf: (facts: PointFacts) => number,
): readonly TableRows[] {
  const of = (
    name: string,
    columns: string,
    rows: (point: WantedPoint, id: number, post: number) => readonly (readonly ListedValue[])[],
  ): TableRows => ({
    table: name,
    columns: columns.split(' '),
    rows: points.flatMap((point, index) => rows(point, index + 1, postOf(index))),
  });
  return [
    of('risk_point', 'id form_id', (_, id, post) => [[id, post + 1]]),
    of('risk_point_revision', 'id risk_point_id form_version_id ordinal text', (_, id, post) => [
      [id, id, post + 1, id, `第${String(id)}个风险点：审批把关不严，可能违规办理。`],
    ]),
    of('measure', 'revision_id text', ({ facts }, id) =>
      Array.from({ length: facts.measureCount }, (_, measure) => [id, `防控措施${String(measure)}`]),
    ),
    of('risk_point_domain', 'risk_point_id domain state is_main set_at', domainRows),
    of('risk_point_fact', 'risk_point_id fact kind number set_by set_at', factRows),
    of('risk_point_state', STATE_COLUMNS, (point, id, post) => [
      [
        id,
        CAMPAIGN,
        unitOf(post, units),
        post + 1,
        post + 1,
        id,
        id,
        ...stateValues(point),
        caseOf(point.facts),
      ],
    ]),
  ];
}

function domainRows({ facts: { domain }, domains }: WantedPoint, id: number): readonly ListedValue[][] {
  const main = domain === null ? [] : [[id, domain, 'accepted', 1, AT]];
  const others = domains.filter((other) => other !== domain);
  return [...main, ...others.map((other) => [id, other, 'suggested', 0, AT])];
}

function factRows({ facts }: WantedPoint, id: number): readonly ListedValue[][] {
  return Object.entries(facts.own).flatMap(([fact, value]) => {
    if (value === null || typeof value === 'string') return [];
    return [[id, fact, typeof value === 'boolean' ? 'truth' : 'number', Number(value), 'bench', AT]];
  });
}

const STATE_COLUMNS =
  'risk_point_id campaign_id unit_id post_id holding_id revision_id ordinal is_withdrawn state probability_scale probability_step harm_scale harm_step main_domain measure_count override_grade approved_grade case_id';

function stateValues({ facts, override, approved, isWithdrawn }: WantedPoint): readonly ListedValue[] {
  const { probability, harm, domain, measureCount } = facts;
  return [
    isWithdrawn ? 1 : 0,
    approved === null ? 'assessed' : 'approved',
    ...[probability?.scale ?? null, probability?.step ?? null, harm?.scale ?? null, harm?.step ?? null],
    ...[domain, measureCount, override, approved],
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
