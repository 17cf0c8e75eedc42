import { expect } from 'chai';
import { describeInBrowser } from './browser.ts';

const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<style>span { font: 48px "Noto Sans CJK SC", sans-serif }</style>
<h1>岗位廉政风险点</h1><span>级</span><span>廉</span><span>\u{10FFFD}</span></html>`;

describeInBrowser('the browser of the tests', (browser) => {
  it('opens a page and reads its Chinese text', async () => {
    const page = await browser().newPage();
    await page.setContent(PAGE);
    expect(await page.locator('h1').innerText()).to.equal('岗位廉政风险点');
    await page.close();
  });

  it('has a font with Chinese characters: they look different from each other', async () => {
    const page = await browser().newPage();
    await page.setContent(PAGE);
    const [first, second, missing] = await Promise.all(
      [0, 1, 2].map(async (index) => page.locator('span').nth(index).screenshot()),
    );
    expect(first?.equals(second ?? Buffer.alloc(0)), '级 is drawn as 廉').to.be.false;
    expect(first?.equals(missing ?? Buffer.alloc(0)), '级 is drawn as a missing character').to.be.false;
    await page.close();
  });
});
