import { expect } from 'chai';
import fc from 'fast-check';
import { COMMAND_LINE } from '../../../src/audit/audit-service.ts';
import { KEY_DOMAINS, type KeyDomain } from '../../../src/organisation/key-domain.ts';
import { EVERYWHERE } from '../../../src/organisation/reach.ts';
import type { DomainRulebook } from '../../../src/rulebooks/rulebook.ts';
import { suggestedNow } from '../../../src/tuning/effect/domain-effect.ts';
import { pointSubjects, postSubjects } from '../../../src/tuning/effect/suggested-subject-store.ts';
import { activate } from '../../support/activating.ts';
import { arbitraryDomainRulebook, arbitraryText } from '../../support/arbitrary-kinds.ts';
import { testApp, type TestApp } from '../../support/http.ts';
import { aReadFile } from '../../support/read-file.ts';
import { rounds } from '../../support/postgres-copies.ts';

const [UNITS, RISKS] = [['办公室', '财务处', '对外贸易处'], 5];
const POINTS = { minLength: UNITS.length * RISKS, maxLength: UNITS.length * RISKS };

describe('what a domain draft is said to suggest', function () {
  this.timeout(240_000);
  let app: TestApp;
  let filed = 0;
  // Each run has a campaign of its own: other words in the same one would have to be matched by hand.
  let year = 2020;
  before(async () => {
    app = await testApp();
  });
  after(() => app.end());

  /** Files the same words again; something else on the forms is new each time, so that they count as new versions. */
  async function file(texts: readonly string[], duties: readonly string[]): Promise<void> {
    filed += 1;
    const forms = UNITS.map((unit, of) => ({
      ...{ unit, name: `${unit}人员`, post: `${unit}岗` },
      duties: `${duties[of] ?? ''}，第 ${String(filed)} 次`,
      risks: texts.slice(of * RISKS, (of + 1) * RISKS).map((text, at) => ({
        text: `${text}（${String(of)}-${String(at)}）`,
        measure: `第 ${String(filed)} 次的措施。`,
      })),
    }));
    const files = [{ read: aReadFile(forms), digest: `filed-${String(filed)}` }];
    const request = { files, year, bureau: null, dryRun: false, mayCreate: true };
    const { written } = await app.imports.import(request, COMMAND_LINE);
    expect(written).to.equal(true);
  }

  /** What is suggested to points and posts as it is stored; the main one of a point with a mark. */
  async function stored(): Promise<ReadonlyMap<string, string>> {
    const { read } = app.database;
    const campaign = await app.campaigns.inView(EVERYWHERE);
    const all = [...(await pointSubjects(read, campaign.id)), ...(await postSubjects(read, '/1/'))];
    return new Map(all.map(({ kind, id, domains }) => [`${kind} ${String(id)}`, said(kind, domains)]));
  }

  const decision = fc.option(
    fc.record({
      kind: fc.constantFrom('accept', 'reject'),
      domain: fc.constantFrom(...KEY_DOMAINS.slice(0, 5)),
    }),
  );

  async function decide(decisions: readonly (Decision | null)[]): Promise<void> {
    const points = await app.database
      .read('risk_point_state')
      .where({ campaign_id: (await app.campaigns.inView(EVERYWHERE)).id })
      .select<{ id: number; guard: number }[]>({ id: 'risk_point_id', guard: 'guard' });
    for (const [at, point] of points.entries()) {
      const made = decisions[at] ?? null;
      if (made !== null) await app.domainDecisions.decide([point], made, EVERYWHERE, COMMAND_LINE);
    }
  }

  let [moved, kept] = [0, 0];

  async function agrees(
    inForce: DomainRulebook,
    draft: DomainRulebook,
    words: readonly string[],
    duties: readonly string[],
    decisions: readonly (Decision | null)[],
  ): Promise<void> {
    year += 1;
    await activate(app, inForce);
    await file(words, duties);
    await decide(decisions);
    // A decision may make another suggestion the main one, which stands until the words are read again.
    await file(words, duties);
    const campaign = await app.campaigns.inView(EVERYWHERE);
    const before = await stored();
    const { effect } = await app.effects.domains(draft, campaign.id, EVERYWHERE);
    await activate(app, draft);
    expect([...(await stored())]).to.deep.equal([...before]);
    await file(words, duties);
    const after = await stored();
    const changed = [...after].filter(([id, now]) => before.get(id) !== now);
    const foretold = effect.moved.map(({ subject, after: suggestions }) => [
      `${subject.kind} ${String(subject.id)}`,
      said(subject.kind, suggestedNow(subject.domains, suggestions)),
    ]);
    expect(effect.outdated).to.equal(0);
    expect(foretold.sort()).to.deep.equal(changed.sort());
    moved += effect.moved.length;
    kept += effect.kept;
  }

  it('is what filing the same words again under it does, and bringing it into force alone does nothing', async () => {
    const texts = fc.array(arbitraryText, POINTS);
    await fc.assert(
      fc.asyncProperty(
        arbitraryDomainRulebook,
        arbitraryDomainRulebook,
        texts,
        fc.array(arbitraryText, { minLength: UNITS.length, maxLength: UNITS.length }),
        fc.array(decision, POINTS),
        (...run) => agrees(...run),
      ),
      { numRuns: rounds(10), endOnFailure: true },
    );
    expect(moved, 'points and posts that moved').to.be.greaterThan(0);
    expect(kept, 'where people had decided').to.be.greaterThan(0);
  });
});

interface Decision {
  readonly kind: 'accept' | 'reject';
  readonly domain: KeyDomain;
}

function said(kind: 'risk-point' | 'post', domains: Parameters<typeof suggestedNow>[0]): string {
  return domains
    .filter(({ state }) => state === 'suggested')
    .map(({ domain, isMain }) => `${domain}${isMain && kind === 'risk-point' ? '*' : ''}`)
    .sort()
    .join(' ');
}
