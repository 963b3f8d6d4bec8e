import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leaveBrowser, openBrowser, visit } from '#tests/browser/support/browser.ts';
import {
  beginCoupon,
  COUPON,
  type Desk,
  deskOf,
  openDesk,
  PRICE,
  said,
  settled,
  times,
} from '#tests/browser/support/desk.ts';
import { eventually } from '#tests/browser/support/eventually.ts';
import { sharedProduct } from '#tests/browser/support/shared-product.ts';
import { workersProduct } from '#tests/browser/support/workers-product.ts';
import { BUTTON, DESK } from '#tests/support/labels.ts';

const product = sharedProduct();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await leaveBrowser(browser);
});

const { customer } = COUPON;
/** The customer asks whether coupon and discount go together, or makes sure of it where it was perhaps told. */
const ANSWER = /怕用一个少一个|用了券满减也还在吧|那我只能挑一个用/;
const answered = (desk: Desk): Promise<void> => desk.log(customer).getByText(ANSWER).first().waitFor();
const reconnecting = (desk: Desk) => desk.page.getByText(/(网断了|服务器没有回应)，正在重连。你可以继续写。/);
const offline = (desk: Desk) => desk.page.getByText(/^离线 \d+ 秒，客户已停住。/);
/** Seconds the drill has run, as the head of the desk says. */
const ran = async (desk: Desk): Promise<number> => {
  const text = await desk.page.getByRole('banner').innerText();
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec(text) ?? [];
  return Number(minutes) * 60 + Number(seconds);
};
/** All that was said, in order. */
const lines = (desk: Desk): Promise<string[]> => desk.log(customer).locator('p.border').allInnerTexts();

describe('kill -9 while the trainee writes', () => {
  test('[C4] [N1] [N2] [N5] comes back by itself: nothing lost, nothing twice, the draft kept, the drill goes on', async () => {
    const own = await workersProduct();
    const { page, context } = await visit(browser, own.url);
    const crashes: string[] = [];
    context.on('weberror', (error) => crashes.push(error.error().message));
    try {
      const { desk } = await openDesk(page, [COUPON]);
      await beginCoupon(desk);
      const before = await lines(desk);
      const field = desk.composer(customer);
      await field.fill('在的，我算一下');
      await field.press('Enter');
      await said(desk, customer, '在的，我算一下');
      await field.fill(PRICE);
      await field.press('Enter');
      await field.pressSequentially('这是写到');
      await own.kill();
      await reconnecting(desk).waitFor();
      await field.pressSequentially('一半的草稿');
      const stoodStill = await ran(desk);

      await own.restart();
      await reconnecting(desk).waitFor({ state: 'hidden' });
      await page.getByText('服务器刚恢复。').waitFor();
      // The customer answers: the reply arrived, once, and the clock runs again.
      await answered(desk);
      await settled(desk, customer);
      expect(await times(desk, customer, '在的，我算一下')).toBe(1);
      expect(await times(desk, customer, PRICE)).toBe(1);
      expect(await desk.log(customer).getByText(ANSWER).count()).toBe(1);
      expect(await field.inputValue()).toBe('这是写到一半的草稿');
      expect((await lines(desk)).slice(0, before.length)).toEqual(before);
      await eventually(
        'the clock runs',
        () => ran(desk),
        (now) => now > stoodStill,
      );
      await field.press('Enter');
      await said(desk, customer, '这是写到一半的草稿');
      // The log has the same lines as the page had.
      const seen = await lines(desk);
      await page.reload();
      await said(desk, customer, '这是写到一半的草稿');
      expect((await lines(desk)).slice(0, seen.length)).toEqual(seen);
      expect(crashes).toEqual([]);
    } finally {
      await context.close();
    }
  });

  test('[N5] a reply written while the server is away goes out by itself when it is back', async () => {
    const own = await workersProduct();
    const { page, context } = await visit(browser, own.url);
    try {
      const { desk } = await openDesk(page, [COUPON]);
      await beginCoupon(desk);
      const field = desk.composer(customer);
      await own.kill();
      await reconnecting(desk).waitFor();
      await field.fill(PRICE);
      await field.press('Enter');
      await desk.log(customer).getByText('待发送，联上就发').waitFor();
      expect(await field.inputValue()).toBe('');
      await own.restart();
      await answered(desk);
      expect(await times(desk, customer, PRICE)).toBe(1);
      expect(await field.inputValue()).toBe('');
    } finally {
      await context.close();
    }
  });
});

