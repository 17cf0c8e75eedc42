import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility.ts';
import { describeInBrowser } from '../support/browser.ts';
import { PASSWORD, testApp, type TestApp } from '../support/http.ts';
import { serving, type Serving } from '../support/serving.ts';

const OWN_PASSWORD = 'a password of my own';

describeInBrowser('keeping accounts with a browser', (browser) => {
  let running: TestApp;
  let served: Serving;
  before(async () => {
    running = await testApp();
    served = await serving(running.app);
  });
  after(async () => {
    await served.end();
    await running.end();
  });

  async function visit(
    username: string,
    password: string,
    visitor: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser().newContext({ baseURL: served.address });
    try {
      const page = await context.newPage();
      await page.goto('/sign-in');
      await page.fill('#username', username);
      await page.fill('#password', password);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.who');
      await visitor(page);
    } finally {
      await context.close();
    }
  }

  it('opens one for somebody, who chooses a password of their own before anything else', async () => {
    let first = '';
    const faults: string[] = [];
    await visit('office', PASSWORD, async (page) => {
      await page.goto('/accounts/new');
      await page.click('main form button');
      await page.waitForSelector('.error-summary');
      faults.push(...(await accessibilityFaults(page)));
      await page.fill('#username', 'li.si');
      await page.fill('#display-name', '李四');
      await page.selectOption('#role', 'division-head');
      await page.selectOption('#unit', { label: '对外贸易处' });
      await page.click('main form button');
      first = await page.innerText('#first-password');
      faults.push(...(await accessibilityFaults(page)));
    });
    await visit('li.si', first, async (page) => {
      expect(await page.innerText('h1')).to.equal('请先设置自己的密码');
      expect(await page.locator('.top nav').count()).to.equal(0);
      await page.fill('#current-password', first);
      await page.fill('#new-password', 'short');
      await page.fill('#new-password-again', 'short');
      await page.keyboard.press('Enter');
      await page.click('.error-summary a');
      expect(await page.evaluate('document.activeElement.id')).to.equal('new-password');
      faults.push(...(await accessibilityFaults(page)));
      await page.fill('#current-password', first);
      await page.fill('#new-password', OWN_PASSWORD);
      await page.fill('#new-password-again', OWN_PASSWORD);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.done');
      expect(await page.locator('.top nav a').count()).to.be.above(0);
    });
    expect(faults).to.deep.equal([]);
  });

  it('refuses duties that stand apart, on a page that axe finds nothing wrong with', async () => {
    await visit('office', PASSWORD, async (page) => {
      await page.goto('/accounts?q=auditor');
      await page.click('tbody a');
      await page.selectOption('#role', 'post-holder');
      await page.selectOption('#unit', { label: '对外贸易处' });
      await page.click('text=授予角色');
      expect(await page.innerText('#role-why')).to.include('须由不同的账号担任');
      expect(await accessibilityFaults(page)).to.deep.equal([]);
    });
  });

  it('only shows the office its own account', async () => {
    await visit('office', PASSWORD, async (page) => {
      await page.goto('/accounts?q=office');
      await page.click('tbody a');
      expect(await page.innerText('.tip')).to.include('不能在这里修改自己的账号');
      expect(await page.locator('main form').count()).to.equal(0);
      expect(await accessibilityFaults(page)).to.deep.equal([]);
    });
  });
});
