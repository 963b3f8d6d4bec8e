import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf } from '#library/hash.ts';
import { contentFor, loadLibrary } from '#library/load.ts';
import { diagnose, VALID } from './fixture.ts';

const ID = 'product-advice/mini';
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kefu-library-'));
  cpSync(VALID, dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

const pinned = () => contentFor(loadLibrary(dir).library, [ID]);
const edit = (file: string, from: string, to: string) => {
  const path = join(dir, file);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(from);
  writeFileSync(path, before.replace(from, to));
};

describe('the content a drill pins', () => {
  it('is plain JSON with all that the case needs and nothing else', () => {
    const { data, hash } = pinned();
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
    expect(hash).toMatch(/^[0-9a-f]{16,}$/);
    expect(data.scenarios.map(({ id }) => id)).toEqual([ID]);
    expect(data.actions.map(({ id }) => id)).toEqual(['send-product', 'urge-warehouse']);
    expect(data.rubric.id).toBe('mini-new');
  });

  it('leaves out which quick replies are traps', () => {
    expect(JSON.stringify(pinned().data)).not.toContain('trap');
  });

  it.each([
    ['shops/mini/products.yaml', 'price: 2000', 'price: 2100'],
    ['personas/plain.yaml', 'typing: 60', 'typing: 61'],
    ['rubrics/2026-11.yaml', 'pass: 60', 'pass: 61'],
    ['platforms/taobao.yaml', 'target: 40', 'target: 41'],
    ['actions.yaml', 'done: 商品卡已发', 'done: 商品卡发了'],
    ['types.yaml', '商品咨询与推荐', '商品咨询'],
    ['cases/product-advice/mini.yaml', 'minutes: 3', 'minutes: 4'],
  ])('changes its hash when %s changes', (file, from, to) => {
    const before = pinned().hash;
    edit(file, from, to);
    expect(pinned().hash).not.toBe(before);
  });

  it('keeps its hash when only comments, order of keys or an older rubric change', () => {
    const before = pinned().hash;
    edit('cases/product-advice/mini.yaml', 'level: 1\ntitle: 杯子什么时候发', 'title: 杯子什么时候发 # 题目\nlevel: 1');
    edit('rubrics/2026-01.yaml', 'pass: 60', 'pass: 50');
    expect(pinned().hash).toBe(before);
    expect(hashOf({ a: 1, b: [{ c: 1, d: 2 }] })).toBe(hashOf({ b: [{ d: 2, c: 1 }], a: 1 }));
  });

  it('throws for a case that is not there', () => {
    expect(() => contentFor(loadLibrary(dir).library, ['product-advice/none'])).toThrow('product-advice/none');
  });
});

describe('loading the library', () => {
  it('leaves out a case that cannot be read, and the rest stands', () => {
    mkdirSync(join(dir, 'cases/product-advice'), { recursive: true });
    writeFileSync(join(dir, 'cases/product-advice/broken.yaml'), 'id: [\n');
    const { library, diagnostics } = loadLibrary(dir);
    expect([...library.scenarios.keys()]).toEqual([ID]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml-syntax']);
  });

  it('can take a case from another place in', () => {
    const file = join(dir, 'mine.yaml');
    renameSync(join(dir, 'cases/product-advice/mini.yaml'), file);
    expect([...loadLibrary(dir, [file]).library.scenarios.keys()]).toEqual([ID]);
  });

  it('needs one line in types.yaml for a new type of case, and nothing else', () => {
    appendFileSync(join(dir, 'types.yaml'), '- {id: livestream, name: 直播客服, stage: before}\n');
    mkdirSync(join(dir, 'cases/livestream'));
    for (const name of ['mini.yaml', 'mini.testplan.yaml'])
      renameSync(join(dir, 'cases/product-advice', name), join(dir, 'cases/livestream', name));
    edit(
      'cases/livestream/mini.yaml',
      'id: product-advice/mini\ntype: product-advice',
      'id: livestream/mini\ntype: livestream',
    );
    expect(diagnose(dir)).toEqual([]);
    expect(contentFor(loadLibrary(dir).library, ['livestream/mini']).data.types[0]?.name).toBe('直播客服');
  });
});
