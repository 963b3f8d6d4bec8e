/** What a thumb needs on a phone of 360 px: what jsdom can't measure. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leaveBrowser, openBrowser, PHONE, visit } from '#tests/browser/support/browser.ts';
import { beginCoupon, COUPON, GIFT, openDesk } from '#tests/browser/support/desk.ts';
import { sharedProduct } from '#tests/browser/support/shared-product.ts';
import { DESK } from '#tests/support/labels.ts';

const product = sharedProduct();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await leaveBrowser(browser);
});

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('not on the page');
  return box;
};
/** Whether something hides a part of its words. */
const isCut = (locator: Locator): Promise<boolean> =>
  locator.evaluate(
    (node: Element) => node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1,
  );
const pageWidth = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

describe('on a phone', () => {
  test('[X33] each choice of a row is wide enough for a thumb, and the row fits the page', async () => {
    const { page, faults } = await visit(browser, product.url, PHONE);
    await page.goto('/');
    const row = page.getByRole('radiogroup', { name: '同时接几位' });
    await row.waitFor();
    const choices = await row.getByRole('radio').all();
    expect(choices).toHaveLength(7);
    const boxes = await Promise.all(choices.map(boxOf));
    for (const { width, height } of boxes) {
      expect.soft(width).toBeGreaterThanOrEqual(44);
      expect(height).toBeGreaterThanOrEqual(44);
    }
    expect(new Set(boxes.map(({ y }) => y)).size).toBe(1);
    expect(await pageWidth(page)).toBe(PHONE.width);
    // Where they don't fit side by side they take another line.
    await page.setViewportSize({ width: 300, height: 640 });
    expect(await pageWidth(page)).toBe(300);
    expect(faults).toEqual([]);
  });

  test('[X31] [X34] a reload and Back keep the place, the panel’s tabs stay where they are, nothing to be sent is cut', async () => {
    const { page, faults } = await visit(browser, product.url, PHONE);
    const { desk } = await openDesk(page, [COUPON]);
    await beginCoupon(desk);
    await page.reload();
    await desk.log(COUPON.customer).waitFor();

    const tabs = page.getByRole('dialog').getByRole('tablist');
    const places = new Set<number>();
    for (const tab of ['订单', '商品', '店规', '操作']) {
      const panel = await desk.openSide(tab);
      await panel.waitFor();
      places.add((await boxOf(tabs)).y);
    }
    const last = (await desk.openSide('店规')).getByRole('button').last();
    await last.scrollIntoViewIfNeeded();
    places.add((await boxOf(tabs)).y);
    expect.soft(places.size).toBe(1);
    await desk.closeSide();

    const field = desk.composer(COUPON.customer);
    await field.fill('/');
    const rows = page.getByRole('grid', { name: DESK.phrases }).getByRole('row');
    await rows.first().waitFor();
    // A long one is shortened; until it is unfolded nothing sends it (RULES X44).
    for (const row of await rows.all()) {
      const isFolded = (await row.getByRole('button', { name: '展开' }).count()) === 1;
      expect.soft(await row.getByRole('button', { name: DESK.sendAsIs }).count()).toBe(isFolded ? 0 : 1);
      expect.soft(await isCut(row.locator('[title]'))).toBe(isFolded);
    }

    await field.fill('您好，我听得出您心里不好受。'.repeat(6));
    const shown = await field.evaluate((node) => {
      const { lineHeight, paddingBottom } = getComputedStyle(node);
      node.scrollTop = node.scrollHeight;
      return (node.clientHeight - Number.parseFloat(paddingBottom)) / Number.parseFloat(lineHeight);
    });
    expect.soft(shown).toBe(Math.round(shown));
    await field.fill('');

    await page.goBack();
    await page.getByRole('region', { name: DESK.list }).waitFor();
    await desk.open(COUPON.customer);
    await desk.log(COUPON.customer).waitFor();
    expect(faults).toEqual([]);
  });

  test('[X40] each tab of the panel has its own place, and its tabs stay in sight over an open form', async () => {
    const { page, faults } = await visit(browser, product.url, PHONE);
    const { desk } = await openDesk(page, [COUPON]);
    await beginCoupon(desk);
    const topOf = (panel: Locator) => panel.evaluate((node) => node.scrollTop);
    const rules = await desk.openSide('店规');
    await rules.getByRole('button').last().scrollIntoViewIfNeeded();
    const left = await topOf(rules);
    expect(left).toBeGreaterThan(100);
    expect(await topOf(await desk.openSide('商品'))).toBe(0);
    expect(await topOf(await desk.openSide('店规'))).toBe(left);
    const tabs = page.getByRole('dialog').getByRole('tablist');
    const { y } = await boxOf(tabs);
    await (await desk.openSide('操作')).getByRole('button', { name: '备注' }).click();
    const note = page.getByLabel('备注内容');
    await note.waitFor();
    expect((await boxOf(tabs)).y).toBe(y);
    // [X42] It grows with its lines, and then scrolls.
    const { height } = await boxOf(note);
    await note.fill('要顺丰\n周六前到\n放门卫\n打电话');
    expect((await boxOf(note)).height).toBeGreaterThan(height);
    await note.fill('一行\n'.repeat(40));
    expect((await boxOf(note)).height).toBeLessThan(250);
    expect(faults).toEqual([]);
  });

  test('[X41] the list comes back as it was left, with whoever has waited longest in sight', async () => {
    const { page, faults } = await visit(browser, product.url, PHONE);
    const { desk } = await openDesk(page, [COUPON, GIFT]);
    await beginCoupon(desk);
    await page.getByRole('button', { name: DESK.backToList }).click();
    await desk.row(GIFT.customer).waitFor();
    // So low that one row fits.
    await page.setViewportSize({ width: PHONE.width, height: 300 });
    const list = page.getByRole('region', { name: DESK.list }).locator('section');
    const isInSight = async (customer: string) => {
      const row = await boxOf(desk.row(customer));
      const area = await boxOf(list);
      return row.y >= area.y - 1 && row.y + row.height <= area.y + area.height + 1;
    };
    // The second customer is opened; the first waits longest and stands above.
    await desk.row(GIFT.customer).scrollIntoViewIfNeeded();
    expect(await isInSight(COUPON.customer)).toBe(false);
    await desk.open(GIFT.customer);
    await page.getByRole('button', { name: DESK.backToList }).click();
    await desk.row(GIFT.customer).waitFor();
    expect(await isInSight(COUPON.customer)).toBe(true);
    expect(faults).toEqual([]);
  });
});
