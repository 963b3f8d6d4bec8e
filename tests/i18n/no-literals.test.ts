/**
 * What a person reads stands in `messages`, not in code. Chinese in code is content: a reply to a shopper, words looked for
 * in what somebody wrote. Files that hold some are kept in `tests/i18n/kept`, each with its reason and how many texts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { literalsOf } from '#tests/support/literals.ts';
import { sources } from '#tests/support/sources.ts';

const FOLDER = join(import.meta.dirname, 'kept');
/** With the commands that speak either language; the others are tools for who works on the program. */
const SCANNED =
  /^(?:server|client)\/|^scripts\/(?:(?:bots|check|doctor|guide|new-case|play)\/|(?:bots|play|read-arguments|scenarios-(?:check|list|new)|set-up|start)\.)/;
const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;

const keptFile = z.record(z.string(), z.strictObject({ why: z.string().min(10), most: z.int().positive().optional() }));
const files = readdirSync(FOLDER).map((name) => {
  const entries = keptFile.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
  return { name, entries: Object.entries(entries) };
});
/** The listed files; a path that ends in a slash is a whole folder, whose texts nobody counts. */
const kept = new Map(files.flatMap(({ entries }) => entries));

const chineseIn = (raw: string): string[] => literalsOf(raw).filter((text) => CHINESE.test(text));
const found = new Map(
  sources
    .filter(({ path }) => SCANNED.test(path))
    .map(({ path, raw }): [string, string[]] => [path, chineseIn(raw)])
    .filter(([, texts]) => texts.length > 0),
);
const folders = [...kept.keys()].filter((path) => path.endsWith('/'));
const inFolder = (path: string): boolean => folders.some((folder) => path.startsWith(folder));

describe('Chinese in code', () => {
  it('stands only in listed files, with a reason; a sentence belongs in messages/zh and messages/en', () => {
    const loose = [...found].filter(([path]) => !kept.has(path) && !inFolder(path));
    expect(loose.map(([path, texts]) => `${path}: ${texts.join(' · ')}`)).toEqual([]);
  });

  it('stands in every file that is listed for it', () => {
    const idle = [...kept.keys()].filter((one) =>
      one.endsWith('/') ? ![...found.keys()].some((path) => path.startsWith(one)) : !found.has(one) || inFolder(one),
    );
    expect(idle).toEqual([]);
  });

  it('has in each listed file the number of texts that was counted there, so that a new text is looked at', () => {
    const changed = [...kept].flatMap(([path, { most }]) => {
      const texts = found.get(path);
      return texts === undefined || texts.length === most ? [] : [`${path}: most ${most}, there are ${texts.length}`];
    });
    expect(changed).toEqual([]);
    expect([...kept].filter(([path, { most }]) => path.endsWith('/') !== (most === undefined))).toEqual([]);
  });

  it('is listed once for each path, and the paths stand in order', () => {
    const paths = files.flatMap(({ entries }) => entries.map(([path]) => path));
    expect(kept.size).toBe(paths.length);
    for (const { name, entries } of files) {
      const own = entries.map(([path]) => path);
      expect(own, name).toEqual(own.toSorted());
    }
  });
});

describe('the texts found in a file', () => {
  it.each([
    ["const a = '甲' + \"乙's\";", ['甲', "乙's"]],
    ["// '甲'\n/* `乙` */ const c = 1; // 丙", []],
    ['const r = /[甲乙/]\\/"丙/u.test(a) ? b / 2 : `丁`;', ['丁']],
    ['return /甲/.test(a) && x.map((y) => /乙`/.exec(y));', []],
    ['const half = (n) / 2; const b = "甲"; const c = n / 3;', ['甲']],
    [`const t = \`甲\${f({ a: '乙' }, \`丙\${x}\`)}丁\`;`, ['乙', '丙…', '甲…丁']],
    ["const t = `\\`甲\\${`; const u = '\\'乙';", ['\\`甲\\${', "\\'乙"]],
    ["const KEYS = { 首响: 1, '平响': 2 };", ['首响', '平响']],
    ['<p title="甲">don\'t 乙 {a} / {b}</p>;\n<br />;\n// 丙', ['甲', '乙']],
    ["<A b={c} />;\n<B>{d('甲')}</B>; /* 乙 */", ['甲']],
  ])('%s', (raw, texts) => {
    expect(chineseIn(raw)).toEqual(texts);
  });
});
