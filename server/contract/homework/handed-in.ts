/** Practice on one's own that its trainee hands in: to open homework, or to the class. Times are epoch milliseconds. */
import { z } from 'zod';

export const HANDED_IN_TO = ['homework', 'class'] as const;
export type HandedInTo = (typeof HANDED_IN_TO)[number];
/** A seat may have so much handed in that nobody has marked yet. */
export const MOST_UNMARKED = 5;
export const LONGEST_HANDED_IN_NOTE = 300;

export const handInSchema = z.strictObject({ seat: z.string().max(64), to: z.enum(HANDED_IN_TO) });
/** `score` null: words alone. */
export const handedInMarkSchema = z
  .strictObject({
    score: z.number().int().min(0).max(100).nullable(),
    note: z.string().trim().max(LONGEST_HANDED_IN_NOTE),
  })
  .refine(({ score, note }) => score !== null || note !== '', { path: ['note'] });

/** What staff said of it, beside the program's own marks; `by`: a name. */
export type HandedInMark = { score: number | null; note: string; by: string; at: number };

/** One piece of practice as it was handed in. */
export type HandedIn = {
  drill: string;
  seat: string;
  to: HandedInTo;
  /** The homework's name, or the class's. */
  where: string;
  /** Of the cases, as they were called then. */
  titles: readonly string[];
  /** The program's marks. */
  score: number | null;
  endedAt: number;
  at: number;
  mark: HandedInMark | null;
};
/** The same, with whose it is, for the staff of its class. */
export type HandedInRow = HandedIn & { no: string; name: string };

/** Where it could be handed in; `dueAt`: the last moment at which the homework takes it. */
export type HandInTarget = { seat: string; to: HandedInTo; where: string; seatName: string; dueAt: number | null };
/** A practice drill as its trainee may hand it in. Empty `targets`: there is nowhere, or it is handed in. */
export type HandingIn = { handedIn: HandedIn | null; targets: HandInTarget[] };
