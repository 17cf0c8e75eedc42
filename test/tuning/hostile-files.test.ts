import { expect } from 'chai';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { HOSTILE_WORKBOOKS } from '../support/hostile-workbooks.ts';
import { draftDesk } from '../support/draft-desk.ts';
import { tokenIn, type Agent, type TestApp } from '../support/http.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';

/** Far more than any of them takes, and far less than an hour, on a busy machine too. */

describe('a rulebook from outside', () => {
  let app: TestApp;
  let agent: Agent;
  let address = '';
  let token = '';
  before(async () => {
    ({ app, agent, address } = await draftDesk());
    token = tokenIn(await agent.get('/account'));
  });
  after(() => app.end());

  const stored = async (): Promise<unknown> => [
    await app.database.read('rulebook_draft').select(),
    await app.database.read('rulebook_version').count(),
    await app.database.read('audit_entry').count(),
  ];
  const load = async (bytes: Buffer): Promise<{ status: number; text: string }> => {
    const draft = await app.database.read('rulebook_draft').first<{ guard: number }>('guard');
    return agent
      .post(`${address}/import`)
      .field('_csrf', token)
      .field('guard', String(draft.guard))
      .attach('file', bytes, 'rulebook.bin');
  };

  for (const { what, bytes, says } of [...HOSTILE_TEXTS, ...HOSTILE_WORKBOOKS]) {
    it(`is refused with the place and the remedy, and nothing kept: ${what}`, async () => {
      const before = await stored();
      const file = await bytes();
      const { status, text } = await load(file);
      const refused = /<div class="error-summary"[^]*?<\/div>/u.exec(text)?.[0] ?? '';
      const missing = says.filter((words) => !refused.includes(words));
      expect([status, missing], refused.slice(0, 2000)).to.deep.equal([422, []]);
      expect(await stored()).to.deep.equal(before);
      expect(Object.prototype).not.to.have.property('polluted');
    });
  }

  it('is taken with one byte-order mark, as editors on Windows write it', async () => {
    const title = { zh: '本局标准', en: 'Our standard' };
    const text = `\uFEFF${JSON.stringify({ ...noticeRulebook(), title })}`;
    expect((await load(Buffer.from(text))).status).to.equal(303);
  });
});
