import { expect } from 'chai';
import { adoptDeclaredFacts } from '../../src/risk-points/fact-adoption-service.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { pointIdOf, submit } from '../support/assessing.ts';
import { signedInAgent, testApp, type Agent, type TestApp } from '../support/http.ts';
import { approved } from '../support/proposing.ts';
import { putInForce } from '../support/rulebook-in-force.ts';
import { shippedGrading } from '../support/shipped-rulebooks.ts';

const OPEN = '兑现时拖延刁难企业。';
const OTHER_OF_POST = '申报指南设置倾向性条件，为特定企业量身定做。';
const FOREIGN = '与供应商串通，泄露标底。';
const FOUR_MET = {
  handlesFunds: 'true',
  wideDiscretion: 'true',
  decidesAlone: 'true',
  facesApplicants: 'true',
  pastFinding: 'false',
};

describe('facts that a bureau added', () => {
  let running: TestApp;
  let head: Agent;
  beforeEach(async () => {
    running = await testApp();
  });
  afterEach(() => running.end());

  async function inspectedBy(rulebook: string): Promise<void> {
    await putInForce(running, rulebook);
    await inspectBureau(running);
    head = await signedInAgent(running.app, 'division-head');
  }

  async function gradeOf(text: string): Promise<number | null> {
    const row = await running.database
      .read('risk_point_state')
      .join('case_verdict', 'case_verdict.case_id', 'risk_point_state.case_id')
      .where({ risk_point_id: await pointIdOf(running, text) })
      .orderBy('case_verdict.rulebook_version_id', 'desc')
      .first<{ grade: number | null }>('grade');
    return row.grade;
  }

  async function factsOf(text: string): Promise<Record<string, number | string>> {
    const rows = (await running.database
      .read('risk_point_fact')
      .where({ risk_point_id: await pointIdOf(running, text) })) as {
      fact: string;
      number: number | null;
      text: string | null;
    }[];
    return Object.fromEntries(rows.map(({ fact, number, text: words }) => [fact, number ?? words ?? '']));
  }

  describe('of a risk point', () => {
    let address: string;
    beforeEach(async () => {
      await inspectedBy('five-criteria');
      address = `/points/${await pointIdOf(running, OPEN)}/facts`;
    });

    it('are set on a page, counted, and move the point to the grade that follows', async () => {
      const answer = await submit(head, address, FOUR_MET);
      expect(answer.status).to.equal(303);
      expect(await factsOf(OPEN)).to.deep.include({ criteriaMet: 4, pastFinding: 0 });
      expect(await gradeOf(OPEN)).to.equal(1);
      const page = (await head.get(address.replace('/facts', ''))).text;
      expect(page).to.include('已登记 5 项事实');
      expect(page).to.include('五项标准符合数');
      expect(page).to.include('■ Ⅰ级');
      expect(page).to.include('责任领导：局主要领导');
    });

    it('leave the count unknown, and the point without a grade, while one is taken back', async () => {
      await submit(head, address, FOUR_MET);
      await submit(head, address, { ...FOUR_MET, pastFinding: '' });
      expect(await factsOf(OPEN)).not.to.have.any.keys('criteriaMet', 'pastFinding');
      expect(await gradeOf(OPEN)).to.equal(null);
    });

    it('keep who set what, also when it was taken back, and audit codes alone', async () => {
      await submit(head, address, FOUR_MET);
      await submit(head, address, { ...FOUR_MET, pastFinding: '' });
      const { read } = running.database;
      const kept = await read('own_fact_change').where({ fact: 'pastFinding' }).orderBy('id').pluck('kind');
      expect(kept).to.deep.equal(['truth', 'unknown']);
      const [entry] = await read('audit_entry')
        .where({ action: 'facts.set' })
        .orderBy('sequence')
        .pluck('details');
      expect(JSON.parse(String(entry))).to.deep.include({ handlesFunds: true, pastFinding: false });
      const gone = running.database.transaction((work) => work('own_fact_change').delete());
      expect(String(await gone.catch(String))).to.include('no delete');
    });

    it('are refused with what was typed when somebody was faster', async () => {
      const page = await head.get(address);
      await submit(head, address, FOUR_MET);
      const guard = /name="guard" value="([^"]*)"/u.exec(page.text)?.[1] ?? '';
      const answer = await submit(head, address, { ...FOUR_MET, pastFinding: 'true', guard });
      expect(answer.status).to.equal(409);
      expect(answer.text).to.include('现为“否”');
      expect(answer.text).to.match(/value="true" selected[^]*value="true" selected/u);
      expect(await factsOf(OPEN)).to.deep.include({ pastFinding: 0 });
    });

    it('are refused where a word is none of the options', async () => {
      const answer = await submit(head, address, { ...FOUR_MET, pastFinding: 'maybe' });
      expect(answer.status).to.equal(422);
      expect(answer.text).to.include('请从列出的选项中选择');
      expect(await factsOf(OPEN)).to.deep.equal({});
    });

    it('stand in the catalogue with of how many points they are known', async () => {
      await submit(head, address, FOUR_MET);
      const team = await signedInAgent(running.app, 'discipline-team');
      const page = (await team.get('/rulebooks/facts')).text;
      expect(page).to.include('自由裁量空间大').and.to.include('数字，每个风险点一个（系统统计）');
      expect(page).to.match(/<td data-label="已知的风险点">1 \/ \d+<\/td>/u);
      expect((await head.get('/rulebooks/facts')).status).to.equal(403);
    });

    it('of another division are not there', async () => {
      expect((await head.get(`/points/${await pointIdOf(running, FOREIGN)}/facts`)).status).to.equal(404);
    });
  });

  describe('of a post', () => {
    let address: string;
    beforeEach(async () => {
      await inspectedBy('post-by-count');
      const id = await pointIdOf(running, OPEN);
      const state = await running.database.read('risk_point_state').where({ risk_point_id: id }).first();
      address = `/organisation/posts/${state.post_id}/facts`;
    });

    it('count the points of the post as soon as they are filed', async () => {
      expect(await factsOf(OPEN)).to.deep.equal({ pointsOfPost: 2 });
      expect(await factsOf(FOREIGN)).to.deep.equal({ pointsOfPost: 4 });
      expect([await gradeOf(OPEN), await gradeOf(FOREIGN)]).to.deep.equal([3, 2]);
    });

    it('hold for all of its points, which get its grade', async () => {
      const answer = await submit(head, address, { rotationOverdue: 'true' });
      expect(answer.status).to.equal(303);
      expect(await factsOf(OTHER_OF_POST)).to.deep.equal({ pointsOfPost: 2, rotationOverdue: 1 });
      expect([await gradeOf(OPEN), await gradeOf(OTHER_OF_POST)]).to.deep.equal([1, 1]);
      await submit(head, address, { rotationOverdue: '' });
      expect([await gradeOf(OPEN), await gradeOf(OTHER_OF_POST)]).to.deep.equal([3, 3]);
    });
  });

  describe('of a rulebook that comes into force', () => {
    const adopt = async (rulebook: GradingRulebook): Promise<void> => {
      const unit = await running.database
        .read('org_unit')
        .where({ name: '市商务局' })
        .first<{ id: number; path: string }>('id', 'path');
      const by = { name: '纪检组', at: '2021-05-01T00:00:00.000Z' };
      await running.database.transaction((transaction) =>
        adoptDeclaredFacts(transaction, unit, rulebook, by),
      );
    };

    beforeEach(() => inspectBureau(running));

    it('are in the catalogue once, and derived for every standing point', async () => {
      await adopt(shippedGrading('grading/post-by-count.json'));
      await adopt(shippedGrading('grading/post-by-count.json'));
      expect(await running.database.read('fact_definition').pluck('name')).to.have.lengthOf(4);
      expect(await factsOf(OPEN)).to.deep.equal({ pointsOfPost: 2 });
    });

    it('are there when its activation judges points, so that posts get the grade of their count at once', async () => {
      await approved(running, shippedGrading('grading/post-by-count.json'));
      await running.jobRunner.runWaiting();
      expect([await gradeOf(OPEN), await gradeOf(FOREIGN)]).to.deep.equal([3, 2]);
      expect(await running.database.read('fact_definition').pluck('name')).to.have.lengthOf(4);
    });

    it('are refused where the catalogue knows one of the same name otherwise', async () => {
      const rulebook = shippedGrading('grading/power-held.json');
      await adopt(rulebook);
      const facts = (rulebook.facts ?? []).map((fact) =>
        fact.name === 'annualAmount' ? { ...fact, unit: { zh: '元', en: 'yuan' } } : fact,
      );
      const refusal = await adopt({ ...rulebook, facts }).catch((error: unknown) => error);
      expect(refusal).to.deep.include({ kind: 'conflict', code: 'fact-differs' });
    });
  });
});
