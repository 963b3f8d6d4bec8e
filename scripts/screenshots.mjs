/**
 * `node scripts/screenshots.mjs`: plays a little and writes the README's pictures to docs/screenshots. Takes four minutes,
 * because customers take theirs. Needs a Chrome, Chromium or Edge (CHROME_PATH).
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';
import { lesson } from './lesson-screenshots.mjs';
import { buildClient, explain, SetUpError, top } from './set-up.mjs';

const folder = join(top, 'docs', 'screenshots');
const MOST_BYTES = 350_000;
const WIDE = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const HERE = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', colorScheme: 'light', reducedMotion: 'reduce' };
const COUPON = { id: 'promotion/coupon-stack', name: '不想早八' };
const GIFT = { id: 'return-dispute/partial-return-gift', name: '大鹏展翅不展翅' };

/** The words on buttons and headings, as the locale files have them (`tests/labels.test.ts`). */
const [DESK, PRACTICE, REPORT] = ['desk', 'practice', 'report'].map((name) =>
  JSON.parse(readFileSync(join(top, 'messages', 'zh', `${name}.json`), 'utf8')),
);

/** The product on a free port with fresh data; `stop` ends it and removes them. */
async function startProduct() {
  const data = mkdtempSync(join(tmpdir(), 'kefu-shots-'));
  const child = spawn(process.execPath, [join(top, 'scripts', 'start.mjs')], {
    cwd: top,
    env: { ...process.env, NO_BUILD: '1', PORT: '0', HOST: '127.0.0.1', DATA_DIR: data, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const url = await new Promise((found, failed) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const [, port] = /http:\/\/localhost:(\d+)/.exec(printed) ?? [];
      if (port !== undefined) found(`http://127.0.0.1:${port}`);
    });
    ended.then(() => failed(new Error('the product did not start')));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  return { url, stop };
}

/** Somebody on a device of their own, at the desk. */
async function sitDown(browser, url, device, cases) {
  const context = await browser.newContext({
    ...device,
    ...HERE,
    baseURL: url,
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(`/start?scenarios=${cases.map(({ id }) => id).join(',')}`);
  await page.getByRole('button', { name: PRACTICE.start, exact: true }).waitFor();
  if (device === WIDE) await shoot(page, 'start', { height: 620 });
  await page.getByRole('button', { name: PRACTICE.start, exact: true }).click();
  await page.getByRole('heading', { name: DESK.ready.title }).waitFor();
  await page.getByRole('button', { name: DESK.ready.start, exact: true }).click();
  return page;
}

async function shoot(page, name, { height } = {}) {
  const size = page.viewportSize();
  if (height !== undefined) await page.setViewportSize({ ...size, height });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  if (height !== undefined) await page.setViewportSize(size);
  const { size: bytes } = statSync(path);
  console.log(`docs/screenshots/${name}.png  ${Math.round(bytes / 1000)} kB`);
  if (bytes > MOST_BYTES) console.error(`✗ ${name}.png is larger than ${MOST_BYTES / 1000} kB`);
}

const row = (page, { name }) =>
  page.getByRole('region', { name: DESK.list.label }).getByRole('button', { name: new RegExp(`^\\d? ?${name}`) });
const log = (page, { name }) => page.getByRole('log', { name: `与 ${name} 的对话` });
const hears = (page, who, words) => log(page, who).getByText(words, { exact: true }).first().waitFor();
const says = async (page, { name }, words) => {
  const field = page.getByRole('textbox', { name: `回复 ${name}` });
  await field.fill(words);
  await field.press('Enter');
};

/** One customer served well, the other kept waiting and put off. */
async function playTwo(page) {
  await hears(page, COUPON, '一起拍到手多少呀');
  await says(page, COUPON, '459加99是558，满300减40，店铺券再减15，到手503元');
  await hears(page, COUPON, '怕用一个少一个');
  await row(page, GIFT).waitFor();
  await page.getByRole('tab', { name: '操作' }).click();
  await page.getByRole('button', { name: '发券' }).last().click();
  const form = page.getByRole('form', { name: '发券' });
  await form.getByRole('combobox').selectOption({ index: 1 });
  await form.getByRole('button', { name: '提交发券' }).click();
  await says(page, COUPON, '不冲突，满减和券可以叠加，券发您了，点一下就能领');
  await hears(page, COUPON, '别又多出十块');
  await page.getByRole('tab', { name: '商品' }).click();
  await page.getByRole('tabpanel', { name: '商品' }).getByRole('button').first().click();
  await row(page, GIFT).getByText('偏久，已等').waitFor();
  await page.getByRole('textbox', { name: `回复 ${COUPON.name}` }).fill('/mj');
  await page.getByRole('grid', { name: DESK.phrases.found }).waitFor();
  await shoot(page, 'desk');

  await page.getByRole('textbox', { name: `回复 ${COUPON.name}` }).fill('');
  await says(page, COUPON, '满99包邮，这单邮费您不用付');
  await row(page, GIFT).click();
  await says(page, GIFT, '亲，具体以页面规则为准哦');
  await row(page, COUPON).click();
  await hears(page, COUPON, '我看下余额');
  await says(page, COUPON, '没别的要问就可以拍下了，拍完我跟您核对一遍');
  await row(page, GIFT).click();
  await log(page, GIFT)
    .getByText(/我问能不能退|又绕/)
    .waitFor();
  await says(page, GIFT, '鞋在家试穿不影响，可以退，13号24点前申请都算；T恤剪了吊牌又洗过，商品不完好，退不了');
  await hears(page, GIFT, '鞋行就行');
  await row(page, COUPON).click();
  await hears(page, COUPON, '拍啦');
  await says(page, COUPON, '对的，到手503元，逐峰3 41码加一件晨雾T');
}

async function wide(browser, url) {
  const page = await sitDown(browser, url, WIDE, [COUPON, GIFT]);
  await playTwo(page);
  await page.getByRole('button', { name: DESK.end.button, exact: true }).click();
  await page.getByRole('button', { name: DESK.end.confirm }).click();
  await page.getByRole('link', { name: DESK.ended.report }).click();
  await read(page);
  await shoot(page, 'report', { height: 1300 });
  await readOnThePhone(browser, page);
  await page.goto('/');
  await page.getByRole('heading', { name: '最近做过' }).waitFor();
  await shoot(page, 'home', { height: 720 });
}

/** Waits until the report is drawn, and goes to its top. */
async function read(page) {
  await page.getByRole('article', { name: REPORT.title }).waitFor();
  await page.getByText('学生签字').waitFor({ state: 'attached' });
  await page.evaluate(() => window.scrollTo(0, 0));
}

async function readOnThePhone(browser, page) {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ ...PHONE, ...HERE, storageState });
  const small = await context.newPage();
  await small.goto(page.url());
  await read(small);
  await shoot(small, 'report-phone');
  await context.close();
}

async function phone(browser, url) {
  const page = await sitDown(browser, url, PHONE, [COUPON]);
  await row(page, COUPON).click();
  await hears(page, COUPON, '一起拍到手多少呀');
  await says(page, COUPON, '459加99是558，到手503元');
  await says(page, COUPON, '满300减40，店铺券再减15');
  await hears(page, COUPON, '怕用一个少一个');
  await page.getByRole('textbox', { name: `回复 ${COUPON.name}` }).fill('不冲突，满减和券');
  await shoot(page, 'desk-phone');
}

try {
  const executablePath = findBrowser(process.env);
  if (executablePath === null) {
    throw new SetUpError('没有找到 Chrome、Chromium 或 Edge，用 CHROME_PATH 指明。', 'No browser: set CHROME_PATH.');
  }
  mkdirSync(folder, { recursive: true });
  await buildClient();
  const { url, stop } = await startProduct();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    await wide(browser, url);
    await phone(browser, url);
    await lesson(browser, url, HERE, shoot);
  } finally {
    await browser.close();
    await stop();
  }
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
