import { paperFromBank } from '#classroom/papers/set-paper.ts';
import type { Run } from '#storage/runs.ts';
import type { partOf } from './exam-content.ts';
import type { SetNeeds } from './set-exam.ts';

type PaperPart = NonNullable<ReturnType<typeof partOf<'paper'>>>;
/** `without`: questions that may not be drawn. */
export type OtherPaper = { seed: number; without: ReadonlySet<string> };

/** Draws tried: of a bank twice the paper's size one of them shares about a third of the questions. */
const TRIES = 12;
const SEEDS = 1_000_000;

/**
 * How a re-sit's paper is drawn: without the questions of the first exam and of the re-sits before (`earlier`), whose keys
 * are known by now; where the bank has too few, by the one of some seeds that shares the fewest, of equals the earlier.
 */
export const otherPaper = async (
  needs: SetNeeds,
  run: Run,
  part: PaperPart,
  { round, earlier }: { round: number; earlier: readonly string[] },
): Promise<OtherPaper> => {
  const had = new Set(await needs.storage.papers.questionsOf([run.id, ...earlier]));
  const seedOf = (nth: number): number => (part.seed + round * TRIES + nth) % SEEDS;
  const fresh = await paperFromBank(needs, run.school, { ...part, seed: seedOf(0) }, had);
  if (fresh.ok) return { seed: seedOf(0), without: had };
  let best = { seed: part.seed, shared: Number.POSITIVE_INFINITY };
  for (let nth = 0; nth < TRIES; nth += 1) {
    const seed = seedOf(nth);
    const drawn = await paperFromBank(needs, run.school, { ...part, seed });
    if (!drawn.ok) continue;
    const shared = drawn.value.questions.filter(({ id }) => had.has(id)).length;
    if (shared < best.shared) best = { seed, shared };
  }
  return { seed: best.seed, without: new Set() };
};
