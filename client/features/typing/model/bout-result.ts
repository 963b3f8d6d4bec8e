/** What a bout came to, once its time is over. */
import { BOUT_MS, type Bout, type BoutRun, countsIn, LEAST_RIGHT, perMinute } from './bout.ts';
import { packMarks, unpackMarks } from './ghost.ts';
import { accuracyOf, countsOf, type Slip, slipsLeft } from './text-run.ts';
import type { KeptBout, KeptGhost } from './typing-record.ts';

export type BoutResult = KeptBout & { right: number; wrong: number; corrected: number; isCounted: boolean };

export const resultOf = (bout: Bout, at: number): BoutResult => {
  const counts = countsIn(bout);
  const slips = [...bout.done, bout.current].flatMap(({ run }) => [...slipsLeft(run), ...run.corrected]);
  return {
    ...counts,
    ...{ at, slips, speed: perMinute(counts.right, BOUT_MS), accuracy: accuracyOf(counts) ?? 0 },
    isCounted: counts.right >= LEAST_RIGHT,
  };
};

/** The bout's best run on each of its texts; of one that broke off, as far as it went. */
export const ghostsOf = ({ done, current }: Bout): Record<string, KeptGhost> => {
  const runs = [...done.map((one) => ghostOf(one, null)), ghostOf(current, BOUT_MS - current.from)];
  const best: Record<string, KeptGhost> = {};
  for (const one of runs) {
    if (one === null) continue;
    const [id, ghost] = one;
    if (ghost.speed > (best[id]?.speed ?? 0)) best[id] = ghost;
  }
  return best;
};

/** `ms`: how long it took; null: until its last place was reached. */
const ghostOf = ({ id, run }: BoutRun, ms: number | null): [string, KeptGhost] | null => {
  const { right } = countsOf(run);
  const duration = ms ?? run.marks.at(-1) ?? 0;
  if (right < LEAST_RIGHT || duration <= 0) return null;
  return [id, { speed: perMinute(right, duration), length: run.text.length, marks: packMarks(run.marks) }];
};

/** Times at which the places of this text were reached in the own best run; null: there was none. */
export const ghostMarks = (
  ghosts: Readonly<Record<string, KeptGhost>>,
  id: string,
  length: number,
): number[] | null => {
  const ghost = ghosts[id];
  return ghost === undefined || ghost.length !== length ? null : unpackMarks(ghost.marks);
};

export type SlipCount = Slip & { count: number };

/** Slips of one kind together, the most frequent first. */
export const mostFrequent = (slips: readonly Slip[], most: number): SlipCount[] => {
  const counts = new Map<string, SlipCount>();
  for (const slip of slips) {
    const key = `${slip.expected}→${slip.typed}`;
    counts.set(key, { ...slip, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, most);
};
