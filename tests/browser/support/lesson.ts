import type { Page } from 'playwright-core';
import { RUN } from '#tests/support/labels.ts';
import { leadTo } from './browser.ts';
import { type Case, COUPON } from './desk.ts';

export const TEACHER = { name: '王老师', login: 'wang', password: 'kefu-2026-teach' };
export const CLASS = '电商 2403 班';
/** A class of 42, numbered as on a school's list. */
export const ROSTER: readonly { no: string; name: string }[] = Array.from({ length: 42 }, (_, index) => {
  const family = '陈李王张刘杨黄赵吴周徐孙马朱'[index % 14] ?? '';
  const given = ['小雨', '子涵', '欣怡'][Math.floor(index / 14)] ?? '';
  return { no: String(index + 1).padStart(2, '0'), name: family + given };
});

/** Sets up the first teacher's account from the first page of a new machine. */
export const setUpTeacher = async (page: Page): Promise<void> => {
  await page.goto('/');
  await page.getByRole('link', { name: '老师？先设置教师账号' }).click();
  await page.getByLabel('学校').fill('城北职业学校');
  await page.getByLabel('你的名字').fill(TEACHER.name);
  await page.getByLabel('账号').fill(TEACHER.login);
  await page.getByLabel('密码', { exact: true }).fill(TEACHER.password);
  await page.getByLabel('再写一次密码').fill(TEACHER.password);
  await page.getByRole('button', { name: '设置好，进去' }).click();
  await page.getByRole('heading', { name: '上课' }).waitFor();
};

/** A new class with its roster pasted, looked over and added; its page stands there afterwards. */
export const addClass = async (page: Page, roster: typeof ROSTER = ROSTER): Promise<void> => {
  await leadTo(page, '/teach');
  await page.getByRole('button', { name: '新建班级' }).click();
  const dialog = page.getByRole('dialog', { name: '新建班级' });
  await dialog.getByLabel('班级名称').fill(CLASS);
  await dialog.getByRole('button', { name: '建好，去导名单' }).click();
  await page.getByLabel('粘贴名单').fill(roster.map(({ no, name }) => `${no} ${name}`).join('\n'));
  await page.getByRole('button', { name: '先看一遍' }).click();
  await page.getByText(`${roster.length} 行，${roster.length} 行可以用`).waitFor();
  await page.getByRole('button', { name: `加入 ${roster.length} 人` }).click();
  await page.getByText(`${roster.length} 人，上过 0 场`).waitFor();
};

export type Wanted = { name: string; minutes: number; results?: '发布后看'; cases?: readonly Case[] };
export type Opened = { id: string; code: string };

/** From the class's page: the built-in template with these cases, a shorter drill and every incident there is. */
export const openRun = async (page: Page, { name, minutes, results, cases = [COUPON] }: Wanted): Promise<Opened> => {
  await page.getByRole('link', { name: RUN.add }).click();
  const form = page.getByRole('form', { name: RUN.add });
  await form.getByRole('combobox', { name: '模板' }).selectOption({ label: '一节课 45 分钟' });
  await form.getByRole('textbox', { name: '名称' }).fill(name);
  const chosen = form.getByRole('button', { name: /^去掉/ });
  for (let left = await chosen.count(); left > 0; left--) await chosen.first().click();
  for (const { title } of cases) {
    await form.getByRole('searchbox', { name: '搜案例' }).fill(title);
    await form.getByRole('group', { name: '可选的案例' }).getByRole('checkbox', { name: title }).check();
  }
  await form.getByRole('group', { name: '时长' }).getByLabel('演练').fill(String(minutes));
  // The trainees speak the words of the first variant of cases that vary.
  await form.getByRole('radio', { name: '每场一样' }).click();
  if (results !== undefined) await form.getByRole('radio', { name: results }).click();
  await form.getByRole('button', { name: RUN.open }).click();
  await page.waitForURL(/\/runs\/[^/]+\/lobby$/);
  const [, id = ''] = /\/runs\/([^/]+)\//.exec(page.url()) ?? [];
  const said = await page.getByText(/^口令( \d){6}$/).textContent();
  return { id, code: (said ?? '').replace(/\D/g, '') };
};

/** Types the code from the board and picks a name. */
export const join = async (page: Page, code: string, { no, name }: (typeof ROSTER)[number]): Promise<void> => {
  await page.goto('/join');
  await page.getByLabel('口令').pressSequentially(code);
  await page.getByRole('button', { name: `${no} ${name}` }).click();
  await page.getByRole('button', { name: `我是 ${name}` }).click();
  await page.waitForURL(/\/seats\/|\/drills\//);
};

/** How many the wall shows as online. */
export const online = async (page: Page): Promise<number> =>
  Number(
    await figure(page, '在线')
      .innerText()
      .then((text) => /\d+/.exec(text)?.[0] ?? Number.NaN),
  );

/** One of the class's figures over the wall. */
export const figure = (page: Page, name: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd');

/** One seat of the wall, by its name. */
export const tile = (page: Page, name: string) => page.locator('button[data-seat]').filter({ hasText: name });
