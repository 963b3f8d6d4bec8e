/**
 * Words that nobody's fingers wrote at the desk: pasted, or there sooner than a hand types. Told plainly and never scored.
 * Only the browser knows how words came to be; a reply without its times says nothing of speed.
 */
import type { Brought } from '#contract/anatomy.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { clockText, secondsText, shortened } from '#scoring/log/phrasing.ts';
import type { ConversationFacts } from './conversation-facts.ts';

type Message = ConversationHistory['spoke'][number];
/** `ms`: of a fast one from its first key to its sending, of a pasted one since the customer's whole question; null unknown. */
type One = { message: Message; characters: number; ms: number | null };

/** A hand needs longer than a second for so many characters. An input method commits fewer at a time. */
const FAST_CHARACTERS = 30;
const FAST_PER_SECOND = 30;

/** Null where every message was typed or is a quick reply of the shop, as far as anybody can tell. */
export function pastedOf(seens: readonly ConversationFacts[]): Brought | null {
  const messages = seens.reduce((sum, { c }) => sum + c.spoke.length, 0);
  const pasted = seens.flatMap((seen) => seen.c.spoke.filter(isPasted).map((m) => sinceAsked(seen, m)));
  const fast = seens.flatMap((seen) => seen.c.spoke.flatMap((m) => fasterThanAHand(seen, m) ?? []));
  if (pasted.length + fast.length === 0) return null;
  return {
    messages,
    pasted: pasted.length,
    fast: fast.length,
    said: [...pastedText(pasted, messages), ...fastText(fast, messages), NO_FAULT],
  };
}

const NO_FAULT = '这只是说明字怎么来的，不算错，不影响分数。';

/** A quick reply of the shop is the shop's own words, however they were put in. */
const isPasted = ({ made }: Message): boolean => made.how === 'pasted' && made.quickReply === null;

const lengthOf = ({ text }: Message): number => [...text.replace(/\s/g, '')].length;

function sinceAsked({ rounds }: ConversationFacts, message: Message): One {
  const round = rounds.find(({ reply }) => reply === message.id);
  return { message, characters: lengthOf(message), ms: round === undefined ? null : round.waitedS * 1000 };
}

/** Null where no times tell it; a first key after the sending is two clocks that disagree. */
function fasterThanAHand({ rounds }: ConversationFacts, message: Message): One | null {
  const { made, anatomy } = message;
  const round = rounds.find(({ reply }) => reply === message.id);
  // A stored message of an older log has no times at all.
  if (!round || !anatomy || anatomy.firstKeyMs === null || made.how !== 'typed' || made.quickReply !== null)
    return null;
  const ms = round.seconds * 1000 - anatomy.firstKeyMs;
  const isFast = anatomy.typed >= FAST_CHARACTERS && ms * FAST_PER_SECOND <= anatomy.typed * 1000;
  return isFast && ms >= 0 ? { message, characters: anatomy.typed, ms } : null;
}

/** The longest, since it shows best what is meant; of those the ones with a time. */
const exampleOf = (ones: readonly One[]): One | null =>
  ones.toSorted(
    (a, b) =>
      Number(b.ms !== null) - Number(a.ms !== null) || b.characters - a.characters || a.message.at - b.message.at,
  )[0] ?? null;

const spanText = (ms: number): string => (ms < 1000 ? '不到 1 秒' : secondsText(ms / 1000));

const placed = ({ message }: One): string => `${clockText(message.at)}「${shortened(message.text)}」`;

function pastedText(ones: readonly One[], messages: number): string[] {
  const one = exampleOf(ones);
  if (one === null) return [];
  const when =
    one.ms === null ? '' : one.ms < 1000 ? '，客户刚问完就发出' : `，客户问完 ${secondsText(one.ms / 1000)}发出`;
  return [`发的 ${messages} 条里，${ones.length} 条是粘贴进来的，如 ${placed(one)}，${one.characters} 字${when}。`];
}

function fastText(ones: readonly One[], messages: number): string[] {
  const one = exampleOf(ones);
  if (one === null || one.ms === null) return [];
  return [
    `发的 ${messages} 条里，${ones.length} 条来得比手打快（每秒 ${FAST_PER_SECOND} 字以上），如 ${placed(one)}，${one.characters} 字，从第一个键到发出${spanText(one.ms)}。语音输入、拖进来的字和程序也会这样。`,
  ];
}
