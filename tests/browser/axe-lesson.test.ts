import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objections, type Scheme, schemesAt } from '#tests/browser/support/axe.ts';
import { type Bots, startBots } from '#tests/browser/support/bots.ts';
import { leadTo, leaveBrowser, openBrowser, PHONE, visit, WIDE } from '#tests/browser/support/browser.ts';
import { COUPON, deskOf } from '#tests/browser/support/desk.ts';
import { eventually } from '#tests/browser/support/eventually.ts';
import { addClass, CLASS, join, openRun, ROSTER, setUpTeacher, tile } from '#tests/browser/support/lesson.ts';
import { type Product, startProduct } from '#tests/browser/support/product.ts';
import { BUTTON, DESK, RUN, SEAT, WALL } from '#tests/support/labels.ts';

let product: Product;
let browser: Browser;
let bots: Bots | null = null;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
});
afterAll(async () => {
  await bots?.stop().catch(() => {});
  await leaveBrowser(browser);
  await product?.close();
});

const SMALL = ROSTER.slice(0, 12);
const [ME, OTHER] = SMALL.slice(-2);

test('axe has nothing against a lesson’s pages, for the teacher at 1440 and 360 and for a trainee at 360', async () => {
  if (ME === undefined || OTHER === undefined) throw new Error('no class');
  const found: string[] = [];
  const { page: teacher } = await visit(browser, product.url, WIDE);
  const { page: trainee } = await visit(browser, product.url, PHONE);
  const look = async (page: Page, place: string, schemes?: readonly Scheme[]) =>
    found.push(...(await objections(page, place, schemes)));
  /** Looks at a page when it is wide, and then as wide as the teacher's phone. */
  const lookTwice = async (place: string, ready: () => Promise<unknown>) => {
    await ready();
    await look(teacher, place);
    await teacher.setViewportSize(PHONE);
    await ready();
    await look(teacher, `${place} at 360`, schemesAt(PHONE));
    await teacher.setViewportSize(WIDE);
  };

  await teacher.goto('/set-up');
  await lookTwice('set-up', () => teacher.getByLabel('学校').waitFor());
  await setUpTeacher(teacher);
  await trainee.goto('/login');
  await trainee.getByLabel('密码').waitFor();
  await look(trainee, 'login');
  await lookTwice('teach without anything', () => teacher.getByRole('heading', { name: '上课' }).waitFor());
  await addClass(teacher, SMALL);
  await lookTwice('class', () => teacher.getByRole('heading', { name: CLASS }).waitFor());
  await teacher.getByRole('link', { name: RUN.add }).click();
  await lookTwice('new run', () => teacher.getByRole('form', { name: RUN.add }).waitFor());
  await teacher.goBack();
  const { id, code } = await openRun(teacher, { name: '周三第二节', minutes: 8, results: '发布后看' });

  await leadTo(trainee, '/join');
  await trainee.getByLabel('口令').waitFor();
  await look(trainee, 'join');
  await trainee.getByLabel('口令').pressSequentially(code);
  await trainee.getByRole('button', { name: `${ME.no} ${ME.name}` }).waitFor();
  await look(trainee, 'name grid');
  await trainee.getByRole('button', { name: `${ME.no} ${ME.name}` }).click();
  await trainee.getByRole('dialog', { name: `我是 ${ME.name}` }).waitFor();
  await look(trainee, 'whether it is me');
  await join(trainee, code, ME);
  await trainee.getByRole('heading', { name: SEAT.joined }).waitFor();
  await trainee.getByText(COUPON.title).waitFor();
  await look(trainee, 'seat');
  bots = await startBots(product.url, { seats: 10, code, haste: 3 });
  await teacher.getByRole('status').getByText('11', { exact: true }).waitFor();
  await lookTwice('lobby', () => teacher.getByText(/^口令( \d){6}$/).waitFor({ state: 'attached' }));
  await leadTo(teacher, '/teach');
  await lookTwice('teach', () => teacher.getByText('周三第二节').first().waitFor());

  await leadTo(teacher, `/runs/${id}/lobby`);
  await teacher.getByRole('button', { name: '看案例卡' }).click();
  await teacher.getByRole('button', { name: '开始演练，11 人' }).click();
  await teacher.waitForURL(/\/wall$/);
  const desk = deskOf(trainee);
  await desk.row(COUPON.customer).waitFor();
  await eventually(
    'somebody has answered badly',
    () => teacher.getByRole('complementary', { name: '需要看一眼' }).getByRole('listitem').count(),
    (count) => count > 0,
  );
  await lookTwice('wall', () => teacher.getByText('剩余时间').first().waitFor());
  await tile(teacher, SMALL[0]?.name ?? '').click();
  const pane = teacher.getByRole('complementary', { name: '席位' });
  await pane.getByRole('log').waitFor();
  await look(teacher, 'seat pane');
  await pane.getByRole('button', { name: BUTTON.close }).click();
  await teacher.getByRole('button', { name: WALL.incident, exact: true }).click();
  await teacher.getByRole('dialog', { name: WALL.incidentTitle }).waitFor();
  await look(teacher, 'incident dialog');
  await teacher.getByRole('button', { name: /^放出，/ }).click();
  await trainee.getByText('店铺公告：').waitFor();
  await teacher.getByRole('button', { name: WALL.freeze }).click();
  await trainee.getByText('老师冻结了全场，抬头看大屏。').waitFor();
  await look(trainee, 'desk frozen, with a notice');
  await look(teacher, 'wall frozen');
  await teacher.getByRole('button', { name: WALL.goOn, exact: true }).first().click();
  await trainee.getByText('老师冻结了全场，抬头看大屏。').waitFor({ state: 'hidden' });

  await teacher.getByRole('button', { name: WALL.endDo }).click();
  await teacher.getByRole('dialog', { name: WALL.endAsk }).getByRole('button', { name: WALL.endDo }).click();
  await teacher.waitForURL(/\/debrief$/);
  await trainee.getByText('老师结束了演练。').waitFor();
  // The links at the head and the foot lead to the same place.
  await trainee.getByRole('link', { name: DESK.toSeat }).last().click();
  await trainee.getByRole('heading', { name: SEAT.watch }).waitFor();
  await lookTwice('debrief', () =>
    teacher
      .getByText(/^(差一点的回复|碰了红线的回复|没有接住的一处)$/)
      .first()
      .waitFor(),
  );
  await teacher.getByRole('radio', { name: '总览' }).click();
  await look(teacher, 'debrief, overview');
  await teacher.getByRole('radio', { name: '逐条' }).click();
  await teacher.getByRole('button', { name: '大家重做这一回合' }).first().click();
  await teacher.waitForURL(/\/redo$/);
  await trainee.getByRole('link', { name: SEAT.toRedo }).waitFor();
  await look(trainee, 'seat with a redo');
  const show = teacher.getByRole('button', { name: '亮出来' });
  await eventually('somebody has answered', () => show.isEnabled(), Boolean);
  await show.click();
  await lookTwice('redo board', () => teacher.getByRole('list', { name: RUN.answers }).waitFor());

  await leadTo(teacher, `/runs/${id}/results`);
  await lookTwice('results', () => teacher.getByText(OTHER.name).first().waitFor());
  await teacher.getByRole('button', { name: '改判记录' }).click();
  await teacher.getByRole('dialog', { name: '改判记录' }).waitFor();
  await look(teacher, 'list of rulings');
  await teacher.keyboard.press('Escape');
  await teacher
    .getByRole('button', { name: /总分 .*看出处$/ })
    .first()
    .click();
  await teacher.getByRole('dialog').getByText('机器评分').waitFor();
  await look(teacher, 'where a score comes from');
  await teacher.keyboard.press('Escape');
  await teacher.getByRole('link', { name: ME.name }).click();
  await teacher.getByRole('button', { name: '改总分' }).click();
  await teacher.getByRole('dialog', { name: '改总分' }).waitFor();
  await look(teacher, 'a ruling on the total');
  await leadTo(teacher, `/runs/${id}/class-report`);
  await lookTwice('class report', () => teacher.getByRole('heading', { name: '下次先讲' }).waitFor());
  await leadTo(teacher, '/people');
  await lookTwice('people', () => teacher.getByRole('heading', { name: '人员', exact: true }).waitFor());
  await leadTo(teacher, '/sign-ins');
  await lookTwice('log-ins', () => teacher.getByRole('table').waitFor());
  await leadTo(teacher, '/status');
  await lookTwice('machine status', () => teacher.getByText('连着的席位').waitFor());
  await leadTo(teacher, '/account');
  await lookTwice('account', () => teacher.getByText('这台', { exact: true }).waitFor());
  expect(found).toEqual([]);
});
