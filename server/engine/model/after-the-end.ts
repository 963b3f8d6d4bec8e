/** What is still to come where a story is over: answers to what its customer is asked (RULES J199), and words promised to them. */
import type { Conversation } from './drill.ts';

/** Turns after the end in which they answer; more, and the talk would never end. */
const MOST_ANSWERED = 3;

/** Of which turn after the end this is, from 1 on, the open one counted by `turns`; 0: the one that ended it, or there is no end. */
export const turnsSinceEnd = ({ ending }: Pick<Conversation, 'ending'>, turns: number): number =>
  ending === null ? 0 : turns - ending.turns;

/** Whether a question in that turn still gets its answer. */
export const isStillAnswered = (since: number): boolean => since >= 1 && since <= MOST_ANSWERED;

/** Whether the customer has answered, since the end, what they were asked last, and nobody has said anything to it. */
export const hasAnsweredSinceEnd = ({ ending, said, lastLineAt }: Conversation): boolean => {
  const saidAt = said.at(-1)?.at ?? 0;
  return ending !== null && saidAt > ending.at && lastLineAt > saidAt;
};

/** Whether the customer was promised a word by a later hour or day, in the talk or by a note of the desk's (RULES J173, J195). */
export const isToHearBack = ({ callBackAt, callNotedAt }: Pick<Conversation, 'callBackAt' | 'callNotedAt'>): boolean =>
  callBackAt !== null || callNotedAt !== null;
