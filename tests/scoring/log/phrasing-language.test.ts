import { describe, expect, it } from 'vitest';
import { inLanguage } from '#i18n/language.ts';
import { cardText, pictureText, secondsText, secondsThen, showsCard, withEndMark } from '#scoring/log/phrasing.ts';

const inEnglish = <T>(work: () => T): T => inLanguage('en', work);
const LENGTHS = [0.3, 1, 42, 100, 102, 120, 599, 600, 1500];

describe('phrasing', () => {
  it('tells seconds in the language of the request', () => {
    expect(LENGTHS.map(secondsText)).toEqual([
      '不到 1 秒',
      '1 秒',
      '42 秒',
      '1 分 40 秒',
      '1 分 42 秒',
      '2 分钟',
      '9 分 59 秒',
      '10 分钟',
      '25 分钟',
    ]);
    expect(inEnglish(() => LENGTHS.map(secondsText))).toEqual([
      'under 1 s',
      '1 s',
      '42 s',
      '1 min 40 s',
      '1 min 42 s',
      '2 min',
      '9 min 59 s',
      '10 min',
      '25 min',
    ]);
    expect(secondsThen(42, '没有回复')).toBe('42 秒没有回复');
    expect(inEnglish(() => secondsThen(42, 'without a reply'))).toBe('42 s without a reply');
  });

  it('tells cards and pictures from words in both languages', () => {
    const shown = () => [cardText('A4'), pictureText({ alt: '杯子' }), pictureText(null)];
    expect(shown()).toEqual(['〔A4〕', '〔图片：杯子〕', '〔图片〕']);
    expect(inEnglish(shown)).toEqual(['[A4]', '[Picture: 杯子]', '[Picture]']);
    expect(shown().every(showsCard)).toBe(true);
    expect(inEnglish(() => shown().every(showsCard))).toBe(true);
    expect(['在吗', '[微笑]', ''].some(showsCard)).toBe(false);
    expect(inEnglish(() => ['在吗', '[微笑]在吗', ''].some(showsCard))).toBe(false);
  });

  it('ends a text from the content with the punctuation of the language', () => {
    expect([withEndMark('包邮'), withEndMark('包邮。')]).toEqual(['包邮。', '包邮。']);
    expect(inEnglish(() => [withEndMark('包邮'), withEndMark('包邮。')])).toEqual(['包邮.', '包邮。']);
  });
});
