import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objections, schemesAt } from '#tests/browser/support/axe.ts';
import { leadTo, leaveBrowser, openBrowser, PHONE, type Size, visit, WIDE } from '#tests/browser/support/browser.ts';
import { beginCoupon, COUPON, deskOf, openDesk, said } from '#tests/browser/support/desk.ts';
import { sharedProduct } from '#tests/browser/support/shared-product.ts';
import { BUTTON, DESK, PRACTICE, REPORT } from '#tests/support/labels.ts';

const product = sharedProduct();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await leaveBrowser(browser);
});

/** Ends what hangs, no more: axe has much to compute, and beside other test files it has taken five times as long. */
const TIMEOUT_MS = 900_000;
const { customer } = COUPON;

const sizes: [string, Size][] = [
  ['1440', WIDE],
  ['360', PHONE],
];

/** The dialog that asks whether to end; on a phone from the list's menu. */
const askForTheEnd = async (page: Page): Promise<void> => {
  if (deskOf(page).phone) {
    const back = page.getByRole('button', { name: DESK.backToList });
    if (await back.isVisible()) await back.click();
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('button', { name: DESK.endAsk }).click();
  } else await page.getByRole('button', { name: DESK.end, exact: true }).click();
  await page.getByRole('dialog', { name: DESK.endAsk }).waitFor();
};

const endNow = async (page: Page): Promise<void> => {
  await askForTheEnd(page);
  await page.getByRole('button', { name: DESK.endDo }).click();
};

describe.concurrent('axe, wcag 2.0 to 2.2 AA and best practice', () => {
  for (const [name, size] of sizes) {
    test(
      `has nothing against home, start card, shop and report at ${name}`,
      async () => {
        const { page, context } = await visit(browser, product.url, size);
        const found: string[] = [];
        const look = async (place: string) => found.push(...(await objections(page, place, schemesAt(size))));
        await page.goto('/');
        await page.getByRole('heading', { name: '案例库' }).waitFor();
        await look('home');
        await leadTo(page, `/start?scenarios=${COUPON.id}`);
        await page.getByRole('button', { name: PRACTICE.start, exact: true }).waitFor();
        await look('start card');
        await leadTo(page, `/shop/suibu?scenarios=${COUPON.id}`);
        await page.getByRole('heading', { name: '话术库' }).waitFor();
        await look('shop');

        const { desk } = await openDesk(page, [COUPON]);
        await page.getByRole('heading', { name: DESK.ready }).waitFor();
        await look('desk before the start');
        await beginCoupon(desk);
        await desk.composer(customer).fill('亲，活动力度很大，您看下页面哦');
        await desk.composer(customer).press('Enter');
        await desk
          .log(customer)
          .getByText(/页面我看过啦|还是没说多少呀/)
          .waitFor();
        await endNow(page);
        await page.getByRole('link', { name: DESK.toReport }).click();
        await page.getByRole('article', { name: REPORT.title }).waitFor();
        await page.getByText('学生签字').waitFor({ state: 'attached' });
        await look('report');
        await page.getByRole('link', { name: '我们有多确定？' }).first().click();
        await page.getByRole('heading', { name: '判读有多准' }).waitFor();
        await look('accuracy');
        expect(found).toEqual([]);
        await context.close();
      },
      TIMEOUT_MS,
    );

    test(
      `has nothing against the desk at ${name}: talk, quick replies, form, lists, help, end`,
      async () => {
        const { page, context } = await visit(browser, product.url, size);
        const found: string[] = [];
        const look = async (place: string) => found.push(...(await objections(page, place, schemesAt(size))));
        const { desk } = await openDesk(page, [COUPON]);
        await beginCoupon(desk);
        const field = desk.composer(customer);
        await field.fill('在的，我算一下');
        await field.press('Enter');
        await said(desk, customer, '在的，我算一下');
        await look('desk with a conversation');

        await field.fill('/m');
        await page.getByRole('grid', { name: DESK.phrases }).waitFor();
        await look('phrase list');
        await field.fill('');

        const actions = await desk.openSide('操作');
        await actions.getByRole('button', { name: '备注', exact: true }).click();
        await actions.getByRole('form', { name: '备注' }).waitFor();
        await look('action form');
        const products = await desk.openSide('商品');
        await products.getByRole('button').first().click();
        await look('products');
        await desk.closeSide();

        if (desk.phone) {
          await page.getByRole('button', { name: DESK.backToList }).click();
          await look('conversation list');
        } else {
          await page.getByRole('button', { name: '键盘速查' }).click();
          await page.getByRole('dialog', { name: '键盘速查' }).waitFor();
          await look('help');
          await page.getByRole('button', { name: BUTTON.close }).click();
          await page.getByRole('button', { name: DESK.pause, exact: true }).click();
          await page.getByText('已暂停。').waitFor();
          await look('paused');
        }
        await askForTheEnd(page);
        await look('end dialog');
        await page.getByRole('button', { name: DESK.endDo }).click();
        await page.getByRole('region', { name: DESK.ended }).waitFor();
        await look('ended');
        expect(found).toEqual([]);
        await context.close();
      },
      TIMEOUT_MS,
    );
  }
});

test('axe finds a text of too little contrast among many that look alike, in the light or in the dark alone', async () => {
  const { page, context } = await visit(browser, product.url);
  await page.setContent(`<html lang="zh-CN"><title>行</title><style>
    body { background: #fff; color: #222 }
    @media (prefers-color-scheme: dark) { body { background: #111; color: #eee } #dim { color: #333 } }
    </style><main><h1>行</h1><div id="rows"></div></main></html>`);
  const write = (at: number, attributes: string) =>
    page.evaluate(
      ([at, attributes]) => {
        const row = (index: number) => `<p ${index === at ? attributes : ''}>第${index}行</p>`;
        const rows = document.querySelector('#rows');
        if (rows !== null) rows.innerHTML = Array.from({ length: 40 }, (_, index) => row(index)).join('');
      },
      [at, attributes] as const,
    );
  await write(-1, '');
  expect(await objections(page, 'rows')).toEqual([]);
  await write(7, 'id="dim"');
  expect(await objections(page, 'rows')).toEqual([expect.stringMatching(/^rows, dark: color-contrast .*#dim/s)]);
  await write(29, 'style="color: #ddd"');
  expect(await objections(page, 'rows')).toEqual([expect.stringMatching(/^rows, light: color-contrast /)]);
  await context.close();
});
