/** What counts on the learning path: published results alone, read from what is stored of them (RULES U3). */
import { examViewOf } from '#classroom/exam-parts/seat-parts.ts';
import { givenIn } from '#classroom/papers/given.ts';
import { endOf, isPaperPublished, timesOf } from '#classroom/papers/paper-state.ts';
import { ruledIn } from '#classroom/papers/read-paper.ts';
import { entriesOf, type PortfolioNeeds } from '#classroom/results/portfolio.ts';
import { yieldToOthers } from '#classroom/results/run-drills.ts';
import type { PortfolioEntry } from '#contract/portfolio.ts';
import { type PaperSource, seatPaper } from '#drills/papers/draw.ts';
import { creditsOf, markOf } from '#drills/papers/marks.ts';
import { joined } from '#i18n/say.ts';
import type { StoredCertificate } from '#storage/certificates.ts';
import type { StoredEvaluation } from '#storage/learning-path.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import type { Evidence } from './position.ts';

/** The entries of these drills; one from before conversion was kept is made anew, one at a time. */
export const pathEntries = async (
  needs: Pick<PortfolioNeeds, 'storage' | 'runner' | 'catalogs' | 'clock'>,
  rows: readonly DrillRow[],
): Promise<PortfolioEntry[]> => {
  const entries = await entriesOf(needs, rows);
  const older = entries.filter(({ conversion }) => conversion === undefined);
  if (older.length === 0) return entries;
  for (const { drill } of older) {
    await yieldToOthers();
    // One that can't be scored any more says nothing of conversion; its own report says why.
    await needs.runner.report(drill).catch(() => null);
  }
  return await entriesOf(needs, rows);
};

/** An ended drill, once for each measure that it says something of. */
export const drillEvidence = (entry: PortfolioEntry): Evidence[] => {
  const { drill, endedAt, cases, mode, score, conversion, figures } = entry;
  const source = { kind: 'drill', id: drill, title: joined(cases.map(({ title }) => title)), at: endedAt } as const;
  const measured = [
    ['exam-best', mode === 'exam' ? score : null],
    ['drills-done', 1],
    ['conversion-mean', conversion ?? null],
    ['response-mean', figures.meanResponseS],
    ['typing-best', figures.charactersPerMinute],
  ] as const;
  return measured.flatMap(([measure, value]) => (value === null ? [] : [{ ...source, measure, value }]));
};

/** A contest's certificate says a place, and of no exam that it was passed. */
export const isOfExam = ({ facts }: Pick<StoredCertificate, 'facts'>): boolean => facts.contest === undefined;

export const certificateEvidence = ({ code, at, facts }: StoredCertificate): Evidence => ({
  ...{ measure: 'certificates', kind: 'certificate', id: code, title: facts.exam, at, value: 1 },
});

/** Those that were withdrawn count no longer. */
export const evaluationEvidence = (evaluations: readonly StoredEvaluation[]): Evidence[] =>
  evaluations.flatMap(({ id, mark, note, at, withdrawn }) =>
    withdrawn === null
      ? [{ measure: 'evaluation', kind: 'evaluation', id, title: note, at, value: mark } as const]
      : [],
  );

export type SatPapers = { evidence: Evidence[]; waiting: number };

/**
 * The papers that were sat at these seats. Each paper is parsed once for all who ask with the same `sources`: it is a
 * megabyte, and a class has sat the same one.
 */
export const paperEvidence = async (
  storage: Storage,
  seatIds: readonly string[],
  now: number,
  isCounted: (seat: Seat) => boolean,
  sources = new Map<string, PaperSource | null>(),
): Promise<SatPapers> => {
  const evidence: Evidence[] = [];
  let waiting = 0;
  for (const id of seatIds) {
    const seat = await storage.runs.seat(id);
    const run = seat === null || !isCounted(seat) ? null : await storage.runs.run(seat.run);
    if (seat === null || run === null) continue;
    const times = timesOf(run, await examViewOf(storage, run, seat, now), now);
    if (!isPaperPublished(run, times)) waiting += times.isOver ? 1 : 0;
    else evidence.push(...(await markedPaper(storage, run, seat, sources)));
  }
  return { evidence, waiting };
};

const markedPaper = async (
  storage: Storage,
  run: Run,
  seat: Seat,
  sources: Map<string, PaperSource | null>,
): Promise<Evidence[]> => {
  await yieldToOthers();
  const sitting = await storage.papers.sitting(seat.id);
  if (!sources.has(run.id)) sources.set(run.id, sourceIn((await storage.papers.paper(run.id))?.body ?? 'null'));
  const source = sources.get(run.id) ?? null;
  if (sitting === null || source === null) return [];
  const paper = seatPaper(source, seat.id);
  const ruled = ruledIn(await storage.paperAppeals.ofSeat(seat.id));
  const { mark } = markOf(paper, creditsOf(paper, givenIn(await storage.papers.answers(seat.id)), ruled), [], '');
  const at = sitting.handedInAt ?? endOf(await storage.runs.log(run.id)) ?? sitting.begunAt;
  const result = { kind: 'paper', id: seat.id, title: run.name, at, value: mark } as const;
  return [
    { ...result, measure: 'paper-best' },
    ...(run.plan.paper?.awareness === true ? [{ ...result, measure: 'awareness-best' } as const] : []),
  ];
};

const sourceIn = (body: string): PaperSource | null => {
  return JSON.parse(body);
};
