/** Places a replay can jump to: replies, findings, and the end of a quiet stretch. Pure. */

import { LEAD_MS } from '#client/lib/reports/replay-path.ts';
import type { Replay } from '#contract/replay.ts';
import type { ReportFinding } from '#contract/report.ts';
import type { WireEvent } from '#contract/wire-events.ts';

/** Something a customer, a bystander or the trainee did, in drill milliseconds. */
export type Happening = { at: number; conversation: string };

const HAPPENING_KINDS: readonly WireEvent['kind'][] = [
  'customer-arrived',
  'customer-said',
  'bystander-said',
  'customer-did',
  'trainee-said',
  'action-done',
];

export const happeningsOf = (events: Replay['events']): Happening[] =>
  events.flatMap(({ event }) =>
    'conversation' in event && HAPPENING_KINDS.includes(event.kind)
      ? [{ at: event.at, conversation: event.conversation }]
      : [],
  );

/** Messages and cards the customer sees (RULES T8). */
export const repliesOf = (events: Replay['events']): Happening[] =>
  events.flatMap(({ event }) =>
    event.kind === 'trainee-said' || (event.kind === 'action-done' && event.sends)
      ? [{ at: event.at, conversation: event.conversation }]
      : [],
  );

/** How many of them are at or before a drill time; `moments` in order of time. A binary search, since every frame asks for it. */
export const countUpTo = (moments: readonly { at: number }[], at: number): number => {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const lastUpTo = <T extends { at: number }>(moments: readonly T[], at: number): T | null =>
  moments[countUpTo(moments, at) - 1] ?? null;

export const firstAfter = <T extends { at: number }>(moments: readonly T[], at: number): T | null =>
  moments[countUpTo(moments, at)] ?? null;

/** A stretch without a happening is quiet if it is longer than this. */
const QUIET_MS = 5000;
/** This much of a quiet stretch is played at either end, so that the viewer sees the last message and the next one coming. */
const PLAYED_EDGE_MS = 1000;

/** Where playing goes on at a drill time when quiet stretches are skipped: the time itself, or near the stretch's end. */
export const skipQuiet = (happenings: readonly Happening[], at: number, until: number): number => {
  const from = lastUpTo(happenings, at)?.at ?? 0;
  const to = firstAfter(happenings, at)?.at ?? until;
  const resume = to - PLAYED_EDGE_MS;
  return to - from > QUIET_MS && at >= from + PLAYED_EDGE_MS && at < resume ? resume : at;
};

/** Faults as places to jump to, in order of time; `at` is a little earlier, so that the viewer sees the fault coming. */
export type FindingPlace = { at: number; finding: ReportFinding };

export const placesOfFindings = (findings: readonly ReportFinding[]): FindingPlace[] =>
  findings
    .filter((finding) => finding.severity !== 'merit')
    .map((finding) => ({ at: Math.max(0, finding.at - LEAD_MS), finding }))
    .toSorted((a, b) => a.at - b.at);

/** How long after its moment a finding is still shown. */
const SHOWN_AFTER_MS = 4000;

/** The finding of this moment, from a little before to a little after; the latest of several. */
export const findingAt = (places: readonly FindingPlace[], at: number): ReportFinding | null => {
  const shownPlaces = places.filter((place) => place.at <= at && at <= place.finding.at + SHOWN_AFTER_MS);
  return shownPlaces.at(-1)?.finding ?? null;
};
