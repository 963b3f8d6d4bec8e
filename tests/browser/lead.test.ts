import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objections } from '#tests/browser/support/axe.ts';
import { leadTo, leaveBrowser, openBrowser, PHONE, visit, WIDE } from '#tests/browser/support/browser.ts';
import { COUPON, deskOf } from '#tests/browser/support/desk.ts';
import { addClass, join, openRun, ROSTER } from '#tests/browser/support/lesson.ts';
import { comeAsTeacher, type WorkersProduct, workersProduct } from '#tests/browser/support/workers-product.ts';
import { WALL } from '#tests/support/labels.ts';

const CLASS = ROSTER.slice(0, 2);
const [LEAD, PEER] = [CLASS[0]?.name ?? '', CLASS[1]?.name ?? ''];
const NOTE = '客户嫌贵，想再少20元';
const WORDS = '没有这个优惠，把券的用法跟她讲清';
/** Where pictures of the pages go, for somebody to look at; none are taken without it. */
const SHOTS = process.env.LEAD_SHOTS;

let product: WorkersProduct;
let browser: Browser;
beforeAll(async () => {
  [product, browser] = await Promise.all([workersProduct(), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
});

const shot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};

test('[J46] [J47] [J49] a report reaches the lead’s phone, outlives a kill, is answered, and is told right once published', async () => {
  const teacher = (await visit(browser, product.url, WIDE)).page;
  await comeAsTeacher(teacher, product);
  await addClass(teacher, CLASS);
  const run = await openRun(teacher, { name: '班组长的课', minutes: 10, results: '发布后看' });
  const lead = (await visit(browser, product.url, PHONE)).page;
  const peer = (await visit(browser, product.url, WIDE)).page;
  await join(lead, run.code, CLASS[0] ?? { no: '', name: '' });
  await join(peer, run.code, CLASS[1] ?? { no: '', name: '' });
  await teacher.getByRole('button', { name: '班组长' }).click();
  await teacher.getByRole('checkbox', { name: `${LEAD} 当班组长` }).click();
  await teacher.getByText(`${PEER} 归 ${LEAD} 管`).waitFor();
  await shot(teacher, 'lobby');
  await teacher.getByRole('button', { name: '好了' }).click();
  await lead.getByText('还没开始，等老师').waitFor();
  await teacher.getByRole('button', { name: '看案例卡' }).click();
  await teacher.getByRole('button', { name: /^开始演练/ }).click();
  await lead.getByText('现在没有人找你').waitFor();
  await shot(lead, 'lead-empty-360');
  await teacher.getByText('班组长', { exact: true }).waitFor();
  await shot(teacher, 'wall');

  await peer.waitForURL(/\/drills\//);
  const desk = deskOf(peer);
  await desk.row(COUPON.customer).waitFor();
  const actions = await desk.openSide('操作');
  await actions.getByRole('button', { name: '报班长' }).click();
  const form = actions.getByRole('form', { name: '报班长' });
  await form.getByRole('textbox').fill(NOTE);
  await form.getByRole('button', { name: '提交报班长' }).click();
  await desk.log(COUPON.customer).getByText('已交给班组长，等答复').waitFor();
  await lead.getByText(NOTE).waitFor();
  await lead.getByText('提到 ¥20.00').waitFor();
  await shot(lead, 'lead-waiting-360');
  await lead.setViewportSize(WIDE);
  await shot(lead, 'lead-waiting-1440');
  expect(await objections(lead, 'lead')).toEqual([]);
  await lead.setViewportSize(PHONE);
  expect(await objections(lead, 'lead on a phone', ['light'])).toEqual([]);

  await product.kill();
  await product.restart();
  await lead.reload();
  await lead.getByText(NOTE).waitFor();
  await lead.getByRole('radio', { name: '不同意' }).click();
  await lead.getByLabel('跟同学说一句').fill(WORDS);
  await shot(lead, 'lead-answering-360');
  await lead.getByRole('button', { name: '答复', exact: true }).click();
  await lead.getByText('已经答的（1）').first().waitFor();
  await desk.log(COUPON.customer).getByText('班组长不同意').waitFor();
  await desk.log(COUPON.customer).getByText(WORDS).waitFor();
  await shot(peer, 'desk-answered-1440');
  expect(await objections(peer, 'desk with an answer', ['light'])).toEqual([]);

  await teacher.getByRole('button', { name: WALL.endDo }).click();
  await teacher.getByRole('dialog').getByRole('button', { name: WALL.endDo }).click();
  await lead.getByText(/老师发布成绩以后/).waitFor();
  await teacher.waitForURL(/\/debrief$/);
  await leadTo(teacher, `/runs/${run.id}/results`);
  await teacher.getByRole('button', { name: '发布给学员' }).click();
  await teacher.getByRole('dialog').getByRole('button', { name: '发布给学员' }).click();
  await lead.getByText('批得对').waitFor();
  await lead.getByRole('button', { name: /批得对/ }).click();
  await lead.getByText('这件事客服自己就能定，不用报上来').waitFor();
  await shot(lead, 'lead-report-360');
  await lead.setViewportSize(WIDE);
  await shot(lead, 'lead-report-1440');
  expect(await objections(lead, 'lead afterwards')).toEqual([]);
  await teacher.getByRole('heading', { name: LEAD }).waitFor();
  await teacher.getByText(/班组长 100 分/).waitFor();
  await shot(teacher, 'results-1440');
  expect(await objections(teacher, 'results with a lead', ['light'])).toEqual([]);
  await teacher.setViewportSize(PHONE);
  await shot(teacher, 'results-360');
  expect(await teacher.getByText(/班组长 100 分/).count()).toBe(1);
});
