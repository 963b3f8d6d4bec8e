import '#client/app/i18n.ts';
import { describe, expect, it } from 'vitest';
import { marks, minusMarks, money, percent, runningWait, seconds, storyDay } from '#client/lib/format.ts';
import { secondsText } from '#scoring/log/phrasing.ts';

describe('[M35] figures in tables', () => {
  it('have the real minus sign, never a hyphen', () => {
    for (const value of [-4, -13.52, -0.1]) {
      expect(marks(value)).toBe(`−${marks(-value)}`);
      expect(money(value * 100)).toBe(`−${money(-value * 100)}`);
    }
    expect([marks(13.52), marks(14), minusMarks(4)]).toEqual(['13.5', '14', '−4']);
  });
});

describe('[X37] a share', () => {
  it('has no space before its sign', () => {
    expect([percent(75), percent('100.0')]).toEqual(['75%', '100.0%']);
  });
});

describe('a day and time of the story', () => {
  it('is told with its weekday, whatever time zone the page is in', () => {
    expect(storyDay({ date: '2026-11-12', time: '14:05' })).toBe('11月12日周四 14:05');
    expect(storyDay({ date: '2027-02-28', time: '00:10' })).toBe('2月28日周日 00:10');
  });
});

describe('[M104] a length', () => {
  it('is written as in the sentences: seconds, minutes and seconds, whole minutes from ten on', () => {
    const lengths = [0, 15, 59.4, 59.6, 95, 103, 120, 385, 599, 600, 748].map(seconds);
    const words = [
      '0 秒',
      '15 秒',
      '59 秒',
      '1 分钟',
      '1 分 35 秒',
      '1 分 43 秒',
      '2 分钟',
      '6 分 25 秒',
      '9 分 59 秒',
    ];
    expect(lengths).toEqual([...words, '10 分钟', '12 分钟']);
    expect(lengths.slice(1)).toEqual([15, 59.4, 59.6, 95, 103, 120, 385, 599, 600, 748].map(secondsText));
  });
  it('that still runs is a clock from 100 s on', () => {
    expect([15, 95, 103].map(runningWait)).toEqual(['15 秒', '95 秒', '1:43']);
  });
});
