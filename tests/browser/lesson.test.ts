import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '#contract/report.ts';
import type { RunResults } from '#contract/results.ts';
import { objections, objectionsTwice } from '#tests/browser/support/axe.ts';
import { type Bots, startBots } from '#tests/browser/support/bots.ts';
import { leadTo, leaveBrowser, openBrowser, PHONE, type Visit, visit, WIDE } from '#tests/browser/support/browser.ts';
import { COUPON, type Desk, deskOf, PRICE, said, times } from '#tests/browser/support/desk.ts';
import { eventually } from '#tests/browser/support/eventually.ts';
import { addClass, CLASS, figure, join, online, openRun, ROSTER, tile } from '#tests/browser/support/lesson.ts';
import { checkDesk, checkMarks, checkSeat, readWorkbook } from '#tests/browser/support/workbook.ts';
import { comeAsTeacher, type WorkersProduct, workersProduct } from '#tests/browser/support/workers-product.ts';
import { DESK, REPORT, RUN, SEAT, WALL } from '#tests/support/labels.ts';
import { library } from '#tests/support/library.ts';

const incident = [...library.scenarios.values()].find((scenario) => scenario.incident !== null);

let product: WorkersProduct;
let browser: Browser;
let bots: Bots | null = null;
const visits: Visit[] = [];
beforeAll(async () => {
  [product, browser] = await Promise.all([workersProduct(), openBrowser()]);
});

/** What axe objects to on the pages of a lesson, as they come. */
const found: string[] = [];
const look = async (page: Page, place: string): Promise<void> => {
  found.push(...(await objections(page, place)));
};
/** For a teacher, who also comes with a phone. */
const lookTwice = async (page: Page, place: string, ready: () => Promise<unknown>): Promise<void> => {
  found.push(...(await objectionsTwice(page, place, ready)));
};

/** The run is over; until the results are published the trainee is told so. */
const close = async (teacher: Page, desk: Desk): Promise<void> => {
  await teacher.getByRole('button', { name: '去收尾' }).click();
  await desk.page.getByRole('link', { name: DESK.toSeat }).click();
  await desk.page.getByRole('heading', { name: '这个场次已经结束' }).waitFor();
  await desk.page.getByText('成绩和报告，老师发布后能看。').waitFor();
  await teacher.getByRole('button', { name: '结束场次' }).click();
  await teacher.getByRole('dialog').getByRole('button', { name: '结束场次' }).click();
  await teacher.getByRole('banner').getByRole('link', { name: '成绩' }).click();
  await teacher.waitForURL(/\/results$/);
};

afterAll(async () => {
  await bots?.stop().catch(() => {});
  await leaveBrowser(browser);
});

const come = async (size: typeof WIDE): Promise<Page> => {
  const one = await visit(browser, product.url, size);
  visits.push(one);
  return one.page;
};

const { customer } = COUPON;
const BOTS = 40;
const [ON_PHONE, LATE] = [ROSTER[16], ROSTER[41]];
const EVASIVE = '亲，活动力度很大，您看下页面哦';
const WHISPER = '先把到手价算出来给她';
/** Refusals that are no fault: a bot may speak just as the class is stopped or its customer has gone. */
const LATE_WORDS = ['drill-paused', 'drill-ended', 'conversation-closed', 'no-answer'];
const TO_ALL = '手上的话都回完';

const answer = async (desk: Desk, words: string): Promise<void> => {
  await desk.composer(customer).fill(words);
  await desk.composer(customer).press('Enter');
  await said(desk, customer, words);
};

/** From the class's page to an open run, and the page that lists it. */
const prepare = async (teacher: Page): Promise<{ id: string; code: string }> => {
  await lookTwice(teacher, 'class', () => teacher.getByRole('heading', { name: CLASS }).waitFor());
  await teacher.getByRole('link', { name: RUN.add }).click();
  await lookTwice(teacher, 'new run', () => teacher.getByRole('form', { name: RUN.add }).waitFor());
  await teacher.goBack();
  const run = await openRun(teacher, { name: '周三第二节', minutes: 6, results: '发布后看' });
  expect(run.code).toMatch(/^\d{6}$/);
  await leadTo(teacher, '/teach');
  await lookTwice(teacher, 'teach', () => teacher.getByText('周三第二节').first().waitFor());
  await leadTo(teacher, `/runs/${run.id}/lobby`);
  return run;
};

