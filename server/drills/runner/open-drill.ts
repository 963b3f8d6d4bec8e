import { failure, type Reply } from '#contract/errors.ts';
import { type Catalogs, SHIPPED_ONLY } from '#drills/catalog/catalog.ts';
import type { RushRound } from '#drills/catalog/rush-round.ts';
import { decideWith } from '#drills/judging/judge.ts';
import { advance, initialClockMap } from '#drills/reports/clock-map.ts';
import { arrivals, DEFAULT_PACE } from '#engine/customer/arrivals.ts';
import type { ContentData } from '#engine/model/content.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { DrillCases, DrillRow } from '#storage/storage.ts';
import type { DrillNeeds } from './drill-needs.ts';
import { cardWithout, type Opening } from './opening.ts';

/** Story minutes to one minute at the desk where no run sets another pace (RULES C2). */
export const PACE = DEFAULT_PACE;

/** Makes a drill of these scenarios (ids must exist), its clock not started. */
export const openDrill = async (
  needs: DrillNeeds,
  catalogs: Pick<Catalogs, 'contentFrom'>,
  {
    id,
    guest,
    scenarios,
    seed,
    mode,
    place,
    setting,
    rush,
    project,
    rolePlay,
    lead,
    transfers,
    from = SHIPPED_ONLY,
    card = cardWithout(seed),
  }: Opening,
): Promise<Reply<DrillRow>> => {
  const { contents, clock } = needs;
  const { data, hash } = await catalogs.contentFrom(
    from,
    [...(rush ? new Set(scenarios) : (project?.all ?? scenarios)), ...(setting?.incidents ?? [])],
    card,
    rush?.deals,
  );
  const content = contents.ready(hash, data);
  const decided = await decideWith(needs, content, emptyDrill, {
    kind: 'open',
    at: 0,
    contentHash: hash,
    seed,
    mode,
    pace: setting?.pace ?? PACE,
    customers: rush?.customers ?? arrivals(project?.first ?? scenarios, setting?.arrivals, setting?.minutes),
    ...(rush && { rush: rush.opened }),
    ...(project && { project: { comes: project.comes, next: project.next } }),
    ...(rolePlay && { rolePlay }),
    ...(lead && { lead }),
    ...(transfers && { transfers }),
    ...(setting?.ownClock === true && { limitMs: setting.minutes * 60_000 }),
  });
  if (!decided.ok) return { ok: false, error: failure(decided.error.code, decided.error.detail) };
  const row: DrillRow = {
    id,
    guest,
    contentHash: hash,
    ...(rush ? rushIn(rush) : { scenarios }),
    mode,
    state: 'opened',
    openedAt: clock.now(),
    endedAt: null,
    score: null,
    place,
    retry: null,
  };
  return storeOpened(needs, row, decided.value, data);
};

/** `drawn` in no order: that of the customers is the order in which they come. */
const rushIn = ({ opened, customers }: RushRound): DrillCases => {
  const { profile, level, minutes, dial, capacity } = opened;
  const drawn = [...new Set(customers.map(({ scenario }) => scenario))].sort();
  return { rush: { profile, level, minutes, dial, capacity }, drawn };
};

/**
 * Stores a new drill with its first events, its clock standing. `content`: what it pins; left out where another drill
 * pins it. Its row comes first, since from then on nobody deletes its content, and its events last, since with them the
 * drill is there.
 */
export const storeOpened = async (
  { engine, storage, commit, contents, observers }: DrillNeeds,
  row: DrillRow,
  events: readonly DrillEvent[],
  content?: ContentData,
): Promise<Reply<DrillRow>> => {
  await storage.createDrill(row);
  if (content !== undefined) await contents.store(row.contentHash, content);
  return new Promise((done) => {
    commit.add(
      {
        drill: row.id,
        expectedSeq: 0,
        commandId: null,
        at: row.openedAt,
        events,
        ack: null,
        dueAt: null,
        state: 'opened',
        running: false,
        endedAt: null,
      },
      (result) => {
        if (!result.ok) return done({ ok: false, error: failure(storage.health.refusal()) });
        const drill = engine.fold(emptyDrill, events);
        observers.happened(row, events, { drill, map: advance(initialClockMap(row.openedAt), events, row.openedAt) });
        done({ ok: true, value: row });
      },
    );
  });
};
