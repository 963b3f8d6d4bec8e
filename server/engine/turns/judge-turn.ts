/** The judgement of one turn, made once when it closes from what the judge heard in it, and stored whole (RULES T2–T9). */

import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { JudgeAnswer } from '#engine/model/judge-request.ts';
import type { PointNote, Quote, TurnJudgement } from '#engine/model/turn-judgement.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { sideFactsOf } from '#engine/prepare/side-facts.ts';
import { conversationIn, type DecisionContext, preparedCaseOf } from '#engine/state/decision-context.ts';
import { topicsAfterTurn } from '#engine/state/spoken-of.ts';
import { quoteAt, type TurnText, turnText } from '#engine/state/turn-text.ts';
import type { Judgement } from '#language/judgement.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { asksOnceMore } from './asks-again.ts';
import { claimsIn } from './claims.ts';
import { holdSeconds } from './hold-seconds.ts';
import { type OpenQuestions, openQuestions } from './open-questions.ts';
import { overreachIn } from './overreach.ts';
import { figureOf, pointNotes, unaskedNotes } from './point-notes.ts';
import { isPutToCustomer } from './put-to-customer.ts';
import { answerOf } from './question-answer.ts';
import { quickReplyNotes } from './quick-reply-notes.ts';
import { slightsOf } from './slights.ts';
import { isSmallTalk } from './small-talk.ts';
import { turnRedLines } from './turn-red-lines.ts';
import { undertakingsOf } from './undertakings.ts';

/** Points perhaps told before anybody asked, likely enough to be checked back once they are to be asked (RULES T17). */
const aheadNotes = (
  judged: Judgement,
  open: OpenQuestions,
  notes: readonly PointNote[],
  words: TurnText,
): Pick<TurnJudgement, 'ahead'> => {
  const ahead = judged.points
    .filter(({ id, state }) => !open.asked.has(id) && (state === 'not-recognised' || state === 'covered'))
    .filter(
      ({ id, confidence }) =>
        confidence >= VERDICT_THRESHOLDS.covered.checked && !notes.some(({ point }) => point === id),
    )
    .map((verdict) => ({
      point: verdict.id,
      confidence: verdict.confidence,
      quote: quoteAt(words, verdict.start, verdict.end),
      ...figureOf(verdict),
    }));
  return ahead.length === 0 || judged.stacking ? {} : { ahead };
};

/** The notes on points; words stuffed with keywords tell nothing, nor does a pasted table. */
const pointNotesIn = (
  answer: JudgeAnswer,
  open: OpenQuestions,
  conversation: Conversation,
  preparedCase: PreparedCase,
  words: TurnText,
): PointNote[] => {
  const { judgement: judged, tables } = answer;
  const notes = pointNotes(judged, open, conversation, preparedCase, words);
  const toldOtherwise = unaskedNotes(answer, notes, open, conversation, preparedCase, words);
  if (judged.stacking) return [];
  return [...notes.filter(({ point }) => !toldOtherwise.some((note) => note.point === point)), ...toldOtherwise].filter(
    ({ quote }) => !tables.includes(quote.message),
  );
};

/**
 * Whether a question was out before the customer's words that tell what it asks for: their answer to an earlier question
 * crossed with it, and nothing is asked again (RULES J217).
 */
const crossesAnswer = ({ said, toldAt, pending }: Conversation, fact: string, message: string): boolean => {
  const sentAt = said.find(({ id }) => id === message)?.at;
  const isToCome = pending.some(({ why }) => why.kind === 'fact' && why.fact === fact);
  const outAt = toldAt[fact] ?? (isToCome ? Number.POSITIVE_INFINITY : 0);
  return sentAt !== undefined && sentAt < outAt;
};

