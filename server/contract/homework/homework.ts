/** Homework: a run with an open window in place of a shared clock. Times are epoch milliseconds. */
import { z } from 'zod';
import { DAY_MS } from '#contract/wire/spans.ts';

export const COUNTS = ['best', 'last', 'mean'] as const;
export const MOST_HOMEWORK_ATTEMPTS = 10;
/** A window is no longer than this, so that a slip of the year is noticed. */
export const LONGEST_WINDOW_MS = 366 * DAY_MS;

const time = z.number().int().min(0).max(4_102_444_800_000);
export const lateSchema = z
  .strictObject({
    /** The last moment at which it is still accepted. */
    until: time,
    /** Marks off for each day begun after the due time, `most` in all; null: a mark 迟交 and nothing off. */
    off: z
      .strictObject({ perDay: z.number().int().min(1).max(100), most: z.number().int().min(1).max(100) })
      .nullable(),
  })
  /** Null: nothing is accepted after the due time. */
  .nullable();
export type LateRule = z.infer<typeof lateSchema>;

const windowFields = { dueAt: time, late: lateSchema };
const isOrdered = ({ dueAt, late }: { dueAt: number; late: LateRule }): boolean => late === null || late.until > dueAt;

export const homeworkSchema = z
  .strictObject({
    opensAt: time,
    ...windowFields,
    /** How often a seat may do it; null: as often as it likes. The plan's own `attempts` says nothing here. */
    attempts: z.number().int().min(1).max(MOST_HOMEWORK_ATTEMPTS).nullable(),
    /** Which of a seat's attempts is its mark. */
    counts: z.enum(COUNTS),
  })
  .refine(({ opensAt, dueAt }) => dueAt > opensAt && dueAt - opensAt <= LONGEST_WINDOW_MS, { path: ['dueAt'] })
  .refine(isOrdered, { path: ['late', 'until'] });
export type Homework = z.infer<typeof homeworkSchema>;

/** The window for everybody from now on: longer, or open again. What single seats were given longer than that stays. */
export const homeworkWindowSchema = z.strictObject(windowFields).refine(isOrdered, { path: ['late', 'until'] });
/** One seat's own due time. */
export const seatDueSchema = z.strictObject({ dueAt: time });

/** `before` it opens, `open` until it is due, `late` while it is accepted all the same, `over` afterwards. */
export type HomeworkPhase = 'before' | 'open' | 'late' | 'over';

/**
 * `stuck`: begun and left for more than a day, or every attempt used and none of them a pass. `late`: handed in, and what
 * counts came after the due time.
 */
export const HOMEWORK_STATUSES = ['not-begun', 'going', 'stuck', 'late', 'handed-in'] as const;
export type HomeworkStatus = (typeof HOMEWORK_STATUSES)[number];

/** What a seat's attempts come to by the homework's rules. */
export type HomeworkMark = {
  /** The mark that counts, what is off for lateness taken away; null before anything was handed in. */
  counted: number | null;
  /** How late what counts was handed in; 0: in time. */
  lateMs: number;
  /** Marks taken off for that. */
  off: number;
};

/** One seat's homework as its results have it. */
export type SeatHomeworkResult = HomeworkMark & {
  status: HomeworkStatus;
  /** Attempts used up; one that ended before a customer came uses none. */
  used: number;
  dueAt: number;
  /** Whether the seat was given longer than the class. */
  extended: boolean;
  /** When its latest attempt was opened or ended; null: none was. */
  lastAt: number | null;
  /** Another device asks for the seat. */
  asking: boolean;
  /** How often it went on at another device, by name and code alone. */
  moved: number;
  /** How much practice of its own the seat has handed in beside; it changes no mark (RULES G3). */
  handedIn: number;
};

/** A seat's homework as its trainee sees it. Scores and marks are null while results wait to be published. */
export type SeatHomework = Omit<Homework, 'dueAt'> &
  HomeworkMark & {
    /** The seat's own. */
    dueAt: number;
    extended: boolean;
    /** The last moment at which it is accepted. */
    lastAt: number;
    phase: HomeworkPhase;
    /** Oldest first. */
    done: { drill: string; state: 'opened' | 'running' | 'ended'; at: number; score: number | null; late: boolean }[];
  };

/** Homework that waits for somebody who has a seat in it. */
export type WaitingHomework = {
  seat: string;
  /** Whether this device has the seat; else it is joined by `code`. */
  mine: boolean;
  code: string;
  name: string;
  className: string | null;
  opensAt: number;
  dueAt: number;
  lastAt: number;
  phase: HomeworkPhase;
  begun: boolean;
  now: number;
};
