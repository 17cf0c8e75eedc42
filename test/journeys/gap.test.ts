import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Role } from '../../src/access/role.ts';
import { describeInBrowser } from '../support/browser.ts';
import { PASSWORD, testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { serving, type Serving } from '../support/serving.ts';

const REASON = '本处室只提出采购需求，采购由局办公室统一办理。';

describeInBrowser('a division closes a gap, in a browser', (browser) => {
  let running: TestApp;
  let served: Serving;
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
    served = await serving(running.app);
  });
  after(async () => {
    await served.end();
    await running.end();
  });

  /** Does something as somebody of that role, in a browser of their own. */
  async function as(role: Role, act: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser().newContext({ baseURL: served.address });
    try {
      const page = await context.newPage();
      await page.goto('/sign-in');
      await page.fill('#username', role);
      await page.fill('#password', PASSWORD);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.who');
      await act(page);
    } finally {
      await context.close();
    }
  }

  async function gapsOnTheMatrix(): Promise<readonly string[]> {
    let gaps: readonly string[] = [];
    await as('party-group', async (page) => {
      await page.goto('/coverage?status=gap');
      gaps = await page.locator('#found tbody th').allInnerTexts();
    });
    return gaps;
  }

  it('from seeing it to having somebody else approve that it is none', async () => {
    expect(await gapsOnTheMatrix()).to.deep.equal(['对外贸易处']);
    await as('division-head', async (page) => {
      await page.goto('/division/coverage');
      expect(await page.innerText('#domain-procurement h3')).to.contain('采购工作：1 个岗位涉及，0 个风险点');
      await page.click('#domain-procurement .to-do-links a[href^="/points?"]');
      expect(await page.innerText('h1')).to.contain('2');
      await page.goBack();
      await page.click('#domain-procurement .to-do-links a[href^="/forms/"]');
      expect(await page.innerText('h1')).to.contain('吴启航的自查表');
      await page.goBack();
      await page.click('text=申请“不涉及”');
      await page.fill('#reason', '太短');
      await page.click('button:has-text("提交申请")');
      await page.click('.error-summary a');
      expect(await page.evaluate('document.activeElement.id')).to.equal('reason');
      await page.fill('#reason', REASON);
      await page.click('button:has-text("提交申请")');
      expect(await page.innerText('.done')).to.contain('等待审核');
    });
    expect(await gapsOnTheMatrix()).to.deep.equal(['对外贸易处']);
    await as('assessment-group', async (page) => {
      await page.goto('/coverage/exemptions');
      await page.click('text=去审核');
      expect(await page.innerText('.tl')).to.contain(REASON);
      await page.click('button:has-text("同意") >> nth=0');
      expect(await page.innerText('.done')).to.contain('覆盖情况已更新');
    });
    expect(await gapsOnTheMatrix()).to.deep.equal([]);
  });

  it('which nobody of another division may even look at', async () => {
    const { id } = await running.database
      .read('org_unit')
      .where({ name: '办公室' })
      .first<{ id: number }>('id');
    await as('division-head', async (page) => {
      const answer = await page.goto(`/coverage/divisions/${id}`);
      expect(answer?.status()).to.equal(403);
      const reference = /[0-9A-Z]{4,}(?:-[0-9A-Z]+)*/u.exec(await page.innerText('main'))?.[0] ?? 'none';
      expect(running.logged()).to.contain(reference);
    });
  });
});
