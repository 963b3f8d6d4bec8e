import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objections } from '#tests/browser/support/axe.ts';
import { leadTo, leaveBrowser, openBrowser, PHONE, type Size, visit, WIDE } from '#tests/browser/support/browser.ts';
import { sharedProduct } from '#tests/browser/support/shared-product.ts';

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
const compose = (input: CDPSession, text: string) =>
  input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
const commit = (input: CDPSession, text: string) => input.send('Input.insertText', { text });
const field = (page: Page) => page.getByRole('textbox', { name: '在这里打字' });
const textOf = async (page: Page): Promise<string> => {
  const words = await page.locator('p.sr-only', { hasText: /^要打的字：/ }).textContent();
  return (words ?? '').replace('要打的字：', '');
};
/** The character that is to be typed next. */
const nextCharacter = (page: Page) => page.locator('div[lang="zh-CN"] span.bg-tint').textContent();

describe.concurrent('typing', () => {
  for (const [name, size] of sizes)
    test(`is practised for two minutes with an input method and keys, and kept at ${name} [Y2]`, async () => {
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
      // What loads later moves the link, and a press on a busy machine may fall beside it.
      await page.waitForLoadState('networkidle');
      await page.getByRole('link', { name: '去打字' }).click();
      await page.getByRole('link', { name: '打两分钟整段' }).waitFor();
      await look('choice');

      await page.clock.install();
      await leadTo(page, '/typing/bout?set=long&seed=11');
      await field(page).waitFor();
      const text = await textOf(page);
      await page.reload();
      await field(page).waitFor();
      expect(await textOf(page)).toBe(text);
      const input = await context.newCDPSession(page);

      // Letters of the input method are judged as nothing, and their time counts.
      await field(page).focus();
      await compose(input, 'nin hao');
      await page.clock.runFor(5000);
      expect(await field(page).inputValue()).toBe('nin hao');
      expect(await nextCharacter(page)).toBe(text[0]);
      await page.getByText('1:55').waitFor();
      await commit(input, text.slice(0, 4));
      expect(await nextCharacter(page)).toBe(text[4]);

      // A wrong character, taken back; one that stays; one left out.
      await page.keyboard.press('Q');
      await page.getByText('改掉 0').waitFor();
      await page.keyboard.press('Backspace');
      await page.getByText('改掉 1').waitFor();
      await page.keyboard.press('W');
      await commit(input, text.slice(5, 20));
      await commit(input, text.slice(21, 60));
      expect(await nextCharacter(page)).toBe(text[60]);
      await look('bout');

      // A paste is refused, also one by keys.
      await page.evaluate(() => {
        const data = new DataTransfer();
        data.setData('text/plain', '粘贴来的');
        const field = document.querySelector('input');
        field?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      });
      await page.getByText(/^不能粘贴/).waitFor();
      expect(await field(page).inputValue()).not.toContain('粘贴');

      await page.clock.runFor(120_000);
      const heading = page.getByRole('heading', { level: 2 });
      await heading.waitFor();
      expect(await heading.textContent()).toContain('离及格的 55 还差 26 字');
      await page.getByText('留下 2 个，改掉 1 个').waitFor();
      await look('result');

      // The same texts once more, with the own best run beside.
      await page.getByRole('button', { name: '再打一次' }).click();
      await field(page).focus();
      await page.keyboard.press(text[0] === 'x' ? 'y' : 'x');
      await page.clock.runFor(6000);
      expect(await page.locator('[data-ghost]').count()).toBe(1);
      await page.keyboard.press('Escape');
      await page.getByText('2:00').waitFor();

      await leadTo(page, '/typing');
      await page.getByText('29').first().waitFor();
      await page.getByRole('button', { name: '清空成绩' }).click();
      await page.getByText(/^还没打过/).waitFor();
      await page.getByRole('button', { name: '撤销' }).click();
      await page.getByRole('button', { name: '清空成绩' }).waitFor();
      await leadTo(page, '/typing/phrases');
      await field(page).waitFor();
      await look('phrases');
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    });
});
