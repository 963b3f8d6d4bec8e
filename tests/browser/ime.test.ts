import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leaveBrowser, openBrowser, visit } from '#tests/browser/support/browser.ts';
import { beginCoupon, COUPON, openDesk, said, times } from '#tests/browser/support/desk.ts';
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

const compose = (input: CDPSession, text: string) =>
  input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
const commit = (input: CDPSession, text: string) => input.send('Input.insertText', { text });
/** A key the IME has taken, as Windows and Linux report it. */
const processKey = async (input: CDPSession, code: string) => {
  await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code, windowsVirtualKeyCode: 229 });
  await input.send('Input.dispatchKeyEvent', { type: 'keyUp', key: code, code, windowsVirtualKeyCode: 13 });
};
/** The same key as macOS reports it: itself, with `isComposing`. */
const ownKey = async (input: CDPSession, key: string, windowsVirtualKeyCode: number) => {
  for (const type of ['rawKeyDown', 'keyUp'] as const) {
    await input.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode });
  }
};

describe('an input method', () => {
  test('keeps its Enter, Esc and arrows while it composes, and the Enter after that sends', async () => {
    const { page, context, faults } = await visit(browser, product.url);
    const { desk } = await openDesk(page, [COUPON]);
    await beginCoupon(desk);
    const { customer } = COUPON;
    const field = desk.composer(customer);
    await field.focus();
    const input = await context.newCDPSession(page);

    await compose(input, 'nihao');
    expect(await field.inputValue()).toBe('nihao');
    await processKey(input, 'Enter');
    expect(await field.inputValue()).toBe('nihao');
    await ownKey(input, 'Enter', 13);
    expect(await field.inputValue()).toBe('nihao');
    await ownKey(input, 'Escape', 27);
    expect(await field.inputValue()).toBe('nihao');
    await commit(input, '你好');
    expect(await field.inputValue()).toBe('你好');
    expect(await times(desk, customer, 'nihao')).toBe(0);
    expect(await times(desk, customer, '你好')).toBe(0);

    await field.press('Enter');
    await said(desk, customer, '你好');
    expect(await field.inputValue()).toBe('');
    expect(await times(desk, customer, '你好')).toBe(1);

    // Phrases: the letters of the composition filter already, the keys are still the input method's.
    await field.press('/');
    const phrases = page.getByRole('grid', { name: DESK.phrases });
    await compose(input, "m'j");
    await phrases.getByRole('row', { name: '满减叠券' }).waitFor();
    await processKey(input, 'Enter');
    expect(await phrases.isVisible()).toBe(true);
    expect(await field.inputValue()).toBe("/m'j");
    await commit(input, 'mj');
    await field.press('Enter');
    await phrases.waitFor({ state: 'hidden' });
    expect(await field.inputValue()).toBe('双十一全店满300减50，每满都减，早买早划算');
    expect(faults).toEqual([]);
    await context.close();
  });
});
