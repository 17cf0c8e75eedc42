import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility.ts';
import { submit } from '../support/assessing.ts';
import { describeInBrowser, enterAs } from '../support/browser.ts';
import { signedInAgent, type TestApp } from '../support/http.ts';
import { serveBureau, type ServedBureau } from '../support/served-bureau.ts';

const LIST = '/points/assess';
const NOTE = '[data-kept]';

describeInBrowser('marks that were not saved', (browser) => {
  let running: TestApp;
  let served: ServedBureau;
  let context: BrowserContext;
  let page: Page;
  beforeEach(async () => {
    served = await serveBureau();
    ({ running } = served);
    context = await browser().newContext({ baseURL: served.address });
    page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    await enterAs(page, 'division-head');
    await page.goto(LIST);
    await mark('3');
  });
  afterEach(async () => {
    await context.close();
    await served.end();
  });

  /** Chooses by digit the first row’s probability: 1 high, 2 fairly high (as it is on file), 3 small, 0 unknown. */
  async function mark(key: string): Promise<void> {
    await page.focus('.to-assess a');
    await page.keyboard.press('Tab');
    await page.keyboard.press(key);
  }

  const chosen = (): Promise<string | null> =>
    page.locator('[data-row] [data-cell]').first().locator('input:checked').getAttribute('value');
  const kept = (): Promise<number> => page.evaluate('sessionStorage.length');
  const visibleNote = (): Promise<string> => page.innerText(`${NOTE}:not([hidden])`);

  async function signOut(): Promise<void> {
    await page.goto('/account');
    await page.click('form[action="/sign-out"] button');
    await page.waitForSelector('#username');
  }

  it('come back after the language was switched, and say that they are not saved', async () => {
    await page.click('.languages a[lang="en"]');
    await page.waitForSelector('html[lang="en"]');
    expect(await visibleNote()).to.include('1 mark restored, not yet saved.');
    expect([await chosen(), await page.innerText('[data-save]')]).to.deep.equal(['small', 'Save 1 change']);
    expect(await accessibilityFaults(page)).to.deep.equal([]);
  });

  it('come back after another page, are saved once, and are then forgotten', async () => {
    await page.goto('/account');
    await page.goto(LIST);
    expect(await visibleNote()).to.include('已恢复 1 处改动，尚未保存。');
    await page.click('[data-save]');
    await page.waitForSelector('.done');
    expect([await kept(), await page.isVisible(NOTE), await chosen()]).to.deep.equal([0, false, 'small']);
    expect(page.url()).to.not.include('#');
  });

  it('are told of where their rows are not on the page', async () => {
    await context.clearCookies();
    await enterAs(page, 'assessment-group');
    await page.goto(LIST);
    await mark('1');
    await page.goto(`${LIST}?page=2`);
    expect(await page.innerText(NOTE)).to.include('另有 1 处改动也没有保存，那一行不在本页。');
  });

  it('are a conflict where somebody else changed the row meanwhile, to be decided again', async () => {
    const name = await page.locator('[data-row] [data-cell] input').first().getAttribute('name');
    const group = await signedInAgent(running.app, 'assessment-group');
    await submit(group, `${LIST}?unit=2`, { [name ?? '']: 'high' });
    await page.goto('/account');
    await page.goto(LIST);
    expect([await chosen(), await page.innerText('.kept-conflict p')]).to.deep.equal([
      'high',
      '您选过“较小”，没有保存；此后已改为“高”。',
    ]);
    expect(await visibleNote()).to.include('有 1 处没有恢复');
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.reload();
    await page.click('[data-use]');
    expect([await chosen(), await page.locator('.kept-conflict').count()]).to.deep.equal(['small', 0]);
    await page.click('[data-save]');
    await page.waitForSelector('.done');
    expect(await chosen()).to.equal('small');
  });

  it('are given up when one says so', async () => {
    await page.reload();
    await page.click('[data-forget]');
    expect([await kept(), await chosen(), await page.isVisible(NOTE)]).to.deep.equal([
      0,
      'fairly-high',
      false,
    ]);
    expect(await page.locator('tr.changed').count()).to.equal(0);
  });

  it('stay for the same account when its session ran out', async () => {
    await context.clearCookies();
    await enterAs(page, 'division-head');
    await page.goto(LIST);
    expect(await chosen()).to.equal('small');
  });

  it('are never shown to another account', async () => {
    await context.clearCookies();
    await enterAs(page, 'assessment-group');
    await page.goto(`${LIST}?unit=2`);
    expect([await chosen(), await kept()]).to.deep.equal(['fairly-high', 0]);
  });

  it('are forgotten when one signs out, also in another tab', async () => {
    const other = await context.newPage();
    await other.goto('/account');
    await other.click('form[action="/sign-out"] button');
    await other.waitForSelector('#username');
    expect(await kept()).to.equal(0);
    await enterAs(page, 'division-head');
    await page.goto(LIST);
    await mark('3');
    await signOut();
    expect(await kept()).to.equal(0);
  });
});
