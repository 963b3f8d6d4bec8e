/**
 * The desk in a real Chromium on the built product, the processor slowed to a quarter: twelve conversations with two
 * thousand messages. A key's and a customer's line's work until it is painted, what the page loads, and what an hour of
 * the drill's time leaves in memory beside the log.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { median, percentile, rounded, type Size } from '#scripts/bench/figures.ts';
import { stopServer } from '#scripts/bench/server-process.ts';
import { type DeskFront, deskFront } from './desk-front.ts';
import { arrivals, type Customer, line } from './desk-log.ts';
import { startProduct, TOP } from './product-process.ts';

export type DeskFigures = {
  /** Milliseconds of the page's thread for a key: its listeners, and the frame that shows the letter. */
  keyWorkMs: number;
  keyWorkP95Ms: number;
  /** `keyWorkMs` in ratio to that of a text field on an empty page, which no desk can be below. */
  keyWorkToBare: number;
  bareKeyWorkMs: number;
  /** From the key to the end of that frame, waiting for the screen included: up to 16.7 ms of it are no work. */
  keyToPaintMs: number;
  keyToPaintP95Ms: number;
  /** Processor time of the page's thread for a key, unslowed: listeners, frame, and what the bench itself asks it. */
  keyProcessorMs: number;
  /** From a customer's line in the socket to the end of the frame that shows it. */
  saidToPaintMs: number;
  saidToPaintP95Ms: number;
  /** As `keyProcessorMs`, for a line of either. */
  saidProcessorMs: number;
  /**
   * Scripts and styles that the desk's address loads into an empty browser until it stands, as they are sent: not what is
   * asked for once it is drawn, or three seconds later.
   */
  gzipKb: number;
  /** What the page's memory grew by in a second hour (the first has what it compiles), garbage gone, in ratio to that hour's log alone. */
  heapToLog: number;
  logKb: number;
};

const SLOWED = 4;
const CUSTOMERS = 12;
const HOUR_MS = 3_600_000;
const PROBE = join(import.meta.dirname, 'probe.js');
const WIDE = { width: 1440, height: 900 };
const WAIT_MS = 120_000;

const openedSchema = z.object({ value: z.object({ id: z.string() }) });
const cardsSchema = z.object({
  value: z.array(z.object({ id: z.string(), type: z.string(), shop: z.string() })),
});
const probeSchema = z.object({
  keys: z.array(z.object({ workMs: z.number(), paintMs: z.number() })),
  said: z.array(z.number()),
});

const openBrowser = (executablePath: string | null): Promise<Browser> => {
  if (executablePath === null) throw new Error('no Chrome, Chromium or Edge: install one or set CHROME_PATH');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
};

const probed = async (page: Page) =>
  probeSchema.parse(await page.evaluate('({ keys: deskProbe.keys, said: deskProbe.said })'));

/** Used bytes of the page's heap, its last timers gone, once the collector has been through it. */
const heapOf = async (cdp: CDPSession): Promise<number> => {
  await cdp.send('Runtime.evaluate', {
    expression: 'new Promise((done) => setTimeout(done, 3000))',
    awaitPromise: true,
  });
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
};

/** Kilobytes of scripts and styles the page had loaded when it stood, by the sizes of the compressed files that are served. */
const gzipKbOf = async (page: Page): Promise<number> => {
  const names = z
    .array(z.string())
    .parse(
      await page.evaluate(
        'performance.getEntriesByType("resource").flatMap((one) => (one.responseEnd <= deskProbe.stoodAt ? one.name : []))',
      ),
    );
  const assets = names.flatMap((name) => /\/assets\/([^/?]+\.(?:js|css))$/.exec(name)?.[1] ?? []);
  const bytes = assets.map((name) => statSync(join(TOP, 'dist', 'client', 'assets', `${name}.gz`)).size);
  return bytes.reduce((sum, size) => sum + size, 0) / 1000;
};

/** Processor milliseconds of the page's thread since it began: what else the machine does is not in it. */
const processorMs = async (cdp: CDPSession): Promise<number> => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
};

/** Types into the open conversation, a letter after the other has been painted. */
const typeKeys = async (page: Page, count: number): Promise<void> => {
  const field = page.locator('textarea').first();
  await field.click();
  await page.evaluate('deskProbe.keys.length = 0');
  for (let i = 0; i < count; i++) {
    // A field that grows by lines costs what a reply of three lines costs, no more.
    if (i % 60 === 59) await field.fill('');
    await page.keyboard.press(i % 8 === 7 ? 'Space' : 'a');
    await page.evaluate(`window.deskProbe.until('keys', ${i + 1})`);
  }
  await field.fill('');
};

/** The median work of a key in a text field on an empty page, slowed as the desk is. */
const bareKeyWorkMs = async (page: Page, count: number): Promise<number> => {
  const empty = await page.context().newPage();
  await empty.setContent('<textarea rows="3" cols="60"></textarea>');
  await empty.addScriptTag({ path: PROBE });
  const cdp = await page.context().newCDPSession(empty);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await typeKeys(empty, count);
  const { keys } = await probed(empty);
  await empty.close();
  return median(keys.map(({ workMs }) => workMs));
};

type Talk = { front: DeskFront; customers: number /** Lines said so far. */; lines: number; at: number };

/**
 * Lines one after the other, each once the one before is painted, until `count` of them were customers': milliseconds
 * from each of these in the socket to the end of the frame that shows it. A reply's paint is waited for, too: a desk's
 * replies don't come twelve at once, and lines behind such a heap would be measured with it.
 */
