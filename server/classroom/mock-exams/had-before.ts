/** What seats were asked at an exam and its re-sits: a re-sit's questions and texts are others (RULES O7). */
import { type PaperSource, seatPaper } from '#drills/papers/draw.ts';
import { seatTexts } from '#drills/typing/seat-texts.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { contentOf } from './exam-content.ts';

/** A seat's exam or re-sit. */
export type Sat = { run: Run; seat: string };
/** Ids of the questions, and of the texts it began with. */
export type HadBefore = { questions: string[]; texts: string[] };

/** By seat of the re-sit, for `sat` by the same seat: all it sat before. */
export const hadBefore = async (
  storage: Pick<Storage, 'papers' | 'exams'>,
  sat: ReadonlyMap<string, readonly Sat[]>,
): Promise<ReadonlyMap<string, HadBefore>> => {
  const known = new Map<string, ReturnType<typeof sourcesOf>>();
  const all = new Map<string, HadBefore>();
  for (const [seat, before] of sat) {
    const had: HadBefore = { questions: [], texts: [] };
    for (const { run, seat: earlier } of before) {
      const loading = known.get(run.id) ?? sourcesOf(storage, run.id);
      known.set(run.id, loading);
      const { paper, typing } = await loading;
      if (paper !== null) had.questions.push(...seatPaper(paper, earlier).map(({ id }) => id));
      if (typing !== null)
        had.texts.push(
          ...seatTexts(typing, run.seed, earlier)
            .slice(0, 1)
            .map(({ id }) => id),
        );
    }
    all.set(seat, had);
  }
  return all;
};

const sourcesOf = async (storage: Pick<Storage, 'papers' | 'exams'>, run: string) => {
  const stored = await storage.papers.paper(run);
  const paper: PaperSource | null = stored === null ? null : JSON.parse(stored.body);
  return { paper, typing: (await contentOf(storage, run))?.typing ?? null };
};
