import '#client/app/i18n.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chinaInput, dueMoment, dueWords, fromChinaInput, isDueSoon, spanWords } from '#client/lib/due-words.ts';

/** A Wednesday, 17:00 in Beijing. */
const NOW = Date.UTC(2026, 10, 25, 9, 0);
const HOUR = 3600_000;
const DAY = 24 * HOUR;

/** A device whose zone is so many minutes ahead of UTC. */
const deviceAhead = (minutes: number) => vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-minutes);
afterEach(() => vi.restoreAllMocks());

describe('homework’s times', () => {
  it('are said as the trade says them: the day by its name, and what is left', () => {
    deviceAhead(480);
    expect(dueWords(NOW + 2 * DAY + 3 * HOUR, NOW)).toBe('周五 20:00 前，还有 2 天');
    expect(dueWords(NOW + 3 * HOUR, NOW)).toBe('今天 20:00 前，还有 3 小时');
    expect(dueWords(NOW + 10 * HOUR, NOW)).toBe('明天 03:00 前，还有 10 小时');
    expect(dueWords(NOW - DAY, NOW)).toBe('昨天 17:00 截止，已过 1 天');
    expect(dueMoment(NOW + 9 * DAY, NOW)).toBe('12月4日周五 17:00');
  });

  it('are Beijing’s on a device in another zone, and say so there alone', () => {
    deviceAhead(0);
    expect(dueMoment(NOW + 3 * HOUR, NOW)).toBe('今天 20:00（北京时间）');
    deviceAhead(480);
    expect(dueMoment(NOW + 3 * HOUR, NOW)).toBe('今天 20:00');
  });

  it('stand in a field and come out of it as the same moment; an empty field is none', () => {
    expect(chinaInput(NOW)).toBe('2026-11-25T17:00');
    expect(fromChinaInput('2026-11-25T17:00')).toBe(NOW);
    expect([fromChinaInput(''), fromChinaInput('2026-13-45T99:00')]).toEqual([null, null]);
  });

  it('never promise more than there is', () => {
    expect([2 * DAY - 1, HOUR - 1, 20_000].map(spanWords)).toEqual(['1 天', '59 分钟', '1 分钟']);
  });

  it('are soon up to the end of tomorrow in Beijing', () => {
    const endOfTomorrow = Date.UTC(2026, 10, 26, 16, 0) - 1;
    expect([isDueSoon(endOfTomorrow, NOW), isDueSoon(endOfTomorrow + 1, NOW), isDueSoon(NOW - 1, NOW)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
