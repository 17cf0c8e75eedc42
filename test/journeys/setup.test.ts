import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { createApp } from '../../src/app.ts';
import { accessibilityFaults } from '../support/accessibility.ts';
import { describeInBrowser } from '../support/browser.ts';
import { TEST_CONFIG } from '../support/http.ts';
import { testInstallation, type TestInstallation } from '../support/installation.ts';
import { serving, type Serving } from '../support/serving.ts';

const PASSWORD = 'correct-horse-battery';
const PHONE = { width: 390, height: 844 };

describeInBrowser('setting up a fresh installation with a browser', (browser) => {
  let fresh: TestInstallation;
  let served: Serving;
  let code: string;
  beforeEach(async () => {
    fresh = await testInstallation();
    code = (await fresh.setup.issueCode(TEST_CONFIG.sessionSecret)) ?? '';
    served = await serving(createApp(fresh, TEST_CONFIG));
  });
  afterEach(async () => {
    await served.end();
    await fresh.end();
  });

  async function visit(
    visitor: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const context = await browser().newContext({ baseURL: served.address, ...options });
    try {
      const page = await context.newPage();
      await page.goto('/');
      await visitor(page);
    } finally {
      await context.close();
    }
  }

  async function setUp(page: Page): Promise<void> {
    await page.fill('#code', code);
    await page.fill('#bureau', '澄江市水利局');
    await page.fill('#username', 'bangongshi');
    await page.fill('#display-name', '王主任');
    await page.fill('#new-password', PASSWORD);
    await page.fill('#new-password-again', PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.first-steps');
  }

  async function open(page: Page, label: string): Promise<void> {
    await page.click(`text=${label}`);
    await page.waitForLoadState();
  }

  it('leads from the first page to a bureau, the first steps and a first account, without JavaScript', async () => {
    await visit(
      async (page) => {
        await setUp(page);
        expect(await page.innerText('.done')).to.equal('设置完成，您已登录。');
        await open(page, '管理账号');
        await open(page, '开设账号');
        await page.fill('#username', 'shenji');
        await page.fill('#display-name', '李审计');
        await page.selectOption('#role', 'auditor');
        await page.selectOption('#unit', { label: '澄江市水利局' });
        await page.click('main form button');
        expect(await page.innerText('#first-password')).to.match(/^[2-9a-z-]{19}$/u);
      },
      { javaScriptEnabled: false },
    );
  });

  it('has nothing that axe finds wrong, before and after, and fits a telephone', async () => {
    await visit(
      async (page) => {
        const faults: string[] = [];
        const look = async (): Promise<void> => {
          faults.push(...(await accessibilityFaults(page)));
          const width = await page.evaluate('document.documentElement.scrollWidth');
          if (width !== PHONE.width) faults.push(`${page.url()} is ${String(width)} px wide`);
        };
        await look();
        await page.click('main form button');
        await page.waitForSelector('.error-summary');
        await look();
        await setUp(page);
        await look();
        for (const path of ['/board', '/points', '/accounts/new']) {
          await page.goto(path);
          await look();
        }
        expect(faults).to.deep.equal([]);
      },
      { viewport: PHONE },
    );
  });
});
