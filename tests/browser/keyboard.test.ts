import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leaveBrowser, openBrowser, visit } from '#tests/browser/support/browser.ts';
import { COUPON, deskOf, firstVariant, PRICE, said } from '#tests/browser/support/desk.ts';
import { eventually } from '#tests/browser/support/eventually.ts';
import { sharedProduct } from '#tests/browser/support/shared-product.ts';
import { DESK, PRACTICE, REPORT } from '#tests/support/labels.ts';

const product = sharedProduct();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await leaveBrowser(browser);
});

type Focus = { name: string; role: string; ring: boolean };

/** The element that has the focus, and whether a ring shows it. */
const focused = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const node = document.activeElement;
    if (!(node instanceof HTMLElement) || node === document.body) return { name: '', role: 'body', ring: true };
    const style = getComputedStyle(node);
    return {
      name: (node.getAttribute('aria-label') ?? node.innerText).trim(),
      role: node.getAttribute('role') ?? node.tagName.toLowerCase(),
      ring: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
    };
  });

/** Presses Tab until this element has the focus; every element on the way must show its ring. */
const tabTo = async (page: Page, name: string, most = 40): Promise<void> => {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    expect(now, `the focus is seen on ${now.role} ${now.name}`).toMatchObject({ ring: true });
    if (now.name === name) return;
  }
  throw new Error(`Tab never came to ${name}`);
};

const inFocus = (page: Page, what: Partial<Focus>) =>
  eventually(
    `in focus: ${JSON.stringify(what)}`,
    () => focused(page),
    (now) => Object.entries(what).every(([key, value]) => now[key as keyof Focus] === value),
  );

describe('without a mouse', () => {
  test('from the start card to the first reply and through the whole desk, with the focus in sight', async () => {
    const { page, context, faults } = await visit(browser, product.url);
    await firstVariant(page);
    const { customer } = COUPON;
    const composer = { role: 'textarea', name: `回复 ${customer}` };
    await page.goto(`/start?scenarios=${COUPON.id}`);
    await page.getByRole('heading', { name: COUPON.title }).waitFor();
    await tabTo(page, PRACTICE.start);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/drills\//);
    await page.getByRole('heading', { name: DESK.ready }).waitFor();
    await tabTo(page, DESK.start);
    await page.keyboard.press('Enter');

    // The composer of the first customer has the focus without a press.
    const desk = deskOf(page);
    await said(desk, customer, '一起拍到手多少呀');
    await inFocus(page, composer);
    await page.keyboard.type(PRICE);
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('两样都算上了');
    await page.keyboard.press('Enter');
    await said(desk, customer, `${PRICE}\n两样都算上了`);

    // A question mark in a reply is a question mark.
    await page.keyboard.type('?');
    expect(await desk.composer(customer).inputValue()).toBe('?');
    await page.keyboard.press('Backspace');

    await page.keyboard.press('F6');
    await inFocus(page, { role: 'tab', name: '订单' });
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: '键盘速查' });
    await help.waitFor();
    // Nothing behind the dialog listens.
    await page.keyboard.press('Alt+p');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    expect(await page.getByText('已暂停。').count()).toBe(0);
    // The focus is back where the help was asked for; until then the desk listens to no key.
    await inFocus(page, { role: 'tab', name: '订单' });

    await page.keyboard.press('Alt+ArrowRight');
    await page.getByRole('tab', { name: '商品', selected: true }).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('tab', { name: '订单', selected: true }).waitFor();
    expect(page.url()).toContain('/drills/');
    await page.keyboard.press('Alt+a');
    await inFocus(page, { role: 'tab', name: '操作' });
    await page.keyboard.press('Escape');
    await inFocus(page, composer);
    await page.keyboard.press('F6');
    await page.keyboard.press('F6');
    await inFocus(page, { role: 'button' });
    expect((await focused(page)).name).toContain(customer);
    await page.keyboard.press('Escape');
    await inFocus(page, composer);

    await page.keyboard.type('/yf');
    const phrases = page.getByRole('grid', { name: DESK.phrases });
    await phrases.waitFor();
    await page.keyboard.press('Escape');
    await phrases.waitFor({ state: 'hidden' });
    expect(await desk.composer(customer).inputValue()).toBe('');
    await page.keyboard.type('/');
    await page.keyboard.press('2');
    await phrases.waitFor({ state: 'hidden' });
    expect(await desk.composer(customer).inputValue()).not.toBe('');
    await inFocus(page, composer);

    await page.keyboard.press('Alt+p');
    await page.getByText('已暂停。').waitFor();
    await page.keyboard.press('Alt+p');
    await page.getByText('已暂停。').waitFor({ state: 'hidden' });

    // Ending, from the reply: back round the page to its button, and out of the dialog again.
    await tabTo(page, DESK.end, 80);
    await page.keyboard.press('Enter');
    const end = page.getByRole('dialog', { name: DESK.endAsk });
    await end.waitFor();
    await tabTo(page, DESK.stay);
    await page.keyboard.press('Enter');
    await end.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: DESK.end, exact: true }).press('Enter');
    await tabTo(page, DESK.endDo);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: DESK.ended }).waitFor();
    await tabTo(page, DESK.toReport, 80);
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: REPORT.title }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
