/** Whole drills over the shipped cases: prepared once a set of cases, played in virtual time, scored. */

import { playDrill } from '#authoring/play-drill.ts';
import type { Report } from '#contract/report.ts';
import type { Command } from '#engine/commands.ts';
import type { ContentData, Scenario } from '#engine/content.ts';
import type { DrillEvent, Mode } from '#engine/events.ts';
import { type Content, prepare } from '#engine/prepare.ts';
import { contentFor } from '#library/load.ts';
import type { Reply } from '#library/schema-testplan.ts';
import { makeReport } from '#scoring/report.ts';
import { library } from '../../support/library.ts';

export { library };
export const CASES = [...library.scenarios.keys()];

export type Played = { data: ContentData; events: DrillEvent[]; report: Report };
export type How = { seed?: number; mode?: Mode; befalls?: readonly Command[]; data?: ContentData };

const prepared = new WeakMap<ContentData, Content>();
const stored = new Map<string, ContentData>();

/** The content of these cases, the same object each time. */
export function dataOf(ids: readonly string[]): ContentData {
  const key = ids.join(' ');
  const data = stored.get(key) ?? contentFor(library, [...ids]).data;
  stored.set(key, data);
  return data;
}

function preparedOf(data: ContentData): Content {
  const content = prepared.get(data) ?? prepare(data);
  prepared.set(data, content);
  return content;
}

/** Plays and scores; `data` stands in for the shipped content of `ids`. */
export function play(ids: readonly string[], replies: readonly Reply[], how: How = {}): Played {
  const { seed = 1, mode = 'lesson', befalls = [], data = dataOf(ids) } = how;
  const events = playDrill(preparedOf(data), { scenarios: ids, replies, seed, mode, contentHash: 'h', befalls });
  return { data, events, report: makeReport(data, events) };
}

export function scenarioOf(id: string): Scenario {
  const scenario = library.scenarios.get(id);
  if (!scenario) throw new Error(`no case ${id}`);
  return scenario;
}

/** What a trainee of the case's testplan says. */
export function repliesOf(id: string, who: string): readonly Reply[] {
  const replies = library.testplans.get(id)?.[who]?.replies;
  if (!replies) throw new Error(`${id} has no trainee ${who}`);
  return replies;
}

/** The same words to that case's customer only, for drills with several. */
export const addressedTo = (id: string, replies: readonly Reply[]): Reply[] =>
  replies.map((reply) => ({ ...reply, to: `${id}/${reply.to}` }));
