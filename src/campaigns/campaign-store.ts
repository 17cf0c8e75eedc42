import type { OrgUnit } from '../organisation/org-unit.ts';
import type { Queryable, Transaction } from '../platform/database.ts';
import { insertRow } from '../platform/dialect.ts';
import type { Campaign, CampaignState } from './campaign.ts';

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
