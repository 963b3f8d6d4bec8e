/** What the presenter remembers of a conversation. */
import type { Order } from '#engine/model/content.ts';
import type { EventOf } from '#engine/model/events.ts';
import type { Shop } from '#engine/model/shop.ts';
import { preparedCaseIn } from '#engine/prepare/prepare.ts';
import type { Content, PreparedCase } from '#engine/prepare/prepared-content.ts';
import { passedConversation } from '#engine/state/passed-conversation.ts';
import { type AnswerClock, answerClock } from './answer-clock.ts';
import { type HoldClock, holdClock } from './hold-clock.ts';
import { type MoodClock, moodClock } from './mood-clock.ts';
import { type OpenCalls, openCalls } from './open-calls.ts';
import { productName, storyTimeIn } from './present-parts.ts';
import { type PromiseAlong, promiseAlong } from './promise-along.ts';

export type Known = {
  preparedCase: PreparedCase;
  /** Before they come as the case has them. */
  orders: readonly Order[];
  /** They have been at the desk. */
  hasCome: boolean;
  openedAt: Map<string, number>;
  answers: AnswerClock;
  /** Drill time at which the customer comes, to the desk or into its queue: their story begins then. */
  arrivesAt: number;
  /** Story minutes that its jumps have skipped. */
  jumpedMin: number;
  mood: MoodClock;
  hold: HoldClock;
  /** Drill time of the last words that the customer has said or is about to say. */
  lastWordsAt: number;
  /** The story is over. */
  isOver: boolean;
  /** Of this visit's end; `isTold`: the desk was told that nothing more comes. Null: its story goes on. */
  end: { rating: number; isTold: boolean } | null;
  calls: OpenCalls;
  /** As the engine has it. */
  callBackAt: number | null;
  callNotedAt: number | null;
  /** What another seat had promised; null: nothing, or they have come. */
  along: PromiseAlong | null;
};

export const newKnown = (content: Content, scenario: string, arrivesAt: number): Known => {
  const preparedCase = preparedCaseIn(content, scenario);
  return {
    preparedCase,
    orders: preparedCase.scenario.orders,
    hasCome: false,
    openedAt: new Map(),
    answers: answerClock((question) =>
      (preparedCase.questions.get(question)?.question.points ?? []).flatMap(({ id, must }) => (must ? [id] : [])),
    ),
    arrivesAt,
    jumpedMin: 0,
    mood: moodClock(),
    hold: holdClock(null),
    lastWordsAt: 0,
    isOver: false,
    end: null,
    calls: openCalls(),
    callBackAt: null,
    callNotedAt: null,
    along: null,
  };
};

/** One who was passed here goes on in their own story's time. */
export const addedKnown = (content: Content, event: EventOf<'customer-added'>): Known => {
  if (event.passed === undefined) return newKnown(content, event.scenario, event.arrivesAt);
  const { arrivesAt, storySkippedMin, hold } = passedConversation(event, event.passed);
  return {
    ...newKnown(content, event.scenario, arrivesAt),
    jumpedMin: storySkippedMin,
    hold: holdClock(hold?.turn ?? null),
    along: promiseAlong(event),
  };
};

export const storyTime = ({ preparedCase, arrivesAt, jumpedMin }: Known, at: number) =>
  storyTimeIn(preparedCase.scenario, at - arrivesAt, jumpedMin);

/** Who waits in the queue of a rush, as the shop's own system knows them: nothing of what they want or how patient they are. */
export const whoWaits = ({ preparedCase, orders, hasCome }: Known, shop: Shop) => {
  const { name, regular, enters } = preparedCase.scenario.customer;
  return {
    ...{ name, regular },
    ...(hasCome && { back: true as const }),
    from: enters === null ? null : productName(shop, enters),
    orders: orders.map(({ status, total }) => ({ status, total })),
  };
};
