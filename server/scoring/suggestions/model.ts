/** The author's better wording of a question, as true as it was at one moment: nothing known later stands in it. */

import { callBackAfter } from '#engine/model/call-back.ts';
import type { Outcome, Prerequisite, Question } from '#engine/model/content.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { ConversationHistory, EndingHistory } from '#scoring/log/conversation-history.ts';
import { doingLine } from './operations.ts';
import { recordToOpen } from './record-first.ts';

const OUTCOMES_WITH_GOODS: readonly Outcome[] = ['paid', 'exchanged'];

/**
 * What could be said on `question` just before place `index` of the log: the question back or the look-up while a fact
 * that the answer needs isn't known, else the model. Once the customer's story has ended, the goodbye of that ending;
 * for a customer who came back, the answer to a question of this visit.
 */
export const modelAt = (facts: ConversationFacts, question: Question | null, index: number): string | null => {
  const ending = endedBy(facts.conversation, index);
  if (ending) return goodbyeOf(facts, ending);
  const questionToAnswer =
    question && isOfEarlierVisit(facts.conversation, question, index) ? (openAt(facts, index)[0] ?? null) : question;
  return questionToAnswer ? (wantedFirst(facts, questionToAnswer, index) ?? questionToAnswer.model) : null;
};

/** Whether a question was asked on an earlier visit: then its answer is out of date. */
export const isOfEarlierVisit = (conversation: ConversationHistory, question: Question, index: number): boolean => {
  const visitIndex = conversation.arrivals.findLast((arrival) => arrival.index < index)?.index ?? 0;
  const askedEntry = conversation.questions.findLast(
    (entry) => entry.question === question.id && entry.openedIndex < index,
  );
  return askedEntry !== undefined && askedEntry.openedIndex < visitIndex;
};

/** What could be said on a question in the ledger, as things stood when its state last changed. */
export const modelInLedger = (facts: ConversationFacts, id: string): string | null => {
  const question = facts.caseFacts.question(id);
  const lastChangeIndex = facts.conversation.questions.find((entry) => entry.question === id)?.changes.at(-1)?.index;
  return question
    ? (wantedFirst(facts, question, lastChangeIndex ?? facts.history.eventCount) ?? question.model)
    : null;
};

/** What has to be looked up or asked before an answer is more than a guess; null once all of it is known. */
export const wantedFirst = (facts: ConversationFacts, question: Question, index: number): string | null => {
  const { conversation, caseFacts } = facts;
  const prerequisite = (question.first ?? []).find(
    (prerequisite): prerequisite is Prerequisite =>
      typeof prerequisite !== 'string' &&
      !conversation.clicks.some((click) => click.action === prerequisite.do && click.index < index),
  );
  if (prerequisite)
    return prerequisite.model ?? `${doingLine({ do: prerequisite.do, with: {} }, caseFacts)}，一分钟内答您`;
  const record = recordToOpen(facts, question, index);
  if (record !== null) return `${doingLine({ do: record, with: {} }, caseFacts)}，一分钟内答您`;
  const unknownFacts = (question.first ?? []).filter(
    (id) => !conversation.factsTold.some((fact) => fact.fact === id && fact.index < index),
  );
  const questionsBack = unknownFacts.flatMap(
    (id) => caseFacts.scenario.customer.knows.find((fact) => fact.id === id)?.model ?? [],
  );
  return questionsBack.length > 0 ? questionsBack.join('') : null;
};

/** The ending the customer had left with by then, unless they had come back since. */
export const endedBy = (conversation: ConversationHistory, index: number): EndingHistory | null => {
  const ending = conversation.endings.findLast((ending) => ending.index < index);
  return ending && !conversation.arrivals.some((arrival) => arrival.index > ending.index && arrival.index < index)
    ? ending
    : null;
};

/** Questions of this visit that stood open just before `index`, the latest first. */
export const openAt = ({ conversation, caseFacts }: ConversationFacts, index: number): Question[] => {
  const visitIndex = conversation.arrivals.findLast((arrival) => arrival.index < index)?.index ?? 0;
  return conversation.questions
    .filter(
      (entry) =>
        entry.openedIndex >= visitIndex &&
        entry.openedIndex < index &&
        !answeredBy(conversation, entry.question, index),
    )
    .flatMap((entry) => caseFacts.question(entry.question) ?? [])
    .toReversed();
};

/** Whether a question's answer stood already at `index`. */
export const answeredBy = (conversation: ConversationHistory, id: string, index: number): boolean => {
  const lastChange = conversation.questions
    .find((entry) => entry.question === id)
    ?.changes.findLast((change) => change.index < index);
  return lastChange?.to === 'answered' || lastChange?.to === 'provisional';
};

/** The first place of the log behind all that the customer had said and asked by then. */
export const placeAt = (conversation: ConversationHistory, at: DrillMs): number =>
  Math.max(
    -1,
    ...conversation.customerMessages.filter((line) => line.at <= at).map((line) => line.index),
    ...conversation.questions.filter((entry) => entry.openedAt <= at).map((entry) => entry.openedIndex),
  ) + 1;

/** Operations of which an answer comes back to the desk. */
const BRING_NEWS: readonly string[] = [
  ...['ticket', 'carrier-ticket', 'intercept', 'urge-warehouse'],
  ...['escalate-1', 'escalate-2', 'escalate-3', 'safety-report'],
];
/** Whether somebody has to tell the customer something later: the desk promised it, or asked somebody else. */
const isFollowedUp = ({ turns, clicks }: ConversationHistory): boolean =>
  clicks.some(({ action }) => BRING_NEWS.includes(action)) ||
  turns.reduce<DrillMs | null>((promisedAt, { judgement }) => callBackAfter(promisedAt, judgement, true), null) !==
    null;

/** 票的事有变化我告诉您: news that nobody follows up, so nobody would tell them. */
const PROMISES_NEWS =
  /(?:变[化动]|动静|准?信|消息|进展).{0,4}(?:我|咱).{0,4}(?:告诉|通知|回|喊|联系)您|我.{0,6}给您留言/;
const withoutNews = (goodbye: string): string => {
  const kept = goodbye.split(/[，。]/).filter((clause) => clause !== '' && !PROMISES_NEWS.test(clause));
  return kept.length === 0 ? '有事随时来找我' : PROMISES_NEWS.test(goodbye) ? kept.join('，') : goodbye;
};

/** The author's goodbye for an ending, else a general one that fits its outcome. `product`: what the conversation was about. */
export const goodbyeOf = (
  { conversation, caseFacts }: ConversationFacts,
  ending: EndingHistory | null,
  product: string | null = null,
): string => {
  const authoredGoodbye = caseFacts.scenario.endings.find((other) => other.id === ending?.ending)?.model;
  const outcome = ending?.outcome ?? null;
  if (authoredGoodbye)
    return outcome === 'escalated' || isFollowedUp(conversation) ? authoredGoodbye : withoutNews(authoredGoodbye);
  if (product !== null && (outcome === null || OUTCOMES_WITH_GOODS.includes(outcome)))
    return `${product}这边都办好了，到了先看看，有不合适的随时来找我`;
  if (outcome === 'lost') return '这回没帮上您，是我这边没说清。以后有想知道的，随时来问我';
  if (outcome === 'escalated') return '有结果我在这里告诉您，等的时候有事也随时来找我';
  if (outcome === 'returned' && conversation.clicks.some((click) => click.action === 'approve-return'))
    return '您把东西寄回来，仓库收到我这边就办退款，有事随时来找我';
  return '后面有变化我在这里回您，有事随时来找我';
};
