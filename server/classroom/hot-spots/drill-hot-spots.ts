/** What the customers of a school's published drills came with, by type and week (RULES J26). */
import { yieldToOthers } from '#classroom/results/run-drills.ts';
import { type Counted, hotSpotsOf, MOST_WEEKS } from '#classroom/service-tables/hot-spots.ts';
import { isPublished, stateOf } from '#classroom/terms/term-items.ts';
import type { HotSpots } from '#contract/service-data/hot-spots.ts';
import type { ContentData } from '#engine/model/content.ts';
import { nameOfType } from '#scoring/facts/trade-texts.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Pick<Storage, 'runs' | 'drillsOfRun'>; data: Pick<ContentData, 'types'>; now: number };

const WEEK_MS = 7 * 86_400_000;

/**
 * A customer each of the ended drills of lessons, homework and exams that are over and published, of the last twelve
 * weeks. A retry of a class's task is the same customer again and isn't counted.
 */
export async function drillHotSpots({ storage, data, now }: Needs, school: string): Promise<HotSpots> {
  const since = now - MOST_WEEKS * WEEK_MS;
  const types = new Map(
    data.types.map((type) => [type.id, { name: nameOfType(type), isAfter: type.stage === 'after' }]),
  );
  const counted: Counted[] = [];
  for (const run of await storage.runs.runsOf(school)) {
    if (run.createdAt < since - WEEK_MS * MOST_WEEKS || stateOf(run, now) !== 'ended' || !isPublished(run)) continue;
    await yieldToOthers();
    for (const drill of await storage.drillsOfRun(run.id)) {
      if (drill.state !== 'ended' || drill.openedAt < since || drill.place?.redo != null) continue;
      for (const scenario of drill.rush === undefined ? drill.scenarios : drill.drawn) {
        // A school's own case has no entry here, but every case's id begins with its type.
        const type = types.get(scenario.split('/')[0] ?? '');
        if (type === undefined) continue;
        counted.push({ at: drill.openedAt, topic: type.name, complaint: type.isAfter ? type.name : '', n: 1 });
      }
    }
  }
  return hotSpotsOf(counted);
}
