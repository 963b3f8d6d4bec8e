import type { SeatHomeworkResult } from '#contract/homework/homework.ts';
import type { SeatResult } from '#contract/results.ts';

/** A seat's result of a run that is homework. */
export type HomeworkSeat = SeatResult & { homework: SeatHomeworkResult };
