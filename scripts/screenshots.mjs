/**
 * `node scripts/screenshots.mjs [zh|en]`: plays a little and writes a README's pictures to docs/screenshots, the English ones
 * to docs/screenshots/en. Takes four minutes, because customers take theirs. Needs a Chrome, Chromium or Edge (CHROME_PATH).
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';
import { lesson } from './lesson-screenshots.mjs';
import { buildClient, explain, SetUpError, top } from './set-up.mjs';

const language = process.argv[2] === 'en' ? 'en' : 'zh';
const shown = join('docs', 'screenshots', ...(language === 'en' ? ['en'] : []));
const folder = join(top, shown);
const MAX_BYTES = 350_000;
const WIDE = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const HERE = {
  locale: language === 'en' ? 'en-GB' : 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  colorScheme: 'light',
  reducedMotion: 'reduce',
};
const COUPON = { id: 'promotion/coupon-stack', name: '不想早八' };
const GIFT = { id: 'return-dispute/partial-return-gift', name: '大鹏展翅不展翅' };

/** A page's text by its key, such as `desk:end.button`, with its values. Throws if the key is gone. */
const word = (key, values = {}) => {
  const [area, path] = key.split(':');
  const tree = JSON.parse(readFileSync(join(top, 'messages', language, `${area}.json`), 'utf8'));
  const text = path.split('.').reduce((node, part) => node?.[part], tree);
  if (typeof text !== 'string') throw new Error(`messages/${language} has no ${key}`);
  return text.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
};

