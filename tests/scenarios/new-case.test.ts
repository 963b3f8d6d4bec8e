/** `scenarios:new`: what it writes plays in every shop and needs only what it names; what it can't write it says. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CaseFiles } from '#library/load.ts';
import { jsonSchemaText } from '#library/schema/json-schema.ts';
import { type Testplan, toTestplan } from '#library/schema/testplan.ts';
import { checkFiles } from '#scripts/check/check-files.ts';
import { writeCase } from '#scripts/new-case/write-case.ts';
import { library, shipped } from '#tests/support/library.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const LIBRARY = join(ROOT, 'scenarios');
let to = '';
beforeEach(() => {
  to = mkdtempSync(join(tmpdir(), 'kefu-new-'));
});
afterEach(() => rmSync(to, { recursive: true }));

const asked = { id: 'order-change/first-try', shop: undefined, level: undefined, persona: undefined };
const write = (more: object = {}) => writeCase(library, { ...asked, to, schemas: join(ROOT, 'docs/schema'), ...more });
const planOf = ([played]: readonly CaseFiles[]): Testplan => {
  if (!played?.testplan?.value) throw new Error('the new case has no testplan');
  return toTestplan(played.testplan.value);
};
const file = () => join(to, 'order-change/first-try.yaml');

describe.each([...library.shops.keys()])('a new case in %s', (shop) => {
  it.each(['1', '5'])('at level %s plays as its testplan says and lacks only what is marked', (level) => {
    expect(write({ shop, level })).toEqual({ files: [file(), file().replace('.yaml', '.testplan.yaml')] });
    // Its testplan is played too: a trainee outside their range would be a diagnostic of another code.
    const { diagnostics, cases } = checkFiles(LIBRARY, [file()], shipped);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['placeholder']));
    expect(diagnostics).toHaveLength(level === '5' ? 4 : 3);
    expect(Object.keys(planOf(cases))).toHaveLength(5);
  });
});

it('a new case has no fault in an editor, which is told where the schema is', () => {
  write();
  for (const [path, format] of [
    [file(), 'scenario'],
    [file().replace('.yaml', '.testplan.yaml'), 'testplan'],
  ] as const) {
    const text = readFileSync(path, 'utf8');
    const validate = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(jsonSchemaText(format) ?? ''));
    expect([validate(parse(text)), validate.errors]).toEqual([true, null]);
    const named = /^# yaml-language-server: \$schema=(.+)$/m.exec(text)?.[1] ?? '';
    expect(existsSync(new URL(named))).toBe(true);
  }
});

it('a new case inside the project has a path to its schema that holds on every machine', () => {
  const cases = join(to, 'scenarios/cases');
  write({ to: cases, schemas: join(to, 'docs/schema') });
  expect(readFileSync(join(cases, `${asked.id}.yaml`), 'utf8')).toMatch(
    /^# yaml-language-server: \$schema=\.\.\/\.\.\/\.\.\/docs\/schema\/scenario\.schema\.json\n/,
  );
});

it('a new case overwrites no file', () => {
  write();
  const before = readFileSync(file(), 'utf8');
  expect(write({ level: '3' })).toEqual({ refused: expect.stringContaining('已经有了') });
  expect(readFileSync(file(), 'utf8')).toBe(before);
});

it.each([
  [{ id: 'order/first-try' }, /没有类型 order，有的是：\n {2}product-advice 商品咨询与推荐/],
  [{ shop: 'nowhere' }, /没有店铺 nowhere，有的是：\n[\s\S]* {2}suibu 燧步运动/],
  [{ persona: 'angry' }, /没有人设 angry，有的是：\n[\s\S]* {2}furious-right 有理的火/],
  [{ level: '6' }, /没有级别 6/],
  [{ id: 'order-change' }, /写成 类型\/名字/],
  [{ id: 'order-change/../../x' }, /写成 类型\/名字/],
  [{ id: 'order-change/Größe' }, /写成 类型\/名字/],
])('refuses %j and says what there is', (more, reason) => {
  expect(write(more)).toEqual({ refused: expect.stringMatching(reason) });
  expect(existsSync(join(to, 'order-change'))).toBe(false);
});
