/** The ledger 台账: what each turn does to the questions (DESIGN, Words; RULES T4, T6). */
import { isAnswered } from './beats.ts';
import type { DrillMs, QuestionState, TurnJudgement } from './events.ts';
import { castOf, conversation, emit, type Step } from './step.ts';

const STATE_OF: Readonly<Record<TurnJudgement['questions'][number]['answer'], QuestionState | null>> = {
  answered: 'answered',
  partial: 'partly',
  vague: 'vague',
  evaded: 'evaded',
  clarifying: 'clarifying',
  'not-recognised': 'unrecognised',
  held: null,
  untouched: null,
};

const change = (
  step: Step,
  key: string,
  at: DrillMs,
  question: string,
  to: QuestionState,
  turn: number | null,
): void => {
  const entry = conversation(step, key).ledger[question];
  if (entry && entry.state !== to)
    emit(step, { kind: 'question-changed', at, conversation: key, question, from: entry.state, to, turn });
};

/** Writes a turn into the ledger. A question not recognised a second time is accepted provisionally (RULES T6). */
export const noteQuestions = (step: Step, key: string, at: DrillMs, judgement: TurnJudgement): void => {
  const cast = castOf(step, key);
  for (const { question, answer } of judgement.questions) {
    const entry = conversation(step, key).ledger[question];
    if (!entry) continue;
    const wrong = judgement.points.some((n) => n.question === question && n.state === 'wrong');
    if (wrong) change(step, key, at, question, 'wrong', judgement.turn);
    else if (isAnswered(conversation(step, key), cast, question))
      change(step, key, at, question, 'answered', judgement.turn);
    else if (answer === 'not-recognised' && entry.rephrased)
      change(step, key, at, question, 'provisional', judgement.turn);
    else {
      const to = STATE_OF[answer];
      // A wrong answer stands until something better, or something that can't be judged, is said.
      if (to && (entry.state !== 'wrong' || to === 'unrecognised')) change(step, key, at, question, to, judgement.turn);
    }
  }
  // An answer once right and now contradicted is wrong (RULES T4).
  for (const note of judgement.points) {
    if (note.state === 'wrong' && note.asked && note.question)
      change(step, key, at, note.question, 'wrong', judgement.turn);
  }
};

/** At the end: what is past its threshold stays unanswered, what isn't yet due is void (RULES C5). */
export const closeLedger = (step: Step, key: string, at: DrillMs, graceMs: number): void => {
  for (const entry of Object.values(conversation(step, key).ledger)) {
    if (['answered', 'provisional', 'unanswered', 'void', 'wrong'].includes(entry.state)) continue;
    const due = entry.state !== 'open' || at - entry.openedAt > graceMs || conversation(step, key).ending !== null;
    change(step, key, at, entry.question, due ? 'unanswered' : 'void', null);
  }
};