/** From the address on the board to the seat. */
const comeIn = async (phone: Page, code: string, who: (typeof ROSTER)[number]): Promise<void> => {
  await phone.goto('/join');
  await phone.getByLabel('口令').waitFor();
  await look(phone, 'join');
  await phone.getByLabel('口令').pressSequentially(code);
  await phone.getByRole('button', { name: `${who.no} ${who.name}` }).waitFor();
  await look(phone, 'name grid');
  await phone.getByRole('button', { name: `${who.no} ${who.name}` }).click();
  await phone.getByRole('dialog', { name: `我是 ${who.name}` }).waitFor();
  await look(phone, 'whether it is me');
  await phone.getByRole('button', { name: `我是 ${who.name}` }).click();
  await phone.getByRole('heading', { name: SEAT.joined }).waitFor();
};

/** Everybody stops, nothing is sent, what is written stays. */
const freezeAndGoOn = async (teacher: Page, desk: Desk): Promise<void> => {
  await teacher.getByRole('button', { name: WALL.freeze }).click();
  const strip = desk.page.getByText('老师冻结了全场，抬头看大屏。');
  await strip.waitFor();
  // The desk may hear of it before the wall, whose clock runs until then.
  await eventually(
    'the frozen strip',
    () => teacher.getByText('全场冻结。').count(),
    (count) => count === 1,
  );
  const left = await figure(teacher, '剩余时间').innerText();
  await look(teacher, 'wall frozen');
  await look(desk.page, 'desk frozen');
  await desk.composer(customer).fill('冻结时写的');
  await desk.composer(customer).press('Enter');
  await desk.page.getByText('时钟停着，恢复后再发').first().waitFor();
  expect(await desk.composer(customer).inputValue()).toBe('冻结时写的');
  expect(await times(desk, customer, '冻结时写的')).toBe(0);
  expect(await figure(teacher, '剩余时间').innerText()).toBe(left);
  await teacher.getByRole('button', { name: WALL.goOn, exact: true }).first().click();
  await strip.waitFor({ state: 'hidden' });
  expect(await desk.composer(customer).inputValue()).toBe('冻结时写的');
  await desk.composer(customer).press('Enter');
  await said(desk, customer, '冻结时写的');
};

/** Injects the incident 突发 for everybody who serves. */
const throwIn = async (
  teacher: Page,
  desk: Desk,
  { title, notice }: { title: string; notice: string },
): Promise<void> => {
  await teacher.getByRole('button', { name: WALL.incident, exact: true }).click();
  const dialog = teacher.getByRole('dialog', { name: WALL.incidentTitle });
  await dialog.getByRole('radio', { name: title }).check();
  await dialog.getByText(notice).waitFor();
  await look(teacher, 'incident dialog');
  await dialog.getByRole('button', { name: /^放出，\d+ 个席位$/ }).click();
  await teacher.getByText(`已放出：${title}`, { exact: true }).waitFor();
  await desk.page.getByText('店铺公告：').waitFor();
  await desk.page.getByText(notice).first().waitFor();
  await look(desk.page, 'desk with a notice');
  await desk.page.getByRole('button', { name: DESK.backToList }).click();
  await desk.row(incident?.customer.name ?? '').waitFor();
  await desk.open(customer);
};

