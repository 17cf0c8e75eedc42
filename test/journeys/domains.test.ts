import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility.ts';
import { describeInBrowser, enterAs } from '../support/browser.ts';
import type { TestApp } from '../support/http.ts';
import { serveBureau, type ServedBureau } from '../support/served-bureau.ts';

const WAITING = '/points?domain-state=suggested';

describeInBrowser('the domains of risk points in a browser', (browser) => {
  let running: TestApp;
  let served: ServedBureau;
  before(async () => {
    served = await serveBureau();
    ({ running } = served);
  });
  after(async () => {
    await served.end();
  });

  async function asOffice(width: number, visitor: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser().newContext({ baseURL: served.address, viewport: { width, height: 800 } });
    try {
      const page = await context.newPage();
      await enterAs(page, 'office');
      await visitor(page);
    } finally {
      await context.close();
    }
  }

  /** The point of the text's beginning. */
  async function pointPath(text: string): Promise<string> {
    const [id] = await running.database
      .read('risk_point_revision')
      .whereLike('text', `${text}%`)
      .pluck<number[]>('risk_point_id');
    return `/points/${String(id)}`;
  }

  async function faultsOf(page: Page, paths: readonly string[]): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      const tooWide = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      faults.push(...(await accessibilityFaults(page)).map((fault) => `${path}: ${fault}`));
      if (tooWide > 0) faults.push(`${path}: ${String(tooWide)} px too wide`);
    }
    return faults;
  }

  for (const language of ['zh', 'en']) {
    for (const width of [1366, 390]) {
      it(`are accessible in ${language} and no wider than ${String(width)} px`, async () => {
        const paths = [
          await pointPath('与供应商串通'),
          await pointPath('履约付款拖延'),
          WAITING,
          '/points/domains?of=all&decision=make-main&to=assets',
          '/points/domains?of=chosen&decision=accept-suggested',
        ];
        await asOffice(width, async (page) => {
          await page.goto(`/language?to=${language}&next=/points`);
          expect(await faultsOf(page, paths)).to.deep.equal([]);
        });
      });
    }
  }

  it('are printed with why a point has its grade on one sheet, with nothing to press', async () => {
    const path = await pointPath('与供应商串通');
    await asOffice(1366, async (page) => {
      await page.goto(path);
      const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      await page.emulateMedia({ media: 'print' });
      const shown = await page.innerText('body');
      const pressed = await page.locator('button:visible, select:visible, nav:visible').count();
      expect([sheet.match(/\/Type \/Page\b/gu)?.length, pressed]).to.deep.equal([1, 0]);
      expect(shown)
        .to.include('办公室 · 政府采购岗（')
        .and.include('起决定作用')
        .and.include('通知三·3')
        .and.include('事实及来源');
    });
  });

  it('are accepted for all points of a page by one box, confirmed, and the list comes back', async () => {
    await asOffice(1366, async (page) => {
      await page.goto(WAITING);
      const rows = await page.locator('td.choosing input').count();
      await page.check('th.choosing input');
      expect(await page.innerText('[data-chosen]')).to.include(String(rows));
      await page.click('button[value="accept-suggested"]');
      await page.click('main form button[type="submit"]');
      await page.waitForSelector('.done');
      expect(await page.innerText('.done')).to.include(`已对 ${String(rows)} 个风险点“采纳建议的领域”`);
      expect(page.url()).to.equal(`${served.address}${WAITING}`);
      expect(await page.locator('td.choosing input').count()).to.equal(0);
    });
  });
});
