/**
 * A term on a phone, signed in: a trainee's own pages with leave asked for, and a visiting mentor's with that leave decided,
 * a form of 三方评价 filled in, a mark typed and an appeal about it answered, and a shared run's report read. Then the pages
 * that a teacher has at a desk.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TermSheet } from '#contract/terms/sheet.ts';
import { objections, schemesAt } from '#tests/browser/support/axe.ts';
import { leadTo, leaveBrowser, openBrowser, PHONE, type Size, visit, WIDE } from '#tests/browser/support/browser.ts';
import { COUPON, deskOf } from '#tests/browser/support/desk.ts';
import { addClass, ROSTER } from '#tests/browser/support/lesson.ts';
import { comeAsTeacher, type WorkersProduct, workersProduct } from '#tests/browser/support/workers-product.ts';

const PASSWORD = 'kefu-2026-phone';

let product: WorkersProduct;
let browser: Browser;
beforeAll(async () => {
  [product, browser] = await Promise.all([workersProduct(), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
});

/** What the page's own origin answers to this, by its cookie. */
const call = <T>(page: Page, path: string, body?: object): Promise<T> =>
  page.evaluate(
    async ([where, sent]) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) };
      const reply = await (await fetch(`/api/${where}`, sent === undefined ? {} : init)).json();
      if (!reply.ok) throw new Error(`${where}: ${JSON.stringify(reply.error)}`);
      return reply.value;
    },
    [path, body] as const,
  );

const signedIn = async (login: string, size: Size): Promise<Page> => {
  const { page } = await visit(browser, product.url, size);
  const signed = await page.request.post('/api/session', { data: { login, password: PASSWORD } });
  expect(signed.ok()).toBe(true);
  await page.goto('/');
  return page;
};

/** A class with two teams, a term of this fortnight, a trainee's account, and another school's mentor who is invited. */
const termOfTwoSchools = async () => {
  const { page: teacher } = await visit(browser, product.url);
  await comeAsTeacher(teacher, product);
  await addClass(teacher, ROSTER.slice(0, 4));
  const [{ id: classId } = { id: '' }] = await call<{ id: string }[]>(teacher, 'classes');
  const { list } = await call<{ list: { person: string }[] }>(teacher, `classes/${classId}`);
  const people = list.map(({ person }) => person);
  await call(teacher, `classes/${classId}/members/${people[0]}/account`, { login: 'chen', password: PASSWORD });
  const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const span = { firstDay: day(-5), lastDay: day(8) };
  const { id: term } = await call<{ id: string }>(teacher, `classes/${classId}/terms`, { name: '实训两周', ...span });
  const path = `classes/${classId}/terms/${term}`;
  const member = (place: number, leader: boolean) => ({ person: people[place], leader, shift: 'early' });
  await call(teacher, `${path}/teams`, {
    ...{ version: 0, awards: [2000, 1500] },
    teams: [
      { name: '谷炊生活电器', members: [member(0, true), member(1, false)] },
      { name: '逐峰运动', members: [member(2, true), member(3, false)] },
    ],
  });
  const admin = { name: '刘主任', login: 'liu', password: PASSWORD };
  await product.addSchool({ school: '城西职业学校', ...admin });
  const other = await signedIn('liu', WIDE);
  await call(other, 'people', { name: '郭导师', role: 'mentor', login: 'guo', password: PASSWORD });
  const { id: mentorship } = await call<{ id: string }>(teacher, 'mentorships', { login: 'guo' });
  await call(teacher, `${path}/share`, { shared: true });
  return { teacher, path, classId, mentorship, trainee: people[0] ?? '', tomorrow: day(1) };
};