describe.concurrent('a connection that breaks', () => {
  test('[X39] 开始 pressed while it is away starts the drill when it is back', async () => {
    const { page, context } = await visit(browser, product.url);
    const { desk } = await openDesk(page, [COUPON]);
    const start = page.getByRole('button', { name: DESK.start, exact: true });
    await start.click({ trial: true });
    await context.setOffline(true);
    await reconnecting(desk).waitFor();
    await start.click();
    await page.getByText('按过开始了，联上就开始').waitFor();
    await context.setOffline(false);
    await said(desk, customer, '一起拍到手多少呀');
    await context.close();
  });

  test('[C4] [N5] is amber for under ten seconds while the customer goes on, and red beyond, with the clock stopped', async () => {
    const { page, context } = await visit(browser, product.url);
    const { desk } = await openDesk(page, [COUPON]);
    await beginCoupon(desk);
    const field = desk.composer(customer);

    await context.setOffline(true);
    await reconnecting(desk).waitFor();
    await field.fill('在的姐姐');
    await field.press('Enter');
    await desk.log(customer).getByText('待发送，联上就发').waitFor();
    await context.setOffline(false);
    await reconnecting(desk).waitFor({ state: 'hidden' });
    await settled(desk, customer);
    expect(await times(desk, customer, '在的姐姐')).toBe(1);
    expect(await offline(desk).count()).toBe(0);

    await context.setOffline(true);
    await reconnecting(desk).waitFor();
    await offline(desk).waitFor();
    await page.getByText('写到一半的话都在，你可以继续写。').waitFor();
    // The strip and the clock's face are drawn one after the other: a second later both stand.
    await page.getByText(/^离线 (1[1-9]|[2-9]\d) 秒/).waitFor();
    const stopped = await ran(desk);
    await field.fill(PRICE);
    await field.press('Enter');
    await desk.log(customer).getByText('待发送，还没联上').waitFor();
    await page.getByText('写好的 1 条存在本机，联上就发。').waitFor();
    await field.fill('还没写完');
    await page.getByText(/^离线 (1[3-9]|[2-9]\d) 秒/).waitFor();
    expect(await ran(desk)).toBe(stopped);
    await context.setOffline(false);
    await page.getByRole('button', { name: '重试' }).click();
    await offline(desk).waitFor({ state: 'hidden' });
    await settled(desk, customer);
    await answered(desk);
    expect(await times(desk, customer, PRICE)).toBe(1);
    expect(await field.inputValue()).toBe('还没写完');
    await context.close();
  });

  test('[N6] a second tab becomes the desk; the first reads on and can take it back', async () => {
    const { page, context, faults } = await visit(browser, product.url);
    const { desk, path } = await openDesk(page, [COUPON]);
    await beginCoupon(desk);
    await desk.composer(customer).fill('第一个窗口写的');

    const second = await context.newPage();
    await second.goto(path);
    const other = deskOf(second);
    await said(other, customer, '一起拍到手多少呀');
    const strip = (on: Desk) =>
      on.page.getByRole('status').filter({ hasText: '接待台在另一个窗口打开了，这里只能看。' });
    await strip(desk).waitFor();
    await page.getByText('接待台在另一个窗口', { exact: true }).waitFor();
    for (const name of [DESK.send, DESK.pause])
      expect(await page.getByRole('button', { name, exact: true }).isDisabled()).toBe(true);
    await desk.composer(customer).press('Enter');
    expect(await desk.composer(customer).inputValue()).toBe('第一个窗口写的');

    await other.composer(customer).fill('第二个窗口发的');
    await other.composer(customer).press('Enter');
    await said(other, customer, '第二个窗口发的');
    // The read-only window still shows what is said.
    await said(desk, customer, '第二个窗口发的');

    await strip(desk).getByRole('button', { name: DESK.takeOver }).click();
    await strip(other).waitFor();
    await strip(desk).waitFor({ state: 'hidden' });
    await desk.composer(customer).press('Enter');
    await said(desk, customer, '第一个窗口写的');
    await said(other, customer, '第一个窗口写的');
    expect(await times(desk, customer, '第一个窗口写的')).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('[M6] another guest with the address sees neither drill nor report, and is told so', async () => {
    const { page, context } = await visit(browser, product.url);
    const { desk, path } = await openDesk(page, [COUPON]);
    await beginCoupon(desk);

    const stranger = await visit(browser, product.url);
    // First with a browser that was never here, then as a guest who has drills of their own.
    for (const has of ['nothing', 'a drill']) {
      if (has === 'a drill') await openDesk(stranger.page, [COUPON]);
      await stranger.page.goto(path);
      await stranger.page.getByText('这场演练打不开').waitFor();
      expect(await stranger.page.locator('body').innerText()).not.toContain(customer);
      expect(await stranger.page.getByRole('link', { name: BUTTON.home }).count()).toBe(1);
      await stranger.page.goto(`${path}/report`);
      await stranger.page.getByText('看不到这份报告').waitFor();
      expect(await stranger.page.locator('body').innerText()).not.toContain(customer);
    }
    await desk.composer(customer).fill('我还在');
    await desk.composer(customer).press('Enter');
    await said(desk, customer, '我还在');
    await stranger.context.close();
    await context.close();
  });
});
