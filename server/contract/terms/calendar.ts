/** A term's calendar: what lies in it day by day, and what belongs there before the trade's promotions. Days are 2026-11-20, and times Beijing's. */
import { z } from 'zod';
import type { LeaveSpan, LeaveState } from './attendance.ts';
import type { Shift } from './teams.ts';
import type { ItemKind, TermItem } from './term.ts';

export const planDrillSchema = z.strictObject({
  event: z.string().max(60),
  step: z.string().max(60),
  day: z.iso.date(),
});
/** Moves it, takes it away, or puts it back. */
export const plannedChangeSchema = z.strictObject({ day: z.iso.date(), removed: z.boolean() });

/** When a lesson is meant to begin; null: without a day. */
export const plannedStartSchema = z.strictObject({ startsAt: z.int().positive().nullable() });

/** What is drilled: cases, or a rush. `title`: as the case has it; `profileName`: in the reader's language. */
export type DrillOfStep =
  | { cases: { id: string; title: string }[]; rush?: undefined }
  | { rush: { profile: string; profileName: string; level: 1 | 2 | 3; minutes: number }; cases?: undefined };

/**
 * Something on a day. `time`: 14:05, in Beijing; null: the whole day.
 * - `run`: a lesson, homework, exam or contest; `moment` of one with a window: when it opens or is due. `shift` null: for all.
 * - `leave`: `name` of who is away; for a trainee their own alone. A reason is nobody's on a calendar.
 * - `handover`: how many notes a team's shift wrote, and how many nobody has taken.
 * - `planned`: set there by a teacher, before or after a promotion.
 * - `event`: a promotion itself.
 */
export type CalendarEntry = { day: string; time: string | null } & (
  | {
      kind: 'run';
      run: string;
      name: string;
      item: ItemKind;
      form: TermItem['form'];
      contest?: string;
      state: TermItem['state'];
      moment: 'opens' | 'due' | null;
      shift: Shift | null;
    }
  | { kind: 'leave'; name: string; span: LeaveSpan; state: LeaveState }
  | { kind: 'handover'; team: string; shift: Shift; notes: number; open: number }
  | { kind: 'planned'; id: string; event: string; name: string; step: string; drill: DrillOfStep | null }
  | { kind: 'event'; event: string; name: string }
);

/** A drill that belongs on a day of the term, and whether it stands in the calendar. `days`: from the promotion, negative before it. */
export type SuggestedDrill = {
  event: string;
  eventName: string;
  eventDay: string;
  step: string;
  name: string;
  days: number;
  day: string;
  drill: DrillOfStep;
  planned: boolean;
};

export type TermCalendar = {
  class: { id: string; name: string };
  term: { id: string; name: string; firstDay: string; lastDay: string };
  today: string;
  /** By day and time. */
  entries: CalendarEntry[];
  /** By day; empty for whoever plans nothing. */
  suggested: SuggestedDrill[];
  /** Where the days of promotions come from. */
  source: string;
  mayPlan: boolean;
  /** Present where a mentor of another school reads it; ids of the runs that they may open. */
  visiting?: string[];
};
export type OwnCalendar = Pick<TermCalendar, 'term' | 'today' | 'entries'> & { className: string };
