import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { LANGUAGES } from '../../src/language/languages.ts';
import { accessibilityFaults } from '../support/accessibility.ts';
import { describeInBrowser, enterAs } from '../support/browser.ts';
import type { TestApp } from '../support/http.ts';
import { addressOf, UNITS } from '../support/route-samples.ts';
import { serveBureau, type ServedBureau } from '../support/served-bureau.ts';

const [OWN] = UNITS;
const SENTENCES = '[data-sentences]';

describeInBrowser('writing a rule in a browser', (browser) => {
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

  async function writing(javaScriptEnabled: boolean, visit: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser().newContext({ baseURL: served.address, javaScriptEnabled });
    try {
      const page = await context.newPage();
      await enterAs(page, 'discipline-team');
      await page.goto(draft);
      await visit(page);
    } finally {
      await context.close();
    }
  }

  /** Puts the focus into a field and chooses what begins with these letters, as a keyboard does. */
  async function choose(page: Page, field: string, code: string): Promise<void> {
    await page.focus(field);
    const at = await page.locator(`${field} option`).evaluateAll((options, wanted) => {
      return options.findIndex((option) => (option as { value?: string }).value === wanted);
    }, code);
    await page.keyboard.press('Home');
    for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown');
    expect(await page.inputValue(field)).to.equal(code);
  }
  async function press(page: Page, button: string): Promise<void> {
    await page.focus(button);
    await page.keyboard.press('Enter');
  }
  async function compare(page: Page, row: string, fact: string, operator: string): Promise<void> {
    await choose(page, `#${row}-fact`, fact);
    await page.waitForSelector(`#${row}-operator option[value="${operator}"]`, { state: 'attached' });
    await choose(page, `#${row}-operator`, operator);
    await page.waitForSelector(`#${row}-value`);
    expect(await focused(page)).to.equal(`${row}-operator`);
  }
  const focused = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement.id');

  it('by keyboard alone: a rule with an or-group is read in both languages, saved, and shows whom it moves', async () => {
    await writing(true, async (page) => {
      const before = await page.title();
      await press(page, 'a[href*="/rule?list=adjustments"]');
      await page.waitForSelector('#w-0-fact');
      await press(page, '#w-add-group');
      await page.waitForSelector('#w-1-0-fact');
      expect(await focused(page)).to.equal('w-1-join');
      await press(page, '#w-0-remove');
      await page.waitForSelector('#w-1-join', { state: 'detached' });
      expect(await focused(page)).to.equal('w-0-join');
      await compare(page, 'w-0-0', 'measureCount', 'equal');
      await compare(page, 'w-0-1', 'harm', 'atLeast');
      await page.focus('#w-0-0-value');
      await page.keyboard.type('0');
      await choose(page, '#w-0-1-value', 'fairly-serious');
      await choose(page, '#rule-effect', 'no-milder-1');
      await page.waitForSelector(`${SENTENCES}:has-text("the grade is no milder than Grade 1")`);
      const said = await page.innerText(SENTENCES);
      expect(said).to.include('当 防控措施数 等于 0 条 或 危害程度 不低于 较为严重，等级不低于一级。');
      for (const [field, words] of Object.entries({
        'title-zh': '无措施或较重',
        'title-en': 'No measure',
        'reason-zh': '从严',
        'reason-en': 'Strict',
      })) {
        await page.focus(`#rule-${field}`);
        await page.keyboard.type(words);
      }
      await choose(page, '#rule-clause', '3.3-grade-1');
      await press(page, 'button[value="save"]');
      await page.waitForSelector('.done:has-text("已保存规则“无措施或较重”")');
      expect(await page.title()).to.match(/^如按此草稿执行，\d+ 个风险点由.级升为一级/u);
      expect(await page.title()).not.to.equal(before);
    });
  });

  it('keeps what is typed while the form is drawn anew', async () => {
    await writing(true, async (page) => {
      await page.goto(`${draft}/rule`);
      await page.route('**/rule?*', async (route) => {
        await new Promise((done) => setTimeout(done, 400));
        await route.continue();
      });
      await page.selectOption('#w-0-fact', 'harm');
      await page.focus('#rule-title-zh');
      await page.keyboard.type('没有丢');
      await page.waitForSelector('#w-0-operator option[value="atLeast"]', { state: 'attached' });
      await page.keyboard.type('失');
      expect(await page.inputValue('#rule-title-zh')).to.equal('没有丢失');
      expect(await focused(page)).to.equal('rule-title-zh');
    });
  });

  it('removes one condition however fast its button is pressed', async () => {
    await writing(true, async (page) => {
      await page.goto(`${draft}/rule`);
      for (const key of ['w-1', 'w-2']) {
        await page.click('#w-add-row');
        await page.waitForSelector(`#${key}-fact`);
      }
      await page.evaluate(`(() => {
        const remove = document.getElementById('w-0-remove');
        remove.click();
        remove.click();
      })()`);
      await page.waitForSelector('#w-2-fact', { state: 'detached' });
      await page.selectOption('#w-1-fact', 'harm');
      await page.waitForSelector('#w-1-operator option[value="atLeast"]', { state: 'attached' });
      expect(await page.locator('.rule-row').count()).to.equal(2);
    });
  });

  it('works without scripts', async () => {
    await writing(false, async (page) => {
      await page.goto(`${draft}/rule`);
      await page.selectOption('#w-0-fact', 'measureCount');
      await page.click('button[value="redraw"]');
      await page.selectOption('#w-0-operator', 'lessThan');
      await page.click('#w-add-row');
      await page.fill('#w-0-value', '2');
      await page.click('#w-1-remove');
      expect(await page.innerText(SENTENCES)).to.include('当 防控措施数 小于 2 条，');
      await page.click('button[value="save"]');
      expect(await page.innerText('.error-summary')).to.include('请填写结果');
    });
  });

  it('has nothing that axe finds wrong while much is wrong with the rule, in both languages', async () => {
    await writing(true, async (page) => {
      for (const to of LANGUAGES) {
        const asked = new URLSearchParams({ to, next: `${draft}/rule` });
        await page.goto(`/language?${asked.toString()}`);
        await page.click('#w-add-group');
        await page.waitForSelector('#w-1-0-fact');
        await page.selectOption('#w-0-fact', 'domain');
        await page.waitForSelector('#w-0-operator option[value="in"]', { state: 'attached' });
        await page.selectOption('#w-0-operator', 'in');
        await page.waitForSelector('#w-0-value-3');
        await page.click('button[value="save"]');
        await page.waitForSelector('.error-summary');
        expect(await accessibilityFaults(page), to).to.deep.equal([]);
      }
    });
  });
});
