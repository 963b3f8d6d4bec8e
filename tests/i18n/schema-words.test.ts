import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inLanguage } from '#i18n/language.ts';
import { schemaMessage } from '#library/diagnostics/schema-message.ts';
import { readAuthored } from '#library/reading/read-file.ts';
import { FORMATS, jsonSchemaText } from '#library/schema/json-schema.ts';
import { repliesFile } from '#library/schema/testplan.ts';
import { variation } from '#library/schema/variation.ts';
import { sentencesOf } from '#scripts/messages/types-text.ts';
import { under } from '#tests/support/sources.ts';

const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;

/** Titles and descriptions; examples are what an author writes, in Chinese. */
const wordsOf = (node: unknown): string[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([key, value]) =>
        (key === 'description' || key === 'title') && typeof value === 'string'
          ? [value]
          : key === 'examples' && Array.isArray(value)
            ? []
            : wordsOf(value),
      );

describe('words of the formats', () => {
  it('are English for an English reader and Chinese for a Chinese one, from the same code in one process', () => {
    for (const name of Object.keys(FORMATS)) {
      const words = () => wordsOf(JSON.parse(jsonSchemaText(name) ?? ''));
      const english = inLanguage('en', words).map((text) => text.replace(/\([^)]*\)|“[^”]*”/g, ''));
      expect(english.filter((text) => CHINESE.test(text))).toEqual([]);
      expect(words().filter((text) => text.startsWith('schema:'))).toEqual([]);
      expect(inLanguage('en', words)).not.toEqual(words());
    }
  });

  it('name a wrong value’s fault in the reader’s language', () => {
    const said = () =>
      readAuthored(
        'replies.yaml',
        '- { to: A B, after: 20x, say: 在的 }\n- { to: any }\n',
        repliesFile,
      ).diagnostics.map(({ message }) => message);
    expect(said()).toEqual(['写拍子的 id、any 或 end', '写成 20s', '写 do、say 或 quick-reply']);
    expect(inLanguage('en', said)).toEqual([
      'write the id of a beat, any or end',
      'write it as 20s',
      'write do, say or quick-reply',
    ]);
    expect(schemaMessage('anything else')).toBe('anything else');
  });

  it('are all used somewhere', () => {
    const schemas = [...Object.values(FORMATS).map(({ schema }) => schema), variation];
    const fields = schemas.flatMap((schema) => wordsOf(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' })));
    const code = under('server/library/schema')
      .map(({ raw }) => raw)
      .join('\n');
    const written = [...code.matchAll(/description: '(schema:[\w.-]+)'/g)].map(([, key = '']) => key);
    const faults = [...code.matchAll(/\bfault\('([\w-]+)'\)/g)].map(([, name]) => `schema:fault.${name}`);
    const files = Object.keys(FORMATS).map((name) => `schema:file.${name}`);
    const known = [...sentencesOf('zh').keys()].filter((key) => key.startsWith('schema:'));
    expect(known.toSorted()).toEqual([...new Set([...fields, ...faults, ...files, ...written])].toSorted());
  });
});
