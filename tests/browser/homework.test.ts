import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leadTo, leaveBrowser, openBrowser, PHONE, visit } from '#tests/browser/support/browser.ts';
import { COUPON } from '#tests/browser/support/desk.ts';
import { addClass, join, ROSTER } from '#tests/browser/support/lesson.ts';
import { comeAsTeacher, type WorkersProduct, workersProduct } from '#tests/browser/support/workers-product.ts';
import { DESK, RUN } from '#tests/support/labels.ts';

let product: WorkersProduct;
let browser: Browser;
beforeAll(async () => {
  [product, browser] = await Promise.all([workersProduct(), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
});

/** Set for the class, open at once, due in three evenings; returns its code. */
const setHomework = async (page: Page): Promise<string> => {
  await leadTo(page, '/teach');
  await page.getByRole('link', { name: RUN.add }).first().click();
  const form = page.getByRole('form', { name: RUN.add });
  await form.getByRole('radio', { name: '作业', exact: true }).click();
  await form.getByRole('textbox', { name: '名称' }).fill('周末作业');
  const chosen = form.getByRole('button', { name: /^去掉/ });
  for (let left = await chosen.count(); left > 0; left--) await chosen.first().click();
  await form.getByRole('searchbox', { name: '搜案例' }).fill(COUPON.title);
  await form.getByRole('group', { name: '可选的案例' }).getByRole('checkbox', { name: COUPON.title }).check();
  await form.getByRole('group', { name: '时长' }).getByLabel('演练').fill('5');
  // The test waits for the customer of the first variant.
  await form.getByRole('radio', { name: '每场一样' }).click();
  await form.getByRole('button', { name: '布置作业' }).click();
  await page.waitForURL(/\/runs\/[^/]+\/homework$/);
  const said = await page.getByText(/^\d{3} \d{3}$/).textContent();
  return (said ?? '').replace(/\D/g, '');
};

test('is set by a teacher, done by a trainee on a phone, and its teacher sees it handed in [H1] [H9]', async () => {
  const { page: teacher, faults } = await visit(browser, product.url);
  await comeAsTeacher(teacher, product);
  await addClass(teacher, ROSTER.slice(0, 3));
  const code = await setHomework(teacher);
  await teacher.getByRole('button', { name: '3 没有开始' }).waitFor();

  const trainee = await visit(browser, product.url, PHONE);
  const { page } = trainee;
  const [first] = ROSTER;
  if (first === undefined) throw new Error('no roster');
  await join(page, code, first);
  await page.getByRole('heading', { name: /前，还有 \d+ 天/ }).waitFor();
  const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(await isWide()).toBe(false);
  await leadTo(page, '/');
  await page.getByRole('link', { name: /周末作业.*没有开始.*去看/ }).click();
  await page.getByRole('button', { name: '开始做' }).click();
  await page.waitForURL(/\/drills\//);
  await page.getByText(/^还剩 (5:00|4:5\d)$/).waitFor();
  await page.getByText(COUPON.customer).first().waitFor();
  await page.reload();
  await page.getByText(COUPON.customer).first().waitFor();
  const back = page.getByRole('button', { name: DESK.backToList });
  if (await back.isVisible()) await back.click();
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: DESK.endFromMore }).click();
  await page.getByText('结束后这份作业还可以再做 2 次。').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: DESK.endDo }).click();
  await page.getByText(DESK.ended).first().waitFor();
  await page.goto(`/join/${code}`);
  await page.getByText('第 1 次').waitFor();
  await page.getByText(/^计入成绩/).waitFor();
  await leadTo(page, '/');
  await page.getByRole('heading', { name: '客服练兵场' }).waitFor({ state: 'attached' });
  await expect.poll(() => page.getByText('要交的作业').count()).toBe(0);

  await teacher.reload();
  await teacher.getByRole('button', { name: '2 没有开始' }).waitFor();
  await teacher.getByRole('button', { name: '1 已交' }).click();
  await teacher.getByRole('link', { name: first.name }).waitFor();
  await teacher.getByRole('cell', { name: '1 / 3 次' }).waitFor();
  expect([...faults, ...trainee.faults]).toEqual([]);
}, 240_000);
