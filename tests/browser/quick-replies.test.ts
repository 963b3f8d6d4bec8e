/** A teacher's own quick replies, from a table to the desk, on a wide screen; then the page on a phone. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objections } from '#tests/browser/support/axe.ts';
import { leadTo, leaveBrowser, openBrowser, PHONE, visit } from '#tests/browser/support/browser.ts';
import { beginCoupon, COUPON, openDesk, said } from '#tests/browser/support/desk.ts';
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

const SUM = '满300减40，一单减一次，券能跟它一起用，我算给您';
const FIRST = [
  ['问候', 'bxhy', '本校欢迎', '{买家昵称}您好，我是本校实训客服，您说'],
  ['活动', 'bxmj', '本校满减', SUM],
];
const NEXT = [
  ['活动', 'bxmj', '本校满减', `${SUM}到手多少`],
  ['发货', 'bxfh', '本校发货', '今天16点前付款的今天发，单号出来我发您'],
  ['发货', 'mj', '撞了短码', '这条的短码店铺自带的用了'],
  ['发货', 'bxkd', '写错占位', '{买家妮称}，快递在路上了'],
];
const file = (rows: readonly (readonly string[])[]) => ({
  name: '话术.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\ufeff${[['组', '短码', '标题', '内容'], ...rows].map((row) => row.join(',')).join('\n')}`),
});
const fitsTheScreen = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

describe('a school’s own quick replies', () => {
  test('are uploaded from a table, used at the desk, removed and brought back', async () => {
    const { page, context, faults } = await visit(browser, product.url);
    const found: string[] = [];
    const look = async (on: Page, place: string) => {
      found.push(...(await objections(on, place)));
      if (!(await fitsTheScreen(on))) found.push(`${place}: wider than the screen`);
    };
    await comeAsTeacher(page, product);
    await page.getByRole('link', { name: '本校话术' }).click();
    await page.getByText(/还没有本校话术$/).waitFor();
    await page.getByRole('navigation', { name: '店铺' }).getByRole('link', { name: /^燧步/ }).click();
    await look(page, 'empty');

    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '模板 .xlsx' }).click();
    expect((await saving).suggestedFilename()).toMatch(/^本校话术-燧步.*\.xlsx$/);

    await page.getByLabel('话术表格').setInputFiles(file(FIRST));
    await page.getByText('读到 2 行：新增 2 条，改动 0 条，不变 0 条').waitFor();
    await page.getByRole('button', { name: '存下 2 条' }).click();
    await page.getByText('存成第 1 版，以后开的演练都带上', { exact: true }).waitFor();
    await page.getByText('本校 2 条').waitFor();

    // A second table has one changed row, one new row, two that can't be saved, and lacks one of the first table's.
    await page.getByLabel('话术表格').setInputFiles(file(NEXT));
    await page.getByText('读到 4 行：新增 1 条，改动 1 条，不变 0 条').waitFor();
    await page.getByText('第 4 行「短码」：「mj」店铺自带的「满减」已经用了').waitFor();
    await page.getByText(/^第 5 行「内容」：不认识 \{买家妮称\}/).waitFor();
    await page.getByRole('radio', { name: /^整份替换/ }).check();
    await page.getByRole('region', { name: '去掉' }).getByText('bxhy').waitFor();
    await look(page, 'looked over');
    await page.getByRole('radio', { name: /^添加到现有/ }).check();
    await page.getByRole('button', { name: '存下 2 条' }).click();
    await page.getByText('本校 3 条').waitFor();
    await look(page, 'saved');

    const { desk } = await openDesk(page, [COUPON]);
    await beginCoupon(desk);
    await desk.composer(COUPON.customer).fill('/bxmj');
    const row = page.getByRole('grid', { name: DESK.phrases }).getByRole('row');
    await row.getByText('本校·活动').waitFor();
    await desk.composer(COUPON.customer).press('Enter');
    await desk.composer(COUPON.customer).press('Enter');
    await said(desk, COUPON.customer, `${SUM}到手多少`);

    await leadTo(page, '/quick-replies/suibu');
    await page.getByRole('button', { name: '全部去掉' }).click();
    await page.getByText(/还没有本校话术$/).waitFor();
    await page.getByRole('button', { name: '恢复' }).click();
    await page.getByText('本校 3 条').waitFor();
    await page.getByRole('button', { name: '退回第 1 版' }).click();
    await page.getByText('本校 2 条').waitFor();

    // The same account on a phone.
    const phone = await visit(browser, product.url, PHONE);
    await phone.context.addCookies(await context.cookies());
    await phone.page.goto('/quick-replies/suibu');
    await phone.page.getByText('退回第 1 版', { exact: true }).waitFor();
    await look(phone.page, 'on a phone');
    await phone.page.getByLabel('话术表格').setInputFiles(file(NEXT));
    await phone.page.getByText('读到 4 行：新增 1 条，改动 1 条，不变 0 条').waitFor();
    await look(phone.page, 'looked over on a phone');
    expect(found).toEqual([]);
    expect([...faults, ...phone.faults]).toEqual([]);
    await Promise.all([context.close(), phone.context.close()]);
  });
});
