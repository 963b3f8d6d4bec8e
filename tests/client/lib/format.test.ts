import { describe, expect, it } from 'vitest';
import { marks, minusMarks, money, percent, storyDay } from '#client/lib/format.ts';

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
