/** A calendar as a file for a phone's or a computer's own: moments in UTC, whole days as days (RULES J70). */
import { fileNamePart } from '#classroom/exports/file-name.ts';
import type { CalendarEntry } from '#contract/terms/calendar.ts';
import { joinWithCommas, say } from '#i18n/say.ts';
import type { TimedEntry } from './entries.ts';
import { type IcsEvent, icsText } from './ics.ts';

/** Null for what is nobody's appointment. */
const titleOf = (entry: CalendarEntry): string | null => {
  switch (entry.kind) {
    case 'run':
      return entry.moment === null ? entry.name : say(`calendar-said:${entry.moment}`, { name: entry.name });
    case 'leave':
      return say('calendar-said:leave', { name: entry.name, span: say(`attendance-said:span.${entry.span}`) });
    case 'planned':
      return say('calendar-said:planned', { event: entry.name, step: entry.step });
    case 'event':
      return entry.name;
    case 'handover':
      return null;
  }
};

const describe = (entry: CalendarEntry): string => {
  if (entry.kind !== 'planned' || entry.drill === null) return '';
  const { cases, rush } = entry.drill;
  return cases === undefined
    ? say('calendar-said:rush', { name: rush.profileName, level: rush.level, minutes: rush.minutes })
    : joinWithCommas(cases.map(({ title }) => title));
};

/** Names one entry for good: a calendar that reads the file again changes what it has. */
const uidOf = (entry: CalendarEntry, term: string): string => {
  const own =
    entry.kind === 'run'
      ? `${entry.run}-${entry.moment ?? 'run'}`
      : entry.kind === 'planned'
        ? entry.id
        : entry.kind === 'event'
          ? entry.event
          : `${entry.day}-${entry.kind === 'leave' ? `${entry.name}-${entry.span}` : entry.team}`;
  return `${term}-${own}@kefu-drill`;
};

export const calendarFile = (
  { id, name }: { id: string; name: string },
  entries: readonly TimedEntry[],
  now: number,
): { name: string; bytes: Buffer } => {
  const events = entries.flatMap(({ entry, at, until }): IcsEvent[] => {
    const title = titleOf(entry);
    if (title === null) return [];
    const times = at === null ? { start: entry.day, end: null } : { start: at, end: until };
    return [{ uid: uidOf(entry, id), title, description: describe(entry), ...times }];
  });
  const fileName = fileNamePart(name);
  return {
    name: `${fileName === '' ? say('calendar-said:file') : fileName}.ics`,
    bytes: Buffer.from(icsText(name, events, now)),
  };
};
