/** A seat's paper as staff read it: each answer with the key, what it is worth, and what was said of it (RULES X20). */
import { classNameOf } from '#classroom/lesson/run-body.ts';
import type { ReadPaper, ReadQuestion } from '#contract/papers/appeals.ts';
import type { PaperDispute, PaperQuestion, PaperRuled, PaperVerdict } from '#contract/papers/papers.ts';
import { type PaperSource, seatPaper } from '#drills/papers/draw.ts';
import { type Credits, creditsOf, type DrawnPaper, markOf } from '#drills/papers/marks.ts';
import { say } from '#i18n/say.ts';
import type { Sitting, StoredAnswer, StoredPaperAppeal, StoredPaperRuling } from '#storage/papers.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { appealsLeft } from './appeals-left.ts';
import { givenIn } from './given.ts';

/** What was ruled, by question: it counts in the place of the marking. */
export const ruledIn = (disputes: readonly StoredPaperAppeal[]): Credits =>
  new Map(
    disputes.flatMap(({ question, ruling }) =>
      ruling === null || ruling.credit === null ? [] : [[question, ruling.credit] as const],
    ),
  );

/** Field by field, so that nothing of a key gets out with the rest. */
export const asked = (
  { id, kind, topic, shop, stem, options, unit }: DrawnPaper[number],
  { topics, shops }: PaperSource,
): PaperQuestion => ({
  ...{ id, kind, stem, options: [...options], unit },
  topicName: topics.find((one) => one.id === topic)?.name ?? null,
  shopName: shops.find((one) => one.id === shop)?.name ?? null,
});

export const verdictOf = (
  { id, key, why, citations }: DrawnPaper[number],
  credit: PaperVerdict['credit'],
): PaperVerdict => ({
  question: id,
  credit,
  key: 'figure' in key ? { figure: key.figure } : { chosen: [...key.chosen] },
  why,
  citations: citations.map(({ section, id: place, title, text, source, date, shop }) => ({
    ...{ section, id: place, title, text, source, date, shop },
  })),
});

/** With the names of who ruled, as they are today. */
export const shownDisputes = async (
  { people }: Pick<Storage, 'people'>,
  disputes: readonly StoredPaperAppeal[],
): Promise<PaperDispute[]> => {
  const names = new Map<string, string>();
  const rulings = disputes.flatMap(({ ruling, earlier }) => [ruling, ...earlier.map((one) => one.ruling)]);
  for (const id of new Set(rulings.flatMap((ruling) => ruling?.by ?? [])))
    names.set(id, (await people.person(id))?.name ?? say('data:deleted'));
  const named = (ruling: StoredPaperRuling | null): PaperRuled | null =>
    ruling && { ...ruling, by: names.get(ruling.by) ?? say('data:deleted') };
  return disputes.map((dispute) => ({
    ...{ question: dispute.question, appeal: appealIn(dispute), ruling: named(dispute.ruling), waits: dispute.waits },
    earlier: dispute.earlier.map((one) => ({ appeal: appealIn(one), ruling: named(one.ruling) })),
    left: appealsLeft(dispute),
  }));
};

/** Null: the teacher ruled by themselves. */
export const appealIn = ({ text, at }: Pick<StoredPaperAppeal, 'text' | 'at'>): PaperDispute['appeal'] =>
  text === null || at === null ? null : { text, at };

export type SeatPaper = {
  run: Run;
  seat: Seat;
  sitting: Sitting | null;
  source: PaperSource;
  answers: readonly StoredAnswer[];
  disputes: readonly StoredPaperAppeal[];
};

export const readPaper = async (
  storage: Pick<Storage, 'people'>,
  { run, seat, sitting, source, answers, disputes }: SeatPaper,
): Promise<ReadPaper> => {
  const paper = seatPaper(source, seat.id);
  const given = givenIn(answers);
  const marked = creditsOf(paper, given);
  const credits = creditsOf(paper, given, ruledIn(disputes));
  const shown = new Map((await shownDisputes(storage, disputes)).map((one) => [one.question, one]));
  return {
    seat: { id: seat.id, no: seat.no, name: seat.name },
    run: {
      ...{ id: run.id, name: run.name, className: await classNameOf(storage, run) },
      ...{ publishedAt: run.publishedAt, ended: run.endedAt !== null, isPart: run.plan.exam !== undefined },
    },
    begunAt: sitting?.begunAt ?? null,
    handedInAt: sitting?.handedInAt ?? null,
    mark: markOf(paper, credits, source.topics, say('school:questions.general')),
    questions: paper.map((question): ReadQuestion => {
      const { key, why, citations, credit } = verdictOf(question, credits.get(question.id) ?? 0);
      return {
        ...asked(question, source),
        answer: given.get(question.id) ?? null,
        ...{ key, why, citations, credit },
        marked: marked.get(question.id) ?? 0,
        dispute: shown.get(question.id) ?? null,
      };
    }),
  };
};
