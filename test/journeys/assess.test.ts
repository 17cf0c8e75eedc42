import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility.ts';
import { describeInBrowser, enterAs } from '../support/browser.ts';
import { serveBureau, type ServedBureau } from '../support/served-bureau.ts';

/** The two points of 对外贸易处, in the order of the list. */
const ROWS = { first: 0, second: 1 };

/** Steps stand from the worst to the mildest. */
const LEAST = 2;

describeInBrowser('a division head who assesses', (browser) => {
  let served: ServedBureau;
  beforeEach(async () => {
    served = await serveBureau();
  });
  afterEach(async () => {
    await served.end();
  });

  async function visit(visitor: (page: Page) => Promise<void>, javaScriptEnabled = true): Promise<void> {
    const context = await browser().newContext({ baseURL: served.address, javaScriptEnabled });
    try {
      const page = await context.newPage();
      await enterAs(page, 'division-head');
      await visitor(page);
    } finally {
      await context.close();
    }
  }

  async function press(page: Page, ...keys: readonly string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key);
  }

  /** Tab by Tab into the first row's probability, as somebody without a mouse gets there. */
  async function tabIntoList(page: Page): Promise<void> {
    await page.focus('.to-assess a');
    await press(page, 'Tab');
  }

  const gradeIn = (page: Page, row: number): Promise<string> =>
    page.locator('[data-row] [data-grade]').nth(row).innerText();

  it('goes through a list by keyboard alone, sees each grade at once, saves, and the division’s page has changed', async () => {
    await visit(async (page) => {
      const points = '.fig:nth-child(2) .v';
      await page.goto('/division');
      expect(await page.innerText(points)).to.match(/^1/u);
      await page.goto('/points/assess');
      expect(await accessibilityFaults(page)).to.deep.equal([]);
      await tabIntoList(page);
      await press(page, '3', 'ArrowRight', '3');
      expect(await gradeIn(page, ROWS.first)).to.equal('○ 三级');
      await press(page, 'ArrowDown', 'ArrowLeft', '1');
      expect(await gradeIn(page, ROWS.second)).to.equal('■ 一级');
      await press(page, '0');
      expect(await gradeIn(page, ROWS.second)).to.equal('— 待评定');
      expect(await page.innerText('[data-save]')).to.equal('保存 3 处改动');
      expect(await page.locator('tr.changed').count()).to.equal(2);
      expect(await accessibilityFaults(page)).to.deep.equal([]);
      await press(page, 'Enter', 'Enter', 'Enter');
      await page.waitForSelector('.done');
      expect(await page.innerText('.done')).to.equal('已保存 2 个风险点的 3 处评定。');
      await page.goto('/division');
      expect(await page.innerText(points)).to.match(/^0/u);
      expect(await page.innerText('.fig:nth-child(3)'))
        .to.include('1')
        .and.to.include('逐个评定');
    });
  });

  it('sends nothing while a Chinese input method composes', async () => {
    await visit(async (page) => {
      await page.goto('/points/assess');
      await tabIntoList(page);
      const before = await gradeIn(page, ROWS.first);
      await page.evaluate(`(() => {
        const key = (init) => document.activeElement.dispatchEvent(
          new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
        key({ key: '3', isComposing: true });
        key({ key: '3', keyCode: 229 });
      })()`);
      expect([await gradeIn(page, ROWS.first), await page.locator('tr.changed').count()]).to.deep.equal([
        before,
        0,
      ]);
    });
  });

  it('is asked before leaving with unsaved changes', async () => {
    await visit(async (page) => {
      await page.goto('/points/assess');
      await tabIntoList(page);
      await press(page, '3');
      const asked = page.waitForEvent('dialog').then(async (dialog) => {
        await dialog.dismiss();
        return dialog.type();
      });
      await page.click('nav a >> nth=0', { noWaitAfter: true });
      expect(await asked).to.equal('beforeunload');
    });
  });

  it('answers questions, is advised, and saves what they chose themselves', async () => {
    await visit(async (page) => {
      await page.goto('/points/assess');
      await page.click('.to-assess a');
      await page.waitForSelector('form.assess');
      await page.check('input[name="discretion"][value="wide"]');
      await page.check('input[name="frequency"][value="monthly"]');
      await page.waitForSelector('[data-reason]:has-text("→ 较高")');
      await page.check('input[name^="probability"][value="small"]');
      await page.check('input[name^="harm"][value="fairly-serious"]');
      await page.waitForSelector('#result [data-grade]:has-text("▲ 二级")');
      expect(await accessibilityFaults(page)).to.deep.equal([]);
      await page.click('button[value="save"]');
      await page.waitForSelector('.done');
      expect(await page.innerText('.done')).to.include('等级为二级');
    });
  });

  it('keeps the step that they chose when the page comes back refused and they change an answer', async () => {
    await visit(async (page) => {
      await page.goto('/points/assess');
      const cleared = page.locator('[data-row] input[name^="probability-"][value=""]').first();
      const id = (await cleared.getAttribute('name'))?.split('-')[1] ?? '';
      await cleared.check();
      await page.click('[data-save]');
      await page.waitForSelector('.done');
      await page.goto(`/points/${id}/assess`);
      const open = page.locator('[data-fact="probability"]');
      await open.locator('input[type="radio"]').nth(LEAST).check();
      await page.evaluate(`document.querySelector('[name="note"]').removeAttribute('maxlength')`);
      await page.fill('[name="note"]', '长'.repeat(501));
      await page.click('button[value="save"]');
      await page.waitForSelector('.error-summary');
      for (const worst of ['wide', 'weekly', 'alone', 'same']) await page.check(`[value="${worst}"]`);
      await page.waitForSelector('[data-fact="probability"] [data-reason]:has-text("→ 高")');
      expect(await open.locator('input[type="radio"]').nth(LEAST).isChecked()).to.equal(true);
    });
  });

  it('does the same without JavaScript', async () => {
    await visit(async (page) => {
      await page.goto('/points/assess');
      await page.locator('[data-row]').nth(ROWS.first).locator('input[value="high"]').check();
      await page.click('[data-save]');
      expect(await page.innerText('.done')).to.equal('已保存 1 个风险点的 1 处评定。');
      await page.click('.to-assess a');
      await page.check('input[name="alone"][value="alone"]');
      await page.check('input[name="discretion"][value="wide"]');
      await page.click('button[value="preview"]');
      expect(await page.innerText('[data-fact="probability"]')).to.include('自由裁量大、一人办结 → 高');
    }, false);
  });
});
