/** Whole drills over the shipped cases: prepared once a set of cases, played in virtual time, scored. */

import { playDrill } from '#authoring/play-drill.ts';
import type { Report } from '#contract/report.ts';
import type { Command } from '#engine/model/commands.ts';
import type { ContentData, Scenario } from '#engine/model/content.ts';
import type { DrillEvent, Mode } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import type { Reply } from '#library/schema/testplan.ts';
import { historyOf } from '#scoring/log/history.ts';
import { withDoubts } from '#scoring/marks/doubts.ts';
import { assess, makeReport } from '#scoring/report.ts';
import { library } from '#tests/support/library.ts';

export { library };
export const CASES = [...library.scenarios.keys()];

export type Played = { data: ContentData; events: DrillEvent[]; report: Report };
export type How = { seed?: number; mode?: Mode; befalls?: readonly Command[]; data?: ContentData };

/** The content of these cases, the same object each time. */
export const dataOf = (ids: readonly string[]): ContentData => contentFor(library, ids).data;

/** The drills played so far, by replies: many files ask for the same drill. */
const known = new WeakMap<readonly Reply[], Map<string, Played>>();

/** Plays and scores, the same replies on the same cases once; `data` stands in for the shipped content of `ids`. */
export const play = (ids: readonly string[], replies: readonly Reply[], how: How = {}): Played => {
  const { seed = 1, mode = 'lesson', befalls = [], data } = how;
  if (data !== undefined || befalls.length > 0) return playedOn(data ?? dataOf(ids), ids, replies, how);
  const own = known.get(replies) ?? new Map<string, Played>();
  known.set(replies, own);
  const key = [...ids, seed, mode].join(' ');
  const played = own.get(key) ?? playedOn(dataOf(ids), ids, replies, how);
  own.set(key, played);
  return played;
};

const eventsOf = (data: ContentData, ids: readonly string[], replies: readonly Reply[], how: How): DrillEvent[] => {
  const { seed = 1, mode = 'lesson', befalls = [] } = how;
  return playDrill(prepare(data), { scenarios: ids, replies, seed, mode, contentHash: 'h', befalls });
};

const playedOn = (data: ContentData, ids: readonly string[], replies: readonly Reply[], how: How): Played => {
  const events = eventsOf(data, ids, replies, how);
  return { data, events, report: makeReport(data, events) };
};

export type Marks = Pick<Report, 'score' | 'range'>;

/** What a drill is worth, without the rest of its report, which takes as long again. */
export const marksIn = (data: ContentData, events: readonly DrillEvent[]): Marks => {
  const { score, range } = assess(data, withDoubts(data, historyOf(events))).card;
  return { score, range };
};

const worth = new WeakMap<readonly Reply[], Map<string, Marks>>();

/** What these replies are worth on one case, played once. */
export const marksOf = (id: string, replies: readonly Reply[]): Marks => {
  const own = worth.get(replies) ?? new Map<string, Marks>();
  worth.set(replies, own);
  const marks = own.get(id) ?? marksIn(dataOf([id]), eventsOf(dataOf([id]), [id], replies, {}));
  own.set(id, marks);
  return marks;
};

export const scenarioOf = (id: string): Scenario => {
  const scenario = library.scenarios.get(id);
  if (!scenario) throw new Error(`no case ${id}`);
  return scenario;
};

/** What a trainee of the case's testplan says. */
export const repliesOf = (id: string, who: string): readonly Reply[] => {
  const replies = library.testplans.get(id)?.[who]?.replies;
  if (!replies) throw new Error(`${id} has no trainee ${who}`);
  return replies;
};

/** The same words to that case's customer only, for drills with several. */
export const addressedTo = (id: string, replies: readonly Reply[]): Reply[] =>
  replies.map((reply) => ({ ...reply, to: `${id}/${reply.to}` }));
