import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Role } from '../../src/access/role.ts';
import { accessibilityFaults } from '../support/accessibility.ts';
import { describeInBrowser, enterAs } from '../support/browser.ts';
import { serveBureau, type ServedBureau } from '../support/served-bureau.ts';

const DESK = { width: 1366, height: 768 };
const PHONE_WIDTH = 390;

const LEADERS_PAGES = [
  '/board',
  '/points?grade=1',
  '/points?grade=3&measures=none',
  '/points/1',
  '/coverage',
  '/forms',
];

describeInBrowser('the boards in a browser', (browser) => {
  let served: ServedBureau;
  before(async () => {
    served = await serveBureau();
  });
  after(async () => {
    await served.end();
  });

  /** Opens a browser of one's own in which somebody of that role has signed in; it is closed after the visit. */
  async function visitAs(
    role: Role,
    visitor: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const context = await browser().newContext({ baseURL: served.address, viewport: DESK, ...options });
    try {
      const page = await context.newPage();
      await enterAs(page, role);
      await visitor(page);
    } finally {
      await context.close();
    }
  }

  /** What axe finds wrong with pages, and pages that are wider than their window. */
  async function faultsOf(role: Role, paths: readonly string[], width: number): Promise<readonly string[]> {
    const faults: string[] = [];
    const look = async (page: Page): Promise<void> => {
      for (const path of paths) {
        await page.goto(path);
        const tooWide = await page.evaluate<number>(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        faults.push(...(await accessibilityFaults(page)).map((fault) => `${path}: ${fault}`));
        if (tooWide > 0) faults.push(`${path}: ${tooWide} px too wide`);
      }
    };
    await visitAs(role, look, { viewport: { width, height: 800 } });
    return faults;
  }

  // Each page by itself is looked at in every-page.test.ts.
  for (const width of [DESK.width, PHONE_WIDTH]) {
    it(`are accessible and no wider than ${width} px with conditions and without measures`, async () => {
      expect(await faultsOf('party-group', LEADERS_PAGES.slice(1, 4), width)).to.deep.equal([]);
    });
  }

  it('ask nobody but this machine, run nothing that people wrote, and break no rule of their own', async () => {
    const heard: string[] = [];
    await visitAs('party-group', async (page) => {
      page.on('console', (message) => heard.push(message.text()));
      page.on('pageerror', ({ message }) => heard.push(message));
      page.on('request', (request) => {
        if (!request.url().startsWith(served.address)) heard.push(request.url());
      });
      for (const path of [...LEADERS_PAGES, '/points?grade=unassessed']) await page.goto(path);
      expect(await page.title()).not.to.equal('broken into');
    });
    expect(heard).to.deep.equal([]);
  });

  it('draw the bars in the colours of the grades', async () => {
    await visitAs('party-group', async (page) => {
      await page.goto('/board');
      const colours = await page.evaluate<string[]>(`(() => {
        const canvas = document.querySelector('.chart canvas');
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        const seen = new Set();
        for (let i = 0; i < data.length; i += 4) seen.add([data[i], data[i + 1], data[i + 2]].join());
        return [...seen];
      })()`);
      expect(colours).to.include.members(['122,16,32', '204,112,20', '234,242,250']);
    });
  });

  it('lead from a segment of a bar to the points behind it', async () => {
    await visitAs('party-group', async (page) => {
      await page.goto('/board');
      const spot = await page.evaluate<{ x: number; y: number }>(`(() => {
        const bar = Chart.getChart(document.querySelector('.chart canvas')).getDatasetMeta(0).data[0];
        return { x: (bar.x + bar.base) / 2, y: bar.y };
      })()`);
      await page.locator('.chart canvas').click({ position: spot });
      await page.waitForURL(/\/points\?unit=\d+&grade=1$/u);
      expect(await page.innerText('.active-filters')).to.contain('风险等级：一级');
    });
  });

  it('show the same numbers as a table to those without JavaScript, and no empty chart', async () => {
    await visitAs(
      'party-group',
      async (page) => {
        await page.goto('/board');
        const seen = [
          await page.locator('.chart').isVisible(),
          await page.locator('.grades').first().isVisible(),
        ];
        expect(seen).to.deep.equal([false, true]);
      },
      { javaScriptEnabled: false },
    );
  });

  it('narrow a list, keep the conditions over pages and on Back, and drop them one by one', async () => {
    await visitAs('party-group', async (page) => {
      await page.goto('/points');
      await page.selectOption('#filter-domain', 'approvals');
      await page.click('.filters button');
      await page.click('text=下一页');
      expect(new URL(page.url()).search).to.equal('?domain=approvals&page=2');
      await page.goBack();
      expect(await page.innerText('.active-filters')).to.contain('重点领域：行政审批');
      await page.click('.condition');
      expect(new URL(page.url()).search).to.equal('');
    });
  });
});
