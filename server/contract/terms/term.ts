/** 学期, 实训周: a span of days in which a class's runs, homework and exams are gathered. Days are 2026-11-20, by the school's clock. */
import { z } from 'zod';
import { DAY_MS } from '#contract/wire/spans.ts';

/** A slip of the year is noticed. */
export const LONGEST_TERM_DAYS = 366;

/** Days from the first to the last, both counted; below 1 where the last lies before the first. */
export const daysOf = (firstDay: string, lastDay: string): number =>
  Math.round((Date.parse(lastDay) - Date.parse(firstDay)) / DAY_MS) + 1;

export const termSchema = z
  .strictObject({ name: z.string().trim().min(1).max(40), firstDay: z.iso.date(), lastDay: z.iso.date() })
  .refine(({ firstDay, lastDay }) => daysOf(firstDay, lastDay) >= 1, { path: ['lastDay'] })
  .refine(({ firstDay, lastDay }) => daysOf(firstDay, lastDay) <= LONGEST_TERM_DAYS, { path: ['lastDay'] });
export type NewTerm = z.infer<typeof termSchema>;

/** `resit`: of an exam of parts; its marks are the exam's. `contest`: its places and marks are the contest's own alone. */
export const ITEM_KINDS = ['lesson', 'homework', 'exam', 'resit', 'contest'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** `runs`, `homework`, `exams`, `contests`: how many of them lie in it. */
export type TermRow = NewTerm & { id: string; runs: number; homework: number; exams: number; contests: number };
/** `openAppeals`: about its published sheet. */
export type ListedTerm = TermRow & { openAppeals: number };
export type ClassTerms = { class: { id: string; name: string }; terms: ListedTerm[] };

/**
 * Something of the class that lies in the term. `day`: of a lesson when its drill began or else when it was made, of
 * homework and of an exam with a window when it is due.
 */
export type TermItem = {
  run: string;
  name: string;
  kind: ItemKind;
  /** What it is held as: an exam may be any of them. */
  form: 'lesson' | 'homework' | 'paper' | 'parts' | 'contest';
  /** The contest that the run is in; absent: none. */
  contest?: string;
  day: string;
  state: 'planned' | 'going' | 'ended';
  published: boolean;
  seats: number;
  joined: number;
};
/**
 * `items`: oldest first. `openAppeals`: about its published sheet. `leavesAsked`: requests for leave that nobody has
 * decided. `visiting`: present where a mentor of another school reads it; ids of the runs in it that they may open.
 */
export type TermBody = {
  class: { id: string; name: string };
  term: TermRow;
  items: TermItem[];
  openAppeals: number;
  leavesAsked: number;
  visiting?: string[];
};

/** A shop of the library, as a team stands for it. */
export type TeamShop = { id: string; name: string };
