/** 频繁: one quick reply sent again and again to one customer is one fault, told once with its count and times (RULES M7). */

import { joined, listed, say } from '#i18n/say.ts';
import { clockText } from '#scoring/log/phrasing.ts';
import type { Draft } from './draft.ts';

/**
 * Puts the findings that are the same deed done again (`sameAs`) into the first of them. It costs what they cost one
 * by one, explains what they explained, and names when each came. The others keep their place and order.
 */
export function toldOnce(drafts: readonly Draft[]): Draft[] {
  const first = new Map<string, Draft[]>();
  for (const d of drafts) if (d.sameAs !== null) first.set(keyOf(d), [...(first.get(keyOf(d)) ?? []), d]);
  const groups = [...first.values()].map((own) => own.toSorted((a, b) => a.at - b.at));
  const later = new Set(groups.flatMap((own) => own.slice(1)));
  return drafts
    .filter((d) => !later.has(d))
    .map((d) => {
      const own = groups.find(([head]) => head === d);
      return own === undefined ? d : together(d, own);
    });
}

const keyOf = (d: Draft): string => `${d.code} ${d.sameAs}`;

function together(head: Draft, own: readonly Draft[]): Draft {
  const rest = own.filter((d) => d !== head);
  if (rest.length === 0) return head;
  return {
    ...head,
    share: own.reduce((sum, d) => sum + d.share, 0),
    covers: [...new Set(own.flatMap((d) => d.covers))],
    absorbed: own.flatMap((d) => d.absorbed),
    about: [...new Set(own.flatMap((d) => d.about))],
    again: rest.map(({ at, turn, quoteAt }) => ({ at, turn, quoteAt })),
    detail:
      head.detail === null
        ? say('findings:repeated.alone', { n: own.length })
        : say('findings:repeated.detail', { detail: head.detail, n: own.length }),
    because: joined([head.because, whenOf(rest)]),
  };
}

/** Whether a finding rests on a turn, the first time or again. */
export const restsOn = (d: Pick<Draft, 'turn' | 'again'>, turn: number | null): boolean =>
  d.turn === turn || d.again.some((again) => again.turn === turn);

/** When it happened last. */
export const lastAt = (d: Pick<Draft, 'at' | 'again'>): number => Math.max(d.at, ...d.again.map((again) => again.at));

/** Up to so many later times are listed; of more, their number and the last one are told. */
const NAMED = 2;

function whenOf(rest: readonly Draft[]): string {
  const clocks = rest.map((d) => clockText(d.at));
  return clocks.length <= NAMED
    ? say('findings:repeated.at', { clocks: listed(clocks) })
    : say('findings:repeated.often', { n: clocks.length, clock: clocks.at(-1) ?? '' });
}
