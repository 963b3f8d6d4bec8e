import type { Locator, Page } from 'playwright-core';
import { BUTTON, DESK } from '#tests/support/labels.ts';
import { eventually } from './eventually.ts';

/** A case of the first shop whose words these tests know. */
export type Case = { id: string; title: string; customer: string };
export const COUPON: Case = { id: 'promotion/coupon-stack', title: '到底多少钱', customer: '不想早八' };
export const GIFT: Case = {
  id: 'return-dispute/partial-return-gift',
  title: '腰包早送人了',
  customer: '大鹏展翅不展翅',
};

/** Answers what the customer of `COUPON` asks first, so that the story goes on. */
export const PRICE = '两件558，满300减40，再用店铺券减15，到手503元';

/** The desk as the eye finds it: by the words on it. */
export type Desk = {
  page: Page;
  phone: boolean;
  row(customer: string): Locator;
  log(customer: string): Locator;
  composer(customer: string): Locator;
  /** Opens a conversation (on a phone: out of the list). */
  open(customer: string): Promise<void>;
  /** 订单, 商品, 店规 or 操作 (on a phone and below 1100 px: in the sheet). */
  openSide(tab: string): Promise<Locator>;
  closeSide(): Promise<void>;
};

export const deskOf = (page: Page): Desk => {
  const phone = (page.viewportSize()?.width ?? 0) < 760;
  const row = (customer: string) =>
    page.getByRole('region', { name: DESK.list }).getByRole('button', { name: new RegExp(`^\\d? ?${customer}`) });
  const side = () => (phone ? page.getByRole('dialog') : page.getByRole('complementary', { name: '订单与操作' }));
  return {
    page,
    phone,
    row,
    log: (customer) => page.getByRole('log', { name: `与 ${customer} 的对话` }),
    composer: (customer) => page.getByRole('textbox', { name: `回复 ${customer}` }),
    open: (customer) => row(customer).click(),
    openSide: async (tab) => {
      if (phone && !(await side().isVisible())) await page.getByRole('button', { name: '订单与操作' }).click();
      await side().getByRole('tab', { name: tab }).click();
      return side().getByRole('tabpanel', { name: tab });
    },
    closeSide: async () => {
      if (!phone) return;
      await side().getByRole('button', { name: BUTTON.close }).click();
      await side().waitFor({ state: 'hidden' });
    },
  };
};

/** Opens a drill by the same request as the start card's 开始, and its desk. */
export const openDesk = async (page: Page, cases: readonly Case[]): Promise<{ desk: Desk; path: string }> => {
  const answer = await page.request.post('/api/drills', {
    // Cases may vary; these tests know the words of the first variant.
    data: { scenarios: cases.map(({ id }) => id), mode: 'practice', seed: 0 },
  });
  const { value }: { value?: { id: string } } = await answer.json();
  if (value === undefined) throw new Error(`no drill: ${await answer.text()}`);
  const path = `/drills/${value.id}`;
  await page.goto(path);
  return { desk: deskOf(page), path };
};

/** Has the page's 开始 open the first variant of cases that vary, whose words these tests know. */
export const firstVariant = (page: Page): Promise<unknown> =>
  page.route('**/api/drills', (route) =>
    route.request().method() === 'POST'
      ? route.continue({ postData: { ...route.request().postDataJSON(), seed: 0 } })
      : route.fallback(),
  );

/** Presses 开始 and waits for the first customer's question to stand there. */
export const begin = async (desk: Desk, { customer }: Case, question: string): Promise<void> => {
  await desk.page.getByRole('button', { name: DESK.start, exact: true }).click();
  await desk.row(customer).waitFor();
  if (desk.phone) await desk.open(customer);
  await said(desk, customer, question);
};

/** The first question of `COUPON`. */
export const beginCoupon = (desk: Desk): Promise<void> => begin(desk, COUPON, '一起拍到手多少呀');

/** Waits until these words stand in the conversation. */
export const said = (desk: Desk, customer: string, words: string): Promise<void> =>
  desk.log(customer).getByText(words, { exact: true }).first().waitFor();

/** How often these very words stand in the conversation. */
export const times = (desk: Desk, customer: string, words: string): Promise<number> =>
  desk.log(customer).getByText(words, { exact: true }).count();

/** Waits until nothing is on its way: every reply of this conversation is stored. */
export const settled = (desk: Desk, customer: string): Promise<unknown> =>
  eventually(
    'nothing is on its way',
    () =>
      desk
        .log(customer)
        .getByText(/^(发送中|待发送，联上就发|待发送，还没联上|没发出，点这里重发)$/)
        .count(),
    (count) => count === 0,
  );
