import { settleFormSearch } from '../../src/forms/form-search-store.ts';
import { settlePointSearch } from '../../src/risk-points/point-search-store.ts';
import type { Services } from '../../src/services.ts';
import type { BenchViewers } from './bench-pages.ts';
import type { BureauPlace } from './province.ts';
import { visitor, type Visitor } from './visitor.ts';

const PASSWORD = 'correct-horse-battery';

/** Gives a generated province what pages need: people who look, and the words of some bureaus to search for. */
export async function prepared(
  { database, accounts }: Services,
  viewers: BenchViewers,
  searched: readonly BureauPlace[],
): Promise<void> {
  await database.transaction(async (transaction) => {
    for (const { username, role, unitId } of Object.values(viewers) as BenchViewers['leader'][]) {
      const account = { username, displayName: '某人', password: PASSWORD, assignments: [{ role, unitId }] };
      await accounts.create(account, { accountId: null, name: 'bench' }, transaction);
    }
  });
  for (const { campaignId } of searched) {
    await database.transaction(async (transaction) => {
      await transaction.raw(
        `insert into search_due (subject, id) select 'point', risk_point_id from risk_point_state where campaign_id = ?`,
        [campaignId],
      );
      await transaction.raw(
        `insert into search_due (subject, id) select 'form', id from form where campaign_id = ?`,
        [campaignId],
      );
      await settlePointSearch(transaction);
      await settleFormSearch(transaction);
    });
  }
}

/** All of them, signed in, by their user names. */
export async function signedIn(
  address: string,
  viewers: BenchViewers,
): Promise<ReadonlyMap<string, Visitor>> {
  const visitors = new Map<string, Visitor>();
  for (const { username } of Object.values(viewers) as BenchViewers['leader'][]) {
    visitors.set(username, await visitor(address, username, PASSWORD));
  }
  return visitors;
}
