/** What stays where it is while somebody answers: what jsdom can't measure. */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leaveBrowser, openBrowser, visit } from '#tests/browser/support/browser.ts';
import { beginCoupon, COUPON, openDesk, PRICE, settled } from '#tests/browser/support/desk.ts';
import { sharedProduct } from '#tests/browser/support/shared-product.ts';

const product = sharedProduct();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await leaveBrowser(browser);
});

const topOf = async (locator: Locator): Promise<number> => (await locator.boundingBox())?.y ?? Number.NaN;

describe('the desk', () => {
  test('[X59] keeps composer and thread where they are through a letter and the customer’s typing', async () => {
    const { page, faults } = await visit(browser, product.url, { width: 1440, height: 900 });
    const { desk } = await openDesk(page, [COUPON]);
    await beginCoupon(desk);
    const field = desk.composer(COUPON.customer);
    const offer = page.getByRole('button', { name: '写一句自己的问候' });
    await offer.waitFor();
    const before = await topOf(field);
    await field.pressSequentially('4');
    await offer.waitFor({ state: 'hidden' });
    expect(await topOf(field)).toBe(before);
    await field.fill(PRICE);
    await field.press('Enter');
    await settled(desk, COUPON.customer);
    expect(await topOf(field)).toBe(before);
    const own = desk.log(COUPON.customer).getByText(PRICE, { exact: true });
    const withdraw = desk.log(COUPON.customer).getByRole('button', { name: /^撤回/ });
    await withdraw.waitFor();
    const quiet = await topOf(own);
    await page.getByText(`${COUPON.customer} 正在输入`).waitFor();
    expect(await topOf(own)).toBe(quiet);
    // Its time over, a message stands as high as before.
    await withdraw.evaluate((node: Element) => node.remove());
    expect(await topOf(own)).toBe(quiet);
    expect(faults).toEqual([]);
  });
});
