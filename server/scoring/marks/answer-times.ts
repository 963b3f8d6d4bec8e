/** When a question was asked and when its answer was there, as the ledger tells it (RULES M109, M177). */
import type { DrillMs } from '#engine/model/events.ts';
import { answeredAt, perhapsToldAt } from '#engine/turns/answered-at.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { burstEnd } from '#scoring/facts/first-answer.ts';
import type { ConversationHistory, QuestionHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import { isOfferedChoice } from './offered-choice.ts';

type Change = QuestionHistory['changes'][number];

const isAccepting = ({ to }: Change): boolean => to === 'answered' || to === 'provisional';

/** Whether the engine took the question as answered at some time; what is told wrong after that is a finding of its own (RULES M135). */
export const wasAnswered = ({ changes }: QuestionHistory): boolean => changes.some(({ to }) => to === 'answered');

/**
 * The change by which the engine took the question as answered: the first since it stood open last, as the customer asked
 * no more after it (RULES M109). An answer that a later turn contradicts stands. Null where nothing was taken as its answer.
 */
export const acceptingChange = (entry: QuestionHistory): Change | null => {
  const { changes } = entry;
  const lastIndex = wasAnswered(entry)
    ? changes.findIndex(({ to }) => to === 'answered')
    : changes.findLastIndex(isAccepting);
  const openIndex = changes.slice(0, lastIndex + 1).findLastIndex((change) => !isAccepting(change));
  return lastIndex < 0 ? null : (changes[openIndex + 1] ?? null);
};

const turnOf = ({ turns }: ConversationHistory, { turn }: Change): TurnHistory | undefined =>
  turns.find((other) => other.judgement.turn === turn);

/** When the words behind a change answered the question; a change without a turn is its own moment. */
const saidAt = (conversation: ConversationHistory, question: string, change: Change): DrillMs => {
  const judgement = turnOf(conversation, change)?.judgement;
  return judgement ? answeredAt(judgement, question, (id) => sentIn(conversation, id)?.at) : change.at;
};

const sentIn = ({ traineeMessages }: ConversationHistory, message: string): { at: DrillMs; text: string } | undefined =>
  traineeMessages.find(({ id }) => id === message);

/** The first turn after the question in which a point of it was told right. */
const firstTold = ({ turns }: ConversationHistory, entry: QuestionHistory, askedAt: DrillMs): TurnHistory | undefined =>
  turns.find(
    ({ index, judgement }) =>
      index > entry.openedIndex &&
      judgement.lastAt > askedAt &&
      judgement.points.some((note) => note.question === entry.question && note.state === 'covered'),
  );

type Facts = Pick<ConversationFacts, 'conversation' | 'caseFacts'>;

const mustsOf = ({ caseFacts }: Facts, { question }: QuestionHistory): string[] =>
  (caseFacts.question(question)?.points ?? []).flatMap(({ id, must }) => (must ? [id] : []));

/**
 * The turn that advised, where the one by which the question was taken only offered a choice on a condition (RULES M178). Null
 * where that one told it all, perhaps or surely, or nobody ever told the rest.
 */
const turnOfRest = (facts: Facts, entry: QuestionHistory, accepting: TurnHistory): TurnHistory | null => {
  const { conversation } = facts;
  const turns = conversation.turns.filter(({ index }) => index > entry.openedIndex);
  const tells = (turn: TurnHistory, must: string, perhaps: boolean): boolean =>
    turn.judgement.points.some(
      (note) =>
        note.point === must &&
        ((note.state === 'covered' && !isOfferedChoice(facts, turn.index, note)) ||
          (perhaps && note.state === 'not-recognised')),
    );
  const untold = mustsOf(facts, entry).filter(
    (must) => !turns.some((turn) => turn.index <= accepting.index && tells(turn, must, true)),
  );
  const wasOffered = untold.every((must) =>
    turns.some(
      ({ index, judgement }) =>
        index <= accepting.index && judgement.points.some(({ point, state }) => point === must && state === 'covered'),
    ),
  );
  if (untold.length === 0 || !wasOffered) return null;
  const tellings = untold.map((must) => turns.find((turn) => tells(turn, must, false)));
  return tellings.includes(undefined)
    ? null
    : (tellings.flatMap((turn) => turn ?? []).toSorted((one, other) => other.index - one.index)[0] ?? null);
};

/** When a turn had told the last of a question's points. */
const lastPointAt = (conversation: ConversationHistory, { judgement }: TurnHistory, question: string): DrillMs =>
  Math.max(
    judgement.firstAt,
    ...judgement.points.flatMap((note) =>
      note.question === question && note.state === 'covered'
        ? [sentIn(conversation, note.quote.message)?.at ?? judgement.lastAt]
        : [],
    ),
  );

export type AnswerTimes = { askedAt: DrillMs; answeredAt: DrillMs; turnEndsAt: DrillMs };

/**
 * The end of the burst that asked, when the answer was there (not before it where the words stood there already), and the
 * last words of the turn that answered.
 */
export const answerTimes = (facts: Facts, entry: QuestionHistory): AnswerTimes | null => {
  const { conversation } = facts;
  const change = acceptingChange(entry);
  const bubble = conversation.customerMessages.find((line) => line.id === entry.bubbleId);
  const askedAt = burstEnd(conversation, bubble?.index ?? entry.openedIndex)?.at ?? entry.openedAt;
  if (change === null) return toldUnheard(facts, entry, askedAt);
  const saidThen = saidAt(conversation, entry.question, change);
  const turn = turnOf(conversation, change);
  const turnEndsAt = turn?.judgement.lastAt ?? saidThen;
  if (saidThen > askedAt) return toldFirst(facts, entry, { askedAt, answeredAt: saidThen, turnEndsAt }, turn);
  // The answer was told before the question and told again after it: the later words count.
  const toldAgain = firstTold(conversation, entry, askedAt);
  const answeredAgainAt = toldAgain?.judgement.lastAt ?? saidThen;
  return { askedAt, answeredAt: answeredAgainAt, turnEndsAt: Math.max(answeredAgainAt, turnEndsAt) };
};

/** The times of words that told it all though nobody took them as an answer: the customer had gone by then (RULES M262). */
const toldUnheard = (facts: Facts, entry: QuestionHistory, askedAt: DrillMs): AnswerTimes | null => {
  const tellings = mustsOf(facts, entry).map((must) =>
    facts.conversation.turns.find(({ judgement }) =>
      judgement.points.some(({ point, state }) => point === must && state === 'covered'),
    ),
  );
  const last = tellings.includes(undefined)
    ? undefined
    : tellings.flatMap((turn) => turn ?? []).toSorted((one, other) => other.index - one.index)[0];
  if (last === undefined) return null;
  const answeredAt = Math.max(askedAt, lastPointAt(facts.conversation, last, entry.question));
  return { askedAt, answeredAt, turnEndsAt: Math.max(answeredAt, last.judgement.lastAt) };
};

/** The times of the words that told it all first, which may stand before or behind the turn by which the question was taken. */
const toldFirst = (
  facts: Facts,
  entry: QuestionHistory,
  times: AnswerTimes,
  accepting: TurnHistory | undefined,
): AnswerTimes => {
  const { conversation } = facts;
  if (accepting === undefined) return times;
  const since = conversation.turns.filter(
    ({ index, judgement }) => index > entry.openedIndex && index <= accepting.index && judgement.lastAt > times.askedAt,
  );
  const perhapsAt = perhapsToldAt(
    since.map(({ judgement }) => judgement),
    mustsOf(facts, entry),
    (id) => sentIn(conversation, id),
  );
  if (perhapsAt !== null && perhapsAt > times.askedAt) {
    const turn = since.find(({ judgement }) => judgement.lastAt >= perhapsAt) ?? accepting;
    return { ...times, answeredAt: Math.min(perhapsAt, times.answeredAt), turnEndsAt: turn.judgement.lastAt };
  }
  const rest = turnOfRest(facts, entry, accepting);
  if (rest === null) return times;
  const answeredAt = lastPointAt(conversation, rest, entry.question);
  return { ...times, answeredAt, turnEndsAt: rest.judgement.lastAt };
};
