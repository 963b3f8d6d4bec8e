/** 频繁: one quick reply sent again and again to one customer is one fault, told once with its count and times (RULES M7). */

import { joined, listed, say } from '#i18n/say.ts';
import { clockText } from '#scoring/log/phrasing.ts';
import type { FindingDraft } from './finding-draft.ts';

/**
 * Puts the findings that are the same deed done again (`sameAs`) into the first of them. It costs what they cost one
 * by one, explains what they explained, and names when each came. The others keep their place and order.
 */
export function repeatsToldOnce(drafts: readonly FindingDraft[]): FindingDraft[] {
  const first = new Map<string, FindingDraft[]>();
  for (const draft of drafts)
    if (draft.sameAs !== null) first.set(keyOf(draft), [...(first.get(keyOf(draft)) ?? []), draft]);
  const groups = [...first.values()].map((own) => own.toSorted((a, b) => a.at - b.at));
  const later = new Set(groups.flatMap((own) => own.slice(1)));
  return drafts
    .filter((draft) => !later.has(draft))
    .map((draft) => {
      const own = groups.find(([head]) => head === draft);
      return own === undefined ? draft : withRepeats(draft, own);
    });
}

const keyOf = (draft: FindingDraft): string => `${draft.code} ${draft.sameAs}`;

function withRepeats(head: FindingDraft, own: readonly FindingDraft[]): FindingDraft {
  const rest = own.filter((draft) => draft !== head);
  if (rest.length === 0) return head;
  return {
    ...head,
    share: own.reduce((sum, draft) => sum + draft.share, 0),
    covers: [...new Set(own.flatMap(({ covers }) => covers))],
    absorbed: own.flatMap(({ absorbed }) => absorbed),
    about: [...new Set(own.flatMap(({ about }) => about))],
    again: rest.map(({ at, turn, quoteAt }) => ({ at, turn, quoteAt })),
    detail:
      head.detail === null
        ? say('findings:repeated.alone', { n: own.length })
        : say('findings:repeated.detail', { detail: head.detail, n: own.length }),
    because: joined([head.because, whenOf(rest)]),
  };
}

/** Whether a finding rests on a turn, the first time or again. */
export const restsOn = (draft: Pick<FindingDraft, 'turn' | 'again'>, turn: number | null): boolean =>
  draft.turn === turn || draft.again.some((again) => again.turn === turn);

/** When it happened last. */
export const lastAt = (draft: Pick<FindingDraft, 'at' | 'again'>): number =>
  Math.max(draft.at, ...draft.again.map((again) => again.at));

/** Up to so many later times are listed; of more, their number and the last one are told. */
const NAMED = 2;

function whenOf(rest: readonly FindingDraft[]): string {
  const clocks = rest.map(({ at }) => clockText(at));
  return clocks.length <= NAMED
    ? say('findings:repeated.at', { clocks: listed(clocks) })
    : say('findings:repeated.often', { n: clocks.length, clock: clocks.at(-1) ?? '' });
}
