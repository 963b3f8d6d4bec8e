import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leaveBrowser, openBrowser, visit } from '#tests/browser/support/browser.ts';
import { beginCoupon, COUPON, type Desk, GIFT, openDesk, said } from '#tests/browser/support/desk.ts';
import { eventually } from '#tests/browser/support/eventually.ts';
import { sharedProduct } from '#tests/browser/support/shared-product.ts';
import { library } from '#tests/support/library.ts';

const product = sharedProduct();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await leaveBrowser(browser);
});

const FIRST = COUPON.customer;
const SECOND = GIFT.customer;
/** Two customers at once. */
const PASS_S = library.rubrics[0]?.tiers[0]?.passS ?? 0;

/** Seconds this customer's row says, or null while nobody waits. */
const waited = async (desk: Desk, customer: string): Promise<number | null> => {
  const [, seconds] = /已等\s*(\d+) 秒/.exec(await desk.row(customer).innerText()) ?? [];
  return seconds === undefined ? null : Number(seconds);
};
const isWaiting = (desk: Desk, customer: string) =>
  eventually(
    `${customer} waits`,
    () => waited(desk, customer),
    (n) => n !== null,
  );

/** Expects this customer's conversation to be open, with the focus in its composer. */
const isOpen = async (desk: Desk, customer: string): Promise<void> => {
  await desk.log(customer).waitFor();
  expect(await desk.row(customer).getAttribute('aria-current')).toBe('true');
  await eventually(
    `the keys go to ${customer}`,
    () => desk.composer(customer).evaluate((node) => node === document.activeElement),
    Boolean,
  );
};

describe('two customers at once', () => {
  test('[N5] both waits grow and change level, keys switch, drafts stay with their customer over a reload', async () => {
    const { page, context, faults } = await visit(browser, product.url);
    const { desk } = await openDesk(page, [COUPON, GIFT]);
    await page.getByText('这场共 2 位').waitFor();
    await beginCoupon(desk);
    await page.getByText('还有 1 位没进线').waitFor();
    const before = (await waited(desk, FIRST)) ?? 0;
    expect(await desk.row(FIRST).innerText()).toContain('正常，已等');
    await desk.composer(FIRST).fill('给第一位的草稿');

    await isWaiting(desk, SECOND);
    await page.getByText('客户都到齐了').waitFor();
    expect(await waited(desk, FIRST)).toBeGreaterThan(before);
    expect(await desk.row(SECOND).innerText()).toContain('正常，已等');
    // A new customer changes neither the open conversation nor the focus.
    await isOpen(desk, FIRST);

    await page.keyboard.press('Alt+2');
    await isOpen(desk, SECOND);
    expect(await desk.composer(SECOND).inputValue()).toBe('');
    await desk.composer(SECOND).fill('给第二位的草稿');

    await page.keyboard.press('Alt+ArrowDown');
    await isOpen(desk, FIRST);
    expect(await desk.composer(FIRST).inputValue()).toBe('给第一位的草稿');

    await desk.row(FIRST).getByText('偏久，已等').waitFor();
    await page.getByText(`${FIRST} 超过 ${PASS_S} 秒`).waitFor({ state: 'attached' });
    const [first, second] = [await waited(desk, FIRST), await waited(desk, SECOND)];
    expect(first).toBeGreaterThan(PASS_S);
    await eventually(
      'the second one’s seconds grow too',
      () => waited(desk, SECOND),
      (n) => (n ?? 0) > (second ?? 0),
    );

    await page.reload();
    await said(desk, FIRST, '一起拍到手多少呀');
    expect(await desk.composer(FIRST).inputValue()).toBe('给第一位的草稿');
    expect(await waited(desk, FIRST)).toBeGreaterThanOrEqual(first ?? 0);
    await page.keyboard.press('Alt+2');
    await isOpen(desk, SECOND);
    expect(await desk.composer(SECOND).inputValue()).toBe('给第二位的草稿');

    // The reply goes to the second customer only.
    await page.keyboard.press('Enter');
    await said(desk, SECOND, '给第二位的草稿');
    await eventually(
      'nobody waits for the second reply',
      () => desk.row(SECOND).innerText(),
      (text) => text.includes('已回复'),
    );
    await page.keyboard.press('Alt+1');
    await isOpen(desk, FIRST);
    expect(await desk.log(FIRST).getByText('给第二位的草稿').count()).toBe(0);
    expect(await desk.composer(FIRST).inputValue()).toBe('给第一位的草稿');
    // A reload cancels requests that are under way, which is no fault.
    expect(faults.filter((fault) => !fault.startsWith('failed:'))).toEqual([]);
    await context.close();
  });
});
