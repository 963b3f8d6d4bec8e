/**
 * Replies that nobody typed at the desk: pasted, or there sooner than a hand types. The report tells them and never
 * scores them. Only the browser knows how the words came; without its times a reply says nothing of speed.
 */
import type { PastedText } from '#contract/anatomy.ts';
import { say } from '#i18n/say.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { clockText, secondsText, shortened } from '#scoring/log/phrasing.ts';
import type { ConversationFacts } from './conversation-facts.ts';

type Message = ConversationHistory['traineeMessages'][number];
/**
 * `ms`: of a fast reply from its first key to its sending, of a pasted one since the end of the customer's burst; null:
 * unknown.
 */
type UntypedReply = { message: Message; characters: number; ms: number | null };

/** A hand needs longer than a second for so many characters. An input method commits fewer at a time. */
const FAST_CHARACTERS = 30;
const FAST_PER_SECOND = 30;

/** Whether so many characters came in fewer seconds than a hand needs. */
export const isFasterThanAHand = (characters: number, seconds: number): boolean =>
  characters >= FAST_CHARACTERS && seconds * FAST_PER_SECOND <= characters;

/** Null where every message was typed or is a quick reply of the shop, as far as anybody can tell. */
export const pastedOf = (allFacts: readonly ConversationFacts[]): PastedText | null => {
  const messages = allFacts.reduce((sum, { conversation }) => sum + conversation.traineeMessages.length, 0);
  const pasted = allFacts.flatMap((facts) =>
    facts.conversation.traineeMessages.filter(isPasted).map((message) => sinceAsked(facts, message)),
  );
  const timed = allFacts.flatMap((facts) =>
    facts.conversation.traineeMessages.flatMap((message) => timedReply(facts, message) ?? []),
  );
  const fast = timed.filter(({ characters, ms }) => ms !== null && isFasterThanAHand(characters, ms / 1000));
  if (pasted.length + fast.length === 0) return null;
  return {
    messages,
    pasted: pasted.length,
    fast: fast.length,
    said: [...pastedText(pasted, messages), ...fastText(fast, timed.length), say('findings:pasted.no-fault')],
  };
};

/** A quick reply of the shop is the shop's own words, however they were put in. */
const isPasted = ({ made }: Message): boolean => made.how === 'pasted' && made.quickReply === null;

const lengthOf = ({ text }: Message): number => [...text.replace(/\s/g, '')].length;

const sinceAsked = ({ rounds }: ConversationFacts, message: Message): UntypedReply => {
  const round = rounds.find(({ replyId }) => replyId === message.id);
  return { message, characters: lengthOf(message), ms: round === undefined ? null : round.waitedS * 1000 };
};

/**
 * A reply of which can be said how fast it came. Null where the log has no times, as of words sent on after the first, where they
 * are few, and where the first key comes after the sending: then the two clocks disagree.
 */
const timedReply = ({ rounds }: ConversationFacts, message: Message): UntypedReply | null => {
  const { made, anatomy } = message;
  const round = rounds.find(({ replyId }) => replyId === message.id);
  // A stored message of an older log has no times at all.
  if (!round || !anatomy || anatomy.firstKeyMs === null || made.how !== 'typed' || made.quickReply !== null)
    return null;
  const ms = round.seconds * 1000 - anatomy.firstKeyMs;
  return anatomy.typed >= FAST_CHARACTERS && ms >= 0 ? { message, characters: anatomy.typed, ms } : null;
};

/** The reply to quote: one with a time if there is one, then the longest, which shows best what is meant. */
const exampleReply = (replies: readonly UntypedReply[]): UntypedReply | null =>
  replies.toSorted(
    (a, b) =>
      Number(b.ms !== null) - Number(a.ms !== null) || b.characters - a.characters || a.message.at - b.message.at,
  )[0] ?? null;

const spanText = (ms: number): string => (ms < 1000 ? say('findings:under-a-second') : secondsText(ms / 1000));

const exampleValues = ({ message, characters }: UntypedReply) => ({
  clock: clockText(message.at),
  words: shortened(message.text),
  characters,
});

const pastedText = (replies: readonly UntypedReply[], messages: number): string[] => {
  const shown = exampleReply(replies);
  if (shown === null) return [];
  const values = { all: messages, n: replies.length, ...exampleValues(shown) };
  if (shown.ms === null) return [say('findings:pasted.some', values)];
  if (shown.ms < 1000) return [say('findings:pasted.some-at-once', values)];
  return [say('findings:pasted.some-after', { ...values, waited: secondsText(shown.ms / 1000) })];
};

/** `timed`: how many replies could be timed; the others, most of a drill's, are in neither number. */
const fastText = (replies: readonly UntypedReply[], timed: number): string[] => {
  const shown = exampleReply(replies);
  if (shown === null || shown.ms === null) return [];
  return [
    say('findings:pasted.fast', {
      all: timed,
      least: FAST_CHARACTERS,
      n: replies.length,
      rate: FAST_PER_SECOND,
      ...exampleValues(shown),
      span: spanText(shown.ms),
    }),
  ];
};
