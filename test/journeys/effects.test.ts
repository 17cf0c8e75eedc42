import { expect } from 'chai';
import { accessibilityFaults } from '../support/accessibility.ts';
import { describeInBrowser, enterAs } from '../support/browser.ts';
import { draftOfKind, otherKeywords, stricterCoverage } from '../support/kind-draft.ts';
import { serveBureau, type ServedBureau } from '../support/served-bureau.ts';

/** A telephone, and the commonest office screen. */
const WIDTHS = [390, 1366];

describeInBrowser('what a coverage or domain draft would do, in a browser', (browser) => {
  let served: ServedBureau;
  before(async () => {
    served = await serveBureau();
  });
  after(() => served.end());

  for (const [kind, rulebook, finding] of [
    ['coverage', stricterCoverage(), /如按此草稿执行，\d+ 处覆盖情况会变/u],
    ['domain', otherKeywords(), /如按此草稿执行，(\d+ 个风险点)?、?(\d+ 个岗位)?的领域建议会变/u],
  ] as const) {
    it(`stands beside the ${kind} rules and on a page that everybody can use`, async () => {
      const id = await draftOfKind(served.running, rulebook);
      const context = await browser().newContext({ baseURL: served.address });
      try {
        const page = await context.newPage();
        await enterAs(page, 'discipline-team');
        for (const address of [`/rulebooks/drafts/${String(id)}`, `/rulebooks/drafts/${String(id)}/impact`]) {
          await page.goto(address);
          expect(await page.textContent('h1'), address).to.match(finding);
          expect(await accessibilityFaults(page), address).to.deep.equal([]);
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 900 });
            const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
            expect(wide, `${address} at ${String(width)}`).to.be.at.most(width);
          }
        }
      } finally {
        await context.close();
      }
    });
  }
});
