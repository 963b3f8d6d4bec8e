import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objections } from '#tests/browser/support/axe.ts';
import { leadTo, leaveBrowser, openBrowser, PHONE, type Size, visit, WIDE } from '#tests/browser/support/browser.ts';
import { sharedProduct } from '#tests/browser/support/shared-product.ts';
import { PUZZLE } from '#tests/support/labels.ts';

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

for (const [name, size] of sizes)
  test(`a puzzle is answered by keyboard, and a reload keeps draft and result at ${name} [Z4]`, async () => {
    const { page, context, faults } = await visit(browser, product.url, size);
    const found: string[] = [];
    const look = async (place: string) => {
      found.push(...(await objections(page, place)));
      const isWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      if (isWide) found.push(`${place}: wider than the screen`);
    };
    await page.goto('/');
    await page.getByRole('link', { name: '去答题' }).click();
    const today = page.getByRole('navigation', { name: '今天的三道题' });
    await today.getByRole('link').first().waitFor();
    await look('menu');
    await today.getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: PUZZLE.begin, exact: true }).waitFor();
    await look('before');
    await page.getByRole('button', { name: PUZZLE.begin, exact: true }).focus();
    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: '你的回答' });
    await field.waitFor();
    await page.keyboard.type('这个我说不好');
    await look('asked');
    await page.reload();
    await field.waitFor();
    expect(await field.inputValue()).toBe('这个我说不好');
    await field.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '听到了什么' }).waitFor();
    await look('answered');
    await page.reload();
    await page.getByRole('heading', { name: '听到了什么' }).waitFor();
    await leadTo(page, '/puzzles');
    await today
      .getByText(/没答出|存疑|答出/)
      .first()
      .waitFor();
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
