import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objections, objectionsTwice } from '#tests/browser/support/axe.ts';
import { leadTo, leaveBrowser, openBrowser, PHONE, visit, WIDE } from '#tests/browser/support/browser.ts';
import { setUpTeacher } from '#tests/browser/support/lesson.ts';
import { type Product, startProduct } from '#tests/browser/support/product.ts';

let product: Product;
let browser: Browser;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await product?.close();
});

test('axe has nothing against a new school’s pages, for the teacher at 1440 and 360; `lesson` has a class’s looked at', async () => {
  const found: string[] = [];
  const { page: teacher } = await visit(browser, product.url, WIDE);
  const { page: trainee } = await visit(browser, product.url, PHONE);
  const lookTwice = async (place: string, ready: () => Promise<unknown>) =>
    found.push(...(await objectionsTwice(teacher, place, ready)));

  await teacher.goto('/set-up');
  await lookTwice('set-up', () => teacher.getByLabel('学校').waitFor());
  await setUpTeacher(teacher);
  await trainee.goto('/login');
  await trainee.getByLabel('密码').waitFor();
  found.push(...(await objections(trainee, 'login')));
  await lookTwice('teach without anything', () => teacher.getByRole('heading', { name: '上课' }).waitFor());
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