/** A trainee who joins in the middle of the drill goes straight to a desk. */
const comeLate = async (teacher: Page, code: string, who: (typeof ROSTER)[number]): Promise<Desk> => {
  const late = deskOf(await come(WIDE));
  await join(late.page, code, who);
  await late.page.waitForURL(/\/drills\//);
  await late.row(customer).waitFor();
  await eventually(
    'all 42 are online',
    () => online(teacher),
    (count) => count === ROSTER.length,
  );
  return late;
};

/** Words for one seat are shown there alone, and words for all are shown to all. */
const whisper = async (teacher: Page, desk: Desk, late: Desk): Promise<void> => {
  await tile(teacher, ON_PHONE?.name ?? '').click();
  const pane = teacher.getByRole('complementary', { name: '席位' });
  await pane.getByRole('tab', { name: customer }).click();
  await look(teacher, 'seat pane');
  const reply = pane.getByText(EVASIVE).locator('xpath=ancestor::div[.//button][1]');
  await reply.getByRole('button', { name: WALL.mark }).click();
  const marking = teacher.getByRole('dialog', { name: '记下这句' });
  await marking.getByLabel('备注（可不填）').fill('绕开了价钱');
  await marking.getByRole('button', { name: WALL.markDo }).click();
  await pane.getByLabel('私下提示：只有本人看得见，记在记录里').fill(WHISPER);
  await pane.getByRole('button', { name: WALL.whisper }).click();
  await desk.page.getByText(WHISPER).waitFor();
  await teacher.getByRole('button', { name: WALL.say }).click();
  const dialog = teacher.getByRole('dialog', { name: WALL.sayTitle });
  await dialog.getByLabel('要说的话').fill(TO_ALL);
  await dialog.getByRole('button', { name: '发给 42 个席位' }).click();
  await late.page.getByText(TO_ALL).waitFor();
  expect(await late.page.getByText(WHISPER).count()).toBe(0);
};

/** All desks close, and a link leads to the debrief. */
const endIt = async (teacher: Page, desk: Desk): Promise<void> => {
  await teacher.getByRole('button', { name: WALL.endDo }).click();
  const dialog = teacher.getByRole('dialog', { name: WALL.endAsk });
  await dialog.getByRole('button', { name: WALL.endDo }).click();
  await teacher.waitForURL(/\/debrief$/);
  await desk.page.getByText('老师结束了演练。成绩和报告，老师发布后能看。').waitFor();
  await desk.page.getByRole('link', { name: DESK.toSeat }).click();
  await desk.page.getByRole('heading', { name: SEAT.watch }).waitFor();
};

/** The debrief shows the class's commonest faults one at a time, and the bookmarks. */
const debrief = async (teacher: Page): Promise<void> => {
  await teacher.getByText(/^1 \/ \d$/).waitFor();
  await teacher.getByText(/^(差一点的回复|碰了红线的回复|没有接住的一处)$/).waitFor();
  await teacher.getByText(/^(同班做得好的回复|可以这样说|要做的操作)$/).waitFor();
  await lookTwice(teacher, 'debrief', () => teacher.getByText(/^1 \/ \d$/).waitFor());
  await teacher.getByRole('radio', { name: '总览' }).click();
  await look(teacher, 'debrief, overview');
  await teacher.getByRole('radio', { name: '逐条' }).click();
  await teacher.keyboard.press('2');
  await teacher.getByText(/^2 \/ \d$/).waitFor();
  const shown = await teacher.getByRole('main').innerText();
  expect(ROSTER.filter(({ name }) => shown.includes(name))).toEqual([]);
  await teacher.getByRole('radio', { name: '记下的 1' }).click();
  await teacher.getByText('绕开了价钱').waitFor();
};

/** Everybody answers the marked turn again; the board counts and shows them without names. */
const redoTogether = async (teacher: Page, desk: Desk): Promise<void> => {
  await teacher.getByRole('button', { name: '大家重做这一回合' }).click();
  await teacher.waitForURL(/\/redo$/);
  await desk.page.getByRole('link', { name: SEAT.toRedo }).waitFor();
  await look(desk.page, 'seat with a redo');
  await desk.page.getByRole('link', { name: SEAT.toRedo }).click();
  await desk.page.getByRole('button', { name: DESK.start, exact: true }).click();
  await answer(desk, PRICE);
  await desk.page.getByText('已交，看大屏').waitFor();
  const counted = teacher.getByRole('status').getByText(/^\d+ \/ 42 份$/);
  const count = async (): Promise<number> => Number.parseInt(await counted.innerText(), 10);
  await eventually('the class has answered', count, (handedIn) => handedIn > BOTS / 2);
  await teacher.getByRole('button', { name: '亮出来' }).click();
  const answers = teacher.getByRole('list', { name: RUN.answers }).getByRole('listitem');
  await answers.getByText(PRICE).waitFor();
  await lookTwice(teacher, 'redo board', () => teacher.getByRole('list', { name: RUN.answers }).waitFor());
  await teacher.getByRole('button', { name: RUN.collect, exact: true }).click();
  const dialog = teacher.getByRole('dialog', { name: '现在收吗' });
  if (await dialog.isVisible()) await dialog.getByRole('button', { name: RUN.collect, exact: true }).click();
  await teacher.getByText('已收', { exact: true }).waitFor();
  // The figure comes over the line, the answers by a request of their own.
  await eventually(
    'as many answers stand there as are counted',
    async () => (await count()) - (await answers.count()),
    (missing) => missing === 0,
  );
};

/** Everybody is in the table; once the teacher publishes, the trainee reads their own report. */
const publish = async (teacher: Page, desk: Desk): Promise<void> => {
  const table = teacher.getByRole('table', { name: '成绩表' });
  for (const { name } of ROSTER) await rowOf(teacher, name).waitFor();
  await table.getByText(/^可比 \d+ 人平均$/).waitFor();
  await lookTwice(teacher, 'results', () =>
    teacher
      .getByText(LATE?.name ?? '')
      .first()
      .waitFor(),
  );
  await teacher.getByRole('button', { name: '改判记录' }).click();
  await teacher.getByRole('dialog', { name: '改判记录' }).waitFor();
  await look(teacher, 'list of rulings');
  await teacher.keyboard.press('Escape');
  await rowOf(teacher, ON_PHONE?.name ?? '')
    .getByRole('button', { name: /总分 .*看出处$/ })
    .click();
  await teacher.getByRole('dialog').getByText('机器评分').waitFor();
  await look(teacher, 'where a score comes from');
  await teacher.keyboard.press('Escape');
  await teacher.getByRole('button', { name: '发布给学员' }).click();
  await teacher.getByRole('dialog', { name: '发布给学员吗' }).getByRole('button', { name: '发布给学员' }).click();
  await desk.page.getByRole('link', { name: /^看报告，/ }).click();
  await desk.page.getByRole('article', { name: REPORT.title }).waitFor();
};

/** A ruling changes the marks, and the trainee sees who ruled, on what and why. */
const overrule = async (teacher: Page, desk: Desk): Promise<void> => {
  await rowOf(teacher, ON_PHONE?.name ?? '')
    .getByRole('link', { name: ON_PHONE?.name ?? '' })
    .click();
  const report = teacher.getByRole('article', { name: REPORT.title });
  await report.waitFor();
  const before = await scoreOn(teacher);
  expect(await scoreOn(desk.page)).toBe(before);
  await report.getByRole('button', { name: '改总分' }).click();
  const onTotal = teacher.getByRole('dialog', { name: '改总分' });
  await onTotal.waitFor();
  await look(teacher, 'a ruling on the total');
  await teacher.keyboard.press('Escape');
  await onTotal.waitFor({ state: 'hidden' });
  const costly = report.locator('[data-finding]').filter({ hasText: /−\d/ });
  await costly.first().getByRole('button', { name: '改判' }).click();
  const dialog = teacher.getByRole('dialog', { name: '改判这一条' });
  await dialog.getByLabel('理由').fill('当时在等客户的截图');
  await dialog.getByRole('button', { name: '改判' }).click();
  await eventually(
    'the score rises',
    () => scoreOn(teacher),
    (score) => score > before,
  );
  await desk.page.reload();
  // The ruling stands at its place and in the record of changes.
  await desk.page.getByText('当时在等客户的截图').first().waitFor();
  expect(await scoreOn(desk.page)).toBe(await scoreOn(teacher));
  await report.getByRole('link', { name: '回场次成绩' }).click();
  await rowOf(teacher, ON_PHONE?.name ?? '')
    .getByRole('img', { name: '改判 1' })
    .waitFor();
};

/** The workbook as it was saved, counted again from its own rows and from three reports. */
const recount = async (teacher: Page, runId: string): Promise<void> => {
  const saved = teacher.waitForEvent('download');
  await teacher.getByRole('button', { name: '导出 Excel' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^周三第二节-\d{4}-\d\d-\d\d\.xlsx$/);
  const book = await readWorkbook(await download.path());
  const answer = await teacher.request.get(`/api/runs/${runId}/results`);
  const { value }: { value: RunResults } = await answer.json();
  checkMarks(book, value);
  checkDesk(book);
  const drills = value.seats.filter(({ result }) => result?.figures.meanResponseS).slice(0, 3);
  expect(drills).toHaveLength(3);
  for (const { name, drill } of drills) {
    const read = await teacher.request.get(`/api/drills/${drill}/report`);
    const { value: report }: { value: Report } = await read.json();
    checkSeat(book, name, report);
  }
};

test('a whole lesson goes through: roster, run, forty devices, freeze, incident, whisper, latecomer, debrief, replay task, marks, export; axe has nothing against its pages, for the teacher at 1440 and 360 and for a trainee at 360', async () => {
  if (ON_PHONE === undefined || LATE === undefined || !incident?.incident) throw new Error('no class');
  const teacher = await come(WIDE);
  await comeAsTeacher(teacher, product);
  await addClass(teacher);
  const run = await prepare(teacher);

  const phone = await come(PHONE);
  await comeIn(phone, run.code, ON_PHONE);
  bots = await startBots(product.url, { seats: BOTS, code: run.code, haste: 3 });
  await teacher.getByRole('status').getByText('41', { exact: true }).waitFor();
  await lookTwice(teacher, 'lobby', () => teacher.getByText(/^口令( \d){6}$/).waitFor({ state: 'attached' }));
  await teacher.getByRole('button', { name: '看案例卡' }).click();
  await phone.getByRole('heading', { name: '先看开始卡' }).waitFor();
  await phone.getByText(COUPON.title).waitFor();
  await look(phone, 'seat with the case card');
  await teacher.getByRole('button', { name: '开始演练，41 人' }).click();
  await teacher.waitForURL(/\/wall$/);

  // The phone goes to the desk by itself, and the first customer comes without a press on 开始.
  await phone.waitForURL(/\/drills\//);
  const desk = deskOf(phone);
  await desk.row(customer).waitFor();
  await teacher.getByRole('button', { name: '加时' }).click();
  await teacher.getByRole('button', { name: '加 5 分钟' }).click();
  await eventually(
    '41 are online',
    () => online(teacher),
    (count) => count === 41,
  );
  await desk.open(customer);
  await said(desk, customer, '一起拍到手多少呀');
  await answer(desk, EVASIVE);
  await eventually(
    'most seats have been answered',
    () =>
      teacher
        .locator('button[data-seat]')
        .filter({ hasText: /平响\s*\d/ })
        .count(),
    (count) => count > BOTS / 2,
  );

  await lookTwice(teacher, 'wall', () => teacher.getByText('剩余时间').first().waitFor());
  await freezeAndGoOn(teacher, desk);
  await throwIn(teacher, desk, { title: incident.incident.title, notice: incident.incident.notice ?? '' });
  const late = await comeLate(teacher, run.code, LATE);
  await whisper(teacher, desk, late);
  await endIt(teacher, desk);
  await debrief(teacher);
  await redoTogether(teacher, desk);
  await close(teacher, desk);
  await publish(teacher, desk);
  await overrule(teacher, desk);
  await recount(teacher, run.id);
  await leadTo(teacher, `/runs/${run.id}/class-report`);
  await lookTwice(teacher, 'class report', () => teacher.getByRole('heading', { name: '下次先讲' }).waitFor());

  expect(found).toEqual([]);
  for (const { faults } of visits) expect(faults).toEqual([]);
  expect(product.complaints()).toBe('');
  const met = await bots?.stop();
  bots = null;
  expect(met).toMatchObject({ seats: BOTS });
  expect(Object.keys(met?.refused ?? {}).filter((code) => !LATE_WORDS.includes(code))).toEqual([]);
});

const rowOf = (teacher: Page, name: string) =>
  teacher.getByRole('row').filter({ has: teacher.getByRole('rowheader', { name, exact: true }) });

const scoreOn = async (page: Page): Promise<number> =>
  Number(await page.getByRole('article', { name: REPORT.title }).locator('p.text-52').innerText());
