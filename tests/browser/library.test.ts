import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objections, schemesAt } from '#tests/browser/support/axe.ts';
import { leadTo, leaveBrowser, openBrowser, PHONE, type Size, visit, WIDE } from '#tests/browser/support/browser.ts';
import { COUPON } from '#tests/browser/support/desk.ts';
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

const sizes: [string, Size][] = [
  ['1440', WIDE],
  ['360', PHONE],
];
const address = (page: Page) => decodeURIComponent(new URL(page.url()).search);
const isAsWideAsThePage = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Choices stand beside the search on a wide screen, in a sheet on a phone. */
const onlyTheRunningShop = async (page: Page, phone: boolean): Promise<void> => {
  if (phone) await page.getByRole('button', { name: '筛选' }).click();
  await page.getByRole('combobox', { name: '店铺' }).selectOption('suibu');
  if (phone) await page.getByRole('button', { name: /^看 \d+ 个案例$/ }).click();
};

describe.concurrent('the library, a shop and its self-test', () => {
  for (const [name, size] of sizes)
    test(`two cases are found, kept through a reload and served together at ${name}`, async () => {
      const { page, context, faults } = await visit(browser, product.url, size);
      const found: string[] = [];
      const look = async (place: string) => {
        found.push(...(await objections(page, place, schemesAt(size))));
        if (!(await isAsWideAsThePage(page))) found.push(`${place}: wider than the screen`);
      };
      await page.goto('/library');
      await page.getByRole('link', { name: COUPON.title }).waitFor();
      await look('library');
      await onlyTheRunningShop(page, size === PHONE);
      await page.waitForURL(/shop=suibu/);
      const boxes = page.getByRole('checkbox', { name: /^和别的客户一起接/ });
      await boxes.nth(0).check();
      await boxes.nth(1).check();
      await look('library with two marked');

      // Marks and filters are in the address, so that they are there after a reload and on the way back.
      const kept = address(page);
      await page.reload();
      const go = page.getByRole('button', { name: '接这 2 位' });
      await go.waitFor();
      expect(address(page)).toBe(kept);
      await go.click();
      await page.getByRole('heading', { name: DESK.ready }).waitFor();
      await page.goBack();
      await go.waitFor();
      expect(address(page)).toBe(kept);

      // Typed key by key: the address follows, and no character is lost in the field.
      const field = page.getByRole('searchbox', { name: '搜案例' });
      await field.pressSequentially('没有这样的案例');
      expect(await field.inputValue()).toBe('没有这样的案例');
      await page.getByText('没有找到「没有这样的案例」').waitFor();
      expect(address(page)).toContain('q=没有这样的案例');
      await look('library with nothing found');
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    });

  for (const [name, size] of sizes)
    test(`a shop is studied and asked about by keyboard, and the missed card is shown at ${name}`, async () => {
      const { page, context, faults } = await visit(browser, product.url, size);
      const found: string[] = [];
      await page.goto('/shop/guchui');
      await page.getByRole('link', { name: '自测五道' }).click();
      await page.getByText('第 1 题，共 5 题').waitFor();
      expect(address(page)).toMatch(/^\?seed=\d+$/);
      await leadTo(page, '/shop/guchui/self-test?seed=3');
      for (const at of [1, 2, 3, 4, 5]) {
        await page.getByText(`第 ${at} 题，共 5 题`).waitFor();
        if (at === 1) found.push(...(await objections(page, 'self-test asked')));
        await page.keyboard.press('ArrowLeft');
        await page
          .getByRole('status')
          .filter({ hasText: /^(对|不对)/ })
          .waitFor();
        if (at === 1) found.push(...(await objections(page, 'self-test answered')));
        await page.keyboard.press('Enter');
      }
      // Two or three of the five statements are true, so answering that all are true gets the others wrong.
      await page.getByRole('heading', { name: /^5 题对了 [23] 题$/ }).waitFor();
      found.push(...(await objections(page, 'self-test result')));
      expect(await isAsWideAsThePage(page)).toBe(true);
      const link = page.getByRole('link', { name: '去看这一条' }).first();
      const row = new URL((await link.getAttribute('href')) ?? '', product.url).hash.slice(1);
      await link.click();
      await page.waitForURL(/\/shop\/guchui#/);
      await page.waitForFunction((id) => document.activeElement?.id === id, row);
      await page.goBack();
      await page.getByRole('heading', { name: /^5 题对了 [23] 题$/ }).waitFor();
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    });
});
