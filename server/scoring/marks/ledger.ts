/** The ledger 问题台账: every question with its state, its seconds, its points and a better wording. */
import type { Report } from '#contract/report.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { burstEnd } from '#scoring/facts/first-answer.ts';
import type { NoteOfTurn } from '#scoring/facts/other-case.ts';
import type { PointResult } from '#scoring/facts/point-results.ts';
import type { ConversationHistory, QuestionHistory } from '#scoring/log/conversation-history.ts';
import { msToS, quotedText, wholeClause } from '#scoring/log/phrasing.ts';
import { modelInLedger } from '#scoring/suggestions/model.ts';
import { pointReplies } from './point-replies.ts';
import type { RulingsInForce } from './rulings.ts';

export type LedgerRow = Report['ledger'][number];

/**
 * Seconds of drill time from the end of the burst that asked to the turn that answered; 0 when the answer was told
 * before and not told again; null when no turn answered.
 */
const answerSeconds = ({ conversation }: ConversationFacts, entry: QuestionHistory): number | null => {
  const answeringChange = entry.changes.findLast((change) => change.to === 'answered' || change.to === 'provisional');
  if (!answeringChange) return null;
  const bubble = conversation.customerMessages.find((line) => line.id === entry.bubbleId);
  const askedAt = burstEnd(conversation, bubble?.index ?? entry.openedIndex)?.at ?? entry.openedAt;
  const answeredAt =
    conversation.turns.find((turn) => turn.judgement.turn === answeringChange.turn)?.judgement.lastAt ??
    answeringChange.at;
  if (answeredAt > askedAt) return msToS(askedAt, answeredAt);
  // The answer was told before the question and told again after it: the later words count.
  const turnAfterQuestion = conversation.turns.find(
    ({ index, judgement }) =>
      index > entry.openedIndex &&
      judgement.lastAt > askedAt &&
      judgement.points.some((note) => note.question === entry.question && note.state === 'covered'),
  );
  return turnAfterQuestion ? msToS(askedAt, turnAfterQuestion.judgement.lastAt) : 0;
};

/**
 * The note a point's state rests on. Of a point told rightly the surest one since the state last changed, and none that is
 * less than sure (RULES M93): quoted words have to carry what is said of them. Of others the first, for later ones repeat it.
 */
const noteBehindState = ({ state, notes }: PointResult): NoteOfTurn | null => {
  const verdicts = notes.filter(({ note }) => note.state !== 'not-recognised');
  if (state === 'unsure') return notes[0] ?? null;
  const lastOtherState = verdicts.findLastIndex(({ note }) => note.state !== state);
  const sinceThen = verdicts.slice(lastOtherState + 1);
  if (state !== 'covered') return sinceThen[0] ?? null;
  const [surest] = sinceThen.toSorted((a, b) => b.note.confidence - a.note.confidence);
  return surest !== undefined && surest.note.confidence >= VERDICT_THRESHOLDS.covered.ahead ? surest : null;
};

/**
 * The ledger's state of a question that is over, from its points after corrections and rulings: 待核 where a point is in
 * doubt, 没有回答 where nothing was told, and `answered` never with a must point missing or wrong.
 */
export const ledgerState = (
  { pointResults }: Pick<ConversationFacts, 'pointResults'>,
  entry: QuestionHistory,
): QuestionHistory['state'] => {
  const musts = pointResults.filter((result) => result.question.id === entry.question && result.point.must);
  const hasMust = (state: PointResult['state']): boolean => musts.some((result) => result.state === state);
  const isAccepted = entry.state === 'answered' || entry.state === 'provisional';
  if ((isAccepted || entry.state === 'unanswered') && hasMust('wrong')) return 'wrong';
  if (entry.state !== 'provisional' || hasMust('unsure') || !hasMust('covered')) return entry.state;
  return hasMust('missed') ? 'partly' : 'answered';
};

/** Seconds of drill time to the answer; null unless the row's state is answered or 待核. */
export const ledgerSeconds = (facts: ConversationFacts, entry: QuestionHistory): number | null => {
  const state = ledgerState(facts, entry);
  return state === 'answered' || state === 'provisional' ? answerSeconds(facts, entry) : null;
};

/** Assent by itself, and praise of what the customer did (挂得对): it says nothing without the words that it answers. */
const BARE_ASSENT =
  /^(?:嗯+|哦|噢|呃|亲|您|你|那|就)*(?:对|是|好|行|成|能|嗯|可以|没错|没问题|当然|必须|一样|正是|确实|明白|收到|ok|\p{Script=Han}{1,2}得(?:很|太|真)?(?:对|好|是|及时))(?:的|了|啦|呀|啊|哦|哈|呢|嘞|滴|对|是|好|行|成|能|嗯|您|亲|[\s,，。.!！~～、])*$/iu;

/** The words of a point told rightly carry it by themselves, or aren't quoted (RULES M103). */
const carriesPoint = (quote: string): boolean => !BARE_ASSENT.test(quote.trim());

const quoteOf = (conversation: ConversationHistory, result: PointResult): string | null => {
  const noteBehind = noteBehindState(result);
  if (noteBehind === null) return null;
  const quote = quotedText(conversation, wholeClause(conversation, noteBehind.note.quote));
  return result.state === 'covered' && quote !== null && !carriesPoint(quote) ? null : quote;
};

/** `unruled`: the conversation before any ruling. */
export const ledgerRows = (
  facts: ConversationFacts,
  unruled: ConversationHistory = facts.conversation,
  onPoints: RulingsInForce['onPoints'] = new Map(),
): LedgerRow[] => {
  const { conversation, caseFacts, pointResults } = facts;
  return conversation.questions.map((entry) => {
    const question = caseFacts.question(entry.question);
    const resultsOfQuestion = pointResults.filter((result) => result.question.id === entry.question);
    return {
      conversation: conversation.key,
      question: entry.question,
      text: question?.text ?? entry.question,
      state: ledgerState(facts, entry),
      openedAt: entry.openedAt,
      seconds: ledgerSeconds(facts, entry),
      points: resultsOfQuestion.map((result) => {
        return {
          id: result.point.id,
          text: result.point.says,
          must: result.point.must,
          state: result.state,
          quote: quoteOf(conversation, result),
          replies: pointReplies(facts, unruled, result, onPoints),
        };
      }),
      better: modelInLedger(facts, entry.question),
    };
  });
};
