/** iCalendar files (RFC 5545, September 2009). */

import { DAY_MS } from '#contract/wire/spans.ts';

/**
 * `start`, `end`: epoch milliseconds, or days (2026-11-20) for something that takes the whole day; `end` of days is the
 * last of them; null: a moment, or one day.
 */
export type IcsEvent = {
  uid: string;
  title: string;
  description: string;
  start: number | string;
  end: number | string | null;
};

/** Bytes of a line without its end (RFC 5545 §3.1). */
const LINE_BYTES = 75;

/** §3.3.11: backslash, semicolon, comma and line ends are written with a backslash. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n|\r|\n/g, '\\n');

/** §3.1: longer lines go on behind a line end and a space, and no character is torn apart. */
export const folded = (line: string): string => {
  const lines: string[] = [];
  let current = '';
  let bytes = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (bytes + length > LINE_BYTES) {
      lines.push(current);
      current = ' ';
      bytes = 1;
    }
    current += character;
    bytes += length;
  }
  return [...lines, current].join('\r\n');
};

/** §3.3.5, form 2: in UTC, so that no time zone has to be described and every calendar shows its reader's own hour. */
const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
const compact = (day: string): string => day.replaceAll('-', '');
const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** §3.6.1: DTEND of a whole day is the day after it. */
const timesOf = ({ start, end }: IcsEvent): string[] => {
  if (typeof start === 'number')
    return [`DTSTART:${utc(start)}`, ...(typeof end === 'number' && end > start ? [`DTEND:${utc(end)}`] : [])];
  const last = typeof end === 'string' ? end : start;
  return [`DTSTART;VALUE=DATE:${compact(start)}`, `DTEND;VALUE=DATE:${compact(nextDay(last))}`];
};

/** `name`: of the whole calendar. `now`: when the file is made. */
export const icsText = (name: string, events: readonly IcsEvent[], now: number): string => {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kefu Drill//Term calendar//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${escaped(event.uid)}`,
      `DTSTAMP:${utc(now)}`,
      ...timesOf(event),
      `SUMMARY:${escaped(event.title)}`,
      ...(event.description === '' ? [] : [`DESCRIPTION:${escaped(event.description)}`]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
};
