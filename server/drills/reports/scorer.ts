import type { Report } from '#contract/report.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import type { ContentCache } from '#drills/catalog/content-cache.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import type { ContentData, Scenario } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import type { GoalBefore } from '#scoring/next/goal.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { readLog } from './drill-log.ts';
import { rulingsOf } from './rulings-of.ts';

export type Scored = { report: Report; events: readonly DrillEvent[]; content: ContentData };

/** Scores an ended drill by its log, its pinned content and the rulings on it; by another rubric where one is given. */
export type Scorer = (row: DrillRow, rubric: Rubric | null, goal: GoalBefore | null) => Scored;

export function createScorer(
  engine: Pick<DrillEngine, 'makeReport'>,
  storage: Storage,
  contents: ContentCache,
  catalog: Pick<Catalog, 'data'>,
): Scorer {
  /**
   * What is practised next comes from what ships and from what was played: a report says the same whatever a school
   * publishes or withdraws afterwards.
   */
  const available = ({ scenarios }: ContentData): readonly Scenario[] => {
    const shipped = catalog.data.scenarios;
    const own = scenarios.filter(({ id }) => !shipped.some((one) => one.id === id));
    return own.length === 0 ? shipped : [...shipped, ...own];
  };

  return ({ id, contentHash }, rubric, goal) => {
    const events = readLog(storage, id).map(({ event }) => event);
    const { data } = contents.get(contentHash);
    const content = rubric === null ? data : { ...data, rubric };
    const report = engine.makeReport(content, events, available(content), rulingsOf(storage, id), goal);
    return { report, events, content };
  };
}
