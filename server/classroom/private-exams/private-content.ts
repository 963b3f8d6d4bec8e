/** What a mock exam sat alone is made of, drawn when it is begun: questions, texts, and who comes (RULES O20). */
import { paperFromBank } from '#classroom/papers/set-paper.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { NewPart } from '#contract/exams/parts.ts';
import type { NewPrivateExam } from '#contract/exams/private.ts';
import type { ExamPlan, PartKind } from '#contract/plans/exam.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import { chosenCases } from '#drills/catalog/chosen-cases.ts';
import type { PaperSource } from '#drills/papers/draw.ts';
import type { ExamText } from '#drills/typing/seat-texts.ts';
import type { Rates } from '#drills/typing/typing-mark.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';

export type PrivateContent = {
  plan: ExamPlan;
  paper: PaperSource;
  typing: { texts: readonly ExamText[]; rates: Rates };
  cases: readonly string[];
  seed: number;
  /** What was asked for; of an older exam it is gathered from its questions. */
  wish?: NewPrivateExam;
  /** A re-sit: of which exam, and what it has of it (RULES O27). */
  again?: { of: string; parts: readonly PartKind[] };
};
/** `practised`: drills of whoever begins it. */
export type DrawnFor = {
  school: string | null;
  questions: ReadonlySet<string>;
  isSealed(scenario: string): boolean;
  practised: readonly DrillRow[];
};

/** Percent of the whole, as an exam of a class has them where its teacher changes nothing. */
const WEIGHTS = { paper: 40, typing: 10, customers: 50 } as const;
const TYPING_MINUTES = 2;
/** The first customer's minutes, and each further one's. */
const FIRST_CUSTOMER = 10;
const FURTHER_CUSTOMER = 5;

/** About a minute and a half a question, in whole fives. */
const paperMinutes = (questions: number): number => Math.max(10, Math.ceil((questions * 1.5) / 5) * 5);

export const drawPrivate = async (
  { storage, catalogs }: { storage: Storage; catalogs: Catalogs },
  wish: NewPrivateExam,
  { school, questions, isSealed, practised }: DrawnFor,
  seed: number,
): Promise<Reply<PrivateContent>> => {
  const { cells, set, customers, level } = wish;
  const paper = await paperFromBank({ storage, catalogs }, school, { cells, seed }, questions);
  if (!paper.ok) return paper;
  const { scenarios } = (await catalogs.of(school)).data;
  const open = scenarios.filter((one) => one.incident === null && !isSealed(one.id));
  const cases = chosenCases(open, { customers, level, practised, seed });
  if (cases === null) return refused('unknown-scenario');
  const total = paper.value.questions.length;
  const parts: NewPart[] = [
    { kind: 'paper', weight: WEIGHTS.paper, minutes: paperMinutes(total), cells, seed },
    { kind: 'typing', weight: WEIGHTS.typing, minutes: TYPING_MINUTES, set, text: null },
    {
      ...{ kind: 'customers', weight: WEIGHTS.customers, arrivals: 'spaced', variants: 'own', scenarios: cases },
      minutes: FIRST_CUSTOMER + (cases.length - 1) * FURTHER_CUSTOMER,
    },
  ];
  // Those of practice: an exam's own texts are nobody's to practise (RULES Y21).
  const texts = catalogs.typing[set].map(({ id, title, text }) => ({ id, title, text }));
  const { rates } = catalogs.typing;
  if (rates === null || texts.length === 0) return refused('bad-request', 'set');
  const { pass, excellent } = catalogs.data.rubric;
  const plan: ExamPlan = {
    ...{ pass, excellent, each: false, counts: 'best', questions: total },
    parts: parts.map(({ kind, weight, minutes }) => ({ kind, weight, minutes })),
  };
  return { ok: true, value: { plan, paper: paper.value, typing: { texts, rates }, cases, seed, wish } };
};
