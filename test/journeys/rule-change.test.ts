import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Role } from '../../src/access/role.ts';
import { describeInBrowser, enterAs } from '../support/browser.ts';
import { PASSWORD, testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { addressOf, UNITS } from '../support/route-samples.ts';
import { serving, type Serving } from '../support/serving.ts';

const MOST_CLICKS = 4;
const MOST_CLICKS_OF_UNDO = 2;
const MINUTES = '党组会纪要〔2021〕9号';

/** Counts in the page what a hand does; a key that presses a button is a click that comes from no pointer. */
const COUNT_CLICKS = `document.addEventListener('click', () => window.countClick(), true)`;

/** How many points have each grade, 一级 first, as the board's table says. */
type Grades = readonly [one: number, two: number, three: number];

describeInBrowser('a change of rules from its first cell into force, and back', function (browser) {
  let running: TestApp;
  let served: Serving;
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
    served = await serving(running.app);
    running.jobRunner.start();
  });
  after(async () => {
    await served.end();
    await running.jobRunner.stop();
    await running.end();
  });

  /** A visit of somebody in a browser of their own. The second argument is how often they clicked so far. */
  async function visitAs<T>(
    role: Role,
    visit: (page: Page, clicks: { count: number }) => Promise<T>,
  ): Promise<T> {
    const context = await browser().newContext({ baseURL: served.address });
    const clicks = { count: 0 };
    await context.exposeFunction('countClick', () => (clicks.count += 1));
    try {
      const page = await context.newPage();
      await enterAs(page, role);
      await page.addInitScript(COUNT_CLICKS);
      clicks.count = 0;
      return await visit(page, clicks);
    } finally {
      await context.close();
    }
  }

  const onTheBoard = (): Promise<Grades> =>
    visitAs('party-group', async (page) => {
      await page.goto('/board');
      const [one = '', two = '', three = ''] = await page.locator('table.grades tfoot td').allTextContents();
      return [numberIn(one), numberIn(two), numberIn(three)];
    });

  /** The party group opens what waits, reads it, signs, and follows until it is in force. */
  const approveWhatWaits = (): Promise<void> =>
    visitAs('party-group', async (page) => {
      await page.goto('/rulebooks');
      await page.click('a.btn[href^="/rulebooks/proposals/"]');
      await page.fill('#approve-minutes', MINUTES);
      await page.fill('#approve-password', PASSWORD);
      await page.click('#approve button[type="submit"]');
      await page.waitForSelector('#activation:has-text("已生效")');
    });

  it('changes a cell, proposes in four clicks, is approved by another, moves the board as foretold, is undone', async () => {
    const before = await onTheBoard();
    const { id: earlierId } = await running.rulebooks.inForce('grading', '/1/');
    const earlier = `/rulebooks/versions/${String(earlierId)}/reinstate?unit=1`;
    const draft = await addressOf(running.database, '/rulebooks/drafts/:id', UNITS[0]);

    const foretold = await visitAs('discipline-team', (page, clicks) =>
      changeAndPropose(page, clicks, draft),
    );
    expect(foretold).not.to.deep.equal(before);
    expect(await onTheBoard()).to.deep.equal(before);

    await approveWhatWaits();
    expect(await onTheBoard()).to.deep.equal(foretold);

    expect(await visitAs('discipline-team', (page, clicks) => undo(page, clicks, earlier))).to.deep.equal(
      before,
    );
    expect(await onTheBoard()).to.deep.equal(foretold);
    await approveWhatWaits();
    expect(await onTheBoard()).to.deep.equal(before);
  }).timeout(90_000);
});

/** How many points would have each grade, as the page says before anybody signs. */
async function foretoldIn(page: Page): Promise<Grades> {
  await page.waitForSelector('#propose-reason');
  const rows = page.locator('.impact table').first().locator('tbody tr');
  const [one = '', two = '', three = ''] = await rows.locator('td:nth-child(3)').allInnerTexts();
  return [numberIn(one), numberIn(two), numberIn(three)];
}

function numberIn(shown: string): number {
  return Number(/\d+/u.exec(shown.replace(/,/gu, ''))?.[0] ?? NaN);
}

interface Clicks {
  count: number;
}

/** Changes a cell of the draft and proposes it. Returns what the page foretells. */
async function changeAndPropose(page: Page, clicks: Clicks, draft: string): Promise<Grades> {
  await page.goto(draft);
  await page.click('#cell-small-limited');
  // The list that opens is the browser's own, and a page hears of no click in it.
  clicks.count += 1;
  await page.selectOption('#cell-small-limited', '2');
  await page.waitForSelector('#finding:has-text("由三级升为二级")');
  await page.click('#propose');
  const foretold = await foretoldIn(page);
  await page.waitForSelector('#propose-reason:focus');
  await page.keyboard.type('可能性小、危害有限的，也按二级管理。');
  await page.click('#propose button[type="submit"]');
  await page.waitForURL(/\/rulebooks\/proposals\/\d+$/u);
  expect(clicks.count).to.equal(MOST_CLICKS);
  return foretold;
}

/** Proposes an earlier version again. Returns what the page foretells. */
async function undo(page: Page, clicks: Clicks, earlier: string): Promise<Grades> {
  await page.goto('/rulebooks');
  await page.click(`a.btn[href="${earlier}"]`);
  const foretold = await foretoldIn(page);
  await page.focus('#propose-reason');
  await page.keyboard.type('试行效果不好。');
  await page.click('#propose button[type="submit"]');
  await page.waitForURL(/\/rulebooks\/proposals\/\d+$/u);
  expect(clicks.count).to.equal(MOST_CLICKS_OF_UNDO);
  return foretold;
}
