/** Tags sort cases; the checker holds them to the law sheet, and a drill pins none of them. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contentFor, loadLibrary } from '#library/load.ts';
import { diagnose, VALID } from './fixture.ts';

const CASE = 'cases/product-advice/mini.yaml';
const ID = 'product-advice/mini';
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kefu-library-'));
  cpSync(VALID, dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

const tagged = (tags: string) => {
  const text = readFileSync(join(VALID, CASE), 'utf8');
  writeFileSync(join(dir, CASE), text.replace('\nstory:', `\ntags: ${tags}\nstory:`));
  return diagnose(dir).map(({ code, message }) => `${code} ${message}`);
};

it('tags may be a row of the law sheet, an obstacle and a dilemma', () => {
  expect(tagged('{law: [L01], obstacle: 顾虑, dilemma: 说实话丢单，不说实话骗人}')).toEqual([]);
});

it('a tag with an unknown row of the law sheet is reported by that row', () => {
  expect(tagged('{law: [L01, L17]}')).toEqual(['unknown-id 没有法条 L17：改成已有的，或补上它']);
});

it('a tag with an unknown obstacle or red line is reported with the known ones', () => {
  expect(tagged('{obstacle: 犹豫}')).toEqual(['schema 只能是 遗忘 · 顾虑 · 价格 · 技术 · 误拍']);
  expect(tagged('{red: [rude]}')[0]).toMatch(/^schema 只能是 offsite · insult/);
});

it('tags change nothing in the content that a drill pins', () => {
  const hash = () => contentFor(loadLibrary(dir).library, [ID]).hash;
  const before = hash();
  tagged('{law: [L01], obstacle: 顾虑}');
  expect(hash()).toBe(before);
});
