/** The rank of each finding code. A code that is missing here does not compile. */
import type { RedLine } from '#language/terms/verdicts.ts';
import type { FaultCode, FindingCode } from '#scoring/facts/codes.ts';

/** `turn`: a fault in a turn's words. It explains what the turn failed to earn, and no merit is read from the turn. */
type Precedence = { rank: number; scope: 'turn' | 'else' };

/** Faults that aren't in the wording come after all that are; merits come after these. */
const BEHIND_WORDS = 90;
const MERIT = 99;

/** The lowest force is the most forceful and keeps the words, in the order in which the customer reacts (RULES T5). */
const PRECEDENCE: Readonly<Record<FaultCode | 'red-line' | 'merit', Precedence>> = {
  'red-line': { rank: 0, scope: 'turn' },
  hostile: { rank: 1, scope: 'turn' },
  'forbidden-action': { rank: 2, scope: 'else' },
  'false-promise': { rank: 3, scope: 'turn' },
  'self-contradiction': { rank: 4, scope: 'turn' },
  'wrong-fact': { rank: 5, scope: 'turn' },
  'beyond-authority': { rank: 6, scope: 'turn' },
  'against-card': { rank: 7, scope: 'turn' },
  'claimed-undone': { rank: 8, scope: 'turn' },
  'cross-talk': { rank: 9, scope: 'turn' },
  'unfilled-variable': { rank: 10, scope: 'turn' },
  'asked-again': { rank: 11, scope: 'turn' },
  'canned-repeated': { rank: 12, scope: 'turn' },
  'canned-rigid': { rank: 13, scope: 'turn' },
  'canned-off-topic': { rank: 14, scope: 'turn' },
  stacking: { rank: 15, scope: 'turn' },
  impatient: { rank: 16, scope: 'turn' },
  slighted: { rank: 16, scope: 'turn' },
  'bare-hold': { rank: 17, scope: 'else' },
  evaded: { rank: 18, scope: 'turn' },
  vague: { rank: 19, scope: 'turn' },
  cold: { rank: 20, scope: 'turn' },
  ignored: { rank: 21, scope: 'turn' },
  'answered-partly': { rank: 22, scope: 'turn' },
  pestering: { rank: 23, scope: 'else' },
  'too-early': { rank: 24, scope: 'else' },
  'invited-early': { rank: 25, scope: 'else' },
  'invited-again': { rank: 26, scope: 'else' },
  'late-first': { rank: BEHIND_WORDS, scope: 'else' },
  'late-round': { rank: BEHIND_WORDS, scope: 'else' },
  unanswered: { rank: BEHIND_WORDS, scope: 'else' },
  'ended-early': { rank: BEHIND_WORDS, scope: 'else' },
  'customer-left': { rank: BEHIND_WORDS, scope: 'else' },
  'walked-out': { rank: BEHIND_WORDS, scope: 'else' },
  'slow-handling': { rank: BEHIND_WORDS, scope: 'else' },
  'no-follow-up': { rank: BEHIND_WORDS, scope: 'else' },
  'no-order-prompt': { rank: BEHIND_WORDS, scope: 'else' },
  'no-payment-reminder': { rank: BEHIND_WORDS, scope: 'else' },
  'regular-as-stranger': { rank: BEHIND_WORDS, scope: 'else' },
  'no-goodbye': { rank: BEHIND_WORDS, scope: 'else' },
  'no-confirm-order': { rank: BEHIND_WORDS, scope: 'else' },
  'no-cross-sell': { rank: BEHIND_WORDS, scope: 'else' },
  'no-return': { rank: BEHIND_WORDS, scope: 'else' },
  'missing-action': { rank: BEHIND_WORDS, scope: 'else' },
  'unverified-action': { rank: BEHIND_WORDS, scope: 'else' },
  'wrong-amount': { rank: BEHIND_WORDS, scope: 'else' },
  'no-empathy': { rank: BEHIND_WORDS, scope: 'else' },
  merit: { rank: MERIT, scope: 'else' },
};

const isFault = (code: FindingCode): code is FaultCode => Object.hasOwn(PRECEDENCE, code);
const isRedLine = (code: FindingCode): code is `red-line:${RedLine}` => code.startsWith('red-line:');

/** All red lines have one rank, and all merits. */
const precedenceOf = (code: FindingCode): Precedence => {
  if (isFault(code)) return PRECEDENCE[code];
  if (isRedLine(code)) return PRECEDENCE['red-line'];
  code satisfies `merit:${string}`;
  return PRECEDENCE.merit;
};

/** Of two findings on the same words the one with the lower number keeps them. */
export const rankOf = (code: FindingCode): number => precedenceOf(code).rank;

/** Whether a code is a fault in a turn's words. */
export const isFaultOfTurn = (code: FindingCode): boolean => precedenceOf(code).scope === 'turn';
