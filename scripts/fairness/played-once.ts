/** Headless plays with their reports, each made once: two commands and many tests ask for the same ones. */
import { type Play, playDrill } from '#authoring/play-drill.ts';
import type { Report } from '#contract/report.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor, type Library } from '#library/load.ts';
import type { Reply } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { makeReport } from '#scoring/report.ts';

export type PlayedOnce = { data: ContentData; events: DrillEvent[]; report: Report };
/** `bell`: seconds after which the drill ends; `card`: which variant of cases that vary, left out the usual one. */
export type HowPlayed = { after?: Play['after']; bell?: number | undefined; card?: number | undefined };

/** By what decides a play: two trainees who say the same have one. */
const known = new WeakMap<Library, Map<string, PlayedOnce>>();

/** Plays `replies` on these cases with seed 1, as a lesson. The result is shared: nobody may change it. */
export const playedOnce = (
  library: Library,
  scenarios: readonly string[],
  replies: readonly Reply[],
  { after = 'last-line', bell, card = 0 }: HowPlayed = {},
): PlayedOnce => {
  const own = known.get(library) ?? new Map<string, PlayedOnce>();
  known.set(library, own);
  const key = JSON.stringify([scenarios, replies, after, bell ?? null, card]);
  const played = own.get(key) ?? play(library, scenarios, replies, { after, bell, card });
  own.set(key, played);
  return played;
};

const play = (
  library: Library,
  scenarios: readonly string[],
  replies: readonly Reply[],
  { after = 'last-line', bell, card = 0 }: HowPlayed,
): PlayedOnce => {
  const { data, hash } = contentFor(library, scenarios, cardOfSeed(card));
  const befalls = bell === undefined ? [] : [{ kind: 'end', at: bell * 1000, why: 'time' } as const];
  const asked: Play = { scenarios, replies, seed: 1, mode: 'lesson', contentHash: hash, befalls, after };
  const events = playDrill(prepare(data), asked);
  return { data, events, report: makeReport(data, events) };
};
