import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility.ts';
import { describeInBrowser, enterAs } from '../support/browser.ts';
import { serveBureau, type ServedBureau } from '../support/served-bureau.ts';

const WORDS = encodeURIComponent('审查 审批');
const PATHS = [`/points?q=${WORDS}&size=20`, '/points?measures=none&sort=changed', `/forms?q=${WORDS}`];

describeInBrowser('the lists in a browser', (browser) => {
  let served: ServedBureau;
  before(async () => {
    served = await serveBureau();
  });
  after(async () => {
    await served.end();
  });

  async function visit(width: number, visitor: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser().newContext({
      baseURL: served.address,
      viewport: { width, height: 800 },
    });
    try {
      const page = await context.newPage();
      await enterAs(page, 'party-group');
      await visitor(page);
    } finally {
      await context.close();
    }
  }

  for (const [width, language] of [
    [1366, 'zh'],
    [1366, 'en'],
    [390, 'zh'],
    [390, 'en'],
  ] as const) {
    it(`are accessible and no wider than ${width} px, in ${language}`, async () => {
      const faults: string[] = [];
      await visit(width, async (page) => {
        await page.goto(`/language?to=${language}&next=%2Fpoints`);
        for (const path of PATHS) {
          await page.goto(path);
          faults.push(...(await accessibilityFaults(page)).map((fault) => `${path}: ${fault}`));
          const tooWide = await page.evaluate<number>(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          );
          if (tooWide > 0) faults.push(`${path}: ${tooWide} px too wide`);
        }
      });
      expect(faults).to.deep.equal([]);
    });
  }

  it('find words, mark them, are put in another order, and come back as they were', async () => {
    await visit(1366, async (page) => {
      await page.goto('/points');
      expect(await page.locator('.filters details[open]').count()).to.equal(0);
      await page.fill('#filter-q', '标底');
      await page.keyboard.press('Enter');
      await page.waitForURL(/q=/u);
      expect(await page.locator('tbody mark').allInnerTexts()).to.deep.equal(['标底']);
      await page.click('.condition');
      await page.click('th[aria-sort] ~ th a.sort >> text=最近变动');
      expect(new URL(page.url()).search).to.equal('?sort=changed');
      expect(await page.getAttribute('th[aria-sort]', 'aria-sort')).to.equal('descending');
      await page.click('text=下一页');
      expect(new URL(page.url()).search).to.equal('?sort=changed&page=2');
      await page.goBack();
      expect(await page.inputValue('#filter-sort')).to.equal('changed');
    });
  });

  it('unfold more conditions, by keyboard alone, and stay unfolded while one is in use', async () => {
    await visit(390, async (page) => {
      await page.goto('/points');
      await page.focus('.filters summary');
      await page.keyboard.press('Enter');
      await page.selectOption('#filter-measures', 'none');
      await page.focus('#filter-measures');
      await page.keyboard.press('Tab');
      await page.click('.filters details button');
      await page.waitForURL(/measures=none/u);
      expect(await page.locator('.filters details[open]').count()).to.equal(1);
    });
  });

  it('are taken away by a button', async () => {
    await visit(1366, async (page) => {
      await page.goto('/points?grade=1');
      const download = page.waitForEvent('download');
      await page.click('.take-away button');
      await (await download).path();
      expect((await download).suggestedFilename()).to.match(/^市商务局-2021-风险点清单-.*\.xlsx$/u);
    });
  });
});
