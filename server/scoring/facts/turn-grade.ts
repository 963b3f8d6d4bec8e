/** How well a turn that was owed did its work, on the rubric's four steps (RULES M8, 沟通表达 and 服务素养). */
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { ConversationHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import { hedgeQuote } from '#scoring/log/hedges.ts';
import type { Grade } from './concurrency.ts';

export type TurnGrade = { expression: Grade; manner: Grade; unsure: boolean };

const GRADES_BEST_FIRST: readonly Grade[] = ['excellent', 'pass', 'weak', 'fail'];
const worseOf = (a: Grade, b: Grade): Grade => (GRADES_BEST_FIRST.indexOf(a) >= GRADES_BEST_FIRST.indexOf(b) ? a : b);

/** The work: answered, half, vague, or nothing. Politeness around an evasion earns nothing (docs/trade.md §8). */
const workGrade = (conversation: ConversationHistory, turn: TurnHistory): Grade | 'unsure' | 'nothing' => {
  const { judgement } = turn;
  if (judgement.stacking || judgement.crossTalk) return 'fail';
  const answers = judgement.questions.map(({ answer }) => answer);
  const hasAskedForFact = judgement.asked.some(({ again }) => !again);
  const reaction = turn.closed?.reaction;
  if (reaction === 'evaded' || reaction === 'asked-again') return 'fail';
  if (hasAskedForFact || answers.includes('answered')) return 'excellent';
  if (judgement.hold && judgement.hold.seconds !== null) return 'excellent';
  if (answers.includes('partial')) return 'pass';
  if (answers.includes('clarifying')) {
    if (hasClarifiedBefore(conversation, turn)) return 'fail';
    return hasOwnPhrasing(judgement) ? 'unsure' : 'weak';
  }
  if (answers.includes('not-recognised')) return 'unsure';
  // The trainee's own words, unrecognised and without a hedge: they earn nothing and cost nothing (RULES M22).
  const vagueQuestions = judgement.questions.flatMap(({ answer, question }) => (answer === 'vague' ? [question] : []));
  if (vagueQuestions.length > 0)
    return hedgeQuote(conversation, turn, vagueQuestions) === null && hasOwnPhrasing(judgement) ? 'nothing' : 'weak';
  if (judgement.askedAgain.length > 0) return 'fail';
  if (answers.length > 0) return 'fail';
  // The customer asked nothing: a window waited for words, and these weren't the right ones.
  if (turn.closed?.bad) return 'fail';
  // 您慢慢想 where nothing stood open: no work was owed, and none is missing (RULES M15).
  return hasTakenWindow(conversation, turn) ? 'excellent' : 'nothing';
};

/** Whether at least one message is no quick reply. */
export const hasOwnPhrasing = ({ messages, canned }: TurnHistory['judgement']): boolean =>
  messages.some((id) => !canned.some((note) => note.message === id));

/**
 * Whether an earlier turn asked back about the same question and drew out no fact: asking back again only puts the
 * customer off.
 */
const hasClarifiedBefore = (conversation: ConversationHistory, turn: TurnHistory): boolean => {
  const asking = turn.judgement.questions.flatMap(({ answer, question }) =>
    answer === 'clarifying' ? [question] : [],
  );
  return conversation.turns.some(
    (earlier) =>
      earlier.index < turn.index &&
      earlier.judgement.asked.length === 0 &&
      earlier.judgement.questions.some(({ answer, question }) => answer === 'clarifying' && asking.includes(question)),
  );
};

/** Whether a turn was said after the customer had left: it may take a window, but no answer is owed any more (RULES V1). */
export const isAfterEnding = (conversation: ConversationHistory, turn: TurnHistory): boolean => {
  const firstIndex =
    conversation.traineeMessages.find(({ id }) => id === turn.judgement.messages[0])?.index ?? turn.index;
  const ending = conversation.endings.findLast(({ index }) => index < firstIndex);
  return ending !== undefined && !conversation.arrivals.some(({ index }) => index > ending.index && index < firstIndex);
};

/** Insult, threat or open hostility, beyond doubt. */
export const isAbuse = ({ judgement }: TurnHistory): boolean => {
  const hasThreatened = judgement.redLines.some(
    ({ confidence, code }) => confidence === 'high' && (code === 'insult' || code === 'threat'),
  );
  return hasThreatened || (judgement.tone === 'hostile' && judgement.toneConfidence >= VERDICT_THRESHOLDS.tone.told);
};

const hasTakenWindow = (conversation: ConversationHistory, turn: TurnHistory): boolean => {
  const next = conversation.turns.find(({ index }) => index > turn.index)?.index ?? Number.POSITIVE_INFINITY;
  return conversation.windows.some(
    ({ closed }) => closed?.how === 'taken' && closed.index > turn.index && closed.index < next,
  );
};

/** Null when nothing was owed, or when it only opened the answer that followed (在的 … then the answer). */
export const turnGrade = (conversation: ConversationHistory, turn: TurnHistory): TurnGrade | null => {
  const { judgement } = turn;
  if (!judgement.owed || isAfterEnding(conversation, turn) || isPrelude(conversation, turn)) return null;
  const workDone = workGrade(conversation, turn);
  const grade: Grade = workDone === 'unsure' || workDone === 'nothing' ? 'excellent' : workDone;
  const quickReplyVerdicts = judgement.canned.map(({ verdict }) => verdict);
  const isMisused =
    quickReplyVerdicts.includes('off-topic') ||
    quickReplyVerdicts.includes('repeated') ||
    isRepeated(conversation, turn);
  const formGrade: Grade = isMisused ? 'fail' : quickReplyVerdicts.includes('rigid') ? 'weak' : 'excellent';
  const manner = toneGrade(turn);
  if (workDone === 'nothing' && worseOf(formGrade, manner) === 'excellent') return null;
  return {
    expression: worseOf(grade, formGrade),
    manner: worseOf(worseOf(grade, manner), isMisused ? 'fail' : 'excellent'),
    unsure: workDone === 'unsure',
  };
};

const toneGrade = ({ judgement }: TurnHistory): Grade => {
  const tone = judgement.toneConfidence >= VERDICT_THRESHOLDS.tone.told ? judgement.tone : 'neutral';
  if (tone === 'hostile' || tone === 'impatient') return 'fail';
  if (judgement.redLines.some(({ confidence }) => confidence === 'high')) return 'fail';
  return tone === 'cold' ? 'weak' : 'excellent';
};

/** Whether a turn had nothing to react to, and a later turn took up every question it left untouched (RULES T5). */
const isPrelude = (conversation: ConversationHistory, turn: TurnHistory): boolean => {
  const { questions, tone, redLines, asked, askedAgain } = turn.judgement;
  if (questions.length === 0 || tone === 'hostile' || redLines.length > 0 || askedAgain.length > 0 || asked.length > 0)
    return false;
  if (turn.closed && turn.closed.reaction !== 'none' && turn.closed.reaction !== 'hold') return false;
  if (questions.some(({ answer }) => answer !== 'untouched' && answer !== 'held')) return false;
  const laterTurns = conversation.turns.filter(({ index }) => index > turn.index);
  return questions.every((outcome) =>
    laterTurns.some((candidate) =>
      candidate.judgement.questions.some(
        ({ question, answer }) => question === outcome.question && answer !== 'untouched' && answer !== 'evaded',
      ),
    ),
  );
};

/** Words without punctuation and spaces: turns with the same result count as the same words. */
export const plainText = (text: string): string => text.replace(/[\s，。！？、~～,.!?]/g, '');

/** Characters: shorter greetings and thanks may be said again. */
const SHORTEST_REPEATED = 5;

/** The words of each turn without their marks, made once: each turn is compared with all before it. */
const plainTurns = new WeakMap<TurnHistory['judgement'], string>();
const plainTurn = ({ judgement }: TurnHistory): string => {
  const text = plainTurns.get(judgement) ?? plainText(judgement.text);
  plainTurns.set(judgement, text);
  return text;
};

/** Whether the same words were sent to this customer before. */
export const isRepeated = (conversation: ConversationHistory, turn: TurnHistory): boolean => {
  const text = plainTurn(turn);
  return (
    text.length >= SHORTEST_REPEATED &&
    conversation.turns.some((earlier) => earlier.index < turn.index && plainTurn(earlier) === text)
  );
};
