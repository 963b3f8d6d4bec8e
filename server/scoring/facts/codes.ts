/** Every finding code that scoring can give. A rubric needs a rule for each: without one a finding has no marks. */
import type { FindingRule } from '#engine/model/rubric.ts';
import { RED_LINES, type RedLine } from '#language/terms/verdicts.ts';

const FAULTS = [
  'late-first',
  'late-round',
  'unanswered',
  'ended-early',
  'customer-left',
  'walked-out',
  'slow-handling',
  'canned-off-topic',
  'canned-rigid',
  'canned-repeated',
  'unfilled-variable',
  'no-follow-up',
  'no-order-prompt',
  'no-payment-reminder',
  'regular-as-stranger',
  'no-goodbye',
  'no-confirm-order',
  'pestering',
  'too-early',
  'invited-early',
  'invited-again',
  'no-cross-sell',
  'no-return',
  'bare-hold',
  'ignored',
  'evaded',
  'vague',
  'asked-again',
  'answered-partly',
  'wrong-fact',
  'false-promise',
  'self-contradiction',
  'beyond-authority',
  'against-card',
  'cross-talk',
  'stacking',
  'missing-action',
  'claimed-undone',
  'forbidden-action',
  'unverified-action',
  'wrong-amount',
  'cold',
  'impatient',
  'hostile',
  'slighted',
  'no-empathy',
] as const;

const MERITS = [
  'merit:cross-sell',
  'merit:edited-quick-reply',
  'merit:corrected',
  'merit:kept-promise',
  'merit:asked-first',
  'merit:answered-ahead',
  'merit:full-answer',
  'merit:order-prompt',
  'merit:follow-up',
  'merit:payment-reminder',
  'merit:confirm-order',
  'merit:recognised-regular',
  'merit:calmed',
  'merit:invited',
] as const;

/** Faults other than red lines. */
export type FaultCode = (typeof FAULTS)[number];
export const isFaultCode = (code: string): code is FaultCode => FAULTS.some((fault) => fault === code);
export type FindingCode = FaultCode | (typeof MERITS)[number] | `red-line:${RedLine}`;

/** Codes for others to compare with; one that scoring can't give doesn't compile. */
export const codeList = (...codes: readonly FindingCode[]): readonly string[] => codes;
/** The customer was lost, or the conversation was broken off. */
export const LEFT_ALONE_CODES = codeList('customer-left', 'walked-out', 'ended-early');
/** Replies that came late, one by one. */
export const LATE_CODES = codeList('late-first', 'late-round');
export const TONE_CODES = codeList('cold', 'impatient', 'hostile');
/** Said, and not as the shop's cards, the order or the trainee's own words have it. */
export const TOLD_WRONG_CODES = codeList('wrong-fact', 'against-card', 'self-contradiction');

const redLineCode = (line: RedLine): FindingCode => `red-line:${line}`;
export const FINDING_CODES: readonly FindingCode[] = [...FAULTS, ...RED_LINES.map(redLineCode), ...MERITS];

/** The codes a rubric has no rule for; none where it can price whatever scoring finds. */
export const rulesMissing = ({ findings }: { findings: readonly Pick<FindingRule, 'code'>[] }): FindingCode[] => {
  const codesWithRule = new Set(findings.map(({ code }) => code));
  return FINDING_CODES.filter((code) => !codesWithRule.has(code));
};
