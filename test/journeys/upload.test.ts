import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility.ts';
import { describeInBrowser, enterAs } from '../support/browser.ts';
import { messyRegister } from '../support/messy-register.ts';
import { serveBureau, type ServedBureau } from '../support/served-bureau.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

describeInBrowser('the office uploads a messy workbook', (browser) => {
  let served: ServedBureau;
  let page: Page;
  before(async () => {
    served = await serveBureau();
    page = await (await browser().newContext({ baseURL: served.address, viewport: DESK })).newPage();
    await enterAs(page, 'office');
  });
  after(async () => {
    await page.context().close();
    await served.end();
  });

  /** What axe finds wrong with the page as it is, and whether it is wider than a telephone. */
  async function faults(): Promise<readonly string[]> {
    const found = [...(await accessibilityFaults(page))];
    await page.setViewportSize(PHONE);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    if (width > PHONE.width) found.push(`${width} px wide on a telephone`);
    await page.setViewportSize(DESK);
    return found;
  }

  /** The board's first figure: forms that came, of those expected. */
  async function formsOnBoard(): Promise<string> {
    await page.goto('/board');
    return page.innerText('.figs .fig:first-child .v');
  }

  /** Chooses in the select of that label by typing, as a keyboard does. */
  async function choose(label: string, option: string): Promise<void> {
    await page.getByLabel(label).focus();
    await page.getByLabel(label).selectOption({ label: option });
  }

  /** Goes on by keyboard: the button is reached by Tab and pressed by Enter. */
  async function saveAndGoOn(): Promise<void> {
    await page.getByRole('button', { name: '保存，下一步' }).focus();
    await Promise.all([page.waitForLoadState('load'), page.keyboard.press('Enter')]);
    await page.waitForSelector('.done');
  }

  it('puts it right step by step, by keyboard, and the board counts it', async () => {
    expect(await formsOnBoard()).to.equal('4 / 4 份');

    await page.goto('/imports');
    await page.getByRole('link', { name: '上传文件' }).click();
    expect(await faults()).to.deep.equal([]);
    const file = { name: '登记表.xlsx', mimeType: XLSX, buffer: await messyRegister() };
    await page.setInputFiles('#files', file);
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: '上传并核对' }).press('Enter');

    await page.waitForSelector('#columns-heading');
    expect(await faults()).to.deep.equal([]);
    await choose('“廉政隐患说明”这一列读作', '潜在风险');
    await choose('“来源”这一列读作', '不导入');
    await saveAndGoOn();

    expect(await page.innerText('main'))
      .to.include('发生机率“中”')
      .and.include('出现在 2 行');
    expect(await faults()).to.deep.equal([]);
    await choose('发生机率“中” 意思是', '较高');
    await choose('“办公事”是', '办公室（读音相同）');
    await saveAndGoOn();
    expect(await page.innerText('.done')).to.include('还有没登记过的岗位');
    await choose('“办公室 · 文印岗”是', '新建');
    await saveAndGoOn();

    expect(await page.innerText('.import-rows')).to.include('没有填写潜在风险');
    expect(await faults()).to.deep.equal([]);
    await page.getByLabel('潜在风险').fill('申报审核把关不严。');
    await saveAndGoOn();

    expect(await faults()).to.deep.equal([]);
    await page.getByRole('button', { name: '全部写入' }).press('Enter');
    await page.waitForSelector('.done');
    expect(await page.innerText('.done')).to.match(/^已写入：/u);
    expect(await formsOnBoard()).to.equal('5 / 5 份');
  });
});
