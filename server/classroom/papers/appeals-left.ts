/** How often a question of a paper, or an exam's typing, may be appealed: as often as a place of a report (RULES O29). */
import { APPEALS_AT_PLACE } from '#contract/discussion.ts';
import { type Reply, refused } from '#contract/errors.ts';

type Made = { text: string | null; earlier: readonly { text: string | null }[] };

/** How often it may be appealed again at its seat; appeals withdrawn and settled count. `made` null: none was. */
export const appealsLeft = (made: Made | null): number => {
  const all = made === null ? [] : [made, ...made.earlier];
  return Math.max(0, APPEALS_AT_PLACE - all.filter(({ text }) => text !== null).length);
};

/** Why an appeal can't be withdrawn: there is none, or the teacher was first. */
export const notWaiting = (made: { ruling: { reason: string } | null } | null): Reply<never> =>
  made === null || made.ruling === null ? refused('unknown-appeal') : refused('appeal-settled', made.ruling.reason);
