/** The rank of each finding code. A code that is missing here does not compile. */
import type { RedLine } from '#language/terms/verdicts.ts';
import type { FaultCode, FindingCode } from '#scoring/facts/codes.ts';

/** `turn`: a fault in a turn's words. It explains what the turn failed to earn, and no merit is read from the turn. */
type Precedence = { force: number; of: 'turn' | 'else' };

/** Faults that aren't in the wording come after all that are; merits come after these. */
const LAST = 90;
const MERIT = 99;

/** The lowest force is the most forceful and keeps the words, in the order in which the customer reacts (RULES T5). */
const STANDINGS: Readonly<Record<FaultCode | 'red-line' | 'merit', Precedence>> = {
  'red-line': { force: 0, of: 'turn' },
  hostile: { force: 1, of: 'turn' },
  'forbidden-action': { force: 2, of: 'else' },
  'false-promise': { force: 3, of: 'turn' },
  'self-contradiction': { force: 4, of: 'turn' },
  'wrong-fact': { force: 5, of: 'turn' },
  'beyond-authority': { force: 6, of: 'turn' },
  'against-card': { force: 7, of: 'turn' },
  'claimed-undone': { force: 8, of: 'turn' },
  'cross-talk': { force: 9, of: 'turn' },
  'unfilled-variable': { force: 10, of: 'turn' },
  'asked-again': { force: 11, of: 'turn' },
  'canned-repeated': { force: 12, of: 'turn' },
  'canned-rigid': { force: 13, of: 'turn' },
  'canned-off-topic': { force: 14, of: 'turn' },
  stacking: { force: 15, of: 'turn' },
  impatient: { force: 16, of: 'turn' },
  'bare-hold': { force: 17, of: 'else' },
  evaded: { force: 18, of: 'turn' },
  vague: { force: 19, of: 'turn' },
  cold: { force: 20, of: 'turn' },
  ignored: { force: 21, of: 'turn' },
  'answered-partly': { force: 22, of: 'turn' },
  pestering: { force: 23, of: 'else' },
  'too-early': { force: 24, of: 'else' },
  'late-first': { force: LAST, of: 'else' },
  'late-round': { force: LAST, of: 'else' },
  unanswered: { force: LAST, of: 'else' },
  'ended-early': { force: LAST, of: 'else' },
  'customer-left': { force: LAST, of: 'else' },
  'walked-out': { force: LAST, of: 'else' },
  'slow-handling': { force: LAST, of: 'else' },
  'no-follow-up': { force: LAST, of: 'else' },
  'no-order-prompt': { force: LAST, of: 'else' },
  'no-payment-reminder': { force: LAST, of: 'else' },
  'regular-as-stranger': { force: LAST, of: 'else' },
  'no-goodbye': { force: LAST, of: 'else' },
  'no-confirm-order': { force: LAST, of: 'else' },
  'no-cross-sell': { force: LAST, of: 'else' },
  'no-return': { force: LAST, of: 'else' },
  'missing-action': { force: LAST, of: 'else' },
  'unverified-action': { force: LAST, of: 'else' },
  'wrong-amount': { force: LAST, of: 'else' },
  'no-empathy': { force: LAST, of: 'else' },
  merit: { force: MERIT, of: 'else' },
};

const isFault = (code: FindingCode): code is FaultCode => Object.hasOwn(STANDINGS, code);
const isRedLine = (code: FindingCode): code is `red-line:${RedLine}` => code.startsWith('red-line:');

/** All red lines have one rank, and all merits. */
function precedenceOf(code: FindingCode): Precedence {
  if (isFault(code)) return STANDINGS[code];
  if (isRedLine(code)) return STANDINGS['red-line'];
  code satisfies `merit:${string}`;
  return STANDINGS.merit;
}

/** Of two findings on the same words the one with the lower number keeps them. */
export const forceOf = (code: FindingCode): number => precedenceOf(code).force;

/** Whether a code is a fault in a turn's words. */
export const isFaultOfTurn = (code: FindingCode): boolean => precedenceOf(code).of === 'turn';
