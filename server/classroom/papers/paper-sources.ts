import type { PaperPlan } from '#contract/questions.ts';
import { type PaperSource, paperLength } from '#drills/papers/draw.ts';
import type { PapersStorage } from '#storage/papers.ts';
import type { Run } from '#storage/runs.ts';

/** Papers kept in memory with what was drawn of them, about a megabyte each: as many classes sit one at a time. */
const MAX_SOURCES = 8;

export type PaperSources = {
  /** Null: the run has no paper. */
  sourceOf(run: string): Promise<PaperSource | null>;
  paperOf(run: Run | null): Promise<{ run: Run; plan: PaperPlan; source: PaperSource } | null>;
};

/** What the papers of runs are made of. Read once: what is stored of a paper never changes. */
export const createPaperSources = (papers: Pick<PapersStorage, 'paper'>): PaperSources => {
  const sources = new Map<string, PaperSource>();
  const sourceOf = async (run: string): Promise<PaperSource | null> => {
    const known = sources.get(run);
    if (known !== undefined) return known;
    const stored = await papers.paper(run);
    if (stored === null) return null;
    const source = sourceIn(stored.body);
    sources.set(run, source);
    const [oldest] = sources.keys();
    if (sources.size > MAX_SOURCES && oldest !== undefined) sources.delete(oldest);
    return source;
  };
  return {
    sourceOf,
    paperOf: async (run) => {
      const source = run === null ? null : await sourceOf(run.id);
      if (run === null || source === null) return null;
      // What the paper of an exam is made of stands in the exam's own plan.
      return { run, source, plan: run.plan.paper ?? planOf(source) };
    },
  };
};

const planOf = (source: PaperSource): PaperPlan => ({
  ...{ cells: [], seed: source.seed, questions: paperLength(source) },
  ...(source.pools !== undefined && { draws: 'own' as const }),
});

const sourceIn = (body: string): PaperSource => {
  return JSON.parse(body);
};
