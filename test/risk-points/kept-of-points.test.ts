import { expect } from 'chai';
import fc from 'fast-check';
import { KEY_DOMAINS, type KeyDomain } from '../../src/organisation/key-domain.ts';
import type { Queryable, Transaction } from '../../src/platform/database.ts';
import { domainBit } from '../../src/risk-points/domain-bits.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { rounds } from '../support/postgres-copies.ts';

/** What is done to some points in one statement. */
interface Change {
  readonly kind: 'named' | 'decided' | 'gone' | 'assessed';
  readonly points: readonly number[];
  readonly domains: readonly KeyDomain[];
  readonly state: string;
  readonly day: number;
}

/** Few of each, so that changes meet. */
const CHANGES = fc.array(
  fc.record<Change>({
    kind: fc.constantFrom('named', 'decided', 'gone', 'assessed'),
    points: fc.uniqueArray(fc.nat(3), { minLength: 1 }),
    domains: fc.uniqueArray(fc.constantFrom(...KEY_DOMAINS.slice(0, 3)), { minLength: 1 }),
    state: fc.constantFrom('suggested', 'accepted', 'rejected'),
    day: fc.integer({ min: 10, max: 28 }),
  }),
  { minLength: 1, maxLength: 8 },
);

interface Kept {
  readonly changed_at: string;
  readonly suggested_domains: number;
  readonly accepted_domains: number;
}

describe('what the row of a point keeps of other tables', function () {
  this.timeout(120_000);
  let app: TestApp;
  let points: readonly number[];
  let step: { readonly scale: string; readonly step: string };
  before(async () => {
    app = await testApp();
    await inspectBureau(app);
    const { schema } = app.database;
    points = (await schema('risk_point_state').orderBy('risk_point_id').pluck('risk_point_id')) as number[];
    step = await schema('scale_step').where({ fact: 'harm' }).first('scale', 'step');
  });
  after(() => app.end());

  const idsOf = (change: Change): readonly number[] => change.points.map((which) => points[which] ?? 0);

  const apply = async (transaction: Transaction, change: Change): Promise<void> => {
    const { domains, state } = change;
    const [ids, set_at] = [idsOf(change), instantOf(change)];
    const of = transaction('risk_point_domain').whereIn('risk_point_id', ids).whereIn('domain', domains);
    const named = ids.flatMap((risk_point_id) =>
      domains.map((domain) => ({ risk_point_id, domain, state, is_main: 0, set_at })),
    );
    const said = { fact: 'harm', ...step, set_by: '某人', set_at };
    if (change.kind === 'named') {
      await transaction('risk_point_domain').insert(named).onConflict(['risk_point_id', 'domain']).merge();
    } else if (change.kind === 'decided') await of.update({ state, is_main: 0, set_at });
    else if (change.kind === 'gone') await of.delete();
    else {
      await transaction('risk_point_assessment').insert(
        ids.map((risk_point_id) => ({ risk_point_id, ...said })),
      );
    }
  };

  it('is the domains that are named, as bits, and the day of the last change, whatever is changed together', async () => {
    const { database } = app;
    const { read } = database;
    await fc.assert(
      fc.asyncProperty(CHANGES, async (changes) => {
        const days = new Map([...(await keptBy(read))].map(([id, { changed_at }]) => [id, changed_at]));
        await database.transaction(async (transaction) => {
          for (const change of changes) {
            const later = (await pointsOfDay(transaction, change)).filter(
              (id) => (days.get(id) ?? '') < instantOf(change),
            );
            await apply(transaction, change);
            for (const id of later) days.set(id, instantOf(change));
          }
        });
        const named = (await read('risk_point_domain').orderBy('domain')) as readonly Named[];
        for (const [id, kept] of await keptBy(read)) {
          const mine = named.filter(({ risk_point_id }) => risk_point_id === id);
          expect(kept).to.deep.equal({
            changed_at: days.get(id),
            suggested_domains: bitsOf(mine, 'suggested'),
            accepted_domains: bitsOf(mine, 'accepted'),
          });
        }
      }),
      { numRuns: rounds(40), endOnFailure: true },
    );
  });

  /** Who is decided about has the domain already, and a domain that goes does not say when. */
  const pointsOfDay = async (from: Queryable, change: Change): Promise<readonly number[]> => {
    if (change.kind === 'gone') return [];
    if (change.kind !== 'decided') return idsOf(change);
    const rows = from('risk_point_domain').whereIn('risk_point_id', idsOf(change));
    return (await rows.whereIn('domain', change.domains).pluck('risk_point_id')) as number[];
  };
});

interface Named {
  readonly risk_point_id: number;
  readonly domain: KeyDomain;
  readonly state: string;
}

function instantOf({ day }: Change): string {
  return `2030-01-${String(day)}T00:00:00.000Z`;
}

async function keptBy(from: Queryable): Promise<Map<number, Kept>> {
  const rows = await from('risk_point_state').select<(Kept & { readonly risk_point_id: number })[]>(
    ...['risk_point_id', 'changed_at', 'suggested_domains', 'accepted_domains'],
  );
  return new Map(rows.map(({ risk_point_id, ...kept }) => [risk_point_id, kept]));
}

function bitsOf(named: readonly Named[], state: string): number {
  return named.filter((one) => one.state === state).reduce((bits, { domain }) => bits + domainBit(domain), 0);
}
