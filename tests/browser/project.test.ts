import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leadTo, leaveBrowser, openBrowser, PHONE, visit, WIDE } from '#tests/browser/support/browser.ts';
import { deskOf } from '#tests/browser/support/desk.ts';
import { addClass, join, ROSTER } from '#tests/browser/support/lesson.ts';
import { comeAsTeacher, type WorkersProduct, workersProduct } from '#tests/browser/support/workers-product.ts';
import { library } from '#tests/support/library.ts';

const CUSTOMER = library.parts.get('product-advice/kettle-for-mum')?.scenario.customer.name ?? '';
const NOTE = '给妈妈买的壶，问能不能煮中药；22号搬家，下单前再问她地址';
const GROUP = ROSTER.slice(0, 3);

let product: WorkersProduct;
let browser: Browser;
beforeAll(async () => {
  [product, browser] = await Promise.all([workersProduct(), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
});

test('[J39] [J44] three seats serve one customer: the second reads the note and what was said, the third where they are', async () => {
  const faults: string[][] = [];
  const come = async (size: typeof WIDE): Promise<Page> => {
    const one = await visit(browser, product.url, size);
    faults.push(one.faults);
    return one.page;
  };
  const teacher = await come(WIDE);
  await comeAsTeacher(teacher, product);
  await addClass(teacher, GROUP);
  await teacher.getByRole('link', { name: '出项目任务' }).click();
  await teacher.getByRole('button', { name: '新建', exact: true }).click();
  await teacher.waitForURL(/\/runs\/[^/]+\/lobby$/);
  const code = ((await teacher.getByText(/^口令( \d){6}$/).textContent()) ?? '').replace(/\D/g, '');
  const [first, second, third] = await Promise.all([come(WIDE), come(WIDE), come(PHONE)]);
  if (first === undefined || second === undefined || third === undefined) throw new Error('nobody came');
  for (const [index, page] of [first, second, third].entries())
    await join(page, code, GROUP[index] ?? { no: '', name: '' });
  await teacher.getByRole('button', { name: '看案例卡' }).click();
  await teacher.getByRole('button', { name: '开始演练，3 人' }).click();
  await Promise.all([first, second, third].map((page) => page.waitForURL(/\/drills\//)));

  await third.getByText('还没有客户交到你这里').waitFor();
  await third.getByText('售后 李小雨').waitFor();
  const desk = deskOf(first);
  await desk.row(CUSTOMER).waitFor();
  // Rude words end the story here at once: what is served well is tried in virtual time.
  await desk.composer(CUSTOMER).fill('你有病吧，爱买不买，滚');
  await desk.composer(CUSTOMER).press('Enter');
  await first.getByRole('button', { name: '交给 售后' }).click();
  await first.getByLabel('写给接手的同事').fill(NOTE);
  await first.getByRole('button', { name: '交过去' }).click();

  const next = deskOf(second);
  await next.row(CUSTOMER).waitFor();
  await second.getByRole('region', { name: '售前 的交接：' }).getByText(NOTE).waitFor();
  await next.log(CUSTOMER).getByText('你有病吧，爱买不买，滚').waitFor();
  await third.getByText('正在接待').waitFor();
  await leadTo(teacher, new URL(teacher.url()).pathname.replace(/\/wall$/, '/project'));
  await teacher.getByText('交出去了').waitFor();
  expect(faults.flat()).toEqual([]);
});
