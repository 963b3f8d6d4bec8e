import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inLanguage } from '#i18n/language.ts';
import { rubricFile } from '#library/schema/schema.ts';
import {
  adviceInTwo,
  adviceOfRule,
  sourceOfStars,
  titleOfFinding,
  titleOfRule,
  whyOfRule,
} from '#scoring/facts/rubric-texts.ts';
import { sentencesOf } from '#scripts/messages/types-text.ts';

const rubric = rubricFile.parse(parse(readFileSync('scenarios/rubrics/2026-11.yaml', 'utf8')));
const { findings, stars } = rubric;
const shown = (language: 'zh' | 'en') =>
  inLanguage(language, () => findings.map((rule) => [titleOfRule(rule), whyOfRule(rule), adviceOfRule(rule)]));
const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;

describe('a text of the rubric', () => {
  it('stands in the message catalogue word for word', () => {
    const texts = new Map(
      findings.flatMap(({ code, title, why, advice }) =>
        Object.entries({ title, why, advice }).map(([which, text]) => [
          `rubric:${code.replace(':', '.')}.${which}`,
          text,
        ]),
      ),
    );
    texts.set('rubric:stars.source', stars?.source ?? '');
    const catalogue = [...sentencesOf('zh')].filter(([key]) => key.startsWith('rubric:'));
    expect(new Map(catalogue)).toEqual(texts);
  });

  it('is shown from the rubric in Chinese and from the catalogue in English', () => {
    expect(shown('zh')).toEqual(findings.map(({ title, why, advice }) => [title, why, advice]));
    const chinese = shown('en')
      .flat()
      .filter((text) => CHINESE.test(text.replace(/“[^”]*”/g, '')));
    expect(chinese).toEqual([]);
    expect(inLanguage('en', () => sourceOfStars({ source: stars?.source ?? '' }))).not.toMatch(CHINESE);
  });

  it('stays as a school wrote it where it isn’t the shipped one', () => {
    const own = { code: 'late-first', title: '首答太慢', why: '本校的规定。', advice: '快。再快。' };
    inLanguage('en', () => {
      expect([titleOfRule(own), whyOfRule(own), adviceOfRule(own)]).toEqual([own.title, own.why, own.advice]);
      expect(adviceInTwo(own)).toEqual({ title: '快', advice: '再快。' });
      expect(titleOfRule({ code: 'no-such-code', title: '本校自己的' })).toBe('本校自己的');
      expect(sourceOfStars({ source: '本校的线' })).toBe('本校的线');
    });
  });

  it('splits its advice in two: what to do, and how', () => {
    for (const language of ['zh', 'en'] as const)
      inLanguage(language, () => {
        for (const rule of findings.filter(({ severity }) => severity !== 'merit')) {
          const { title, advice } = adviceInTwo(rule);
          expect(adviceOfRule(rule)).toBe(language === 'zh' ? `${title}。${advice}` : `${title}. ${advice}`);
          expect(advice.length).toBeGreaterThan(3);
        }
      });
  });

  it('is followed by what the finding is about', () => {
    const rule = findings.find(({ code }) => code === 'red-line:threat') ?? { code: '', title: '' };
    expect(titleOfFinding(rule, null)).toBe('红线：威胁');
    expect(titleOfFinding(rule, '甲')).toBe('红线：威胁：甲');
    expect(inLanguage('en', () => titleOfFinding(rule, 'so'))).toBe('Red line: threat: so');
  });
});
