import { expect } from 'chai';
import fc from 'fast-check';
import type { CoverageCell } from '../../../src/coverage/coverage-cell.ts';
import { KEY_DOMAINS, type KeyDomain } from '../../../src/organisation/key-domain.ts';
import { EVERYWHERE } from '../../../src/organisation/reach.ts';
import { insertRows } from '../../../src/platform/dialect.ts';
import { activate } from '../../support/activating.ts';
import { arbitraryCoverageRulebook } from '../../support/arbitrary-kinds.ts';
import { fileCampaign } from '../../support/graded-campaign.ts';
import { testApp, type TestApp } from '../../support/http.ts';
import { rounds } from '../../support/postgres-copies.ts';

describe('what a coverage draft is said to change', function () {
  this.timeout(240_000);
  let app: TestApp;
  before(async () => {
    app = await testApp();
    await fileCampaign(app);
  });
  after(() => app.end());

  const state = fc.constantFrom('suggested', 'accepted', 'rejected');
  const domain = fc.constantFrom(...KEY_DOMAINS.slice(0, 6));
  const known = fc.record({ of: fc.nat(), domain, state });

  /** Says of points and posts what they have to do with. */
  async function know(points: readonly KnownDomain[], posts: readonly KnownDomain[]): Promise<void> {
    await app.database.transaction(async (transaction) => {
      const at = { set_by: 'test', set_at: 'now' };
      await transaction('risk_point_domain').delete();
      await transaction('post_domain').delete();
      const pointIds = (await transaction('risk_point_state').pluck('risk_point_id')) as number[];
      const postIds = (await transaction('post').pluck('id')) as number[];
      await insertRows(
        transaction,
        'risk_point_domain',
        unique(points, pointIds).map(({ id, domain: named, state: is }) => ({
          ...{ risk_point_id: id, domain: named, state: is, is_main: 0, ...at },
        })),
      );
      const confirmed = (is: string): string => (is === 'accepted' ? 'confirmed' : is);
      await insertRows(
        transaction,
        'post_domain',
        unique(posts, postIds).map(({ id, domain: named, state: is }) => ({
          ...{ post_id: id, domain: named, state: confirmed(is), evidence: '词' },
        })),
      );
    });
  }

  it('is what bringing it into force then does to every cell', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(
        arbitraryCoverageRulebook,
        arbitraryCoverageRulebook,
        fc.array(known, { maxLength: 40 }),
        fc.array(known, { maxLength: 12 }),
        async (inForce, draft, points, posts) => {
          await know(points, posts);
          await activate(app, inForce);
          const campaign = await app.campaigns.inView(EVERYWHERE);
          const before = await app.coverage.ofCampaign(campaign);
          const { effect } = await app.effects.coverage(draft, campaign.id, EVERYWHERE);
          await activate(app, draft);
          const after = await app.coverage.ofCampaign(campaign);
          const changed = after.flatMap((cell, at) => (before[at]?.status === cell.status ? [] : [at]));
          const named = (cells: readonly CoverageCell[]) =>
            changed.map((at) => `${String(cells[at]?.unitId)} ${String(cells[at]?.domain)}`);
          expect(effect).to.deep.include({ cells: after.length, changed: changed.length });
          expect(effect.moved.map(({ facts }) => `${String(facts.unit.id)} ${facts.domain}`)).to.deep.equal(
            named(after),
          );
          expect(effect.moved.map((cell) => [cell.before, cell.after])).to.deep.equal(
            changed.map((at) => [reasoned(before[at]), reasoned(after[at])]),
          );
          for (const { name } of draft.rules) {
            const decided = after.filter(({ rule }) => rule === name).length;
            expect(effect.decides.get(name) ?? 0, name).to.equal(decided);
          }
          moved += effect.changed;
        },
      ),
      { numRuns: rounds(12), endOnFailure: true },
    );
    expect(moved, 'cells that moved').to.be.greaterThan(0);
  });
});

interface KnownDomain {
  readonly of: number;
  readonly domain: KeyDomain;
  readonly state: string;
}

/** Each thing in each domain once. */
function unique(known: readonly KnownDomain[], ids: readonly number[]) {
  const rows = known.map(({ of, ...domain }) => ({ ...domain, id: ids[of % ids.length] ?? 0 }));
  return [...new Map(rows.map((row) => [`${String(row.id)} ${row.domain}`, row])).values()];
}

function reasoned(cell: CoverageCell | undefined) {
  return { state: cell?.status, rule: cell?.rule };
}
