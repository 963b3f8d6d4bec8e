import type { MentorTrainee } from '#contract/mentors/mentors.ts';

export const ORDERS = ['score', 'attendance', 'total', 'last'] as const;
export type Order = (typeof ORDERS)[number];

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const keyOf = ({ score, attendance, total, lastDrillAt }: MentorTrainee, order: Order): number | null => {
  if (order === 'score') return score;
  if (order === 'attendance') return share(attendance.there, attendance.held);
  return order === 'total' ? share(total.value, total.of) : (lastDrillAt ?? 0);
};

/** The lowest first, and who was longest without a drill; of whom nothing was measured last. Equal ones keep their order. */
export const inOrder = (rows: readonly MentorTrainee[], order: Order): MentorTrainee[] =>
  rows.toSorted((a, b) => {
    const [first, second] = [keyOf(a, order), keyOf(b, order)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return first - second;
  });
