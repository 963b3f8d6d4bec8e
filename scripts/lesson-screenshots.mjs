/** A lesson for the README's pictures: a school, a class of 42, simulated trainees, the lobby and the wall. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { top } from './set-up.mjs';

const PROJECTOR = { viewport: { width: 1920, height: 1080 } };
const NAMES =
  '林可欣 陈思远 黄雨桐 周子墨 吴佳怡 徐嘉豪 孙梦洁 马浩然 朱诗涵 胡俊杰 郭晓彤 何梓萱 高志鹏 罗欣妍 郑宇航 梁静雯 谢文博 宋雅琪 唐一鸣 许安琪 韩冰 冯思雨 邓家乐 曹颖 彭宇轩 曾雪 萧然 田甜 董力 潘晓芸 袁野 蔡依娜 蒋涛 余小鱼 杜鹃 叶知秋 程亮 魏明月 苏芮 吕行 丁香 任重';
const CASES = ['payment-reminder/unpaid-forgot', 'product-advice/shoe-half-size', 'promotion/coupon-stack'];
/** Milliseconds until waits, moods and a few faults show. */
const WATCHED_MS = 75_000;

/** `shoot(page, name)` takes the picture; `joined`: what stands before the number of those who have come. */
export const lesson = async (browser, url, here, shoot, joined) => {
  const context = await browser.newContext({ ...PROJECTOR, ...here, baseURL: url });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const ask = async (path, data) => {
    const answer = await page.request.post(path, { data, headers: { origin: url } });
    const body = await answer.json();
    if (!body.ok) throw new Error(`${path}: ${body.error.message}`);
    return body.value;
  };
  const account = { school: '城东职业学校', name: '王老师', login: 'wang', password: `${Math.random()}` };
  await ask('/api/set-up', account);
  const { id: classId } = await ask('/api/classes', { name: '电商 2403 班' });
  const rows = NAMES.split(' ').map((name, index) => ({ no: String(index + 1).padStart(2, '0'), name }));
  await ask(`/api/classes/${classId}/roster`, { rows });
  const { value: templates } = await (await page.request.get('/api/templates')).json();
  const plan = { ...templates[0].plan, scenarios: CASES };
  const run = await ask('/api/runs', { name: '周三上午场', classId, plan });
  await page.goto(`/runs/${run.id}/lobby`);
  const bots = spawn(
    process.execPath,
    ['--import', 'tsx', join(top, 'scripts', 'bots.ts'), '--url', url, '--seats', '40', '--code', run.code, '--json'],
    { cwd: top, stdio: 'ignore' },
  );
  try {
    await page.getByText(new RegExp(`${joined}\\s*40`)).waitFor();
    await shoot(page, 'lobby');
    await ask(`/api/runs/${run.id}/stage`, { stage: 'card' });
    await ask(`/api/runs/${run.id}/stage`, { stage: 'drill' });
    await page.goto(`/runs/${run.id}/wall`);
    await page.waitForTimeout(WATCHED_MS);
    await shoot(page, 'wall');
  } finally {
    bots.kill();
    await context.close();
  }
};
