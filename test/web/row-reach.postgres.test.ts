import { expect } from 'chai';
import supertest from 'supertest';
import { createApp } from '../../src/app.ts';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import type { RegionService } from '../../src/dashboards/region-service.ts';
import { signIn, TEST_CONFIG, testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { aReadFile } from '../support/read-file.ts';

const ELSEWHERE = {
  unit: '办公室',
  risks: [{ text: '他局的廉政风险点。', probability: 'high', harm: 'serious' }],
} as const;

describe('a query that asks for no reach', () => {
  let app: TestApp;
  before(async () => {
    app = await testApp();
    await inspectBureau(app);
    const request = {
      files: [{ read: aReadFile([ELSEWHERE], '他局.docx'), digest: 'other' }],
      year: 2021,
      bureau: '市教育局',
      dryRun: false,
      mayCreate: true,
    };
    expect((await app.imports.import(request, COMMAND_LINE)).written).to.equal(true);
  });
  after(() => app.end());

  /** What it finds in a request of somebody. */
  const found = async (username: string): Promise<readonly string[]> => {
    const bureaus: string[] = [];
    const forgetful = {
      region: async (...asked: Parameters<RegionService['region']>) => {
        const from = app.database.read('risk_point_revision');
        bureaus.push(...((await from.distinct().orderBy('text').pluck('text')) as string[]));
        return app.region.region(...asked);
      },
    } as RegionService;
    const agent = supertest.agent(createApp({ ...app, region: forgetful }, TEST_CONFIG));
    expect((await signIn(agent, username)).status).to.equal(303);
    expect((await agent.get('/region')).status).to.equal(200);
    return bureaus;
  };

  it('shows nothing of another bureau', async () => {
    const texts = (await app.database.read('risk_point_revision').pluck('text')) as string[];
    const own = await found('regional');
    expect(own).to.have.lengthOf(texts.length - 1);
    expect(own).not.to.include(ELSEWHERE.risks[0].text);
  });
});