/** A lesson in which the trainee at the phone answers once; shared with the mentors. Returns its run and drill. */
const sharedLesson = async (teacher: Page, phone: Page, classId: string): Promise<{ run: string; drill: string }> => {
  const plan = {
    ...{
      scenarios: [COUPON.id],
      mode: 'lesson',
      arrivals: 'together',
      pace: 20,
      minutes: 10,
      seed: 'fixed',
      attempts: 1,
    },
    ...{ results: 'published', incidents: [], stages: [] },
  };
  const { id: run, code } = await call<{ id: string; code: string }>(teacher, 'runs', { name: '周五', classId, plan });
  const { roster } = await call<{ roster: { seat: string; name: string }[] }>(phone, `join/${code}`);
  const seat = roster.find(({ name }) => name === ROSTER[0]?.name)?.seat ?? '';
  await call(phone, `join/${code}`, { seat });
  await call(teacher, `runs/${run}/stage`, { stage: 'drill' });
  await leadTo(phone, `/seats/${seat}`);
  await phone.waitForURL(/\/drills\//);
  const drill = phone.url().split('/').at(-1) ?? '';
  const desk = deskOf(phone);
  await desk.open(COUPON.customer);
  await desk.composer(COUPON.customer).fill('您好，在的');
  await phone.keyboard.press('Enter');
  await desk.log(COUPON.customer).getByText('您好，在的').waitFor();
  await call(teacher, `runs/${run}/stage`, { stage: 'debrief' });
  await call(teacher, `runs/${run}/publish`, { published: true });
  await call(teacher, `runs/${run}/share`, { shared: true });
  return { run, drill };
};

type Opener = (page: Page, at: string, heading: string | RegExp) => Promise<void>;

/** On phones alone: the mentor types a mark and reloads, the trainee appeals the published one, and the mentor answers. */
const markAndAppeal = async (
  { teacher, phone, mentor }: { teacher: Page; phone: Page; mentor: Page },
  path: string,
  open: Opener,
): Promise<void> => {
  await open(mentor, `/${path}/sheet`, '成绩评定表');
  const field = mentor.getByRole('textbox', { name: '陈小雨的导师管理评价' });
  await field.fill('7.5');
  await field.press('Enter');
  await mentor.getByText('已存', { exact: true }).waitFor();
  await field.fill('8');
  await mentor.reload();
  await field.waitFor();
  expect(await field.inputValue()).toBe('8');
  const { rows } = await call<Pick<TermSheet, 'rows'>>(teacher, `${path}/sheet`);
  expect(rows[0]?.cells.find(({ item }) => item === 'mentor')?.value).toBe(8);
  const missing = rows.reduce((sum, { total }) => sum + total.missing.length, 0);
  await call(teacher, `${path}/sheet/publish`, { version: 0, missing, showsRank: false });
  await leadTo(phone, '/classes/mine/terms');
  await phone.getByRole('link', { name: '我的成绩评定表' }).click();
  await open(phone, new URL(phone.url()).pathname, '我的成绩评定表');
  await phone.getByRole('button', { name: '申诉导师管理评价' }).click();
  await phone.getByLabel('为什么').fill('迟到那天我请了假');
  await phone.getByRole('button', { name: '交上去' }).click();
  await phone.getByText('交上去了，等老师答复').first().waitFor();
  await open(mentor, `/${path}/appeals`, '成绩评定表的申诉');
  await mentor.getByRole('button', { name: /^更正/ }).click();
  await mentor.getByLabel(/^改成几分/).fill('9');
  await mentor.getByRole('dialog').getByLabel('答复').fill('查过考勤');
  await mentor.getByRole('dialog').getByRole('button', { name: '更正' }).click();
  await mentor.getByText('都答过了').waitFor();
};

test('[J81] a trainee and a visiting mentor do on a phone what is theirs, and nothing is wider than it', async () => {
  const { teacher, path, classId, mentorship, trainee, tomorrow } = await termOfTwoSchools();
  const found: string[] = [];
  const open = async (page: Page, size: Size, at: string, heading: string | RegExp) => {
    await page.setViewportSize(size);
    await leadTo(page, at);
    await page.getByRole('heading', { name: heading }).first().waitFor();
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    if (isWide) found.push(`${at} is wider than ${size.width}`);
    found.push(...(await objections(page, `${at} at ${size.width}`, schemesAt(size))));
  };

  const phone = await signedIn('chen', PHONE);
  const term = path.split('/').at(-1);
  await open(phone, PHONE, '/classes/mine/terms', '我的学期');
  await phone.getByRole('button', { name: '请假' }).click();
  await phone.getByLabel('哪一天').fill(tomorrow);
  await phone.getByLabel('原因').fill('看病');
  await phone.getByRole('button', { name: '交上去' }).click();
  await phone.getByText('待批').first().waitFor();
  for (const [page, heading] of [
    ['ranking', '团队和个人排名'],
    ['calendar', /日历|实训两周/],
    ['handover', '交接班'],
    ['sides', '三方评价'],
    ['pay', '绩效试算'],
  ] as const)
    await open(phone, PHONE, `/classes/mine/terms/${term}/${page}`, heading);

  const mentor = await signedIn('guo', PHONE);
  await call(mentor, 'mentor/accept', { mentorship });
  await open(mentor, PHONE, '/mentor', '我的学校');
  for (const [page, heading] of [
    ['', '实训两周'],
    ['/teams', '团队'],
    ['/sides', '三方评价'],
  ] as const)
    await open(mentor, PHONE, `/${path}${page}`, heading);
  await open(mentor, PHONE, `/${path}/attendance`, '考勤');
  await mentor.getByRole('button', { name: /批准/ }).first().click();
  await mentor.getByText('批准了').first().waitFor();
  await open(mentor, PHONE, `/${path}/sides/of/${trainee}`, /陈小雨/);
  const fours = mentor.getByRole('radio', { name: /^4/ });
  for (let place = 0; place < 6; place += 1) await fours.nth(place).click();
  await mentor.getByRole('button', { name: '提交' }).click();
  await mentor.getByText('三方评价已提交').first().waitFor();

  const onPhone: Opener = (page, at, heading) => open(page, PHONE, at, heading);
  const { run, drill } = await sharedLesson(teacher, phone, classId);
  await onPhone(mentor, `/runs/${run}/results`, '周五');
  await onPhone(mentor, `/drills/${drill}/report`, '改进报告');
  await mentor.getByText('您好，在的').first().waitFor();
  await markAndAppeal({ teacher, phone, mentor }, path, onPhone);

  await leadTo(teacher, '/analysis/tables');
  const rows = '日期,客服,接待人数,首次响应(秒),投诉类型\n2026-11-11,小王,80,18,物流慢\n2026-11-12,小李,90,21,少件\n';
  const file = { name: '十一月第二周客服数据.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) };
  await teacher.locator('input[type=file]').setInputFiles(file);
  await teacher.getByRole('button', { name: '存 2 行' }).click();
  await teacher.getByRole('link', { name: /十一月第二周/ }).waitFor();
  for (const size of [WIDE, PHONE]) {
    await open(teacher, size, '/analysis/tables', '本店数据');
    await open(teacher, size, `/${path}`, '实训两周');
    await open(teacher, size, `/${path}/teams/board`, '团队名次');
  }
  expect(found).toEqual([]);
});
