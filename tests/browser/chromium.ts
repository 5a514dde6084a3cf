import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { findChromium } from '../../scripts/browser.mjs';

/** A page and everything it complained about. */
export interface OpenPage {
  page: Page;
  /** Errors on the console, uncaught ones, dialogs, and requests that failed or left the site. */
  complaints: string[];
  close: () => Promise<void>;
}

export interface Chromium {
  /** Opens an empty page in a context of its own. */
  open: (options?: BrowserContextOptions) => Promise<OpenPage>;
}

/** A browser for all tests of a file. */
export function useChromium(): Chromium {
  let browser: Browser | undefined;
  beforeAll(async () => {
    const executablePath = await findChromium();
    if (!executablePath) throw new Error('No Chromium: "npm test" installs one, or says how to.');
    // The sandbox needs rights that containers withhold; only our own pages are opened.
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());
  return {
    open: async (options = {}) => {
      const context = await browser!.newContext(options);
      const page = await context.newPage();
      const complaints: string[] = [];
      listen(page, complaints);
      return { page, complaints, close: () => context.close() };
    },
  };
}

function listen(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(http:\/\/localhost:|data:|blob:)/.test(request.url())) {
      complaints.push(`request: ${request.url()}`);
    }
  });
}
