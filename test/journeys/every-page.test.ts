import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { accessPaths } from '../../src/access/paths.ts';
import { ROLE_PERMISSIONS } from '../../src/access/policy.ts';
import { ROLES, type Role } from '../../src/access/role.ts';
import { LANGUAGES } from '../../src/language/languages.ts';
import { ROUTE_POLICY } from '../../src/route-policy.ts';
import { accessibilityFaults } from '../support/accessibility.ts';
import { describeInBrowser, enterAs } from '../support/browser.ts';
import { filePoints } from '../support/filed-points.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { addressOf, isReached, sampleOf, UNITS } from '../support/route-samples.ts';
import { serving, type Serving } from '../support/serving.ts';

/** A telephone, the commonest office screen, a wide one. */
const WIDTHS = [390, 1366, 1920];
const [OWN] = UNITS;

type SignIn = Awaited<ReturnType<BrowserContext['storageState']>>;

/** In the page: `null` when it fits, else the innermost element that reaches beyond the right edge. */
const STICKS_OUT = `(() => {
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= edge) return null;
  const beyond = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > edge && !element.closest('.scroll'));
  return beyond.length === 0 ? 'something' : beyond[beyond.length - 1].outerHTML.slice(0, 200);
})()`;

/**
 * A file to keep and what a page's script asks for are no pages; the page for the first account is gone once there
 * is one (setup.test.ts looks at it).
 */
const isPage = (path: string): boolean =>
  !/\.(?:xlsx|csv|json)$|\/(?:suggestion|progress)$/u.test(path) && path !== accessPaths.setup;
const PAGES = ROUTE_POLICY.filter(({ method, path }) => method === 'get' && isPage(path));

describeInBrowser('every page, in a browser', (browser) => {
  let running: TestApp;
  let served: Serving;
  const signIns = new Map<Role, SignIn>();
  before(async () => {
    running = await testApp();
    await filePoints(running, OWN.bureau, [OWN]);
    await inspectBureau(running);
    served = await serving(running.app);
  });
  after(async () => {
    await served.end();
    await running.end();
  });

  /** Opens a page as somebody of that role in a browser of their own, which is closed when they have looked. */
  async function lookAt(path: string, role: Role | null, look: (page: Page) => Promise<void>): Promise<void> {
    const signIn = role === null ? {} : { storageState: await signedIn(role) };
    const context = await browser().newContext({ baseURL: served.address, ...signIn });
    try {
      const page = await context.newPage();
      await page.goto(await addressOf(running.database, path, OWN));
      await look(page);
    } finally {
      await context.close();
    }
  }

  /** What a browser keeps of a sign-in, which is made once for each role. */
  async function signedIn(role: Role): Promise<SignIn> {
    const known = signIns.get(role);
    if (known !== undefined) return known;
    const context = await browser().newContext({ baseURL: served.address });
    await enterAs(await context.newPage(), role);
    const kept = await context.storageState();
    await context.close();
    signIns.set(role, kept);
    return kept;
  }

  for (const { path, role } of PAGES.map(({ path, permission }) => ({
    path,
    role: roleFor(path, permission),
  }))) {
    it(`${path} is fit for everybody: axe finds nothing, every width and language fits, nobody else is asked`, async () => {
      const faults: string[] = [];
      await lookAt(path, role, async (page) => {
        page.on('console', (message) => faults.push(`console: ${message.text()}`));
        page.on('pageerror', ({ message }) => faults.push(`script: ${message}`));
        page.on('request', (request) => {
          if (!request.url().startsWith(served.address)) faults.push(`asks ${request.url()}`);
        });
        for (const language of LANGUAGES) {
          const next = new URL(page.url()).pathname;
          await page.goto(`/language?${new URLSearchParams({ to: language, next }).toString()}`);
          faults.push(...(await tooWide(page)).map((where) => `${language}: too wide for ${where}`));
        }
        faults.push(...(await accessibilityFaults(page)));
      });
      expect(faults).to.deep.equal([]);
    });
  }

  /** The widths that the page does not fit, each with what sticks out. */
  async function tooWide(page: Page): Promise<readonly string[]> {
    const wider: string[] = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const outside = await settled(page);
      if (outside !== null) wider.push(`${width} px: ${outside}`);
    }
    return wider;
  }

  /** What sticks out once charts have followed the window's new width, which they do a moment later. */
  async function settled(page: Page): Promise<string | null> {
    let outside = await page.evaluate<string | null>(STICKS_OUT);
    for (let tries = 0; outside !== null && tries < 10; tries += 1) {
      await page.waitForTimeout(100);
      outside = await page.evaluate<string | null>(STICKS_OUT);
    }
    return outside;
  }
});

/** The first role that may open the page; `null` when nobody need sign in. */
function roleFor(path: string, permission: string): Role | null {
  if (permission === 'anyone') return null;
  if (permission === 'signed-in') return 'office';
  const found = ROLES.find(
    (role) =>
      ROLE_PERMISSIONS[role].some((granted) => granted === permission) &&
      (sampleOf(path) === null || isReached(path, role, OWN)),
  );
  if (found === undefined) throw new Error(`nobody may open ${path}`);
  return found;
}
