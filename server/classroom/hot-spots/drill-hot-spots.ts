/** What the customers of a school's published drills came with, by type and week (RULES J26). */
import { runsSeenBy } from '#classroom/accounts/mentor-view.ts';
import { yieldToOthers } from '#classroom/results/run-drills.ts';
import { type Counted, hotSpotsOf } from '#classroom/service-tables/hot-spots.ts';
import { isPublished, stateOf } from '#classroom/terms/term-items.ts';
import type { SignedIn } from '#common/access.ts';
import type { HotSpots } from '#contract/service-data/hot-spots.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import { complaintKindsOf } from '#drills/catalog/complaint-kinds.ts';
import { say } from '#i18n/say.ts';
import { nameOfType } from '#scoring/facts/trade-texts.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = {
  storage: Pick<Storage, 'runs' | 'drillsOfRun' | 'people' | 'mentors'>;
  catalogs: Pick<Catalogs, 'data' | 'short' | 'momentCases'>;
  now: number;
};

const WEEK_MS = 7 * DAY_MS;
/** As many months as are shown, and a little: the first of them is cut off by day, not by week. */
const LONGEST_WEEKS = 27;

/**
 * A customer each of the ended drills of lessons, homework and exams that are over and published, of the last six months.
 * What they complained of is what their case says (RULES J93); `uncounted`: those whose case says nothing of it. A retry of a class's task is the same customer again and isn't counted.
 */
export const drillHotSpots = async (
  { storage, catalogs, now }: Needs,
  staff: Pick<SignedIn, 'role' | 'school'>,
): Promise<HotSpots> => {
  const since = now - LONGEST_WEEKS * WEEK_MS;
  const types = new Map(catalogs.data.types.map((type) => [type.id, nameOfType(type)]));
  const complaintIn = complaintKindsOf(catalogs);
  let uncounted = 0;
  const counted: Counted[] = [];
  const isSeen = await runsSeenBy(storage, staff);
  for (const run of (await storage.runs.runsOf(staff.school)).filter(isSeen)) {
    if (run.createdAt < since - WEEK_MS * LONGEST_WEEKS || stateOf(run, now) !== 'ended' || !isPublished(run)) continue;
    await yieldToOthers();
    for (const drill of await storage.drillsOfRun(run.id)) {
      if (drill.state !== 'ended' || drill.openedAt < since || drill.place?.redo != null) continue;
      for (const scenario of drill.rush === undefined ? drill.scenarios : drill.drawn) {
        // A school's own case has no entry here, but every case's id begins with its type.
        const topic = types.get(scenario.split('/')[0] ?? '');
        if (topic === undefined) continue;
        const kind = complaintIn(scenario);
        if (kind === null) uncounted += 1;
        counted.push({
          at: drill.openedAt,
          topic,
          complaint: kind === null ? '' : say(`service-tables:kind.${kind}`),
          n: 1,
        });
      }
    }
  }
  return { ...hotSpotsOf(counted), uncounted };
};
