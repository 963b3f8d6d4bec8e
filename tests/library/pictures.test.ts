import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSharedContent } from '#library/load-shared-content.ts';

const SCENARIOS = resolve(import.meta.dirname, '../../scenarios');
const shops = [...loadSharedContent(SCENARIOS).catalogue.shops.values()];
const folder = (shop: string): string => join(SCENARIOS, 'shops', shop, 'pictures');

describe.each(shops)('the pictures of $id', ({ id, products }) => {
  const drawn = existsSync(folder(id)) ? readdirSync(folder(id)).sort() : [];

  it('are the ones its products name, and none besides', () => {
    const named = products.flatMap(({ picture }) => (picture === null ? [] : [picture]));
    expect(named.sort()).toEqual(drawn.map((file) => `/pictures/${id}/${file}`));
  });

  it.each(drawn)('%s is small, square and only a drawing', (file) => {
    const svg = readFileSync(join(folder(id), file), 'utf8');
    expect(svg.length).toBeLessThanOrEqual(2500);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 96 96">\n/);
    const tags = new Set([...svg.matchAll(/<([a-z]\w*)/gi)].map(([, tag]) => tag));
    expect([...tags].filter((tag) => !['svg', 'g', 'rect', 'path', 'circle', 'ellipse'].includes(tag ?? ''))).toEqual(
      [],
    );
    expect(svg).not.toMatch(/\bon\w+=|href|url\(|style=/);
  });
});

it.each(shops)('every product of $id has its picture', ({ id, products }) => {
  expect(products.map(({ picture }) => picture)).toEqual(
    products.map((product) => `/pictures/${id}/${product.id}.svg`),
  );
});
