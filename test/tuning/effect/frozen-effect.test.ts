import { expect } from 'chai';
import { EVERYWHERE } from '../../../src/organisation/reach.ts';
import { refreshRollups, unitsWithPoints } from '../../../src/risk-points/rollup-store.ts';
import type { CoverageRulebook, DomainRulebook } from '../../../src/rulebooks/rulebook.ts';
import { sumsOf } from '../../../src/tuning/effect/frozen-impact.ts';
import { signedInAgent, testApp, type TestApp } from '../../support/http.ts';
import { inspectBureau } from '../../support/inspected-bureau.ts';
import { approve } from '../../support/proposing.ts';
import { disciplineTeam, draftOfKind, otherKeywords, stricterCoverage } from '../../support/kind-draft.ts';

const REACH = { unitPaths: ['/1/'] };

describe('the proposal of a coverage or domain rulebook', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await testApp();
    await inspectBureau(app);
  });
  afterEach(() => app.end());

  async function propose(rulebook: CoverageRulebook | DomainRulebook): Promise<number> {
    const id = await draftOfKind(app, rulebook);
    const { guard } = await app.rulebookDrafts.find(id, REACH);
    const reason = '从严。';
    return app.proposals.propose(id, { guard, reason }, REACH, await disciplineTeam(app));
  }

  async function effectNow(rulebook: CoverageRulebook | DomainRulebook) {
    const { id } = await app.campaigns.inView(EVERYWHERE);
    const { effect } = await app.effects.of(rulebook, id, EVERYWHERE);
    if (effect === null) throw new Error('coverage and domain rulebooks have an effect');
    return { ...sumsOf(effect), seconds: 0 };
  }

  /** The bureau's work goes on: a division's points of policy funds are withdrawn, and that of gifts. */
  async function withdrawPoints(): Promise<void> {
    await app.database.transaction(async (transaction) => {
      const texts = [
        '申报指南设置倾向性条件，为特定企业量身定做。',
        '兑现时拖延刁难企业。',
        '收受礼品礼金。',
      ];
      const revisions = transaction('risk_point_revision').whereIn('text', texts).select('id');
      await transaction('risk_point_state').whereIn('revision_id', revisions).update({ is_withdrawn: 1 });
      const { id: campaignId } = await app.campaigns.inView(EVERYWHERE);
      const { id: versionId } = await app.rulebooks.inForce('grading', '/1/', transaction);
      const units = await unitsWithPoints(transaction, campaignId);
      await refreshRollups(transaction, campaignId, versionId, units);
    });
  }

  for (const [kind, rulebook] of [
    ['coverage', stricterCoverage()],
    ['domain', otherKeywords()],
  ] as const) {
    it(`keeps what a ${kind} rulebook would do then, and says what it would do now`, async () => {
      const then = await effectNow(rulebook);
      const version = await propose(rulebook);
      await withdrawPoints();
      const { life, impactNow } = await app.approvals.find(version, REACH);
      const frozen = life.proposed?.frozen;
      expect({ ...frozen?.impact, seconds: 0 }).to.deep.equal(then);
      expect(frozen?.examples).to.deep.equal({ passed: rulebook.examples.length });
      expect({ ...impactNow, seconds: 0 }).to.deep.equal(await effectNow(rulebook));
      expect({ ...impactNow, seconds: 0 }).not.to.deep.equal(then);
    });

    it(`shows whoever approves a ${kind} rulebook both, and that things changed`, async () => {
      const version = await propose(rulebook);
      const party = await signedInAgent(app.app, 'party-group');
      const address = `/rulebooks/proposals/${String(version)}`;
      const before = await party.get(address);
      expect(before.status).to.equal(200);
      expect(before.text).not.to.include('提请之后情况有变化');
      await withdrawPoints();
      const { text } = await party.get(address);
      expect(text)
        .to.include('提请之后情况有变化')
        .and.include('aria-label="提请时"')
        .and.include('aria-label="现在"');
      const said = [...text.matchAll(SUMS[kind])].map(([sum]) => sum);
      expect(said).to.have.lengthOf(2);
      expect(said[0]).not.to.equal(said[1]);
    });

    it(`stands in the history of ${kind} rules with what was foretold`, async () => {
      await approve(app, await propose(rulebook));
      await app.jobRunner.runWaiting();
      const team = await signedInAgent(app.app, 'discipline-team');
      const { text } = await team.get('/rulebooks');
      expect(text).to.match(new RegExp(`提请时测算：(${SUMS[kind].source})`, 'u'));
    });

    it(`asks for the reason of a ${kind} proposal beside what it would do`, async () => {
      const id = await draftOfKind(app, rulebook);
      const team = await signedInAgent(app.app, 'discipline-team');
      const { text } = await team.get(`/rulebooks/drafts/${String(id)}/propose`);
      expect(text)
        .to.match(SUMS[kind])
        .and.include(`/rulebooks/drafts/${String(id)}/impact`);
    });
  }

  it('says of a domain rulebook that coming into force rewrites no suggestion', async () => {
    const party = await signedInAgent(app.app, 'party-group');
    const { text } = await party.get(`/rulebooks/proposals/${String(await propose(otherKeywords()))}`);
    expect(text).to.include('启用本身不改写已有的建议');
  });
});

const SUMS = {
  coverage: /\d+ 处（处室 × 重点领域）中 \d+ 处覆盖情况变动|没有哪一处的覆盖情况变动/gu,
  domain: /\d+ 个风险点中 \d+ 个、\d+ 个岗位中 \d+ 个的领域建议变动/gu,
};
