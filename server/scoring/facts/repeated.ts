/** 频繁: one quick reply sent again and again to one customer is one fault, told once with its count and times (RULES M7). */

import { joined, listed, say } from '#i18n/say.ts';
import { clockText } from '#scoring/log/phrasing.ts';
import type { FindingDraft } from './finding-draft.ts';

/**
 * Puts the findings that are one fault made again (`repeatKey`) into the first of them. It costs what they cost one
 * by one, explains what they explained, and names when each came. The others keep their place and order.
 */
export const repeatsToldOnce = (drafts: readonly FindingDraft[]): FindingDraft[] => {
  const draftsByRepeat = new Map<string, FindingDraft[]>();
  for (const draft of drafts)
    if (draft.repeatKey !== null)
      draftsByRepeat.set(keyOf(draft), [...(draftsByRepeat.get(keyOf(draft)) ?? []), draft]);
  const groups = [...draftsByRepeat.values()].map((sameFault) => sameFault.toSorted((a, b) => a.at - b.at));
  const laterRepeats = new Set(groups.flatMap((sameFault) => sameFault.slice(1)));
  return drafts
    .filter((draft) => !laterRepeats.has(draft))
    .map((draft) => {
      const sameFault = groups.find(([firstDraft]) => firstDraft === draft);
      return sameFault === undefined ? draft : withRepeats(draft, sameFault);
    });
};

const keyOf = (draft: FindingDraft): string => `${draft.code} ${draft.repeatKey}`;

const withRepeats = (firstDraft: FindingDraft, sameFault: readonly FindingDraft[]): FindingDraft => {
  const laterDrafts = sameFault.filter((draft) => draft !== firstDraft);
  if (laterDrafts.length === 0) return firstDraft;
  return {
    ...firstDraft,
    costShare: sameFault.reduce((sum, draft) => sum + draft.costShare, 0),
    explainedKeys: [...new Set(sameFault.flatMap(({ explainedKeys }) => explainedKeys))],
    absorbedFaults: sameFault.flatMap(({ absorbedFaults }) => absorbedFaults),
    spoiledQuestions: [...new Set(sameFault.flatMap(({ spoiledQuestions }) => spoiledQuestions))],
    repeats: laterDrafts.map(({ at, turn, quoteAt }) => ({ at, turn, quoteAt })),
    detail:
      firstDraft.detail === null
        ? say('findings:repeated.alone', { n: sameFault.length })
        : say('findings:repeated.detail', { detail: firstDraft.detail, n: sameFault.length }),
    because: joined([firstDraft.because, laterTimesText(laterDrafts)]),
  };
};

/** Whether a finding rests on a turn, the first time or again. */
export const restsOn = (draft: Pick<FindingDraft, 'turn' | 'repeats'>, turn: number | null): boolean =>
  draft.turn === turn || draft.repeats.some((repeat) => repeat.turn === turn);

/** When it happened last. */
export const lastAt = (draft: Pick<FindingDraft, 'at' | 'repeats'>): number =>
  Math.max(draft.at, ...draft.repeats.map((repeat) => repeat.at));

/** Up to so many later times are listed; of more, their number and the last one are told. */
const MAX_TIMES_LISTED = 2;

const laterTimesText = (laterDrafts: readonly FindingDraft[]): string => {
  const clocks = laterDrafts.map(({ at }) => clockText(at));
  return clocks.length <= MAX_TIMES_LISTED
    ? say('findings:repeated.at', { clocks: listed(clocks) })
    : say('findings:repeated.often', { n: clocks.length, clock: clocks.at(-1) ?? '' });
};
