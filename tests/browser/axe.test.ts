import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objections } from '#tests/browser/support/axe.ts';
import { leaveBrowser, openBrowser, visit } from '#tests/browser/support/browser.ts';
import { sharedProduct } from '#tests/browser/support/shared-product.ts';

const product = sharedProduct();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await leaveBrowser(browser);
});

/** What axe is asked on the pages themselves stands where a stranger and a class walk through them: `walk` and `lesson`. */
test('axe finds a text of too little contrast among many that look alike, in the light or in the dark alone', async () => {
  const { page, context } = await visit(browser, product.url);
  await page.setContent(`<html lang="zh-CN"><title>行</title><style>
    body { background: #fff; color: #222 }
    @media (prefers-color-scheme: dark) { body { background: #111; color: #eee } #dim { color: #333 } }
    </style><main><h1>行</h1><div id="rows"></div></main></html>`);
  const write = (at: number, attributes: string) =>
    page.evaluate(
      ([at, attributes]) => {
        const row = (index: number) => `<p ${index === at ? attributes : ''}>第${index}行</p>`;
        const rows = document.querySelector('#rows');
        if (rows !== null) rows.innerHTML = Array.from({ length: 40 }, (_, index) => row(index)).join('');
      },
      [at, attributes] as const,
    );
  await write(-1, '');
  expect(await objections(page, 'rows')).toEqual([]);
  await write(7, 'id="dim"');
  expect(await objections(page, 'rows')).toEqual([expect.stringMatching(/^rows, dark: color-contrast .*#dim/s)]);
  await write(29, 'style="color: #ddd"');
  expect(await objections(page, 'rows')).toEqual([expect.stringMatching(/^rows, light: color-contrast /)]);
  await context.close();
});