/** Facts that the turn asks the customer for, those that nothing wants apart, and what it asks again although it was told. */
const askedIn = (
  answer: JudgeAnswer,
  conversation: Conversation,
  preparedCase: PreparedCase,
  words: TurnText,
): Pick<TurnJudgement, 'asked' | 'askedAgain' | 'sideAsked'> => {
  const asked = answer.asked
    .map(({ fact, start, end, named, aside }) => ({
      fact,
      quote: quoteAt(words, start, end),
      again: conversation.told.includes(fact),
      ...(aside && { aside }),
      named,
    }))
    .filter(({ fact, again, quote }) => !again || !crossesAnswer(conversation, fact, quote.message))
    // Talk about a fact already told sounds like a question for it: only the very words of an example ask for it again.
    .filter(({ again, named }) => !again || named !== false);
  const side = sideFactsOf(preparedCase.scenario);
  const wanted = asked.filter(({ fact }) => !side.has(fact));
  const askedAgain = [
    ...wanted.filter(({ again }) => again).map(({ fact, quote }) => ({ what: fact, quote })),
    ...answer.askedAgain.map(({ what, start, end }) => ({ what, quote: quoteAt(words, start, end) })),
  ].filter(({ what, quote }) => asksOnceMore(words, preparedCase, what, quote));
  // A clause that asks for a wanted fact asks for no side fact beside it.
  const isTaken = ({ message, start, end }: Quote): boolean =>
    wanted.some(({ quote }) => quote.message === message && quote.start < end && start < quote.end);
  const sideAsked = asked.flatMap(({ fact, quote, again, named }) =>
    side.has(fact) && !isTaken(quote) && isPutToCustomer(words, quote, conversation.lastBurst, named)
      ? [{ fact, quote, ...(again && { again }) }]
      : [],
  );
  return {
    asked: wanted.map(({ named: _, ...ask }) => ask),
    askedAgain,
    ...(sideAsked.length > 0 && { sideAsked }),
  };
};

/** The quote of a kind of evidence that the judge gave; null where it gave none. */
const evidenceQuote = ({ evidence }: Judgement, kind: 'tone' | 'hold', words: TurnText): Quote | null => {
  const span = evidence.find(({ what }) => (kind === 'tone' ? what.startsWith(kind) : what === kind));
  return span ? quoteAt(words, span.start, span.end) : null;
};

/** 券我上哪儿领, 在哪付: who asks where or how is answered, not reminded. */
const ASKS_WHERE = /哪[儿里块]?|怎么|咋[个样]?[付领用点弄]/;

/** Acts that the case forbids in words. An answer to where or how reminds of no payment (RULES M54). */
const forbiddenWordsIn = (
  { acts }: Judgement,
  { scenario }: PreparedCase,
  words: TurnText,
  lastBurst: readonly string[],
): TurnJudgement['forbiddenWords'] =>
  scenario.forbids.flatMap(({ act }, forbid) =>
    act && acts.includes(act) && !(act === 'payment-reminder' && ASKS_WHERE.test(lastBurst.at(-1) ?? ''))
      ? [{ forbid, quote: quoteAt(words, 0, words.text.length) }]
      : [],
  );

/** Figures told now that the customer hadn't heard before. */
const newFiguresIn = ({ figures = [] }: JudgeAnswer, conversation: Conversation): Pick<TurnJudgement, 'figures'> => {
  const newFigures = figures.filter((figure) => !conversation.heard.includes(figure));
  return newFigures.length > 0 ? { figures: newFigures } : {};
};

/** Points perhaps told and not heard; those covered in this very turn are left out. */
const maybeToldIn = ({ touched = [] }: JudgeAnswer, notes: readonly PointNote[]): Pick<TurnJudgement, 'touched'> => {
  const open = touched.filter(({ id }) => !notes.some(({ point, state }) => point === id && state === 'covered'));
  return open.length > 0 ? { touched: open.map(({ id, ...rest }) => ({ point: id, ...rest })) } : {};
};

/** Drill time before any question opened: of a turn without words no question was awaited. */
const BEFORE_ALL = -1;

