import { describe, expect, test } from 'vitest';
import {
  type AuthoredWorld,
  authoredWorld,
  checkedIn,
  filesOf,
  OWN,
  ownYaml,
  rowsIn,
  savedIn,
} from '#tests/http/support/authored-world.ts';
import { codeOf } from '#tests/http/support/test-server.ts';

const GBK = Buffer.from([...Buffer.from('title: '), 0xbd, 0xc5, 0xb1, 0xb3, 0xb8, 0xdf, 0x0a]);
const UTF16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('title: 脚背高\n', 'utf16le')]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff, 0xd8]);
/** Ten levels of ten: read naively it is ten thousand million items. */
const BOMB = `a0: &a0 [boom]\n${Array.from({ length: 10 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`).join('\n')}\n`;

const files = {
  'an empty file': ['', 'case-empty'],
  'a file of blanks': [' \n\n\t\n', 'case-empty'],
  'more than 256 kB': [`# ${'字'.repeat(90_000)}`, 'case-too-large'],
  'a file the upload itself is too large for': ['a'.repeat(900_000), 'too-large'],
  'ten thousand lines': ['# 一行\n'.repeat(10_000), 'case-too-long'],
  'Chinese as Windows saves it': [GBK, 'case-not-utf8'],
  'UTF-16': [UTF16, 'case-not-utf8'],
  'a picture': [PNG, 'case-not-text'],
  'text with zeros in it': [Buffer.from('id: a\0b\n'), 'case-not-text'],
} as const;

const save = ({ post }: AuthoredWorld, yaml: string | Buffer, testplan: string | Buffer | null = null) =>
  post('authored', { files: filesOf(yaml, testplan), note: '' });

describe('a file that can’t be a case', () => {
  test.each(Object.entries(files))('%s is refused before anything reads it', async (_name, [content, code]) => {
    const world = await authoredWorld();
    const check = await world.post('authored/check', { files: filesOf(content), case: null });
    expect(codeOf(check)).toBe(code);
    expect(codeOf(await save(world, content))).toBe(code);
    expect(rowsIn(await world.get('authored'))).toEqual([]);
  });

  test('in another encoding is refused by its name, with what to do', async () => {
    const world = await authoredWorld();
    const answer = await save(world, GBK);
    expect(answer.reply).toMatchObject({
      error: { message: '「own-size.yaml」不是 UTF-8：请另存为 UTF-8 再传。' },
    });
    const plan = await save(world, ownYaml(), GBK);
    expect(plan.reply).toMatchObject({ error: { code: 'case-not-utf8', detail: 'own-size.testplan.yaml' } });
  });

  test('a byte order mark, as Windows writes it, is no fault', async () => {
    const world = await authoredWorld();
    expect(codeOf(await save(world, `\ufeff${ownYaml()}`))).toBe('ok');
  });

  test.each([
    ['aliases that multiply', BOMB, 'yaml-syntax'],
    ['words that are no case', '你好', 'schema'],
    ['a list', '[1, 2, 3]', 'schema'],
    ['brackets four thousand deep', '['.repeat(4000), null],
  ])('%s', async (_name, yaml, diagnostic) => {
    const world = await authoredWorld();
    const check = await world.post('authored/check', { files: filesOf(yaml), case: null });
    if (diagnostic === null) expect(['ok', 'case-check-failed']).toContain(codeOf(check));
    else expect(checkedIn(check).diagnostics[0]).toMatchObject({ code: diagnostic, severity: 'error' });
    expect(['case-unreadable', 'case-check-failed']).toContain(codeOf(await save(world, yaml)));
    // The checker checks the next file, whatever this one did to it.
    expect(codeOf(await save(world, ownYaml()))).toBe('ok');
  });

  test.each([
    ['shop', 'shop: suibu', 'shop: nowhere', 'unknown-shop', 'nowhere'],
    ['persona', 'persona: anxious-first-buyer', 'persona: nobody', 'unknown-persona', 'nobody'],
    [
      'shipped id',
      `id: ${OWN}`,
      'id: product-advice/shoe-half-size',
      'case-id-shipped',
      'product-advice/shoe-half-size',
    ],
  ])('a case with an unknown or taken %s isn’t stored', async (_name, from, to, code, detail) => {
    const world = await authoredWorld();
    const asked = { files: filesOf(ownYaml().replace(from, to)), case: null };
    expect(checkedIn(await world.post('authored/check', asked)).refused).toMatchObject({ code });
    expect((await save(world, ownYaml().replace(from, to))).reply).toMatchObject({ error: { code, detail } });
    expect(rowsIn(await world.get('authored'))).toEqual([]);
  });

  test('one id belongs to one case in a school, whoever uploads, and a case keeps its id', async () => {
    const world = await authoredWorld();
    const saved = savedIn(await save(world, ownYaml()));
    const again = { files: filesOf(ownYaml()), note: '' };
    for (const person of ['teacher', 'admin']) {
      const answer = await world.post('authored', again, await world.as(person));
      expect(answer.reply).toMatchObject({ error: { code: 'case-id-taken', detail: OWN } });
    }
    expect(codeOf(await world.post('authored', again, await world.as('teacher2')))).toBe('ok');
    const other = savedIn(await save(world, ownYaml('product-advice/other-size')));
    for (const id of ['product-advice/other-size', 'product-advice/new-size', 'product-advice/shoe-half-size']) {
      const answer = await world.post(`authored/${saved.case}/versions`, { files: filesOf(ownYaml(id)), note: '' });
      expect(answer.reply).toMatchObject({ error: { code: 'case-id-changed', detail: OWN } });
    }
    expect(other.versions).toBe(1);
  });

  test.each([
    ['POST authored', 'authored', { files: filesOf(ownYaml()) }, 'note'],
    ['POST authored', 'authored', { files: { ...filesOf(ownYaml()), more: 1 }, note: '' }, 'files'],
    [
      'check',
      'authored/check',
      { files: { file: { name: 'a', bytes: '字' }, testplan: null }, case: null },
      'files.file.bytes',
    ],
  ])('a malformed %s names its field', async (_name, path, body, detail) => {
    const { post } = await authoredWorld();
    expect((await post(path, body)).reply).toMatchObject({ error: { code: 'bad-request', detail } });
  });
});
