import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { LANGUAGES } from '../../src/language/languages.ts';
import { accessibilityFaults } from '../support/accessibility.ts';
import { describeInBrowser, enterAs } from '../support/browser.ts';
import type { TestApp } from '../support/http.ts';
import { addressOf, UNITS } from '../support/route-samples.ts';
import { serveBureau, type ServedBureau } from '../support/served-bureau.ts';

const [OWN] = UNITS;
const NOTHING_MOVES = '如按此草稿执行，没有风险点的等级会变。';
const EXAMPLES = '.example-list li';

/** In the page: presses a key in a cell, removes two examples and one twice, and changes a cell, all in one moment. */
const IN_ONE_MOMENT = `(() => {
  const press = (id, key) => document.getElementById(id).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const removes = [...document.querySelectorAll('.example-list form button')];
  press('cell-small-limited', '2');
  removes[9].click();
  removes[9].click();
  removes[11].click();
  press('cell-fairly-high-limited', '2');
})()`;

describeInBrowser('tuning a rulebook in a browser', (browser) => {
  let running: TestApp;
  let served: ServedBureau;
  let draft = '';
  before(async () => {
    served = await serveBureau();
    ({ running } = served);
    draft = await addressOf(running.database, '/rulebooks/drafts/:id', OWN);
  });
  after(async () => {
    await served.end();
  });

  async function atTheBench(visit: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser().newContext({ baseURL: served.address });
    try {
      const page = await context.newPage();
      await enterAs(page, 'discipline-team');
      await page.goto(draft);
      await visit(page);
    } finally {
      await context.close();
    }
  }

  it('by keyboard alone: a cell is changed, the title says what would move, and the page is not left', async () => {
    await atTheBench(async (page) => {
      let loads = 0;
      page.on('load', () => (loads += 1));
      expect(await page.textContent('#finding')).to.equal(NOTHING_MOVES);
      await page.focus('#cell-high-limited');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('1');
      await page.waitForSelector('#finding:has-text("由二级升为一级")');
      const title = await page.title();
      expect(title).to.match(/^如按此草稿执行，\d+ 个风险点由二级升为一级/u);
      expect(await page.textContent('#changes')).to.match(/^\s*[1-9]\d* 个变化/u);
      expect(await page.evaluate('document.activeElement.id')).to.equal('cell-fairly-high-limited');
      expect(loads).to.equal(0);
      await page.reload();
      expect(await page.title()).to.equal(title);
    });
  });

  it('puts a cell back as it was though the page does not yet show that its change was saved', async () => {
    await atTheBench(async (page) => {
      let saved = 0;
      page.on('response', (answer) => (saved += answer.url().endsWith('/save?live=1') ? 1 : 0));
      await page.route(`**${draft}?live=1`, (route) =>
        saved === 1 ? undefined : route.continue().catch(() => undefined),
      );
      await page.focus('#cell-high-limited');
      await page.keyboard.press('3');
      await page.waitForResponse((answer) => answer.url().endsWith('/save?live=1'));
      await page.keyboard.press('1');
      await page.waitForSelector('main:not(.is-waiting)');
      await page.reload();
      expect(await page.inputValue('#cell-high-limited')).to.equal('1');
    });
  });

  it('keeps every change that is made while another is still being saved, in their order', async () => {
    await atTheBench(async (page) => {
      const names = await page.locator(EXAMPLES).allInnerTexts();
      await page.evaluate(IN_ONE_MOMENT);
      await page.waitForSelector('main:not(.is-waiting) #finding:has-text("由三级升为二级")');
      await page.reload();
      expect(await page.inputValue('#cell-small-limited')).to.equal('2');
      expect(await page.inputValue('#cell-fairly-high-limited')).to.equal('2');
      const left = (await page.locator(EXAMPLES).allInnerTexts()).map(nameIn);
      expect(left).to.deep.equal(names.filter((_, at) => at !== 9 && at !== 11).map(nameIn));
    });
  });

  it('has nothing that axe finds wrong while something is found wrong with the draft, in both languages', async () => {
    await atTheBench(async (page) => {
      await page.selectOption('#cell-fairly-high-limited', '1');
      await page.waitForSelector('.check-list .found');
      for (const part of ['', '/json', '/impact']) {
        for (const to of LANGUAGES) {
          const asked = new URLSearchParams({ to, next: draft + part });
          await page.goto(`/language?${asked.toString()}`);
          expect(await accessibilityFaults(page), `${part} ${to}`).to.deep.equal([]);
        }
      }
    });
  });
});

/** What an example is called: the line after its mark and what the mark says. */
function nameIn(shown: string): string {
  return shown.split('\n')[2] ?? shown;
}
