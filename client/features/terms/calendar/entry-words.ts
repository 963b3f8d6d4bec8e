import './strings.ts';
import { clauses } from '#client/lib/clauses.ts';
import type { TFunction } from '#client/lib/messages.ts';
import type { CalendarEntry, DrillOfStep } from '#contract/terms/calendar.ts';

type T = TFunction<'calendar'>;
export type RunEntry = Extract<CalendarEntry, { kind: 'run' }>;
export type PlannedEntry = Extract<CalendarEntry, { kind: 'planned' }>;

/** Colours of a line in a square; each has its words beside it. */
export const TONE_OF: Readonly<Record<CalendarEntry['kind'], string>> = {
  run: 'bg-sunken text-ink',
  leave: 'bg-warn-tint text-warn',
  handover: 'text-ink-2',
  planned: 'bg-good-tint text-good',
  event: 'bg-bad-tint text-bad',
};

export const plannedName = (t: T, { name, step }: PlannedEntry): string => t('plannedName', { event: name, step });

/** For a square of the month. */
export const shortName = (t: T, entry: CalendarEntry): string => {
  switch (entry.kind) {
    case 'run':
      return entry.moment === null ? entry.name : `${t(`moment.${entry.moment}`)} ${entry.name}`;
    case 'leave':
      return `${entry.name} ${t('kind.leave')}`;
    case 'handover':
      return t('notes', { team: entry.team, n: entry.notes });
    case 'planned':
      return plannedName(t, entry);
    case 'event':
      return entry.name;
  }
};

/** What stands beside the name on the day itself; empty for nothing. */
export const factsOf = (t: T, entry: CalendarEntry): string => {
  switch (entry.kind) {
    case 'run':
      return clauses([
        entry.moment === null ? null : t(`moment.${entry.moment}`),
        entry.shift === null ? null : t(`shift.${entry.shift}`),
      ]);
    case 'leave':
      return clauses([t(`span.${entry.span}`), t(`leaveState.${entry.state}`)]);
    case 'handover':
      return clauses([t(`shift.${entry.shift}`), entry.open === 0 ? null : t('notesOpen', { open: entry.open })]);
    case 'planned':
      return entry.drill === null ? t('gone') : drillWords(t, entry.drill);
    case 'event':
      return '';
  }
};

export const drillWords = (t: T, { cases, rush }: DrillOfStep): string =>
  cases === undefined
    ? t('rush', { name: rush.profileName, level: rush.level, minutes: rush.minutes })
    : clauses(cases.map(({ title }) => title));

/** Entries by their day, in the order in which they came. */
export const byDay = (entries: readonly CalendarEntry[]): Map<string, CalendarEntry[]> => {
  const days = new Map<string, CalendarEntry[]>();
  for (const entry of entries) days.set(entry.day, [...(days.get(entry.day) ?? []), entry]);
  return days;
};
