/** The rank of each finding code. A code that is missing here does not compile. */
import type { RedLine } from '#language/terms/verdicts.ts';
import type { FaultCode, FindingCode } from '#scoring/facts/codes.ts';

/** `turn`: a fault in a turn's words. It explains what the turn failed to earn, and no merit is read from the turn. */
type Precedence = { rank: number; of: 'turn' | 'else' };

/** Faults that aren't in the wording come after all that are; merits come after these. */
const BEHIND_WORDS = 90;
const MERIT = 99;

/** The lowest force is the most forceful and keeps the words, in the order in which the customer reacts (RULES T5). */
const PRECEDENCE: Readonly<Record<FaultCode | 'red-line' | 'merit', Precedence>> = {
  'red-line': { rank: 0, of: 'turn' },
  hostile: { rank: 1, of: 'turn' },
  'forbidden-action': { rank: 2, of: 'else' },
  'false-promise': { rank: 3, of: 'turn' },
  'self-contradiction': { rank: 4, of: 'turn' },
  'wrong-fact': { rank: 5, of: 'turn' },
  'beyond-authority': { rank: 6, of: 'turn' },
  'against-card': { rank: 7, of: 'turn' },
  'claimed-undone': { rank: 8, of: 'turn' },
  'cross-talk': { rank: 9, of: 'turn' },
  'unfilled-variable': { rank: 10, of: 'turn' },
  'asked-again': { rank: 11, of: 'turn' },
  'canned-repeated': { rank: 12, of: 'turn' },
  'canned-rigid': { rank: 13, of: 'turn' },
  'canned-off-topic': { rank: 14, of: 'turn' },
  stacking: { rank: 15, of: 'turn' },
  impatient: { rank: 16, of: 'turn' },
  'bare-hold': { rank: 17, of: 'else' },
  evaded: { rank: 18, of: 'turn' },
  vague: { rank: 19, of: 'turn' },
  cold: { rank: 20, of: 'turn' },
  ignored: { rank: 21, of: 'turn' },
  'answered-partly': { rank: 22, of: 'turn' },
  pestering: { rank: 23, of: 'else' },
  'too-early': { rank: 24, of: 'else' },
  'late-first': { rank: BEHIND_WORDS, of: 'else' },
  'late-round': { rank: BEHIND_WORDS, of: 'else' },
  unanswered: { rank: BEHIND_WORDS, of: 'else' },
  'ended-early': { rank: BEHIND_WORDS, of: 'else' },
  'customer-left': { rank: BEHIND_WORDS, of: 'else' },
  'walked-out': { rank: BEHIND_WORDS, of: 'else' },
  'slow-handling': { rank: BEHIND_WORDS, of: 'else' },
  'no-follow-up': { rank: BEHIND_WORDS, of: 'else' },
  'no-order-prompt': { rank: BEHIND_WORDS, of: 'else' },
  'no-payment-reminder': { rank: BEHIND_WORDS, of: 'else' },
  'regular-as-stranger': { rank: BEHIND_WORDS, of: 'else' },
  'no-goodbye': { rank: BEHIND_WORDS, of: 'else' },
  'no-confirm-order': { rank: BEHIND_WORDS, of: 'else' },
  'no-cross-sell': { rank: BEHIND_WORDS, of: 'else' },
  'no-return': { rank: BEHIND_WORDS, of: 'else' },
  'missing-action': { rank: BEHIND_WORDS, of: 'else' },
  'unverified-action': { rank: BEHIND_WORDS, of: 'else' },
  'wrong-amount': { rank: BEHIND_WORDS, of: 'else' },
  'no-empathy': { rank: BEHIND_WORDS, of: 'else' },
  merit: { rank: MERIT, of: 'else' },
};

const isFault = (code: FindingCode): code is FaultCode => Object.hasOwn(PRECEDENCE, code);
const isRedLine = (code: FindingCode): code is `red-line:${RedLine}` => code.startsWith('red-line:');

/** All red lines have one rank, and all merits. */
function precedenceOf(code: FindingCode): Precedence {
  if (isFault(code)) return PRECEDENCE[code];
  if (isRedLine(code)) return PRECEDENCE['red-line'];
  code satisfies `merit:${string}`;
  return PRECEDENCE.merit;
}

/** Of two findings on the same words the one with the lower number keeps them. */
export const rankOf = (code: FindingCode): number => precedenceOf(code).rank;

/** Whether a code is a fault in a turn's words. */
export const isFaultOfTurn = (code: FindingCode): boolean => precedenceOf(code).of === 'turn';
