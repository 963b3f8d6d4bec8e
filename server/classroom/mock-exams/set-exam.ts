/** A teacher sets an exam of parts: a run with an open window, whose parts are stored as they are now (RULES O1). */
import { pinOwnCases, storeRun } from '#classroom/lesson/new-run.ts';
import { planFault } from '#classroom/lesson/plans.ts';
import { paperFromBank, storedPaper } from '#classroom/papers/set-paper.ts';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { NewExam, NewPart } from '#contract/exams/parts.ts';
import type { ExamPlan } from '#contract/plans/exam.ts';
import type { Plan } from '#contract/runs.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import { type PaperSource, paperLength } from '#drills/papers/draw.ts';
import { examTexts } from '#drills/typing/exam-texts.ts';
import type { Resit } from '#storage/exams.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { type ExamContent, partOf } from './exam-content.ts';
import type { HadBefore } from './had-before.ts';

export type SetNeeds = { storage: Storage; catalogs: Catalogs; clock: Clock };
type Staff = Pick<SignedIn, 'id' | 'school'>;
/** A re-sit: of which exam, and who sits what there. `first`: by the new seat's id. */
/**
 * What a re-sit has beside an exam's own. `without`: questions that aren't drawn; `had`: by seat of the re-sit what it was
 * asked before, once the seats are made.
 */
export type ResitOf = {
  run: string;
  seats: (run: string) => Seat[];
  resits: (run: string) => Resit[];
  without: ReadonlySet<string>;
  had: () => Promise<ReadonlyMap<string, HadBefore>>;
};

/** Story minutes to a minute, as everywhere but in a lesson that says otherwise. */
const PACE = 20;
const FULL = 100;

/** Refuses weights that don't add up; nothing else of a new exam hangs on them. */
export const setExam = async (needs: SetNeeds, staff: Staff, exam: NewExam): Promise<Reply<Run>> => {
  const sum = exam.parts.reduce((total, { weight }) => total + weight, 0);
  return sum === FULL ? await storeExam(needs, staff, exam, null) : refused('exam-weights', String(sum));
};

export const storeExam = async (
  { storage, catalogs, clock }: SetNeeds,
  staff: Staff,
  exam: NewExam,
  of: ResitOf | null,
): Promise<Reply<Run>> => {
  if (exam.dueAt <= clock.now()) return refused('due-past');
  const paper = await paperOf({ storage, catalogs }, staff.school, exam.parts, of?.without);
  if (!paper.ok) return paper;
  const typing = typingOf(catalogs, exam.parts);
  if (!typing.ok) return typing;
  const plan = planOf(exam, paper.value === null ? null : paperLength(paper.value), of?.run ?? null);
  const catalog = await catalogs.of(staff.school);
  const fault = planFault(plan, catalog);
  if (fault !== null) return refused(fault.code, fault.detail);
  const planned = { name: exam.name, classId: exam.classId, plan, ...(of !== null && { seats: of.seats }) };
  return await storeRun({ storage, clock }, staff, planned, async (run) => {
    const had = await of?.had();
    const content: ExamContent = { parts: exam.parts, typing: withTextsHad(typing.value, had) };
    if (paper.value !== null) await storage.papers.create(storedPaper(run.id, withQuestionsHad(paper.value, had)));
    await pinOwnCases(storage, catalog, run);
    await storage.exams.create(
      { run: run.id, of: of?.run ?? null, body: JSON.stringify(content) },
      of?.resits(run.id) ?? [],
    );
  });
};

type Had = ReadonlyMap<string, HadBefore> | undefined;
/** Where all have the same questions, those had before are left out for all (`without`). */
const withQuestionsHad = (paper: PaperSource, had: Had): PaperSource =>
  had === undefined || paper.pools === undefined
    ? paper
    : { ...paper, had: Object.fromEntries([...had].map(([seat, { questions }]) => [seat, questions])) };
const withTextsHad = (typing: ExamContent['typing'], had: Had): ExamContent['typing'] =>
  had === undefined || typing === null || typing.first !== null
    ? typing
    : { ...typing, had: Object.fromEntries([...had].map(([seat, { texts }]) => [seat, texts])) };

const paperOf = async (
  needs: Pick<SetNeeds, 'storage' | 'catalogs'>,
  school: string,
  parts: readonly NewPart[],
  without?: ReadonlySet<string>,
): Promise<Reply<PaperSource | null>> => {
  const part = partOf(parts, 'paper');
  return part === undefined ? { ok: true, value: null } : await paperFromBank(needs, school, part, without);
};

const typingOf = ({ typing }: Pick<Catalogs, 'typing'>, parts: readonly NewPart[]): Reply<ExamContent['typing']> => {
  const part = partOf(parts, 'typing');
  if (part === undefined) return { ok: true, value: null };
  const texts = examTexts(typing, part.set);
  if (typing.rates === null || texts.length === 0) return refused('bad-request', 'parts.set');
  if (part.text !== null && !texts.some(({ id }) => id === part.text)) return refused('bad-request', 'parts.text');
  return { ok: true, value: { texts, first: part.text, rates: typing.rates } };
};

/** Homework's window, once, and never late; of a lesson's plan it has the customers alone. */
const planOf = (exam: NewExam, questions: number | null, of: string | null): Plan => {
  const { parts, pass, excellent, each, counts, opensAt, dueAt } = exam;
  const customers = partOf(parts, 'customers');
  const examPlan: ExamPlan = {
    ...{ pass, excellent, each, counts },
    parts: parts.map(({ kind, weight, minutes }) => ({ kind, weight, minutes })),
    ...(exam.sitting !== undefined && { sitting: exam.sitting }),
    ...(questions !== null && { questions }),
    ...(of !== null && { of }),
  };
  return {
    ...{ scenarios: customers?.scenarios ?? [], mode: 'exam', arrivals: customers?.arrivals ?? 'spaced', pace: PACE },
    minutes: customers?.minutes ?? parts.reduce((sum, { minutes }) => sum + minutes, 0),
    ...{ seed: customers?.variants ?? 'own', attempts: 1, results: 'published', incidents: [], stages: [] },
    homework: { opensAt, dueAt, late: null, attempts: 1, counts: 'best' },
    exam: examPlan,
  };
};
