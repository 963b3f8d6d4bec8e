/** The ledger 台账: what each turn does to the questions (docs/trade.md §3; RULES T4, T6). */
import { isAnswered, SETTLED } from '#engine/customer/open-needs.ts';
import type { DrillMs, QuestionState } from '#engine/model/events.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { conversationIn, type DecisionContext, emit, preparedCaseOf } from '#engine/state/decision-context.ts';
import { isAskedOut, isSettledByEcho } from '#engine/state/follow-ups.ts';

export type Answer = TurnJudgement['questions'][number]['answer'];

const STATE_OF: Readonly<Record<Answer, QuestionState | null>> = {
  answered: 'answered',
  partial: 'partly',
  vague: 'vague',
  evaded: 'evaded',
  clarifying: 'clarifying',
  'not-recognised': 'unrecognised',
  held: null,
  untouched: null,
};

/**
 * The state of a question after a turn, null when it stays as it is. `wrong`: the turn says something wrong of it;
 * `complete`: nothing is missing any more; `pressed`: the customer has asked for all that is missing.
 */
export const nextState = (
  { state, rephrased }: { state: QuestionState; rephrased: boolean },
  { answer, wrong, complete, pressed }: { answer: Answer | null; wrong: boolean; complete: boolean; pressed: boolean },
): QuestionState | null => {
  if (wrong) return 'wrong';
  if (complete) return 'answered';
  if (answer === null || SETTLED.includes(state)) return null;
  // Not recognised a second time, or nothing left to ask: accepted provisionally (RULES T6).
  if (answer === 'not-recognised' && rephrased) return 'provisional';
  if (pressed && (answer === 'partial' || answer === 'not-recognised')) return 'provisional';
  const to = STATE_OF[answer];
  // A wrong answer stands until something better, or something that can't be judged, is said.
  return state === 'wrong' && to !== 'unrecognised' ? null : to;
};

const change = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  question: string,
  to: QuestionState,
  turn: number | null,
): void => {
  const entry = conversationIn(context, key).ledger[question];
  if (entry && entry.state !== to)
    emit(context, { kind: 'question-changed', at, conversation: key, question, from: entry.state, to, turn });
};

/** Writes a turn into the ledger. */
export const noteQuestions = (context: DecisionContext, key: string, at: DrillMs, judgement: TurnJudgement): void => {
  const preparedCase = preparedCaseOf(context, key);
  const beat = preparedCase.beats.get(judgement.beat) ?? null;
  for (const { question, answer } of judgement.questions) {
    const entry = conversationIn(context, key).ledger[question];
    if (!entry) continue;
    const isWrong = judgement.points.some((note) => note.question === question && note.state === 'wrong');
    const isComplete = isAnswered(conversationIn(context, key), preparedCase, question);
    const asked = [conversationIn(context, key), preparedCase, beat, question] as const;
    const pressed = isAskedOut(...asked) || isSettledByEcho(...asked);
    const to = nextState(entry, { answer, wrong: isWrong, complete: isComplete, pressed });
    if (to) change(context, key, at, question, to, judgement.turn);
  }
  // An answer once right and now contradicted is wrong (RULES T4).
  for (const note of judgement.points) {
    if (note.state === 'wrong' && note.asked && note.question)
      change(context, key, at, note.question, 'wrong', judgement.turn);
  }
};

/** At the drill's end a question past its threshold becomes unanswered, one not yet due becomes void (RULES C5). */
export const closeLedger = (context: DecisionContext, key: string, at: DrillMs, graceMs: number): void => {
  for (const entry of Object.values(conversationIn(context, key).ledger)) {
    if (['answered', 'provisional', 'unanswered', 'void', 'wrong'].includes(entry.state)) continue;
    const isDue =
      entry.state !== 'open' || at - entry.openedAt > graceMs || conversationIn(context, key).ending !== null;
    change(context, key, at, entry.question, isDue ? 'unanswered' : 'void', null);
  }
};
