import { failure, type Reply, refused } from '#contract/errors.ts';
import type { Viewer } from '#drills/runner/viewers/desk.ts';
import type { LoadedDrill } from './drill-loader.ts';
import type { DrillDesk, DrillViewing } from './ports.ts';
import type { Registry } from './registry.ts';

/** Who has a place at which drill: at its desk, or looking on. */
export const createViewerPlaces = (registry: Registry): Pick<DrillDesk, 'join' | 'leave'> & DrillViewing => {
  /** Joins whose drill is being read, each by its viewer. Who leaves meanwhile gets no place at it. */
  const joins = new Set<{ viewer: string }>();
  const wakeFor = async (drillId: string, viewer: Viewer, isStaff: boolean): Promise<Reply<LoadedDrill>> => {
    registry.check();
    const thisJoin = { viewer: viewer.id };
    joins.add(thisJoin);
    const live = await registry.wake(drillId).catch((error: unknown) => {
      joins.delete(thisJoin);
      throw error;
    });
    await live?.drill.recallFor(isStaff);
    const isThere = joins.delete(thisJoin);
    if (live === null) return { ok: false, error: failure('unknown-drill') };
    if (!isThere) {
      registry.unloadIfIdle(live);
      return refused('drill-moving');
    }
    // It may have been let go while its log was read.
    return registry.get(drillId) === live ? { ok: true, value: live } : wakeFor(drillId, viewer, isStaff);
  };

  /** Drills at which a viewer may have a place. When hundreds leave at once, each is looked for there and nowhere else. */
  const drillsOfViewers = new Map<string, Set<string>>();
  const notePlace = (viewerId: string, drillId: string): void => {
    const drillIds = drillsOfViewers.get(viewerId) ?? new Set();
    drillsOfViewers.set(viewerId, drillIds.add(drillId));
  };

  return {
    join: async (drillId, viewer, after, take) => {
      const woken = await wakeFor(drillId, viewer, false);
      if (!woken.ok) return woken;
      notePlace(viewer.id, drillId);
      return { ok: true, value: woken.value.attendance.join(viewer, after, take) };
    },
    leave: (viewerId, lostAt) => {
      registry.check();
      for (const join of joins) if (join.viewer === viewerId) joins.delete(join);
      const drillIds = drillsOfViewers.get(viewerId) ?? [];
      drillsOfViewers.delete(viewerId);
      for (const drillId of drillIds) {
        const live = registry.get(drillId);
        if (live === undefined) continue;
        const watched = live.drill.unwatch(viewerId);
        if (live.drill.desk.has(viewerId)) live.attendance.leave(viewerId, lostAt);
        else if (watched) registry.unloadIfIdle(live);
      }
    },
    watch: async (drillId, viewer, after) => {
      const woken = await wakeFor(drillId, viewer, true);
      if (!woken.ok) return woken;
      const { drill } = woken.value;
      notePlace(viewer.id, drillId);
      drill.watch(viewer, after);
      return {
        ok: true,
        value: { seq: drill.drill().seq, now: drill.now(), mine: false, running: drill.running() },
      };
    },
    unwatch: (drillId, viewerId) => {
      const live = registry.get(drillId);
      if (live?.drill.desk.has(viewerId) !== true) drillsOfViewers.get(viewerId)?.delete(drillId);
      if (live === undefined) return;
      live.drill.unwatch(viewerId);
      registry.unloadIfIdle(live);
    },
  };
};
