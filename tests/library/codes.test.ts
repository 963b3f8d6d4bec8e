import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inLanguage } from '#i18n/language.ts';
import { CODES, PLAYED_CODES, VARIANT_CODES } from '#library/diagnostics/codes.ts';
import { diagnose, FIXTURES, runFixture, VALID } from './fixture.ts';

/** Chinese but for what is quoted from a file or a person, and words in brackets. */
const chineseIn = (sentence: string): boolean =>
  /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(sentence.replace(/\([^)]*\)|“[^”]*”/g, ''));

const played = new Set<string>([...PLAYED_CODES, ...VARIANT_CODES]);
const codes = Object.keys(CODES).filter((code) => !played.has(code));

describe('the checker', () => {
  it('finds nothing in the valid fixture library', () => {
    expect(diagnose(VALID)).toEqual([]);
  });

  it('has one invalid fixture for each code that a file by itself can cause', () => {
    expect(readdirSync(FIXTURES).sort()).toEqual(codes.map((code) => `${code}.yaml`).sort());
  });

  it.each(codes)('%s is given by its fixture, at the marked line, in English without Chinese of ours', (code) => {
    const { file, line, brings, diagnostics } = inLanguage('en', () => runFixture(code));
    const places = diagnostics.map((each) => `${each.code} ${each.file}:${each.line}`);
    expect(places).toContain(`${code} ${file}:${line}`);
    expect(diagnostics.map((each) => each.code).filter((each) => each !== code && !brings.includes(each))).toEqual([]);
    expect(diagnostics.map(({ message }) => message).filter(chineseIn)).toEqual([]);
  });
});