/** The product on a free port with fresh data; `stop` ends it and removes them. */
const startProduct = async () => {
  const data = mkdtempSync(join(tmpdir(), 'kefu-shots-'));
  const child = spawn(process.execPath, [join(top, 'scripts', 'start.mjs')], {
    cwd: top,
    env: {
      ...process.env,
      UI_LANG: language,
      NO_BUILD: '1',
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: data,
      LOG_LEVEL: 'warn',
    },
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
};

/** Opens a trainee's desk on a device of its own. */
const sitDown = async (browser, url, device, cases) => {
  const context = await browser.newContext({
    ...device,
    ...HERE,
    baseURL: url,
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  // What is typed below answers the first card of each case; practice deals others.
  await page.route('**/api/drills', (route) =>
    route.request().method() === 'POST'
      ? route.continue({ postData: { ...route.request().postDataJSON(), seed: 0 } })
      : route.fallback(),
  );
  await page.goto(`/start?scenarios=${cases.map(({ id }) => id).join(',')}`);
  await page.getByRole('button', { name: word('ui:start'), exact: true }).waitFor();
  if (device === WIDE) await shoot(page, 'start', { height: 620 });
  await page.getByRole('button', { name: word('ui:start'), exact: true }).click();
  await page.getByRole('heading', { name: word('desk:ready.title') }).waitFor();
  await page.getByRole('button', { name: word('ui:start'), exact: true }).click();
  return page;
};

const shoot = async (page, name, { height } = {}) => {
  const size = page.viewportSize();
  if (height !== undefined) await page.setViewportSize({ ...size, height });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  if (height !== undefined) await page.setViewportSize(size);
  const { size: bytes } = statSync(path);
  console.log(`${shown}/${name}.png  ${Math.round(bytes / 1000)} kB`);
  if (bytes > MAX_BYTES) console.error(`✗ ${name}.png is larger than ${MAX_BYTES / 1000} kB`);
};

const row = (page, { name }) =>
  page
    .getByRole('region', { name: word('desk:list.label') })
    .getByRole('button', { name: new RegExp(`^\\d? ?${name}`) });
const log = (page, { name }) => page.getByRole('log', { name: word('desk:thread.with', { name }) });
/** The customer asks in one of three ways, and has ordered, or thinks it over. */
const STACKS = /怕用一个少一个|用了券满减也还在吧|那我只能挑一个用/;
const ORDERED = /^(拍啦|付好了|下单啦|我再想想吧|先不拍了吧)/;
const hears = (page, who, words) => log(page, who).getByText(words, { exact: true }).first().waitFor();
const says = async (page, { name }, words) => {
  const field = page.getByRole('textbox', { name: word('desk:composer.to', { name }) });
  await field.fill(words);
  await field.press('Enter');
};

/** Serves one customer well, keeps the other waiting and puts them off. */
const playTwo = async (page) => {
  await hears(page, COUPON, '一起拍到手多少呀');
  await says(page, COUPON, '459加99是558，满300减40，店铺券再减15，到手503元');
  await hears(page, COUPON, STACKS);
  await row(page, GIFT).waitFor();
  await page.getByRole('tab', { name: word('desk:side.actions') }).click();
  const title = word('trade:action.send-coupon.title');
  await page.getByRole('button', { name: title }).last().click();
  const form = page.getByRole('form', { name: title });
  await form.getByRole('combobox').selectOption({ index: 1 });
  await form.getByRole('button', { name: word('desk:action.submit', { title }) }).click();
  await says(page, COUPON, '不冲突，满减和券可以叠加，券发您了，点一下就能领');
  await hears(page, COUPON, '别又多出十块');
  await page.getByRole('tab', { name: word('desk:side.products') }).click();
  await page
    .getByRole('tabpanel', { name: word('desk:side.products') })
    .getByRole('button')
    .first()
    .click();
  await row(page, GIFT).getByText(word('ui:wait.level2')).waitFor();
  await page.getByRole('textbox', { name: word('desk:composer.to', COUPON) }).fill('/mj');
  await page.getByRole('grid', { name: word('desk:phrases.found') }).waitFor();
  await shoot(page, 'desk');

  await page.getByRole('textbox', { name: word('desk:composer.to', COUPON) }).fill('');
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
  await log(page, COUPON).getByText(ORDERED).first().waitFor();
  await says(page, COUPON, '对的，到手503元，逐峰3 41码加一件晨雾T');
};

const wide = async (browser, url) => {
  const page = await sitDown(browser, url, WIDE, [COUPON, GIFT]);
  await playTwo(page);
  await page.getByRole('button', { name: word('desk:end.button'), exact: true }).click();
  await page.getByRole('button', { name: word('desk-dialogs:end.confirm') }).click();
  await page.getByRole('link', { name: word('ui:seeReport') }).click();
  await read(page);
  await shoot(page, 'report', { height: 1300 });
  await readOnThePhone(browser, page);
  await page.goto('/');
  await page.getByRole('heading', { name: word('practice:recent.title') }).waitFor();
  await shoot(page, 'home', { height: 720 });
};

/** Waits until the report is drawn, and goes to its top. */
const read = async (page) => {
  await page.getByRole('article', { name: word('report:title') }).waitFor();
  await page.getByText(word('report:sign.trainee')).waitFor({ state: 'attached' });
  await page.evaluate(() => window.scrollTo(0, 0));
};

const readOnThePhone = async (browser, page) => {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ ...PHONE, ...HERE, storageState });
  const small = await context.newPage();
  await small.goto(page.url());
  await read(small);
  await shoot(small, 'report-phone');
  await context.close();
};

const phone = async (browser, url) => {
  const page = await sitDown(browser, url, PHONE, [COUPON]);
  await row(page, COUPON).click();
  await hears(page, COUPON, '一起拍到手多少呀');
  await says(page, COUPON, '459加99是558，到手503元');
  await says(page, COUPON, '满300减40，店铺券再减15');
  await hears(page, COUPON, STACKS);
  await page.getByRole('textbox', { name: word('desk:composer.to', COUPON) }).fill('不冲突，满减和券');
  await shoot(page, 'desk-phone');
};

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
    await lesson(browser, url, HERE, shoot, word('wall:lobby.joined'));
  } finally {
    await browser.close();
    await stop();
  }
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
