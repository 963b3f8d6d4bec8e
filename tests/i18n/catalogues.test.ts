import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inLanguage } from '#i18n/language.ts';
import { percentText } from '#i18n/percent.ts';
import { say } from '#i18n/say.ts';
import { CLIENT_AREAS, KEYS_FILE, sentencesOf, typesText, valuesIn } from '#scripts/messages/types-text.ts';
import { under } from '#tests/support/sources.ts';

const zh = sentencesOf('zh');
const en = sentencesOf('en');

/** A digit or a value, a space of any kind, and the sign. */
const SPACED_PERCENT = /[\d}]\s+[%％]/;
/** The same where a text is made: the remainder of a division has something behind it, a sign of a text its end. */
const SPACED_IN_CODE = /[\d}]\s+[%％](?!\s*[\w(])/;
const IS_COMMENT = /^\s*(?:\/?\*|\/\/)/;

describe('catalogues', () => {
  it('have the same keys in English and in Chinese', () => {
    expect([...zh.keys()].filter((key) => !en.has(key))).toEqual([]);
    expect([...en.keys()].filter((key) => !zh.has(key))).toEqual([]);
  });

  it('show the same values of a sentence in both languages', () => {
    const differ = [...zh].filter(([key, text]) => {
      const other = en.get(key);
      return other !== undefined && valuesIn(text).sort().join() !== valuesIn(other).sort().join();
    });
    expect(differ.map(([key]) => key)).toEqual([]);
  });

  it('have no Chinese in English sentences but in brackets and quotes: names of keys, fonts and words of the trade', () => {
    const chinese = [...en].filter(([, text]) =>
      /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(text.replace(/\([^)]*\)|“[^”]*”/g, '')),
    );
    expect(chinese.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it('[X78] have no span of seconds right behind a Chinese word', () => {
    const close = [...zh].filter(([, text]) => /[\u4e00-\u9fff]\{\{(?:span|wait|waited|seconds)\}\}/.test(text));
    expect(close.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it('[X37] have no space before a percent sign, in either language', () => {
    const spaced = [...zh, ...en].filter(([, text]) => SPACED_PERCENT.test(text));
    expect(spaced.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it('[X37] nor has the code: percent of the pages and percentText of the server write a share', () => {
    const spaced = [...under('client'), ...under('server')].flatMap(({ path, raw }) =>
      raw
        .split('\n')
        .flatMap((line) => (!IS_COMMENT.test(line) && SPACED_IN_CODE.test(line) ? [`${path}: ${line.trim()}`] : [])),
    );
    expect(spaced).toEqual([]);
    expect([percentText(75), percentText('100.0')]).toEqual(['75%', '100.0%']);
  });

  it('have their keys of the server in the types too: npm run messages', () => {
    expect(readFileSync(KEYS_FILE, 'utf8').replaceAll('\r\n', '\n')).toBe(typesText());
  });

  it('have no sentence of the server that is never said', () => {
    const code = [...under('server'), ...under('scripts')].filter(({ path }) => !path.endsWith('i18n/keys.ts'));
    const text = code.map(({ raw }) => raw).join('\n');
    const plain = new Set([...text.matchAll(/'([a-z-]+:[\w.-]+)'/g)].map(([, key = '']) => key));
    const patterns = [...text.matchAll(/`([a-z-]+:[\w.-]*\$\{[^`]*)`/g)].map(
      ([, key = '']) =>
        new RegExp(
          `^${key
            .replace(/\$\{[^}]*\}/g, '§')
            .replace(/[.*+?^()|[\]\\]/g, '\\$&')
            .replace(/§/g, '[\\w-]+(?:\\.[\\w-]+)*')}$`,
        ),
    );
    const own = [...zh.keys()].filter((key) => !CLIENT_AREAS.includes(key.split(':')[0] ?? ''));
    expect(own.filter((key) => !plain.has(key) && !patterns.some((one) => one.test(key)))).toEqual([]);
  });

  it('have one line for a picture on the desk and in a report', () => {
    for (const own of [zh, en]) expect(own.get('ui:picture.words')).toBe(own.get('words:picture'));
  });

  it('have words that agree with their number', () => {
    const left = (detail: number) => inLanguage('en', () => say('errors:case-has-errors', { detail }));
    expect([left(1), left(2)]).toEqual(['1 error left. Fix first.', '2 errors left. Fix first.']);
    expect(say('errors:case-has-errors', { detail: 1 })).toBe('还有 1 处错误，改好再来。');
  });
});
