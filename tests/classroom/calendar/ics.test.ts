import { describe, expect, test } from 'vitest';
import { folded, type IcsEvent, icsText } from '#classroom/calendar/ics.ts';

const NOW = Date.UTC(2026, 10, 20, 6, 0);
const event = (over: Partial<IcsEvent> = {}): IcsEvent => ({
  ...{ uid: 'm1-r1-run@kefu-drill', title: '周三第一节', description: '', start: '2026-12-31', end: null },
  ...over,
});
const linesOf = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar’s file', () => {
  test('has whole days as days up to the day after, over a year’s end too [J70]', () => {
    const lines = linesOf(icsText('双 11 实训周', [event()], NOW));
    expect(lines).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Kefu Drill//Term calendar//ZH', 'CALSCALE:GREGORIAN'],
      ...['METHOD:PUBLISH', 'X-WR-CALNAME:双 11 实训周', 'BEGIN:VEVENT', 'UID:m1-r1-run@kefu-drill'],
      ...['DTSTAMP:20261120T060000Z', 'DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270101'],
      ...['SUMMARY:周三第一节', 'END:VEVENT', 'END:VCALENDAR', ''],
    ]);
  });

  test('has moments in UTC, whatever the machine’s own zone, and an end only where it is later [J70]', () => {
    const start = Date.parse('2026-12-31T23:30:00+08:00');
    const of = (end: number | null) => linesOf(icsText('x', [event({ start, end })], NOW));
    expect(of(start + 3_600_000)).toContain('DTSTART:20261231T153000Z');
    expect(of(start + 3_600_000)).toContain('DTEND:20261231T163000Z');
    expect(of(null).filter((line) => line.startsWith('DTEND'))).toEqual([]);
    expect(of(start).filter((line) => line.startsWith('DTEND'))).toEqual([]);
  });

  test('writes what has a meaning of its own with a backslash [J70]', () => {
    const title = '第一节\\;，,:"引号"\r\nBEGIN:VEVENT';
    const [line] = linesOf(icsText('x', [event({ title })], NOW)).filter((one) => one.startsWith('SUMMARY'));
    expect(line).toBe('SUMMARY:第一节\\\\\\;，\\,:"引号"\\nBEGIN:VEVENT');
    expect(linesOf(icsText('x', [event({ title })], NOW)).filter((one) => one === 'BEGIN:VEVENT')).toHaveLength(1);
  });

  test('folds lines at 75 bytes and tears no character apart [J70]', () => {
    const long = `SUMMARY:${'请假😀，'.repeat(40)}`;
    const lines = folded(long).split('\r\n');
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    for (const line of lines.slice(1)) expect(line.startsWith(' ')).toBe(true);
    expect(lines.map((line, n) => (n === 0 ? line : line.slice(1))).join('')).toBe(long);
    expect(folded(long)).not.toContain('\uFFFD');
    expect(folded('SUMMARY:short')).toBe('SUMMARY:short');
  });
});
