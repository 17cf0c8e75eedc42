import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility.ts';
import { describeInBrowser } from '../support/browser.ts';
import { PASSWORD, testApp, type TestApp } from '../support/http.ts';
import { serving, type Serving } from '../support/serving.ts';

const DEMO = [{ username: 'post-holder', password: PASSWORD, who: { zh: '岗位人员', en: 'Post-holder' } }];
const PHONE = { width: 390, height: 844 };

describeInBrowser('signing in with a browser', (browser) => {
  let running: TestApp;
  let served: Serving;
  before(async () => {
    running = await testApp({ demoAccounts: DEMO });
    served = await serving(running.app);
  });
  after(async () => {
    await served.end();
    await running.end();
  });

  /** Opens the sign-in page in a browser of its own, which is closed when the visit is over. */
  async function visit(
    visitor: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const context = await browser().newContext({ baseURL: served.address, ...options });
    try {
      const page = await context.newPage();
      await page.goto('/sign-in');
      await visitor(page);
    } finally {
      await context.close();
    }
  }

  async function fail(page: Page): Promise<void> {
    await page.fill('#username', 'post-holder');
    await page.fill('#password', 'not the password');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.error-summary');
  }

  it('works without JavaScript, in and out', async () => {
    await visit(
      async (page) => {
        await page.fill('#username', 'post-holder');
        await page.fill('#password', PASSWORD);
        await page.keyboard.press('Enter');
        await page.waitForSelector('.who');
        await page.click('.who button');
        expect(await page.innerText('.tip')).to.equal('您已退出登录。');
      },
      { javaScriptEnabled: false },
    );
  });

  it('takes one click for an account of the demo', async () => {
    await visit(async (page) => {
      await page.click('role=button[name="以“岗位人员”登录"]');
      expect(await page.innerText('.who')).to.include('张三');
    });
  });

  it('moves to what went wrong, and from there to the field', async () => {
    await visit(async (page) => {
      await fail(page);
      expect(await page.evaluate('document.activeElement.className')).to.equal('error-summary');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).to.equal('username');
      expect(await page.inputValue('#username')).to.equal('post-holder');
      expect(await page.inputValue('#password')).to.equal('');
    });
  });

  it('shows no page again after signing out, not even with Back', async () => {
    await visit(async (page) => {
      await page.click('.demo button');
      await page.waitForSelector('.who');
      await page.click('.who button');
      await page.waitForSelector('.tip');
      await page.goBack();
      await page.waitForLoadState();
      expect(await page.locator('.who').count()).to.equal(0);
    });
  });

  it('begins with a link that skips to the content', async () => {
    await visit(async (page) => {
      await page.goto('/nowhere');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).to.equal('main');
    });
  });

  it('asks no other machine for anything and breaks no security policy', async () => {
    await visit(async (page) => {
      const asked: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).origin));
      page.on('console', (message) => complaints.push(message.text()));
      await page.reload();
      await page.click('.demo button');
      await page.waitForSelector('.who');
      expect([...new Set(asked)]).to.deep.equal([served.address]);
      expect(complaints).to.deep.equal([]);
    });
  });

  for (const [what, open] of [
    ['the sign-in page', () => Promise.resolve()],
    ['the sign-in page that says what went wrong', fail],
    ['an error page', (page: Page) => page.goto('/nowhere')],
    [
      'the page of somebody who may see nothing yet',
      async (page: Page) => {
        await page.click('.demo button');
        await page.waitForSelector('.who');
      },
    ],
  ] as const) {
    it(`has nothing that axe finds wrong on ${what}`, async () => {
      await visit(async (page) => {
        await open(page);
        expect(await accessibilityFaults(page)).to.deep.equal([]);
      });
    });

    it(`fits a telephone on ${what}`, async () => {
      await visit(
        async (page) => {
          await open(page);
          expect(await page.evaluate('document.documentElement.scrollWidth')).to.equal(PHONE.width);
        },
        { viewport: PHONE },
      );
    });
  }
});
