/** A class's report over any days, and since when each of its trainees has done nothing for it. Days are 2026-11-20. */
import { z } from 'zod';
import type { NamedSeats } from '#contract/report-figures.ts';
import type { ClassFigures } from '#contract/results.ts';
import type { TermFault } from './faults.ts';
import type { ItemKind, TermItem } from './term.ts';

/** Days reported where none are named, today included. */
export const USUAL_PERIOD_DAYS = 28;
/** From so many days without anything somebody counts as silent, where the reader says no other number. */
export const USUAL_SILENT_DAYS = 7;
export const MOST_SILENT_DAYS = 366;

/** `silent`: for the file, which names those who were silent for so many days. */
export const periodQuery = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  silent: z.coerce.number().int().min(1).max(MOST_SILENT_DAYS).optional(),
});

/** Something of the class that was published and is over. `trainees`: with a mark; `of`: with a seat; `mean`: of the marks. */
export type PeriodRun = {
  run: string;
  name: string;
  kind: ItemKind;
  form: TermItem['form'];
  day: string;
  trainees: number;
  of: number;
  mean: number | null;
};
/** The last thing somebody did for the class; epoch milliseconds. `name`: the run's, or of practice the case's. */
export type LastActivity = { at: number; kind: ItemKind | 'handed-in'; name: string };
/**
 * One trainee. `drills`, `exams`: with a mark in the period, `mean` and `examMean` of these marks. `missed` of `held`:
 * lessons, homework and exams without them. `weakness`: the family of faults that cost them most. `silentDays`: whole
 * days since `last`, by the school's clock and whatever the period is; null: nothing yet.
 */
export type PeriodMember = {
  person: string;
  no: string;
  name: string;
  drills: number;
  mean: number | null;
  exams: number;
  examMean: number | null;
  missed: number;
  held: number;
  redLines: number;
  weakness: string | null;
  last: LastActivity | null;
  silentDays: number | null;
};
/** `figures`, `spread`: of the trainees' means. `members`: the silent first. `waiting`: runs of the period that don't count yet. */
export type PeriodReport = {
  class: { id: string; name: string };
  from: string;
  to: string;
  figures: ClassFigures;
  spread: number[];
  runs: PeriodRun[];
  faults: Omit<TermFault, 'percent'>[];
  cases: { scenario: string; title: string; why: string }[];
  help: NamedSeats;
  well: NamedSeats;
  members: PeriodMember[];
  waiting: number;
};
