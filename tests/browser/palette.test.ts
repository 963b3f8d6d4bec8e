import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objections } from '#tests/browser/support/axe.ts';
import { leaveBrowser, openBrowser, PHONE, visit, WIDE } from '#tests/browser/support/browser.ts';
import { beginCoupon, COUPON, openDesk, said } from '#tests/browser/support/desk.ts';
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

test.each([
  ['1440 px', WIDE],
  ['360 px', PHONE],
] as const)('Ctrl K finds a message and leads there, and a reply is taken back, at %s', async (_name, size) => {
  const { context, page, faults } = await visit(browser, product.url, size);
  const { desk } = await openDesk(page, [COUPON]);
  await beginCoupon(desk);
  await desk.composer(COUPON.customer).fill('稍等我看一下');
  await desk.composer(COUPON.customer).press('Enter');
  await said(desk, COUPON.customer, '稍等我看一下');
  await page.getByRole('button', { name: '撤回：稍等我看一下' }).click();
  await desk.log(COUPON.customer).locator('del', { hasText: '稍等我看一下' }).waitFor();

  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: DESK.palette });
  await field.waitFor();
  await field.fill('到手');
  await page.getByRole('option').first().waitFor();
  expect(await objections(page, 'the command palette')).toEqual([]);
  const box = await page.getByRole('dialog').boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(size.width);
  await page.getByRole('group', { name: '说过的话' }).getByRole('option').last().click();
  await page.locator('[data-found]:focus').waitFor();
  expect(await page.locator('[data-found]').textContent()).toContain('到手');
  expect(faults).toEqual([]);
  await context.close();
});
