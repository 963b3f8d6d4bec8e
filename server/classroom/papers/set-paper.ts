/** A teacher sets a paper: a run whose plan is a paper, with its questions as the bank has them now (RULES X2). */
import { storeRun } from '#classroom/lesson/new-run.ts';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { NewPaper } from '#contract/papers/papers.ts';
import { OWN_TOPIC, type PaperCell } from '#contract/questions.ts';
import type { Plan } from '#contract/runs.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import { bankOf, bankWithout } from '#drills/catalog/own-bank.ts';
import { choosePaper, type PaperSource, paperLength } from '#drills/papers/draw.ts';
import { say } from '#i18n/say.ts';
import type { StoredPaper } from '#storage/papers.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Storage; catalogs: Catalogs; clock: Clock };

export const setPaper = async (
  { storage, catalogs, clock }: Needs,
  staff: Pick<SignedIn, 'id' | 'school'>,
  { name, classId, minutes, cells, seed, draws, awareness }: NewPaper,
): Promise<Reply<Run>> => {
  const chosen = await paperFromBank({ storage, catalogs }, staff.school, { cells, seed, draws });
  if (!chosen.ok) return chosen;
  const plan = planOf(minutes, {
    ...{ cells, seed, questions: paperLength(chosen.value) },
    ...(draws === 'own' && { draws }),
    ...(awareness === true && { awareness }),
  });
  return await storeRun({ storage, clock }, staff, { name, classId, plan }, ({ id }) =>
    storage.papers.create(storedPaper(id, chosen.value)),
  );
};

/** The questions that a school's bank gives now; null: nobody's. `sealed`: ids that may not be drawn (RULES X7). */
export const paperFromBank = async (
  { storage, catalogs }: Pick<Needs, 'storage' | 'catalogs'>,
  school: string | null,
  { cells, seed, draws }: Pick<NewPaper, 'cells' | 'seed' | 'draws'>,
  sealed: ReadonlySet<string> = new Set(),
): Promise<Reply<PaperSource>> => {
  const bank = bankWithout((await bankOf(catalogs.bank, school, storage.ownQuestions)) ?? catalogs.bank, sealed);
  const { factsByShop, data } = catalogs;
  const chosen = choosePaper({ bank, factsByShop, shops: data.shops }, cells, seed, draws);
  if ('short' in chosen) return refused('paper-short', cellName(chosen.short, bank.topics));
  return { ok: true, value: chosen.source };
};

export const storedPaper = (run: string, source: PaperSource): StoredPaper => ({
  run,
  questions: source.questions.map(({ id }) => id),
  body: JSON.stringify(source),
});

/** An exam, so that it seals; of a lesson's plan it has the length alone. */
const planOf = (minutes: number, paper: NonNullable<Plan['paper']>): Plan => ({
  ...{ scenarios: [], mode: 'exam', arrivals: 'spaced', pace: 1, minutes, seed: 'own', attempts: 1 },
  ...{ results: 'published', incidents: [], stages: [], paper },
});

const cellName = ({ topic, level }: PaperCell, topics: readonly { id: string; name: string }[]): string => {
  const name = topic === OWN_TOPIC ? say('exports:paper.own') : (topics.find(({ id }) => id === topic)?.name ?? topic);
  return say('exports:paper.cell', { topic: name, level: say(`exports:paper.level.${level}`) });
};
