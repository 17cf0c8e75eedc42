import type { OrgUnit } from '../organisation/org-unit.ts';
import type { Queryable, Transaction } from '../platform/database.ts';
import { insertRow } from '../platform/dialect.ts';
import { unitById } from '../organisation/organisation-store.ts';
import type { Campaign, CampaignState, GuardedCampaign } from './campaign.ts';
import type { CampaignNotice } from './campaign-form.ts';

interface CampaignRow {
  readonly id: number;
  readonly year: number;
  readonly document_number: string | null;
  readonly opens_on: string | null;
  readonly due_on: string | null;
  readonly state: CampaignState;
  readonly shows_grades_to_holders: number;
}

/** A bureau's campaign of a year, or its latest when no year is given. */
export async function campaignOf(from: Queryable, bureau: OrgUnit, year?: number): Promise<Campaign | null> {
  const query = from('campaign').where({ bureau_id: bureau.id }).orderBy('year', 'desc');
  if (year !== undefined) void query.andWhere({ year });
  const row = (await query.first()) as CampaignRow | undefined;
  return row === undefined ? null : toCampaign(row, bureau);
}

/** The same of many bureaus at once, by their ids. */
export async function campaignsOfEach(
  from: Queryable,
  bureaus: readonly OrgUnit[],
  year?: number,
): Promise<ReadonlyMap<number, Campaign>> {
  const query = from('campaign').whereIn(
    'bureau_id',
    bureaus.map(({ id }) => id),
  );
  if (year !== undefined) void query.andWhere({ year });
  const rows = (await query.orderBy('year')) as (CampaignRow & { bureau_id: number })[];
  const latest = new Map(rows.map((row) => [row.bureau_id, row]));
  return new Map(
    bureaus.flatMap((bureau) => {
      const row = latest.get(bureau.id);
      return row === undefined ? [] : [[bureau.id, toCampaign(row, bureau)]];
    }),
  );
}

export async function insertCampaign(
  transaction: Transaction,
  bureau: OrgUnit,
  year: number,
): Promise<Campaign> {
  const state: CampaignState = 'open';
  const id = await insertRow(transaction, 'campaign', { bureau_id: bureau.id, year, state });
  return {
    id,
    bureau,
    year,
    documentNumber: null,
    opensOn: null,
    dueOn: null,
    state,
    showsGradesToHolders: false,
  };
}

/** Sets what the notice says of the campaign: number and dates. */
export async function updateNotice(
  transaction: Transaction,
  campaignId: number,
  notice: Pick<Campaign, 'documentNumber' | 'opensOn' | 'dueOn'>,
): Promise<void> {
  await transaction('campaign')
    .where({ id: campaignId })
    .update({ document_number: notice.documentNumber, opens_on: notice.opensOn, due_on: notice.dueOn });
}

function toCampaign(row: CampaignRow, bureau: OrgUnit): Campaign {
  return {
    id: row.id,
    bureau,
    year: row.year,
    documentNumber: row.document_number,
    opensOn: row.opens_on,
    dueOn: row.due_on,
    state: row.state,
    showsGradesToHolders: row.shows_grades_to_holders === 1,
  };
}

/** A bureau's campaigns, the latest first. */
export async function campaignsOf(from: Queryable, bureau: OrgUnit): Promise<readonly Campaign[]> {
  const rows = (await from('campaign')
    .where({ bureau_id: bureau.id })
    .orderBy('year', 'desc')) as CampaignRow[];
  return rows.map((row) => toCampaign(row, bureau));
}

export async function campaignById(from: Queryable, id: number): Promise<GuardedCampaign | null> {
  const row = (await from('campaign').where({ id }).first()) as
    (CampaignRow & { bureau_id: number; guard: number }) | undefined;
  if (row === undefined) return null;
  const bureau = await unitById(from, row.bureau_id);
  return bureau === null ? null : { campaign: toCampaign(row, bureau), guard: row.guard };
}

/** Returns whether the campaign still was at that version. */
export async function updateGuarded(
  transaction: Transaction,
  campaignId: number,
  guard: number,
  notice: CampaignNotice,
): Promise<boolean> {
  const changed = await transaction('campaign')
    .where({ id: campaignId, guard })
    .update({
      document_number: notice.documentNumber,
      opens_on: notice.opensOn,
      due_on: notice.dueOn,
      shows_grades_to_holders: notice.showsGradesToHolders ? 1 : 0,
      guard: guard + 1,
    });
  return changed === 1;
}
