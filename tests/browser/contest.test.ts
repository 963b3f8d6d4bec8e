import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leadTo, leaveBrowser, openBrowser, PHONE, visit } from '#tests/browser/support/browser.ts';
import { addClass, ROSTER } from '#tests/browser/support/lesson.ts';
import { comeAsTeacher, type WorkersProduct, workersProduct } from '#tests/browser/support/workers-product.ts';
import { DESK } from '#tests/support/labels.ts';

let product: WorkersProduct;
let browser: Browser;
beforeAll(async () => {
  [product, browser] = await Promise.all([workersProduct(), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
});

const HOUR = 3600_000;
/** As a field for date and time has it, by Beijing's clock. */
const chinaInput = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(0, 16);

/** Open at once for an hour; the contest's page stands there afterwards. */
const holdContest = async (page: Page): Promise<string> => {
  await leadTo(page, '/teach');
  await page.getByRole('link', { name: '比赛' }).click();
  await page.getByRole('link', { name: '办比赛' }).click();
  await page.getByRole('textbox', { name: '名称' }).fill('城东杯');
  await page.getByLabel('开始', { exact: true }).fill(chinaInput(Date.now() - 60_000));
  await page.getByLabel('截止').fill(chinaInput(Date.now() + HOUR));
  await page.getByRole('button', { name: '办这场比赛' }).click();
  await page.getByRole('heading', { name: '城东杯' }).waitFor();
  await page.getByLabel('班级').selectOption({ index: 1 });
  await page.getByLabel('团队名').fill('城东一班');
  await page.getByRole('button', { name: '加一个班' }).click();
  return (await page.getByText(/^\d{6}$/).textContent()) ?? '';
};

const isWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('a contest is held, entered on a phone, played on after a reload, and stands on the board [J52] [J54]', async () => {
  const { page: teacher, faults } = await visit(browser, product.url);
  await comeAsTeacher(teacher, product);
  await addClass(teacher, ROSTER.slice(0, 2));
  const code = await holdContest(teacher);

  const contestant = await visit(browser, product.url, PHONE);
  const { page } = contestant;
  await page.goto('/contest');
  await page.getByLabel('参赛码').fill(code);
  await page.getByRole('button', { name: '入场' }).click();
  await page.getByText(ROSTER[0]?.name ?? '').click();
  await page.getByRole('button', { name: /^我是/ }).click();
  const begin = page.getByRole('button', { name: '开始第一场' });
  await begin.waitFor();
  expect(await isWide(page)).toBe(false);
  const lobby = page.url();
  await begin.click();
  await page.waitForURL(/\/drills\//);
  const waiting = page.getByRole('button', { name: /去回等得最久的/ });
  await waiting.waitFor();
  await page.reload();
  await waiting.waitFor();
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: DESK.endFromMore }).click();
  await page.getByRole('dialog').getByRole('button', { name: DESK.endDo }).click();
  await page.getByText(DESK.ended).first().waitFor();
  await page.getByRole('link', { name: DESK.toSeat }).first().click();
  await page.waitForURL(lobby);
  await page
    .getByRole('cell', { name: /城东一班 · 01/ })
    .or(page.getByRole('rowheader', { name: /城东一班 · 01/ }))
    .waitFor();
  expect(await isWide(page)).toBe(false);

  await teacher.getByRole('link', { name: '投影排行榜' }).click();
  const people = teacher.getByRole('region', { name: '个人排名' });
  await people.getByText('城东一班 · 01').waitFor();
  const spectator = await visit(browser, product.url, PHONE);
  await spectator.page.goto(teacher.url());
  await spectator.page.getByText('1 人入场，0 人正在接待').waitFor();
  expect(await isWide(spectator.page)).toBe(false);
  expect(await spectator.page.getByRole('region', { name: '团队排名' }).getByText('城东一班').count()).toBe(1);
  // The board that everybody sees has no name of a roster.
  expect(await spectator.page.getByText(ROSTER[0]?.name ?? '').count()).toBe(0);
  expect([...faults, ...contestant.faults, ...spectator.faults]).toEqual([]);
});