/** 去忙吧 to who has said that they are off and asks nothing more: as short as it is, it is no brush-off (RULES M107). */
const letsGoInPeace = ({ tone, takesLeave }: Judgement, { openIds }: OpenQuestions): boolean =>
  tone === 'cold' && openIds.length === 0 && takesLeave === true;

/** The judgement of a conversation's open turn, closed at `at`. Reads the drill, changes nothing. */
export const judgeTurn = (
  context: DecisionContext,
  key: string,
  turn: OpenTurn,
  at: DrillMs,
  answer: JudgeAnswer,
): TurnJudgement => {
  const conversation = conversationIn(context, key);
  const preparedCase = preparedCaseOf(context, key);
  const words = turnText(turn);
  const open = openQuestions(conversation, preparedCase);
  const { judgement: judged } = answer;
  const notes = pointNotesIn(answer, open, conversation, preparedCase, words);
  const { asked, askedAgain, ...side } = askedIn(answer, conversation, preparedCase, words);
  const asksAnew = asked.some(({ again }) => !again);
  const lastSaidAt = words.said.at(-1)?.at ?? BEFORE_ALL;
  // 不是都写着吗，自己不会看啊 asks nothing.
  const isRude = judged.tone === 'impatient' || judged.tone === 'hostile';
  const clarifies = asksAnew || (judged.asks && !isRude && judged.acts.includes('ask-info') && askedAgain.length === 0);
  const awaited = open.openIds.filter(
    (id) => (conversation.ledger[id]?.openedAt ?? Number.POSITIVE_INFINITY) <= lastSaidAt,
  );
  const saidBeside = { courtesy: isSmallTalk(words.text, judged.acts), tabled: answer.tables.length > 0 };
  const questions = open.openIds.map((id) => ({
    question: id,
    answer: answerOf(id, conversation, preparedCase, notes, judged, clarifies, awaited.includes(id), saidBeside),
  }));
  return {
    turn: turn.number,
    messages: turn.messages.map(({ id }) => id),
    text: words.text,
    customer: conversation.lastBurst.join('\n'),
    beat: conversation.beat?.id ?? '',
    firstAt: turn.messages[0]?.at ?? turn.actions[0]?.at ?? at,
    lastAt: turn.messages.at(-1)?.at ?? turn.actions.at(-1)?.at ?? at,
    points: notes,
    questions,
    tone: letsGoInPeace(judged, open) ? 'neutral' : judged.tone,
    toneConfidence: judged.toneConfidence,
    toneQuote: evidenceQuote(judged, 'tone', words),
    acts: judged.acts,
    ...slightsOf(judged, words, notes),
    redLines: turnRedLines(turn, words, answer, notes),
    hold: judged.hold && {
      seconds: holdSeconds(context, conversation, answer, words.said.at(-1)?.at ?? at),
      quote: evidenceQuote(judged, 'hold', words),
    },
    asked,
    askedAgain,
    ...side,
    canned: quickReplyNotes(
      conversation,
      words,
      notes,
      answer,
      asksAnew,
      questions.every(({ answer: outcome }) => outcome === 'answered'),
    ),
    unfilled: answer.unfilled,
    stacking: judged.stacking,
    corrects: judged.corrects,
    crossTalk: answer.crossTalk,
    forbiddenWords: forbiddenWordsIn(judged, preparedCase, words, conversation.lastBurst),
    ...aheadNotes(judged, open, notes, words),
    ...claimsIn(conversation, preparedCase, context.content.actions, words, judged, notes),
    ...overreachIn(words, answer, notes),
    ...undertakingsOf(preparedCase, words, judged, notes),
    ...(judged.takesLeave && !judged.acts.includes('goodbye') && { takesLeave: true }),
    ...(answer.callsBack && { callsBack: true }),
    ...newFiguresIn(answer, conversation),
    ...maybeToldIn(answer, notes),
    ...topicsAfterTurn(answer, conversation, preparedCase, turn, open.openIds),
    owed: awaited.length > 0 || conversation.windows.some(({ beat, fromAt }) => beat !== null && fromAt <= lastSaidAt),
  };
};
