import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objections, schemesAt } from '#tests/browser/support/axe.ts';
import { leaveBrowser, openBrowser, PHONE, type Size, visit, WIDE } from '#tests/browser/support/browser.ts';
import { COUPON, type Desk, deskOf, firstVariant, PRICE, said, times } from '#tests/browser/support/desk.ts';
import { eventually } from '#tests/browser/support/eventually.ts';
import { lowTargetsOf } from '#tests/browser/support/targets.ts';
import { type WorkersProduct, workersProduct } from '#tests/browser/support/workers-product.ts';
import { BUTTON, DESK, PRACTICE, REPORT } from '#tests/support/labels.ts';

let product: WorkersProduct;
let browser: Browser;
beforeAll(async () => {
  [product, browser] = await Promise.all([workersProduct(), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
});

const { customer } = COUPON;
/** Has axe look at the page as it stands. */
type Look = (place: string) => Promise<unknown>;
const EVASIVE = '亲，活动力度很大，您看下页面哦';

/** From the first page to the desk: every door once, and back. */
const findTheDesk = async (page: Desk['page'], look: Look): Promise<void> => {
  await page.goto('/');
  await page.getByRole('heading', { name: '现在就练' }).waitFor();
  await look('home');
  await page.getByRole('button', { name: PRACTICE.toDesk, exact: true }).click();
  await page.getByRole('heading', { name: DESK.ready }).waitFor();
  // On a phone, too, whoever knows the case starts without scrolling.
  const start = await page.getByRole('button', { name: DESK.start, exact: true }).boundingBox();
  expect((start?.y ?? 0) + (start?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
  await look('desk before the start');
  await page.goBack();
  await page.getByRole('link', { name: PRACTICE.goBack }).waitFor();
  await page.goto('/library');

  await page.getByRole('searchbox', { name: '搜案例' }).fill('促销');
  await page.getByRole('link', { name: COUPON.title }).click();
  await page.getByRole('heading', { name: COUPON.title }).waitFor();
  await look('start card');

  await page.getByRole('link', { name: '先看店铺资料' }).click();
  await page.getByRole('heading', { name: '燧步运动' }).waitFor();
  await look('shop');
  await page.getByRole('searchbox', { name: '在这家店里找' }).fill('包邮');
  await page.getByRole('heading', { name: '店规' }).waitFor();
  await page.getByRole('link', { name: PRACTICE.toCard }).first().click();
  await page.getByRole('button', { name: PRACTICE.start, exact: true }).click();
  await page.waitForURL(/\/drills\/[^/]+$/);
};

const answerByTyping = async (desk: Desk): Promise<void> => {
  await desk.page.getByRole('button', { name: DESK.start, exact: true }).click();
  await desk.row(customer).waitFor();
  if (desk.phone) await desk.open(customer);
  await said(desk, customer, '一起拍到手多少呀');
  const field = desk.composer(customer);
  await field.pressSequentially(EVASIVE);
  await field.press('Enter');
  await said(desk, customer, EVASIVE);
  expect(await field.inputValue()).toBe('');
  await desk
    .log(customer)
    .getByText(/页面我看过啦|还是没说多少呀/)
    .waitFor();
  await field.fill(PRICE);
  await field.press('Enter');
  await said(desk, customer, '怕用一个少一个');
};

const answerByPhrase = async (desk: Desk, look: Look): Promise<void> => {
  const { page } = desk;
  const field = desk.composer(customer);
  const phrases = page.getByRole('grid', { name: DESK.phrases });
  await field.pressSequentially('/mjd');
  await phrases.getByRole('row', { name: '满减叠券' }).waitFor();
  await look('phrase list');
  await field.press('Enter');
  await phrases.waitFor({ state: 'hidden' });
  expect(await field.inputValue()).toBe('满300减40，一单减一次，店铺券能跟它一起用');
  await eventually('the caret stands in it', () => field.evaluate((node) => node === document.activeElement), Boolean);
  await field.press('End');
  await field.pressSequentially('，放心');
  await field.press('Enter');
  await said(desk, customer, '满300减40，一单减一次，店铺券能跟它一起用，放心');
  await desk
    .log(customer)
    .getByText(/短语 · 改了 [23] 字/)
    .waitFor();
};

/** A card for the customer, which the case asks for, and a remark only the shop sees. */
const act = async (desk: Desk, look: Look): Promise<void> => {
  const actions = await desk.openSide('操作');
  await actions.getByRole('button', { name: '发券' }).click();
  const coupon = actions.getByRole('form', { name: '发券' });
  await coupon.getByText('还缺：优惠券').waitFor();
  await coupon.getByRole('combobox', { name: '优惠券' }).selectOption({ label: '店铺券满199减15（满 ¥199.00）' });
  await coupon.getByRole('button', { name: '提交发券' }).click();
  await actions.getByRole('status').getByText('优惠券已发到聊天，客户点一下就能领').waitFor();

  await actions.getByRole('button', { name: '备注', exact: true }).click();
  const remark = actions.getByRole('form', { name: '备注' });
  await remark.getByRole('textbox', { name: '备注内容' }).fill('学生，两件一起拍');
  await look('action form');
  await remark.getByRole('button', { name: '提交备注' }).click();
  await actions.getByRole('status').getByText('这位还没有订单，备注记在客户名下，下一班看得到').waitFor();
  await desk.closeSide();
  await desk.log(customer).getByText('已发给客户').waitFor();
  await said(desk, customer, '别又多出十块');
};

const sendPhraseDirectly = async (desk: Desk): Promise<void> => {
  const { page } = desk;
  const field = desk.composer(customer);
  if (desk.phone) await page.getByRole('button', { name: '快捷短语' }).click();
  else await field.pressSequentially('/yf');
  const row = page.getByRole('grid', { name: DESK.phrases }).getByRole('row', { name: '包邮' }).first();
  await row.getByRole('button', { name: DESK.sendAsIs }).click();
  await said(desk, customer, '满99包邮，这一单邮费不用另付');
  await desk.log(customer).getByText('短语 · 原样发出').waitFor();
  expect(await field.inputValue()).toBe('');
};

/** Presses the card of this name and reads what it opens. */
const openCard = async (panel: Locator, name: string): Promise<string> => {
  const card = panel.getByRole('button', { name });
  await card.click();
  expect(await card.getAttribute('aria-expanded')).toBe('true');
  return panel.locator(`[id="${await card.getAttribute('aria-controls')}"]`).innerText();
};

const lookUp = async (desk: Desk, look: Look): Promise<void> => {
  const products = await desk.openSide('商品');
  await products.getByRole('searchbox', { name: '搜商品、规格、要点' }).fill('逐峰3 缓震');
  expect(await openCard(products, '逐峰3 缓震跑鞋')).toContain('不防水');
  await look('products');
  const policies = await desk.openSide('店规');
  await policies.getByRole('searchbox', { name: '搜店规' }).fill('七天怎么算');
  expect(await openCard(policies, '七天怎么算')).toContain('签收');
  await desk.closeSide();
};

const pauseAndGoOn = async (desk: Desk, look: Look): Promise<void> => {
  const { page } = desk;
  const menu = async () => {
    if (!desk.phone) return;
    await page.getByRole('button', { name: DESK.backToList }).click();
    await page.getByRole('button', { name: '更多' }).click();
  };
  await menu();
  if (!desk.phone) {
    await page.getByRole('button', { name: '键盘速查' }).click();
    await page.getByRole('dialog', { name: '键盘速查' }).waitFor();
    await look('help');
    await page.getByRole('button', { name: BUTTON.close }).click();
  }
  await page.getByRole('button', { name: DESK.pause, exact: true }).click();
  if (desk.phone) {
    await page.getByRole('dialog').getByRole('button', { name: BUTTON.close }).click();
    await desk.open(customer);
  }
  const strip = page.getByRole('status').filter({ hasText: '已暂停。' });
  await strip.waitFor();
  if (!desk.phone) await look('paused');
  await desk.composer(customer).fill('先写着');
  await page.getByText('时钟停着，恢复后再发').first().waitFor();
  await desk.composer(customer).press('Enter');
  expect(await desk.composer(customer).inputValue()).toBe('先写着');
  await strip.getByRole('button', { name: DESK.resume }).click();
  await strip.waitFor({ state: 'hidden' });
  await desk.composer(customer).fill('');
  expect(await times(desk, customer, '先写着')).toBe(0);
};

const endIt = async (desk: Desk, look: Look): Promise<void> => {
  const { page } = desk;
  if (desk.phone) {
    await page.getByRole('button', { name: DESK.backToList }).click();
    await look('conversation list');
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('button', { name: DESK.endFromMore }).click();
  } else await page.getByRole('button', { name: DESK.end, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: DESK.endAsk });
  await dialog.waitFor();
  await look('end dialog');
  await dialog.getByRole('button', { name: DESK.stay }).click();
  await dialog.waitFor({ state: 'hidden' });
  if (desk.phone) {
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('button', { name: DESK.endFromMore }).click();
  } else await page.getByRole('button', { name: DESK.end, exact: true }).click();
  await dialog.getByRole('button', { name: DESK.endDo }).click();
  const ended = page.getByRole('region', { name: DESK.ended });
  await ended.waitFor();
  await look('ended');
  await ended.getByRole('link', { name: DESK.toReport }).click();
};

const readTheReport = async ({ page }: Desk, look: Look): Promise<void> => {
  const report = page.getByRole('article', { name: REPORT.title });
  await report.waitFor();
  await page.getByText('学生签字').waitFor({ state: 'attached' });
  await look('report');
  expect(Number(await report.locator('p.text-52').textContent())).toBeGreaterThan(0);
  await report.getByText('先改这一件').waitFor();
  const dimensions = report.getByRole('region', { name: '六个方面' }).getByRole('table');
  expect(await dimensions.locator('tbody tr').count()).toBe(6);
  const findings = report.getByRole('region', { name: '逐句看' });
  expect(await findings.locator('[data-finding]').count()).toBeGreaterThan(0);
  expect(await findings.locator('q').first().innerText()).not.toBe('');
  expect(await findings.getByText('客户：').count()).toBeGreaterThan(0);
  await findings.getByText('对这位客户可以说').first().waitFor();
  const formulas = await report
    .getByRole('region', { name: '指标' })
    .locator('tbody td:nth-of-type(4)')
    .allInnerTexts();
  expect(formulas.length).toBeGreaterThan(5);
  expect(formulas.filter((formula) => formula.trim() === '')).toEqual([]);
  const ledger = report.getByRole('region', { name: '问题台账' });
  await ledger.getByRole('heading', { name: '两件到手多少钱' }).waitFor();
  await ledger
    .getByText(/说到了/)
    .first()
    .waitFor();
  expect(await sideways(page)).toBe(0);
};

/** How far the page can be pushed sideways: nothing may need that. */
const sideways = (page: Desk['page']): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const readHowSure = async ({ page }: Desk, look: Look): Promise<void> => {
  await page.getByRole('link', { name: '我们有多确定？' }).first().click();
  await page.getByRole('heading', { name: '判读有多准' }).waitFor();
  await look('accuracy');
};

const print = async ({ page }: Desk): Promise<void> => {
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('button', { name: BUTTON.print }).waitFor({ state: 'hidden' });
  await page.getByRole('heading', { name: '逐句看' }).waitFor();
  await page.getByText('学生签字').waitFor();
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(20_000);
  await page.emulateMedia({ media: null });
};

describe.concurrent('a stranger walks through', () => {
  const sizes: [string, Size][] = [
    ['1440×900', WIDE],
    ['360×740', PHONE],
  ];
  for (const [name, size] of sizes) {
    test(`from home to the report at ${name}, nothing goes wrong on the way, and axe has nothing against what is seen (wcag 2.0 to 2.2 AA and best practice), nor a thumb [X38]`, async () => {
      const { page, context, faults } = await visit(browser, product.url, size);
      const found: string[] = [];
      const look: Look = async (place) => {
        found.push(...(await objections(page, place, schemesAt(size))));
        if (size === PHONE) found.push(...(await lowTargetsOf(page, place)));
      };
      await firstVariant(page);
      await findTheDesk(page, look);
      const desk = deskOf(page);
      await answerByTyping(desk);
      await look('desk with a conversation');
      await answerByPhrase(desk, look);
      await act(desk, look);
      await sendPhraseDirectly(desk);
      await lookUp(desk, look);
      await pauseAndGoOn(desk, look);
      expect(await sideways(page)).toBe(0);
      await endIt(desk, look);
      await readTheReport(desk, look);
      await print(desk);
      await readHowSure(desk, look);
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
      expect(product.complaints()).toBe('');
      await context.close();
    });
  }
});
