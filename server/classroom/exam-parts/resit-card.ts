import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';

/**
 * Which variant somebody gets who sits an exam again: the card after the one they had there, from the same deck, so that it
 * is another wherever the case has two (RULES O7). Null: no re-sit.
 */
export const cardOfResit = async (
  { runs, exams }: Pick<Storage, 'runs' | 'exams'>,
  { id, plan }: Pick<Run, 'id' | 'plan'>,
  { id: seat }: Pick<Seat, 'id'>,
): Promise<{ deck: string; card: number } | null> => {
  const deck = plan.exam?.of;
  const resit = deck === undefined ? null : await exams.resit(seat);
  if (deck === undefined || resit === null) return null;
  const seats = (await runs.seats(deck)).map((other) => other.id);
  const had = plan.seed === 'same' ? 0 : Math.max(seats.indexOf(resit.first), 0);
  return { deck, card: had + 1 + Math.max((await exams.resitRuns(deck)).indexOf(id), 0) };
};
