/** Nothing bad pays: one more fault at any place never raises the score, and a good deed never lowers it. */
import { describe, expect, it } from 'vitest';
import type { Reply } from '#library/schema/testplan.ts';
import { isTurnOf } from '#tests/learning/support/in-turn.ts';
import { CASES, library, marksOf, play, repliesOf, scenarioOf } from '#tests/learning/support/play.ts';
import { type Change, changedAt, DEEDS, FAULTS } from '#tests/scoring/support/added-faults.ts';

/** Places tried in a case for a kind of change: drawn by a fixed seed, so that a failure comes back. */
const PLACES = Number(process.env.PLACES ?? 1);
const GOOD = ['model', 'second-model', 'middling'];

const NOTHING: Reply = { to: 'any', afterS: 0, do: [], say: [], repeat: false };

/**
 * Ten seconds quicker and yet fewer marks: the reply meets the customer at another moment, one round fewer is counted, and
 * the late rounds that stay weigh more. Still open; so far only the mean over rounds was found to be a reason.
 */
const KNOWN: readonly string[] = [
  'logistics-complaint/late-one-day middling #2',
  'order-change/swap-colour poor #1',
  'order-change/swap-colour poor #2',
  'shipping-urge/out-of-stock-truth poor #3',
  'logistics-complaint/swapped-parcels poor #1',
];

/** A fault that pays: the insulted customer ends the visit before the trainee makes two more faults. */
const RISES: readonly string[] = ['returning-customer/callback-after-exchange sender-back #1'];

type Place = { who: string; index: number };

/** Mulberry32: small, seeded, good enough to draw places by. */
const drawn = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Whether the reply has no fault in words and operations, as taking away a faulty reply is no fault. */
const isSound = (id: string, who: string, reply: Reply): boolean => {
  const { report } = played(id, who);
  const faults = report.findings.filter((f) => f.severity !== 'merit');
  if (reply.do.length > 0 && faults.some((f) => f.family === 'operation' && f.code !== 'missing-action')) return false;
  const said = reply.say.flatMap((part) => ('text' in part ? [part.text] : []));
  const turns = report.transcript.filter((t) => said.includes(t.text ?? '')).map(({ id: own }) => own);
  const places = report.dimensions.flatMap((d) => d.lost.flatMap((l) => (l.place === null ? [] : [l.place.at])));
  return !report.transcript.some(
    (t) =>
      turns.includes(t.id) &&
      (places.some((at) => Math.abs(at - t.at) < NEAR_MS) ||
        faults.some((f) => f.quoteAt?.message === t.id || Math.abs(f.at - t.at) < NEAR_MS || isWaitFor(f, t.at))),
  );
};

/** Messages of one turn lie no further apart than this, in ms. */
const NEAR_MS = 5000;
const isWaitFor = (
  { at, seconds, family }: { at: number; seconds: number | null; family: string },
  said: number,
): boolean => family === 'late' && seconds !== null && at <= said && said - at <= seconds * 1000 + NEAR_MS;

const kept = new Map<string, ReturnType<typeof play>>();
const played = (id: string, who: string): ReturnType<typeof play> => {
  const own = kept.get(`${id} ${who}`) ?? play([id], repliesOf(id, who));
  kept.set(`${id} ${who}`, own);
  return own;
};

const placesOf = (id: string, change: Change, seed: number): Place[] => {
  const scenario = scenarioOf(id);
  const all = Object.entries(library.testplans.get(id) ?? {}).flatMap(([who, { replies }]) =>
    change.where === 'good' && !GOOD.includes(who)
      ? []
      : replies.flatMap((reply, index) => (change.at(reply, scenario) === null ? [] : [{ who, index }])),
  );
  const next = drawn(seed);
  return all
    .map((place) => ({ place, by: next() }))
    .toSorted((a, b) => a.by - b.by)
    .slice(0, PLACES)
    .map(({ place }) => place)
    .filter(({ who, index }) => change.adds || isSound(id, who, repliesOf(id, who)[index] ?? NOTHING));
};

/** Score before and after, at every place drawn. */
const tried = (id: string, change: Change, seed: number): { at: string; before: number; after: number }[] => {
  return placesOf(id, change, seed).flatMap(({ who, index }) => {
    const replies = library.testplans.get(id)?.[who]?.replies ?? [];
    const reply = replies[index];
    const changed = reply === undefined ? null : change.at(reply, scenarioOf(id));
    if (changed === null) return [];
    const before = played(id, who).report.score;
    const after = marksOf(id, changedAt(replies, index, changed)).score;
    return [{ at: `${id} ${who} #${index}: ${before} → ${after}`, before, after }];
  });
};

/** Every fourth case, from one kind of change to the next the others. */
const casesFor = (change: number): string[] => CASES.filter((id) => isTurnOf(id, change, 4));

describe('[M15] a score', () => {
  it.each(FAULTS)('does not rise with $what', (change) => {
    const risen = casesFor(FAULTS.indexOf(change))
      .flatMap((id) => tried(id, change, CASES.indexOf(id)))
      .filter(({ before, after, at }) => after > before && !RISES.some((known) => at.startsWith(`${known}:`)));
    expect(risen.map(({ at }) => at)).toEqual([]);
  });

  it.each(DEEDS)('does not fall with $what', (change) => {
    const fallen = casesFor(DEEDS.indexOf(change))
      .flatMap((id) => tried(id, change, CASES.indexOf(id)))
      .filter(({ before, after, at }) => after < before && !KNOWN.some((known) => at.startsWith(`${known}:`)));
    expect(fallen.map(({ at }) => at)).toEqual([]);
  });
});
