import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Role } from '../../src/access/role.ts';
import { describeInBrowser, enterAs } from '../support/browser.ts';
import type { TestApp } from '../support/http.ts';
import { serveBureau, type ServedBureau } from '../support/served-bureau.ts';

const REASON = '本处室只提出采购需求，采购由局办公室统一办理。';

describeInBrowser('a division closes a gap, in a browser', (browser) => {
  let running: TestApp;
  let served: ServedBureau;
  beforeEach(async () => {
    served = await serveBureau();
    ({ running } = served);
  });
  afterEach(async () => {
    await served.end();
  });

  /** Does something as somebody of that role, in a browser of their own. */
  async function as(role: Role, act: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser().newContext({ baseURL: served.address });
    try {
      const page = await context.newPage();
      await enterAs(page, role);
      await act(page);
    } finally {
      await context.close();
    }
  }

  /** Who has gaps, by the list beneath the matrix. */
  async function gapsSeenBy(page: Page): Promise<readonly string[]> {
    await page.goto('/coverage?status=gap');
    return page.locator('#found tbody th').allInnerTexts();
  }

  it('by giving one of the post’s points the domain that it lacked', async () => {
    await as('division-head', async (page) => {
      await page.goto('/division/coverage');
      expect(await page.innerText('#domain-procurement h3')).to.contain('采购工作：1 个岗位涉及，0 个风险点');
      await page.click('#domain-procurement .to-do-links a[href^="/points?"]');
      await page.click('main table a[href^="/points/"] >> nth=0');
      await page.selectOption('#add-domain', 'procurement');
      await page.click('form.add button');
      await page.waitForSelector('.done');
      expect(await gapsSeenBy(page)).to.deep.equal([]);
    });
    await as('party-group', async (page) => {
      expect(await gapsSeenBy(page)).to.deep.equal([]);
    });
  });

  it('by having somebody else approve that the domain does not concern it', async () => {
    await as('division-head', async (page) => {
      await page.goto('/division/coverage');
      await page.click('#domain-procurement .to-do-links a[href^="/forms/"]');
      expect(await page.innerText('h1')).to.contain('吴启航的自查表');
      await page.goBack();
      await page.click('text=申请“不涉及” >> visible=true');
      await page.fill('#reason', '太短');
      await page.click('main button[type=submit]');
      await page.click('.error-summary a');
      expect(await page.evaluate('document.activeElement.id')).to.equal('reason');
      await page.fill('#reason', REASON);
      await page.click('main form[action*="exemption"] button[type=submit]');
      expect(await page.innerText('.done')).to.contain('等待审核');
      expect(await gapsSeenBy(page)).to.deep.equal(['对外贸易处']);
    });
    await as('assessment-group', async (page) => {
      await page.goto('/coverage/exemptions');
      await page.click('text=去审核');
      expect(await page.innerText('.tl')).to.contain(REASON);
      await page.click('button[value=approve]');
      expect(await page.innerText('.done')).to.contain('覆盖情况已更新');
      expect(await gapsSeenBy(page)).to.deep.equal([]);
    });
  });

  it('which nobody of another division may even look at', async () => {
    const { id } = await running.database
      .read('org_unit')
      .where({ name: '办公室' })
      .first<{ id: number }>('id');
    await as('division-head', async (page) => {
      const answer = await page.goto(`/coverage/divisions/${id}`);
      expect(answer?.status()).to.equal(404);
      const reference = /编号 (\S+)/u.exec(await page.innerText('main'))?.[1] ?? 'none';
      expect(running.logged()).to.contain(reference);
    });
  });
});
