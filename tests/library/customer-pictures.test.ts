import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogOf } from '#drills/catalog/library-catalog.ts';
import { toCatalogData } from '#drills/catalog/to-catalog.ts';
import { contentFor, loadLibrary } from '#library/load.ts';
import { loadSharedContent } from '#library/load-shared-content.ts';
import { svgFault } from '#library/reading/svg-fault.ts';
import { diagnose, VALID } from './fixture.ts';

const SHIPPED = resolve(import.meta.dirname, '../../scenarios');
const ID = 'product-advice/mini';
const CASE = 'cases/product-advice/mini.yaml';
const CATALOGUE = 'pictures/pictures.yaml';

describe('the pictures customers send', () => {
  const { pictures } = loadSharedContent(SHIPPED).catalogue;
  const drawn = readdirSync(join(SHIPPED, 'pictures')).filter((file) => file.endsWith('.svg'));

  it('are all drawn and described, each in words of its own, and no other file lies there', () => {
    expect(pictures.map(({ id }) => `${id}.svg`).sort()).toEqual(drawn.sort());
    expect(new Set(pictures.map(({ alt }) => alt)).size).toBe(pictures.length);
  });

  it.each(drawn)('include %s, which is a safe drawing', (file) => {
    expect(svgFault(readFileSync(join(SHIPPED, 'pictures', file), 'utf8'))).toBeNull();
  });
});

describe('a drawing', () => {
  const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 240">${inside}</svg>\n`;

  it('may have shapes and words', () => {
    expect(
      svgFault(svg('<g fill="#fff"><path d="M0 0h9"/><text x="1" y="2" font-size="9">限电 &lt;800</text></g>')),
    ).toBeNull();
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script by another name', '<SCRIPT>alert(1)</SCRIPT>'],
    ['a handler', '<g onload="alert(1)"></g>'],
    ['a link', '<a><path d="M0 0"/></a>'],
    ['another document', '<use href="other.svg#a"/>'],
    ['an image', '<image x="1"/>'],
    ['a foreign object', '<foreignObject></foreignObject>'],
    ['a style', '<style>*{}</style>'],
    ['a style of its own', '<g style="fill:red"></g>'],
    ['a fetched fill', '<g fill="url(https://example.com/a)"></g>'],
    ['an address', '<g fill="data:x"></g>'],
    ['an entity', '<!ENTITY a "b">'],
    ['a comment', '<!-- -->'],
    ['an unquoted value', '<g onload=alert(1)></g>'],
    ['a tag that is not closed', '<g>'],
    ['a tag that was not opened', '</g>'],
    ['more than 8 kB', `<text>${'图'.repeat(2800)}</text>`],
  ])('is nothing with %s', (_what, inside) => {
    expect(svgFault(svg(inside))).not.toBeNull();
  });

  it.each([
    ['a document type', '<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 240"></svg>'],
    ['nothing in it', ''],
  ])('is refused with %s', (_what, whole) => {
    expect(svgFault(whole)).not.toBeNull();
  });
});

describe('the catalogue', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'kefu-pictures-'));
    cpSync(VALID, dir, { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));
  const edit = (file: string, from: string, to: string) => {
    const before = readFileSync(join(dir, file), 'utf8');
    expect(before).toContain(from);
    writeFileSync(join(dir, file), before.replace(from, to));
  };
  const said = () => diagnose(dir).map(({ code, file, message }) => [code, file.slice(dir.length + 1), message]);
  const pinned = () => contentFor(loadLibrary(dir).library, [ID]);

  it('needs a drawing for each entry', () => {
    rmSync(join(dir, 'pictures/chipped.svg'));
    expect(said()).toEqual([['picture-missing', CATALOGUE, '没有画：旁边放一份 chipped.svg']]);
  });

  it('allows two shapes of picture only', () => {
    edit('pictures/chipped.svg', '360 240', '400 400');
    expect(said()).toEqual([['picture-unfit', CATALOGUE, 'chipped.svg：viewBox 写成 0 0 360 240 或 0 0 240 320']]);
  });

  it('keeps its address free: no shop may be called customer', () => {
    edit('shops/mini/shop.yaml', 'id: mini', 'id: customer');
    expect(said()).toContainEqual(['schema', 'shops/mini/shop.yaml', expect.stringContaining('客户图片的地址')]);
  });

  it('needs an entry for a picture that a fact names', () => {
    edit(CASE, 'knows:\n', 'knows:\n    photo: {picture: cracked, cues: [照片], model: 方便拍张照吗}\n');
    expect(said()).toContainEqual(['unknown-picture', CASE, '图库里没有 cracked：改成 pictures.yaml 里的，或补上它']);
  });

  it('is pinned with a drill for the pictures its customers send, with words and shape', async () => {
    const without = pinned();
    expect(without.data).not.toHaveProperty('pictures');
    edit(CASE, '〔order〕', '〔pic chipped〕');
    const before = pinned();
    expect(before.data.pictures).toEqual([
      { id: 'chipped', picture: '/pictures/customer/chipped.svg', alt: '杯口缺了一小块', width: 360, height: 240 },
    ]);
    // A start that finds nothing changed reads the pictures from what an earlier start stored.
    const kept = catalogOf(JSON.parse(JSON.stringify(toCatalogData(loadLibrary(dir).library))));
    expect(await kept.contentFor([ID])).toEqual(before);
    edit(CATALOGUE, 'alt: 杯口缺了一小块', 'alt: 杯底有裂纹');
    expect(pinned().hash).not.toBe(before.hash);
  });
});
