/** A simulated trainee at an exam of parts, a written paper or homework: does what is its turn until all is handed in. */
import type { ErrorCode, Reply } from '#contract/errors.ts';
import type { SeatExam } from '#contract/exams/parts.ts';
import type { PaperQuestion } from '#contract/papers/papers.ts';
import type { PartKind } from '#contract/plans/exam.ts';
import { MINUTE_MS } from '#contract/wire/spans.ts';
import { randomAt } from '#engine/model/random.ts';
import type { Library } from '#library/load.ts';
import type { Bot } from './bot.ts';
import type { TraineeClient } from './http-client.ts';
import { keyOf, RIGHT, wrongAnswer } from './questions.ts';
import type { Kind } from './replies.ts';
import type { Tally } from './tally.ts';
import { SPEED, typedUpTo } from './typist.ts';

export type Sitting = {
  client: TraineeClient;
  bot: Pick<Bot, 'serve' | 'ended'>;
  seat: string;
  /** Which of the bots it is, from 0: what it knows follows from this and the question. */
  index: number;
  library: Pick<Library, 'bank' | 'shopFacts'>;
  kind: Kind;
  /** 1 is a trainee's pace. */
  haste: number;
  tally: Pick<Tally, 'part' | 'refused'>;
};

/** Milliseconds, at a haste of 1: to read and answer a question, between two times that typing is stored, and between two looks. */
const QUESTION_MS = 12_000;
const STORE_MS = 3000;
const LOOK_MS = 2000;
/** Milliseconds before a server that is away, or asks for patience, is asked again. */
const AGAIN_MS = 1000;
const PASSING: readonly ErrorCode[] = [
  'too-many-requests',
  'storage-failed',
  'storage-gone',
  'storage-full',
  'internal',
];

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The server's answer, waited for over a restart; a refusal that stays is an answer. */
const patiently = async <T>(ask: () => Promise<Reply<T>>): Promise<Reply<T>> => {
  for (;;) {
    const reply = await ask().catch(() => null);
    if (reply !== null && (reply.ok || !PASSING.includes(reply.error.code))) return reply;
    await pause(AGAIN_MS);
  }
};

/** Ends once nothing is left to be sat here; a window that isn't open yet is waited for. */
export const sitExam = async (sitting: Sitting): Promise<void> => {
  const { client, seat, haste, tally } = sitting;
  for (;;) {
    const exam = await patiently(() => client.exam(seat));
    if (!exam.ok) return tally.refused(exam.error.code);
    if (exam.value.phase === 'elsewhere') return;
    const { parts } = exam.value;
    for (const { kind, state } of parts) if (state === 'done' || state === 'missed') tally.part(seat, kind, { state });
    if (exam.value.phase === 'over') return;
    const part = parts.find(({ state }) => state === 'ready' || state === 'going');
    if (part === undefined) await pause(LOOK_MS / haste);
    else await doPart(sitting, exam.value, part.kind);
  }
};

const doPart = async (sitting: Sitting, { drill, parts }: SeatExam, kind: PartKind): Promise<void> => {
  if (kind === 'paper') return await sitPaper(sitting);
  if (kind === 'typing') return await type(sitting);
  const isGoing = parts.some((part) => part.kind === kind && part.state === 'going');
  await serve(sitting, isGoing ? drill : null);
};

/** A paper, of an exam or by itself; one that the teacher hasn't started yet is waited for. */
export const sitPaper = async (sitting: Sitting): Promise<void> => {
  const { client, seat, haste, tally } = sitting;
  let paper = await patiently(() => client.paper(seat));
  while (paper.ok && paper.value.phase === 'before' && !paper.value.run.mayBegin) {
    await pause(LOOK_MS / haste);
    paper = await patiently(() => client.paper(seat));
  }
  const begun = await patiently(() => client.beginPaper(seat));
  if (!begun.ok) return await pause(LOOK_MS / haste);
  const { questions, answers } = begun.value;
  const given = new Set(answers.map(({ question }) => question));
  let right = 0;
  for (const question of questions) {
    const { isRight, answer } = answerOf(sitting, question);
    if (!given.has(question.id)) {
      await pause(QUESTION_MS / haste);
      const stored = await patiently(() => client.answer(seat, { question: question.id, answer, flagged: false }));
      if (!stored.ok) break;
    }
    if (isRight) right += 1;
  }
  tally.part(seat, 'paper', { figure: (right * 100) / Math.max(1, questions.length) });
  await patiently(() => client.handIn(seat));
};

const answerOf = ({ library, index, kind }: Sitting, question: PaperQuestion) => {
  const key = keyOf(library, question);
  const isRight = key !== null && randomAt(index, question.id, '', 0, 'knows') < RIGHT[kind];
  return { isRight, answer: isRight ? key : wrongAnswer(question, key) };
};

const type = async ({ client, seat, kind, haste, tally }: Sitting): Promise<void> => {
  const begun = await patiently(() => client.beginTyping(seat));
  if (!begun.ok) return await pause(LOOK_MS / haste);
  const { texts, typed, minutes } = begun.value;
  const characters = SPEED[kind] * minutes;
  const each = Math.max(1, Math.round((SPEED[kind] * STORE_MS) / MINUTE_MS));
  let done = typed.reduce((sum, one) => sum + [...one].length, 0);
  while (done < characters) {
    await pause(STORE_MS / haste);
    const upTo = Math.min(characters, done + each);
    const body = { typed: typedUpTo(texts, upTo, kind), left: 0, pasted: 0, done: upTo === characters };
    if (!(await patiently(() => client.type(seat, body))).ok) break;
    done = upTo;
  }
  tally.part(seat, 'typing', { figure: done / minutes });
};

/** Customers, one drill; `going`: the one that is open. */
const serve = async ({ client, bot, seat, haste }: Sitting, going: string | null): Promise<void> => {
  let drill = going;
  if (drill === null) {
    const opened = await patiently(() => client.again(seat));
    drill = opened.ok ? opened.value.drill : null;
  }
  if (drill !== null) bot.serve(drill, true);
  await pause(LOOK_MS / haste);
};

/** Homework, once: its drill is begun when its window is open, and served to its end. */
export const doHomework = async (sitting: Sitting): Promise<void> => {
  const { client, bot, seat, haste, tally } = sitting;
  for (;;) {
    const body = await patiently(() => client.again(seat));
    if (body.ok && body.value.drill !== null) {
      bot.serve(body.value.drill, true);
      while (!bot.ended()) await pause(LOOK_MS / haste);
      return;
    }
    if (!body.ok && body.error.code !== 'homework-not-open') return tally.refused(body.error.code);
    await pause(LOOK_MS / haste);
  }
};
