/** The order in which answers to the same turn are laid side by side. */
import type { ReplayTaskBoard } from '#contract/practice/replay-task.ts';

export type ReplayAnswer = ReplayTaskBoard['answers'][number];

/** Good answers first, then by points covered, by wrong points, by seconds. Equal ones stay as the server shuffled them. */
export const sortAnswers = (answers: readonly ReplayAnswer[]): ReplayAnswer[] =>
  answers.toSorted(
    (a, b) =>
      Number(b.good) - Number(a.good) ||
      coveredShare(b) - coveredShare(a) ||
      a.wrong - b.wrong ||
      a.seconds - b.seconds,
  );

const coveredShare = ({ covered, of }: ReplayAnswer): number => (of === 0 ? 0 : covered / of);
