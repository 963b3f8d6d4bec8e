import { paperFromBank } from '#classroom/papers/set-paper.ts';
import type { Run } from '#storage/runs.ts';
import type { partOf } from './exam-content.ts';
import type { SetNeeds } from './set-exam.ts';

type PaperPart = NonNullable<ReturnType<typeof partOf<'paper'>>>;

/** Draws tried: of a bank twice the paper's size one of them shares about a third of the questions. */
const TRIES = 12;
const SEEDS = 1_000_000;

/** Of some seeds the one whose paper shares the fewest questions with the first exam's; of equals the earlier. */
export const drawnLeastAlike = async (needs: SetNeeds, run: Run, part: PaperPart, round: number): Promise<number> => {
  const had = new Set(await needs.storage.papers.questionsOf([run.id]));
  let best = { seed: part.seed, shared: Number.POSITIVE_INFINITY };
  for (let nth = 0; nth < TRIES; nth += 1) {
    const seed = (part.seed + round * TRIES + nth) % SEEDS;
    const drawn = await paperFromBank(needs, run.school, { ...part, seed });
    if (!drawn.ok) continue;
    const shared = drawn.value.questions.filter(({ id }) => had.has(id)).length;
    if (shared < best.shared) best = { seed, shared };
  }
  return best.seed;
};