const saySlowly = async (page: Page, talk: Talk, count: number): Promise<number[]> => {
  await page.evaluate('deskProbe.said.length = 0');
  const customers: number[] = [];
  for (let i = 0; customers.length < count; i++) {
    const events = line(talk.lines, talk.customers, talk.at, `#${talk.lines}#`);
    talk.front.say(events);
    talk.lines++;
    talk.at += 500;
    if (events.some(({ kind }) => kind === 'customer-said')) customers.push(i);
    await page.evaluate(`window.deskProbe.until('said', ${i + 1})`);
  }
  const { said } = await probed(page);
  return customers.flatMap((index) => said[index] ?? []);
};

/** An hour in as many lines as `count`, a batch for each frame or so. */
const sayAnHour = async (page: Page, talk: Talk, count: number): Promise<unknown[]> => {
  const batch = 25;
  const said: unknown[] = [];
  for (let i = 0; i < count; i += batch) {
    const events = Array.from({ length: batch }, (_, n) =>
      line(talk.lines + n, talk.customers, talk.at + Math.round((n * HOUR_MS) / count)),
    ).flat();
    talk.front.say(events);
    said.push(...events);
    talk.lines += batch;
    talk.at += Math.round((batch * HOUR_MS) / count);
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
  }
  return said;
};

/** Bytes that these events take when a page holds them as they came, and nothing else. */
const heapOfLog = async (page: Page, events: readonly unknown[]): Promise<number> => {
  const empty = await page.context().newPage();
  const cdp = await page.context().newCDPSession(empty);
  const before = await heapOf(cdp);
  await empty.evaluate((text) => {
    Object.assign(window, { held: JSON.parse(text) });
  }, JSON.stringify(events));
  const grown = (await heapOf(cdp)) - before;
  await empty.close();
  return grown;
};

/** `executablePath`: the browser of this machine, null where it has none. */
export const benchDesk = async (size: Size, executablePath: string | null): Promise<DeskFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-bench-'));
  const product = await startProduct(join(folder, 'data'));
  let browser: Browser | null = null;
  let front: DeskFront | null = null;
  try {
    browser = await openBrowser(executablePath);
    const context = await browser.newContext({ viewport: WIDE, locale: 'zh-CN' });
    context.setDefaultTimeout(WAIT_MS);
    const cards = cardsSchema.parse(await (await context.request.get(`${product.url}/api/scenarios`)).json()).value;
    const customers: Customer[] = cards
      .slice(0, Math.min(CUSTOMERS, size.sockets))
      .map(({ id, type, shop }) => ({ scenario: id, type, shop }));
    const opened = await context.request.post(`${product.url}/api/drills`, {
      data: { scenarios: customers.map(({ scenario }) => scenario), mode: 'practice', seed: 0 },
    });
    const { id } = openedSchema.parse(await opened.json()).value;
    front = await deskFront(product.port, id);
    const talk: Talk = { front, customers: customers.length, lines: 0, at: 1000 };
    front.say(arrivals(customers, talk.at));
    for (; talk.lines < 50 * size.passes; talk.lines++) {
      front.say(line(talk.lines, talk.customers, talk.at));
      talk.at += 400;
    }
    const page = await context.newPage();
    await page.addInitScript({ path: PROBE });
    await page.goto(`${front.url}/drills/${id}`);
    await page.locator('textarea').waitFor();
    const gzipKb = await gzipKbOf(page);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const idleMs = await processorMs(cdp);
    await typeKeys(page, 5 * size.passes);
    const keyProcessorMs = ((await processorMs(cdp)) - idleMs) / (5 * size.passes);
    const unsaid = { ms: await processorMs(cdp), lines: talk.lines };
    await saySlowly(page, talk, 2 * size.passes);
    const saidProcessorMs = ((await processorMs(cdp)) - unsaid.ms) / (talk.lines - unsaid.lines);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    await typeKeys(page, 5 * size.passes);
    const { keys } = await probed(page);
    const said = await saySlowly(page, talk, 2 * size.passes);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const bare = await bareKeyWorkMs(page, 5 * size.passes);
    await sayAnHour(page, talk, 150 * size.passes);
    const before = await heapOf(cdp);
    const hour = await sayAnHour(page, talk, 150 * size.passes);
    const grown = (await heapOf(cdp)) - before;
    const logBytes = await heapOfLog(page, hour);
    const works = keys.map(({ workMs }) => workMs);
    const paints = keys.map(({ paintMs }) => paintMs);
    return {
      keyWorkMs: rounded(median(works)),
      keyWorkToBare: rounded(median(works) / bare),
      bareKeyWorkMs: rounded(bare),
      keyWorkP95Ms: rounded(percentile(works, 0.95)),
      keyToPaintMs: rounded(median(paints)),
      keyToPaintP95Ms: rounded(percentile(paints, 0.95)),
      keyProcessorMs: rounded(keyProcessorMs),
      saidToPaintMs: rounded(median(said)),
      saidToPaintP95Ms: rounded(percentile(said, 0.95)),
      saidProcessorMs: rounded(saidProcessorMs),
      gzipKb: rounded(gzipKb),
      heapToLog: rounded(grown / logBytes),
      logKb: rounded(logBytes / 1000),
    };
  } finally {
    front?.close();
    await browser?.close();
    await stopServer({ ...product, drills: [], cookies: [], wall: null });
    rmSync(folder, { recursive: true, force: true });
  }
};
