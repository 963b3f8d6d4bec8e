import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import { findBrowser } from '../../../scripts/find-browser.mjs';
import { eventually, HANGS_MS } from './eventually.ts';

/** What Playwright 1.65 turns off itself: one more `--disable-features` takes the place of its own. */
const OFF_ANYWAY = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];
/** The lists under the address bar are pages, too: loading them took a second of processor time for each new context. */
const UNSEEN = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

let opened: Promise<Browser> | null = null;

/**
 * The browser of this machine, without a window: one for all files of a worker, since starting one took a second and a half of
 * processor time. What a visit keeps is its own; `leaveBrowser` ends a file's visits.
 */
export const openBrowser = async (): Promise<Browser> => {
  if (opened !== null && !(await opened).isConnected()) opened = null;
  opened ??= launch();
  return opened;
};

/** Closes all visits; the browser stays for the next file, and ends with its worker. */
export const leaveBrowser = async (browser: Browser | undefined): Promise<void> => {
  await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
};

const launch = (): Promise<Browser> => {
  const executablePath = findBrowser(process.env);
  if (executablePath === null) throw new Error('No Chrome, Chromium or Edge: install one or set CHROME_PATH.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--force-color-profile=srgb',
      `--disable-features=${[...OFF_ANYWAY, ...UNSEEN].join(',')}`,
    ],
  });
};

export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 360, height: 740 };
export type Size = typeof WIDE;

export type Visit = {
  context: BrowserContext;
  page: Page;
  /** Console errors, failed requests and the like that must never happen, in order. */
  faults: string[];
};

/** Opens a browser of its own for one person, with cookies and storage of its own. */
export const visit = async (browser: Browser, url: string, size: Size = WIDE): Promise<Visit> => {
  const phone = size.width < 760;
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: phone,
    isMobile: phone,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(HANGS_MS);
  const faults: string[] = [];
  watch(context, url, faults);
  count(context);
  return { context, page: await context.newPage(), faults };
};

/**
 * What Chromium says when a frame is written to a line that is just being closed, as on a machine that answers no ping in
 * time. The page connects again and sends it again, which the tests look at by what arrives.
 */
const LINE_CLOSING = 'WebSocket is already in CLOSING or CLOSED state.';

/**
 * Console errors and warnings, exceptions, failed requests, and anything that leaves this machine. A reading request
 * that its page took back is none of them: a page that is left cancels what it still waits for, and a quick click on a
 * slow machine leaves it.
 */
const watch = (context: BrowserContext, url: string, faults: string[]): void => {
  const stays = (address: string): boolean =>
    address.startsWith(`${url}/`) ||
    address.startsWith(`${url.replace('http', 'ws')}/`) ||
    /^(data|blob):/.test(address);
  context.on('console', (message) => {
    if (message.text() === LINE_CLOSING) return;
    if (['error', 'warning'].includes(message.type())) faults.push(`console ${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`exception: ${error.error().message}`));
  context.on('request', (request) => {
    if (!stays(request.url())) faults.push(`leaves this machine: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (request.method() === 'GET' && why === 'net::ERR_ABORTED') return;
    faults.push(`failed: ${request.method()} ${request.url()} ${why}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      if (!stays(socket.url())) faults.push(`leaves this machine: ${socket.url()}`);
    });
  });
};

/** What its page waits for: data and parts of the program. */
const AWAITED = ['fetch', 'xhr', 'script'];
const underWay = new WeakMap<BrowserContext, Set<Request>>();

const count = (context: BrowserContext): void => {
  const requests = new Set<Request>();
  underWay.set(context, requests);
  context.on('request', (request) => {
    if (AWAITED.includes(request.resourceType())) requests.add(request);
  });
  context.on('requestfinished', (request) => requests.delete(request));
  context.on('requestfailed', (request) => requests.delete(request));
};

/** Runs in the page: until what has come is drawn. */
const drawn = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/** Waits until the page has what it asked for: a heading may stand there before what is under it. */
export const atRest = async (page: Page): Promise<void> => {
  const asked = (): number => underWay.get(page.context())?.size ?? 0;
  await eventually(
    'the page has all it asked for',
    async () => {
      const before = asked();
      await page.evaluate(drawn);
      return before + asked();
    },
    (waiting) => waiting === 0,
  );
};

/** Runs in the page: as if a link had been pressed, or `back` had led there. */
const moveTo = (path: string): void => {
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
};

/**
 * Shows another page of the product without loading the program anew, as its links do: that, and axe read once more, took
 * 0.4 s of processor time a page. The page that isn't there comes between, so that nothing of the page before is taken for
 * what is waited for, and the next page asks for its data.
 */
export const leadTo = async (page: Page, path: string): Promise<void> => {
  await page.evaluate(moveTo, '/nowhere');
  await page.getByRole('heading', { name: '没有这个页面' }).first().waitFor({ state: 'attached' });
  await page.evaluate(moveTo, path);
  await atRest(page);
};
