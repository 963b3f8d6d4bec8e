/**
 * A written paper in the browser: set with one press, sat at a phone and a desk through a crash, published. The same server and
 * class then have a mock exam, and the pages of what is practised and followed beside it.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objections, schemesAt } from '#tests/browser/support/axe.ts';
import { leadTo, leaveBrowser, openBrowser, PHONE, visit, WIDE } from '#tests/browser/support/browser.ts';
import { addClass, join, ROSTER } from '#tests/browser/support/lesson.ts';
import { comeAsTeacher, type WorkersProduct, workersProduct } from '#tests/browser/support/workers-product.ts';

let product: WorkersProduct;
let browser: Browser;
/** Signed in by the first test. */
let teacher: Page;
beforeAll(async () => {
  [product, browser] = await Promise.all([workersProduct(), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
});

const isWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
const option = (page: Page, letter: string) => page.locator('li > button[aria-pressed]').filter({ hasText: letter });

test('is set, sat at two devices through a crash of the server, ended and published [X2] [X8]', async () => {
  ({ page: teacher } = await visit(browser, product.url));
  await comeAsTeacher(teacher, product);
  await addClass(teacher, ROSTER.slice(0, 3));
  await teacher.getByRole('link', { name: '出试卷' }).click();
  await teacher.getByText('共 25 题：').waitFor();
  expect(await objections(teacher, 'setting a paper')).toEqual([]);
  await teacher.getByRole('button', { name: '出卷' }).click();
  await teacher.waitForURL(/\/runs\/[^/]+\/paper$/);
  const code = ((await teacher.getByText(/^\d{3} \d{3}$/).textContent()) ?? '').replace(/\D/g, '');
  const [first, second] = ROSTER;
  if (first === undefined || second === undefined) throw new Error('no roster');

  const { page: phone } = await visit(browser, product.url, PHONE);
  await join(phone, code, first);
  await phone.getByText('等老师开考').waitFor();
  const { page: desk } = await visit(browser, product.url);
  await join(desk, code, second);
  await teacher.getByRole('button', { name: '开考' }).click();
  for (const page of [phone, desk]) {
    await page.getByRole('button', { name: '开始答题' }).click();
    await page.getByText('第 1 题，共 25 题').waitFor();
  }
  expect(await isWide(phone)).toBe(false);
  expect(await objections(phone, 'a paper on a phone')).toEqual([]);
  for (const size of [PHONE, WIDE]) {
    await teacher.setViewportSize(size);
    await teacher.getByLabel(`给${first.name}加时`).selectOption('50');
    expect(await isWide(teacher)).toBe(false);
    expect(await objections(teacher, `extra time at ${size.width}`, schemesAt(size))).toEqual([]);
  }
  await option(phone, 'A').click();
  await phone.getByText(/^已存/).last().waitFor();
  await desk.keyboard.press('b');
  await desk.getByText(/^已存/).first().waitFor();

  await product.kill();
  await phone.getByRole('button', { name: '下一题' }).click();
  await option(phone, 'C').click();
  await phone.getByText(/还有 1 道没送到/).waitFor();
  await product.restart();
  await phone.getByText(/^已存/).last().waitFor();
  await phone.reload();
  await phone.getByRole('button', { name: '2 / 25 题' }).click();
  await phone.getByRole('dialog').getByRole('button', { name: '第 2 题，已答' }).click();
  expect(await option(phone, 'C').getAttribute('aria-pressed')).toBe('true');
  await desk.reload();
  await desk.getByRole('button', { name: '第 1 题，已答' }).waitFor();

  await desk.getByRole('button', { name: '交卷' }).first().click();
  await desk.getByRole('dialog').getByRole('button', { name: '交卷' }).click();
  await desk.getByText('交卷了，答案都存好了').waitFor();
  await teacher.getByRole('row', { name: new RegExp(`${first.name}.*在答.*2 / 25`) }).waitFor();
  await teacher.getByRole('button', { name: '收卷' }).click();
  await teacher.getByRole('dialog').getByRole('button', { name: '收卷' }).click();
  await teacher.getByRole('button', { name: '公布成绩' }).click();
  await teacher.getByText('已经公布').waitFor();
  expect(await objections(teacher, 'a paper’s results')).toEqual([]);
  await phone.reload();
  await phone.getByText('/ 100 分').waitFor();
  expect(await phone.getByText('你答的：').count()).toBe(25);
  expect(await isWide(phone)).toBe(false);
  expect(await objections(phone, 'an own result')).toEqual([]);

  await phone
    .getByRole('button', { name: /^申诉第/ })
    .first()
    .click();
  await phone.getByRole('dialog').getByLabel('为什么').fill('题干没说是哪一天');
  expect(await objections(phone, 'an appeal')).toEqual([]);
  await phone.getByRole('dialog').getByRole('button', { name: '交申诉' }).click();
  await phone.getByText('等老师看', { exact: true }).waitFor();
  const before = await teacher.getByRole('row', { name: new RegExp(first.name) }).textContent();
  await teacher.getByText('申诉 1').waitFor({ timeout: 30_000 });
  await teacher.getByRole('link', { name: `看${first.name}的答卷` }).click();
  await teacher.getByText('申诉：题干没说是哪一天').waitFor();
  for (const size of [WIDE, PHONE]) {
    await teacher.setViewportSize(size);
    expect(await isWide(teacher)).toBe(false);
    expect(await objections(teacher, `a seat’s answers at ${size.width}`, schemesAt(size))).toEqual([]);
  }
  await teacher.getByRole('button', { name: /^答复第/ }).click();
  await teacher.getByRole('dialog').getByLabel('这一题得').selectOption('full');
  await teacher.getByRole('dialog').getByLabel('理由').fill('题干有歧义');
  await teacher.getByRole('dialog').getByRole('button', { name: '定下来' }).click();
  await teacher.getByText(/^改判得 1，/).waitFor();
  await teacher.setViewportSize(WIDE);
  await teacher.getByRole('link', { name: '回到试卷' }).click();
  await teacher.getByRole('row', { name: new RegExp(first.name) }).waitFor();
  expect(await teacher.getByRole('row', { name: new RegExp(first.name) }).textContent()).not.toBe(before);
  await phone.reload();
  await phone.getByText(/^改判得 1，.*题干有歧义$/).waitFor();
});

/** Sets an exam of a paper and typing for the only class, open from now; its id, code and class. */
const setExam = (page: Page): Promise<{ id: string; code: string; classId: string }> =>
  page.evaluate(async () => {
    const value = async (path: string, body?: object) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      return (await (await fetch(`/api/${path}`, body === undefined ? {} : init)).json()).value;
    };
    const [{ id: classId }] = await value('classes');
    const now = Date.now();
    const { id } = await value('exams', {
      ...{ name: '期末模拟考', classId, pass: 60, excellent: 85, each: false, counts: 'best' },
      parts: [
        { kind: 'paper', weight: 60, minutes: 10, seed: 3, cells: [{ topic: 'price', level: 1, count: 4 }] },
        { kind: 'typing', weight: 40, minutes: 2, set: 'long', text: null },
      ],
      ...{ opensAt: now, dueAt: now + 3_600_000 },
    });
    return { id, code: (await value(`runs/${id}`)).code, classId };
  });

test('a mock exam’s pages, the path, a term, inspection, readings and handed-in practice fit 360 and 1440, and axe has nothing against them', async () => {
  const { id, code, classId } = await setExam(teacher);
  const found: string[] = [];
  const look = async (page: Page, place: string, ready: () => Promise<unknown>) => {
    for (const size of [WIDE, PHONE]) {
      await page.setViewportSize(size);
      await ready();
      if (await isWide(page)) found.push(`${place} is wider than ${size.width}`);
      found.push(...(await objections(page, `${place} at ${size.width}`, schemesAt(size))));
    }
  };
  const open = async (page: Page, path: string, heading: string | RegExp) => {
    await leadTo(page, path);
    await look(page, path.replace(id, 'r').replace(classId, 'k'), () =>
      page.getByRole('heading', { name: heading }).first().waitFor(),
    );
  };
  await open(teacher, `/exams/new?class=${classId}`, '出模拟考试');
  await open(teacher, `/exams/runs/${id}`, /期末模拟考/);
  for (const tab of ['答卷', '题目和答案']) {
    await teacher.getByRole('tab', { name: tab }).click();
    await look(teacher, `an exam’s ${tab}`, () => teacher.getByRole('tabpanel').getByRole('table').waitFor());
  }
  await teacher.getByRole('button', { name: '改截止时间' }).click();
  await look(teacher, 'another due time', () => teacher.getByRole('dialog').waitFor());
  await teacher.keyboard.press('Escape');
  await open(teacher, `/path/classes/${classId}`, /五阶/);
  await open(teacher, '/path/settings', /五阶/);
  await open(teacher, `/classes/${classId}/handed-in`, '交来的练习');
  const terms = `/classes/${classId}/terms`;
  await open(teacher, terms, '学期');
  await teacher.getByRole('button', { name: '新建学期' }).click();
  await teacher.getByLabel('名称').fill('实训周');
  await teacher.getByLabel('第一天').fill('2026-11-02');
  await teacher.getByLabel('最后一天').fill('2026-11-13');
  await teacher.getByRole('button', { name: '建好' }).click();
  await teacher.getByRole('heading', { name: '实训周' }).waitFor();
  const term = new URL(teacher.url()).pathname;
  await open(teacher, term, '实训周');
  await open(teacher, `${term}/sheet`, '成绩评定表');
  await open(teacher, `${term}/rules`, '成绩评定表的评法');
  await open(teacher, `${term}/teams`, '团队');
  await open(teacher, `${term}/teams/edit`, '分团队');
  await open(teacher, `${term}/teams/board`, '团队名次');

  const [, , third] = ROSTER;
  if (third === undefined) throw new Error('no roster');
  const { page: trainee } = await visit(browser, product.url, PHONE);
  await join(trainee, code, third);
  await look(trainee, 'a seat’s exam', () => trainee.getByRole('heading', { name: /期末模拟考/ }).waitFor());
  await open(trainee, '/path', /我的路径|五阶/);
  await open(trainee, '/inspection', '质检');
  await open(trainee, '/policy-readings', '政策解读');
  await trainee.getByLabel('你怎么跟他说').fill('价保7天，降价不退差价。');
  await trainee.getByRole('button', { name: '判一判' }).click();
  await look(trainee, 'a reading’s verdict', () => trainee.getByRole('region', { name: '判定' }).waitFor());
  expect(found).toEqual([]);
});
