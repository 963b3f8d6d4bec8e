/** The ledger 问题台账: every question with its state, its seconds, its points and a better wording. */
import type { Report } from '#contract/report.ts';
import { isBareAssent } from '#engine/turns/answered-at.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { NoteOfTurn } from '#scoring/facts/other-case.ts';
import type { PointResult } from '#scoring/facts/point-results.ts';
import type { ConversationHistory, QuestionHistory } from '#scoring/log/conversation-history.ts';
import { msToS, quotedText, wholeClause } from '#scoring/log/phrasing.ts';
import { modelInLedger } from '#scoring/suggestions/model.ts';
import { acceptingChange, answerTimes, wasAnswered } from './answer-times.ts';
import { isOfferedChoice } from './offered-choice.ts';
import { pointReplies } from './point-replies.ts';
import { quotedClause } from './quoted-clause.ts';
import type { RulingsInForce } from './rulings.ts';

export type LedgerRow = Report['ledger'][number];

/**
 * Seconds of drill time from the end of the burst that asked to the turn that answered; 0 when the answer was told
 * before and not told again; null when no turn answered.
 */
const answerSeconds = (facts: ConversationFacts, entry: QuestionHistory): number | null => {
  const times = answerTimes(facts, entry);
  return times === null ? null : msToS(times.askedAt, Math.max(times.askedAt, times.answeredAt));
};

type Basis = { note: NoteOfTurn; saidBefore: boolean };

/**
 * The note a point's state rests on. Of a point told rightly the first sure one since the state last changed among those of
 * one moment (RULES M108): said after the question and no later than its answer, else said after that, else said before
 * anybody asked. None is less than sure (M93): quoted words have to carry what is said of them, and words that only offer a
 * choice advise nothing (M178). Of points in another state the first, for later ones repeat it.
 */
const basisOf = (facts: ConversationFacts, entry: QuestionHistory, { state, notes }: PointResult): Basis | null => {
  const verdicts = notes.filter(({ note }) => note.state !== 'not-recognised');
  const lastOtherState = verdicts.findLastIndex(({ note }) => note.state !== state);
  const [first] = state === 'unsure' ? notes : verdicts.slice(lastOtherState + 1);
  if (first === undefined) return null;
  if (state !== 'covered') return { note: first, saidBefore: false };
  const told = verdicts.slice(lastOtherState + 1).filter(({ note, turn }) => !isOfferedChoice(facts, turn.index, note));
  const answeredBy = answerTimes(facts, entry)?.turnEndsAt ?? Number.POSITIVE_INFINITY;
  const after = told.filter(({ turn }) => turn.judgement.lastAt > entry.openedAt);
  const untilAnswer = after.filter(({ turn }) => turn.judgement.lastAt <= answeredBy);
  // What the turn that answered only perhaps told, and a later one surely, is quoted from the turn whose time the row tells.
  const perhaps = notes.find(
    ({ note, turn: { judgement } }) =>
      note.state === 'not-recognised' && judgement.lastAt > entry.openedAt && judgement.lastAt <= answeredBy,
  );
  const isTakenInDoubt = perhaps !== undefined || acceptingChange(entry)?.to === 'provisional';
  if (untilAnswer.length === 0 && after.length > 0 && isTakenInDoubt)
    return perhaps === undefined ? null : { note: perhaps, saidBefore: false };
  const moment = [untilAnswer, after, told].find((group) => group.length > 0) ?? [];
  const sure = moment.find(({ note }) => note.confidence >= VERDICT_THRESHOLDS.covered.ahead);
  return sure === undefined ? null : { note: sure, saidBefore: after.length === 0 };
};

/**
 * The ledger's state of a question that is over, from its points after corrections and rulings: 待核 where a point is in
 * doubt, 没有回答 where nothing was told, `answered` never with a must point missing or wrong, and `wrong` only where a
 * point stands wrong (RULES M110). What was answered and contradicted later stays answered (M135).
 */
export const ledgerState = (
  { pointResults }: Pick<ConversationFacts, 'pointResults'>,
  entry: QuestionHistory,
): QuestionHistory['state'] => {
  if (entry.state === 'wrong' && wasAnswered(entry)) return 'answered';
  const results = pointResults.filter((result) => result.question.id === entry.question);
  const musts = results.filter((result) => result.point.must);
  const hasMust = (state: PointResult['state']): boolean => musts.some((result) => result.state === state);
  const isAccepted = entry.state === 'answered' || entry.state === 'provisional';
  if ((isAccepted || entry.state === 'unanswered') && hasMust('wrong')) return 'wrong';
  const isPutInDoubt = entry.state === 'wrong' && results.every(({ state }) => state !== 'wrong');
  if (isPutInDoubt && hasMust('unsure')) return 'provisional';
  if (entry.state === 'unanswered') return stateOfLeft(hasMust);
  if (entry.state !== 'provisional' || hasMust('unsure') || !hasMust('covered')) return entry.state;
  return hasMust('missed') ? 'partly' : 'answered';
};

/** The state of a question nobody took as answered, of which points may have been told all the same (RULES M262). */
const stateOfLeft = (hasMust: (state: PointResult['state']) => boolean): QuestionHistory['state'] => {
  if (!hasMust('covered')) return 'unanswered';
  if (hasMust('missed')) return 'partly';
  return hasMust('unsure') ? 'provisional' : 'answered';
};

/** Seconds of drill time to the answer; null unless the row's state is answered or 待核. */
export const ledgerSeconds = (facts: ConversationFacts, entry: QuestionHistory): number | null => {
  const state = ledgerState(facts, entry);
  return state === 'answered' || state === 'provisional' ? answerSeconds(facts, entry) : null;
};

/** Whether the answer was a message to a customer who had waited for a reply in vain and gone (RULES M175). */
const cameAfterLeaving = (facts: ConversationFacts, entry: QuestionHistory): boolean => {
  const { endings } = facts.conversation;
  const leaving = endings.find(({ silent }) => silent);
  const times = answerTimes(facts, entry);
  return leaving !== undefined && times !== null && entry.openedAt <= leaving.at && times.answeredAt > leaving.at;
};

/** The words of a point told rightly carry it by themselves, or aren't quoted (RULES M103). */
const carriesPoint = (quote: string): boolean => !isBareAssent(quote);

const quoteOf = (
  facts: ConversationFacts,
  entry: QuestionHistory,
  result: PointResult,
): Pick<LedgerRow['points'][number], 'quote' | 'saidBefore'> => {
  const basis = basisOf(facts, entry, result);
  if (basis === null) return { quote: null };
  const { conversation } = facts;
  const isTold = result.state === 'covered';
  const place = isTold
    ? quotedClause(conversation, result.point, basis.note)
    : wholeClause(conversation, basis.note.note.quote);
  const quote = quotedText(conversation, place);
  if (quote === null || (isTold && !carriesPoint(quote))) return { quote: null };
  return { quote, ...(basis.saidBefore && { saidBefore: true as const }) };
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
      ...(cameAfterLeaving(facts, entry) && { afterLeaving: true as const }),
      points: resultsOfQuestion.map((result) => {
        return {
          id: result.point.id,
          text: result.point.says,
          must: result.point.must,
          state: result.state,
          ...quoteOf(facts, entry, result),
          replies: pointReplies(facts, unruled, result, onPoints),
        };
      }),
      better: modelInLedger(facts, entry.question),
    };
  });
};
