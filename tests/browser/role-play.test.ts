import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leaveBrowser, openBrowser, visit } from '#tests/browser/support/browser.ts';
import { COUPON, deskOf } from '#tests/browser/support/desk.ts';
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

test('[J35] two browsers: one serves at the desk, the other plays the customer, over a reload', async () => {
  const trainee = await visit(browser, product.url);
  const player = await visit(browser, product.url);
  const opened = await trainee.page.request.post('/api/role-plays', { data: { scenario: COUPON.id, seed: 0 } });
  const { code, drill } = (await opened.json()).value;
  await trainee.page.goto(`/role-play/wait/${drill}`);
  await player.page.goto(`/role-play/${code}`);
  await player.page.getByLabel('你的名字').fill('小马');
  await player.page.getByRole('button', { name: '接下角色卡' }).click();
  await player.page.getByRole('button', { name: '准备好了' }).click();
  await trainee.page.getByText('小马准备好了').waitFor();
  await trainee.page.getByRole('button', { name: DESK.start }).click();

  // At a desk that this browser sees for the first time its tour stands beside a button of its own.
  await trainee.page.getByText(DESK.ready).waitFor();
  await trainee.page.getByRole('button', { name: DESK.start }).click();
  const desk = deskOf(trainee.page);
  await desk.log(COUPON.customer).waitFor();
  await desk.composer(COUPON.customer).fill('在的亲');
  await desk.composer(COUPON.customer).press('Enter');
  await player.page.getByText('在的亲').waitFor();
  await player.page.getByRole('textbox', { name: '说一句' }).fill('两件一起到底多少');
  await player.page.getByRole('button', { name: DESK.send }).click();
  await desk.log(COUPON.customer).getByText('两件一起到底多少').waitFor();

  // The page loaded anew has the card, the talk and the controls again.
  await player.page.reload();
  await player.page.getByText('两件一起到底多少').waitFor();
  await player.page.getByRole('button', { name: '满意，走了' }).click();
  await player.page.getByRole('button', { name: '走', exact: true }).click();
  await player.page.getByText('你满意地走了').waitFor();
  expect(trainee.faults).toEqual([]);
  expect(player.faults).toEqual([]);
});
