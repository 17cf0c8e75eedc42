import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import type { PointFacts, ScaleValue } from '../../src/grading/case.ts';
import { GradingService } from '../../src/grading/grading-service.ts';
import type { KeyDomain } from '../../src/organisation/key-domain.ts';
import { insertUnit } from '../../src/organisation/organisation-store.ts';
import type { Transaction } from '../../src/platform/database.ts';
import { insertRows } from '../../src/platform/dialect.ts';
import { refreshRollups, unitsWithPoints } from '../../src/risk-points/rollup-store.ts';
import { digestOf } from '../../src/rulebooks/digest.ts';
import type { Grade, GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { activateForAll, insertScale, insertVersion } from '../../src/rulebooks/rulebook-store.ts';
import type { Services } from '../../src/services.ts';
import { aReadFile } from './read-file.ts';

/** A point as a test wants it to stand: its facts, and what people decided. */
export interface WantedPoint {
  readonly facts: PointFacts;
  readonly override: Grade | null;
  readonly approved: Grade | null;
  readonly isWithdrawn: boolean;
  /** Domains that are not the main one. */
  readonly domains: readonly KeyDomain[];
}

export interface PlacedPoint extends WantedPoint {
  readonly id: number;
  readonly unitId: number;
}

const UNITS = ['办公室', '财务处', '对外贸易处'];
const OF_EACH = 8;

/** How many of them each post has, one post after another. */
export const POINTS_OF_POST = OF_EACH;

/** How many points `placePoints` wants. */
export const WANTED_POINTS = UNITS.length * OF_EACH;

/** Files as many points as `placePoints` wants; one of the divisions gets a section, to which some of them go. */
export async function fileCampaign({
  database,
  imports,
}: Pick<Services, 'database' | 'imports'>): Promise<void> {
  const risks = Array.from({ length: OF_EACH }, (_, index) => ({ text: `第 ${String(index)} 个风险点。` }));
  const read = aReadFile(UNITS.map((unit) => ({ unit, name: `${unit}人员`, post: `${unit}岗`, risks })));
  const request = { files: [{ read, digest: 'campaign' }], year: 2021, bureau: null };
  const { written } = await imports.import({ ...request, dryRun: false, mayCreate: true }, COMMAND_LINE);
  if (!written) throw new Error('the forms were refused');
  await database.transaction(async (transaction) => {
    const division = (await transaction('org_unit').where({ name: '财务处' }).first()) as {
      id: number;
      path: string;
    };
    const section = { parentId: division.id, kind: 'section', name: '核算科' } as const;
    const { id } = await insertUnit(transaction, section, division.path);
    await transaction('risk_point_state')
      .where({ unit_id: division.id })
      .where('ordinal', '>', OF_EACH / 2)
      .update({ unit_id: id });
  });
}

/** Puts a rulebook in force and every point of the campaign where the test wants it. */
export async function placePoints(
  { database, rulebooks }: Pick<Services, 'database' | 'rulebooks'>,
  inForce: GradingRulebook,
  wanted: readonly WantedPoint[],
): Promise<{ readonly campaignId: number; readonly points: readonly PlacedPoint[] }> {
  return database.transaction(async (transaction) => {
    await putInForce(transaction, inForce);
    const grading = new GradingService(rulebooks);
    const scope = await grading.scopeOf('/', transaction);
    const rows = (await transaction('risk_point_state').orderBy('risk_point_id')) as {
      risk_point_id: number;
      unit_id: number;
      campaign_id: number;
    }[];
    await transaction('risk_point_state').update({ approved_grade: null, state: 'assessed' });
    await transaction('risk_point_domain').delete();
    await transaction('risk_point_fact').delete();
    const points: PlacedPoint[] = [];
    for (const [index, { risk_point_id: id, unit_id: unitId }] of rows.entries()) {
      const point = wanted[index];
      if (point === undefined) throw new Error('the campaign has more points than are wanted');
      await makeStepsKnown(transaction, point.facts);
      const caseId = await grading.placeIn(transaction, scope, point.facts);
      await writePoint(transaction, id, point, caseId);
      points.push({ ...point, id, unitId });
    }
    const campaignId = rows[0]?.campaign_id ?? 0;
    const units = await unitsWithPoints(transaction, campaignId);
    await refreshRollups(transaction, campaignId, scope.version.id, units);
    return { campaignId, points };
  });
}

let versions = 0;

async function putInForce(transaction: Transaction, rulebook: GradingRulebook): Promise<void> {
  versions += 1;
  for (const [fact, scale] of Object.entries(rulebook.scales)) await insertScale(transaction, fact, scale);
  const version = { version: String(versions), digest: digestOf(rulebook), state: 'active', at: 'now' };
  const id = await insertVersion(transaction, rulebook, version);
  await transaction('rulebook_activation')
    .where({ kind: 'grading' })
    .whereNull('active_to')
    .update({ active_to: 'now' });
  await activateForAll(transaction, 'grading', id, 'now');
}

async function makeStepsKnown(transaction: Transaction, facts: PointFacts): Promise<void> {
  for (const fact of ['probability', 'harm'] as const) {
    const value = facts[fact];
    if (value === null) continue;
    await transaction('scale_step')
      .insert({ ...value, fact, position: 0 })
      .onConflict(['scale', 'step'])
      .ignore();
  }
}

async function writePoint(
  transaction: Transaction,
  id: number,
  { facts, override, approved, isWithdrawn, domains }: WantedPoint,
  caseId: number,
): Promise<void> {
  await transaction('risk_point_state')
    .where({ risk_point_id: id })
    .update({
      ...stepColumns('probability', facts.probability),
      ...stepColumns('harm', facts.harm),
      main_domain: facts.domain,
      measure_count: facts.measureCount,
      case_id: caseId,
      override_grade: override,
      approved_grade: approved,
      state: approved === null ? 'assessed' : 'approved',
      is_withdrawn: isWithdrawn ? 1 : 0,
    });
  const named = new Set([...(facts.domain === null ? [] : [facts.domain]), ...domains]);
  const at = { set_by: 'test', set_at: 'now' };
  await insertRows(
    transaction,
    'risk_point_domain',
    [...named].map((domain) => ({
      risk_point_id: id,
      domain,
      state: domain === facts.domain ? 'accepted' : 'suggested',
      is_main: domain === facts.domain ? 1 : 0,
      ...at,
    })),
  );
  const own = Object.entries(facts.own).filter(([, value]) => value !== null);
  await insertRows(
    transaction,
    'risk_point_fact',
    own.map(([fact, value]) => ({ risk_point_id: id, fact, ...ownColumns(value), ...at })),
  );
}

function stepColumns(fact: string, value: ScaleValue | null): Record<string, string | null> {
  return { [`${fact}_scale`]: value?.scale ?? null, [`${fact}_step`]: value?.step ?? null };
}

function ownColumns(value: PointFacts['own'][string] | undefined): Record<string, unknown> {
  if (typeof value === 'string') return { kind: 'text', text: value, number: null };
  if (typeof value === 'boolean') return { kind: 'truth', text: null, number: value ? 1 : 0 };
  return { kind: 'number', text: null, number: value };
}
