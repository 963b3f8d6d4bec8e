import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objections } from '#tests/browser/support/axe.ts';
import { leaveBrowser, openBrowser, PHONE, type Visit, visit, WIDE } from '#tests/browser/support/browser.ts';
import { begin, type Case, deskOf, said, settled } from '#tests/browser/support/desk.ts';
import { addClass } from '#tests/browser/support/lesson.ts';
import { comeAsTeacher, type WorkersProduct, workersProduct } from '#tests/browser/support/workers-product.ts';
import { BUTTON, DESK, PRACTICE, REPORT } from '#tests/support/labels.ts';

let product: WorkersProduct;
let browser: Browser;
beforeAll(async () => {
  [product, browser] = await Promise.all([workersProduct(), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
});

const SHIPPED = join(import.meta.dirname, '../fixtures/authored/shoe-half-size');
const OWN: Case = { id: 'product-advice/own-size', title: '本校的跑鞋', customer: '一颗柚子' };
const YAML = readFileSync(`${SHIPPED}.yaml`, 'utf8')
  .replace('id: product-advice/shoe-half-size', `id: ${OWN.id}`)
  .replace('title: 脚背高，买多大', `title: ${OWN.title}`);
const BROKEN = YAML.replace('then: {resolved: exchange,', 'then: {resolved: exchangee,');
const FAULT = BROKEN.split('\n').findIndex((line) => line.includes('exchangee')) + 1;
const STUDENT = { name: '陈小雨', login: 'chenxiaoyu', password: 'kefu-2026-study' };

const file = (name: string, text: string) => ({ name, mimeType: 'application/yaml', buffer: Buffer.from(text) });
const choose = (page: Page, text: string): Promise<void> =>
  page
    .getByLabel('案例文件')
    .setInputFiles([
      file('own-size.yaml', text),
      file('own-size.testplan.yaml', readFileSync(`${SHIPPED}.testplan.yaml`, 'utf8')),
    ]);

/** Makes a class of one and an account for its student, whose own device then needs no code. */
const giveAccount = async (page: Page): Promise<void> => {
  await addClass(page, [{ no: '01', name: STUDENT.name }]);
  const at = `/api${new URL(page.url()).pathname}`;
  const { value }: { value: { list: { person: string }[] } } = await (await page.request.get(at)).json();
  const { login, password } = STUDENT;
  const given = await page.request.post(`${at}/members/${value.list[0]?.person}/account`, {
    data: { login, password },
  });
  expect(given.ok()).toBe(true);
};

const signIn = async (page: Page, { login, password }: typeof STUDENT, back: string): Promise<void> => {
  await page.goto(`/login?back=${encodeURIComponent(back)}`);
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: BUTTON.logIn }).click();
  await page.waitForURL((url) => url.pathname === back);
};

test('a case is uploaded broken, mended by its diagnostics, published, and a student of the school plays it', async () => {
  const found: string[] = [];
  const look = async (page: Page, place: string) => {
    found.push(...(await objections(page, place)));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    if (wide) found.push(`${place}: wider than the screen`);
  };
  const teacher: Visit = await visit(browser, product.url);
  const { page } = teacher;
  await comeAsTeacher(page, product);
  await giveAccount(page);

  await page.getByRole('link', { name: '自编案例' }).click();
  await page.getByText('本校还没有自编案例').waitFor();
  expect(await page.getByRole('link', { name: '怎么写一个案例' }).getAttribute('href')).toBe('/guide/writing-a-case');
  await look(page, 'no case yet');
  await choose(page, BROKEN);
  const row = page.getByRole('region', { name: '诊断' }).getByRole('listitem').first();
  await row.getByText('没有拍子或结局 exchangee，是不是 exchange？').waitFor();
  await row.getByText('then: {resolved: exchangee, failed: unsure, silent: gone}').waitFor();
  expect(await row.innerText()).toMatch(/错误\s+第 \d+ 行，第 \d+ 列\s+unknown-id\s+own-size\.yaml/);
  expect(await row.innerText()).toContain(`第 ${FAULT} 行`);
  await look(page, 'diagnostics');

  await choose(page, YAML);
  await page.getByText('没有错误，也没有提醒。').waitFor();
  await page.getByLabel('这一版改了什么').fill('第一稿');
  await page.getByRole('button', { name: '存为新版本' }).click();
  await page.getByRole('button', { name: '把第 1 版发布到本校' }).click();
  await page.getByText('已发布第 1 版').first().waitFor();
  await look(page, 'a case');
  const [, id = ''] = /\/authored\/(.+)$/.exec(new URL(page.url()).pathname) ?? [];

  const student = await visit(browser, product.url);
  await signIn(student.page, STUDENT, '/library');
  const own = student.page.getByRole('listitem').filter({ hasText: OWN.title });
  await own.getByText('本校', { exact: true }).waitFor();
  await student.page.setViewportSize(PHONE);
  await look(student.page, 'library on a phone');
  await student.page.setViewportSize(WIDE);
  await own.getByRole('link', { name: OWN.title }).click();
  await student.page.getByRole('button', { name: PRACTICE.start, exact: true }).click();
  await student.page.waitForURL(/\/drills\//);
  const desk = deskOf(student.page);
  await begin(desk, OWN, '这个我穿几码呀');
  await desk.composer(OWN.customer).fill('在的，您脚长量过吗，多少厘米？');
  await desk.composer(OWN.customer).press('Enter');
  await settled(desk, OWN.customer);
  // The case is withdrawn while it is played, and the customer goes on as before.
  await page.getByRole('button', { name: '撤下' }).click();
  await page.getByText('没有发布').waitFor();
  await said(desk, OWN.customer, '刚量了 24.5');
  await student.page.getByRole('button', { name: DESK.end, exact: true }).click();
  await student.page.getByRole('dialog').getByRole('button', { name: DESK.endDo }).click();
  await student.page.getByRole('link', { name: DESK.toReport }).click();
  const report = student.page.getByRole('article', { name: REPORT.title });
  await report.getByText('脚长').first().waitFor();
  // The report links to no case that can't be practised any more.
  await report.getByRole('link', { name: '同样的客户再来一场' }).waitFor({ state: 'detached' });
  expect(found).toEqual([]);

  // The case's page fits a phone; a version can be tried whether or not it is published.
  await page.setViewportSize(PHONE);
  await page.goto(`/authored/${id}`);
  await page.getByRole('button', { name: '试玩第 1 版' }).waitFor();
  await look(page, 'a case on a phone');
  await page.getByRole('button', { name: '试玩第 1 版' }).click();
  await page.waitForURL(/\/drills\//);
  await page.getByRole('heading', { name: DESK.ready }).waitFor();
  expect(found).toEqual([]);
  expect([...teacher.faults, ...student.faults]).toEqual([]);
  expect(product.complaints()).toBe('');
  await Promise.all([teacher.context.close(), student.context.close()]);
});
