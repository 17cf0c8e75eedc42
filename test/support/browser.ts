import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { PASSWORD } from './http.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const OTHER_PLACES = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Keeps the browser from asking its maker's hosts anything, and lets it run as root and without a screen. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where a Chromium is: the one that `CHROMIUM` names, else the first on the path; `null` when there is none. */
function findChromium(): string | null {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return isExecutable(named) ? named : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, ...OTHER_PLACES].find(isExecutable) ?? null;
}

/** Starts the browser without a window. Throws when none is installed. */
async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium was found: install one, or name it in CHROMIUM');
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/**
 * A suite whose tests share one browser. Where there is none it is one test, skipped, that says so; in CI, which
 * installs one, the missing browser is a failure.
 */
export function describeInBrowser(title: string, suite: (browser: () => Browser) => void): void {
  describe(title, () => {
    if (findChromium() === null && process.env['CI'] === undefined) {
      it('skipped, because no Chromium was found: install one, or name it in CHROMIUM');
      return;
    }
    let running: Browser | undefined;
    before(async () => {
      running = await launchBrowser();
    });
    after(() => running?.close());
    suite(() => {
      if (running === undefined) throw new Error('the browser is there only while a test runs');
      return running;
    });
  });
}

/** Signs somebody of the test app in by its sign-in page. */
export async function enterAs(page: Page, username: string): Promise<void> {
  await page.goto('/sign-in');
  await page.fill('#username', username);
  await page.fill('#password', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.who');
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
