/** How one open question stands after a turn: answered, half, vague, held, or not touched. */
import type { Conversation } from '#engine/model/drill.ts';
import type { PointNote, TurnJudgement } from '#engine/model/turn-judgement.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import type { Judgement } from '#language/judgement.ts';
import type { Answer } from '#language/terms/verdicts.ts';

type QuestionAnswer = TurnJudgement['questions'][number]['answer'];

/** The state of one open question after this turn (docs/trade.md §3, the ledger). */
export const answerOf = (
  question: string,
  conversation: Conversation,
  preparedCase: PreparedCase,
  notes: readonly PointNote[],
  judged: Judgement,
  clarifies: boolean,
  saidAfter: boolean,
  { courtesy, tabled }: { courtesy: boolean; tabled: boolean },
): QuestionAnswer => {
  const prepared = preparedCase.questions.get(question);
  const notesOfQuestion = notes.filter((note) => note.question === question);
  const isCovered = (id: string): boolean =>
    notesOfQuestion.some(({ point, state }) => point === id && state === 'covered') ||
    (conversation.points[id] === 'covered' &&
      !notesOfQuestion.some(({ point, state }) => point === id && state === 'wrong'));
  const isWrong = notesOfQuestion.some(({ state }) => state === 'wrong');
  if (!isWrong && prepared?.question.points.every(({ must, id }) => !must || isCovered(id))) return 'answered';
  if (notesOfQuestion.some(({ state }) => state !== 'not-recognised')) return 'partial';
  // 对 to a figure that the customer repeated only says that figure again.
  if (conversation.checked?.echo && notesOfQuestion.some(({ point }) => point === conversation.checked?.point))
    return 'not-recognised';
  if (clarifies) return 'clarifying';
  if (!saidAfter) return 'untouched';
  // Keywords in a heap are no answer, and no doubt in the trainee's favour either (RULES T3, T6).
  if (judged.stacking || judged.parrots) return 'evaded';
  const touch = judged.questions.find(({ id }) => id === question)?.touch ?? 'none';
  // A table leaves the customer to find which row is theirs.
  if (tabled && touch !== 'none') return 'vague';
  if (judged.hold) return 'held';
  const byTouch: Record<typeof touch, Answer | 'not-recognised' | 'untouched'> = {
    none: 'untouched',
    // An apology stands beside the topic; it is no attempt at an answer.
    hedged: courtesy ? 'untouched' : 'vague',
    dodged: 'evaded',
    content: courtesy && notesOfQuestion.length === 0 ? 'untouched' : 'not-recognised',
  };
  return byTouch[touch];
};
