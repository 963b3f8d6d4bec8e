import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objections } from '#tests/browser/support/axe.ts';
import { leadTo, leaveBrowser, openBrowser, PHONE, type Size, visit, WIDE } from '#tests/browser/support/browser.ts';
import { sharedProduct } from '#tests/browser/support/shared-product.ts';
import { bank } from '#tests/support/question-bank.ts';

const product = sharedProduct();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await leaveBrowser(browser);
});

const sizes: [string, Size][] = [
  ['1440', WIDE],
  ['360', PHONE],
];
const ASSETS = join(import.meta.dirname, '../../dist/client/assets');

describe.concurrent('the question bank', () => {
  test('is in no script of the pages [B4]', () => {
    const scripts = readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
    const text = scripts.map((name) => readFileSync(join(ASSETS, name), 'utf8')).join('\n');
    expect(scripts.length).toBeGreaterThan(10);
    expect(bank.questions.filter(({ stem, why }) => text.includes(stem) || text.includes(why))).toEqual([]);
  });

  for (const [name, size] of sizes)
    test(`is practised by keyboard, and a reload keeps the place at ${name} [B6]`, async () => {
      const { page, context, faults } = await visit(browser, product.url, size);
      const found: string[] = [];
      const look = async (place: string) => {
        found.push(...(await objections(page, place)));
        const isWide = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        if (isWide) found.push(`${place}: wider than the screen`);
      };
      await page.goto('/');
      await page.getByRole('link', { name: '去做题' }).click();
      await page.getByRole('link', { name: '随便来 10 题' }).waitFor();
      await look('choice');
      await page.getByRole('combobox', { name: '专题' }).selectOption('emotion');
      await page.getByText('这样挑一共有 22 题').waitFor();
      await leadTo(page, '/questions/paper?topic=emotion&level=1&count=5&seed=11');
      for (const at of [1, 2, 3, 4, 5]) {
        await page.getByText(`第 ${at} 题，共 5 题`).waitFor();
        if (at === 1) await look('asked');
        // One press answers a judge question, another kind is handed in.
        await page.keyboard.press('1');
        if ((await page.getByRole('button', { name: '提交' }).count()) > 0) await page.keyboard.press('Enter');
        await page.getByRole('button', { name: /^(下一题|看结果)$/ }).waitFor();
        if (at === 1) await look('answered');
        if (at === 3) {
          await page.reload();
          await page.getByText('第 3 题，共 5 题').waitFor();
          await page.getByRole('button', { name: '下一题' }).waitFor();
        }
        await page.keyboard.press('Enter');
      }
      await page.getByRole('heading', { name: /^5 题对了 \d 题/ }).waitFor();
      await look('result');
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    });
});
