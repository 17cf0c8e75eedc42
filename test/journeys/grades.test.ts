import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { accessibilityFaults } from '../support/accessibility.ts';
import { pointIdOf } from '../support/assessing.ts';
import { describeInBrowser, enterAs } from '../support/browser.ts';
import type { TestApp } from '../support/http.ts';
import { serveBureau, type ServedBureau } from '../support/served-bureau.ts';

describeInBrowser('the way of a grade in a browser', (browser) => {
  let running: TestApp;
  let served: ServedBureau;
  let point = '';
  before(async () => {
    served = await serveBureau();
    ({ running } = served);
    point = `/points/${await pointIdOf(running, '验收走过场，以次充好。')}`;
  });
  after(async () => {
    await served.end();
  });

  async function as(username: string, visitor: (page: Page) => Promise<void>, width = 1366): Promise<void> {
    const context = await browser().newContext({
      baseURL: served.address,
      viewport: { width, height: 800 },
      javaScriptEnabled: false,
    });
    try {
      const page = await context.newPage();
      await enterAs(page, username);
      await page.goto(point);
      await visitor(page);
    } finally {
      await context.close();
    }
  }

  async function gradeOnes(): Promise<number> {
    return (await running.board.board({}, EVERYWHERE)).counts[1];
  }

  it('goes from override to approval and back, and the board goes with it, without a script', async () => {
    const before = await gradeOnes();
    await as('assessment-group', async (page) => {
      await page.selectOption('#override-grade', '1');
      await page.fill('#override-why', '涉及金额大。');
      await page.click('button:has-text("调整等级")');
      expect(await page.textContent('main')).to.include('已调整为一级（规则拟定二级）。');
    });
    expect(await gradeOnes()).to.equal(before + 1);
    await as('party-group', async (page) => {
      await page.fill('#approve-why', '局党组会议纪要〔2021〕8号');
      await page.click('button:has-text("审定为一级")');
      expect(await page.textContent('main')).to.include('已审定为一级。');
      await page.fill('#reopen-why', '巡察反馈有新情况。');
      await page.click('button:has-text("撤销审定")');
      expect(await page.textContent('main')).to.include('已撤销审定（一级），现等级为一级。');
    });
    await as('assessment-group', async (page) => {
      await page.fill('#withdraw-why', '核实后不必调整。');
      await page.click('button:has-text("撤销调整")');
      expect(await page.textContent('main')).to.include('已撤销人工调整，现等级为二级。');
    });
    expect(await gradeOnes()).to.equal(before);
  });

  for (const username of ['assessment-group', 'party-group']) {
    for (const width of [1366, 390]) {
      it(`is accessible to the ${username} and no wider than ${String(width)} px`, async () => {
        const context = await browser().newContext({
          baseURL: served.address,
          viewport: { width, height: 800 },
        });
        const page = await context.newPage();
        await enterAs(page, username);
        for (const path of [point, '/rulebooks/calibration']) {
          await page.goto(path);
          expect(await accessibilityFaults(page), path).to.deep.equal([]);
          const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
          expect(await page.evaluate<number>(tooWide), path).to.equal(0);
        }
        await context.close();
      });
    }
  }
});
