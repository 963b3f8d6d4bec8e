import { failure } from '#contract/errors.ts';
import type { Viewer } from '#drills/runner/viewers/desk.ts';
import type { LoadedDrill } from './drill-loader.ts';
import type { DrillDesk, DrillViewing } from './ports.ts';
import type { Registry } from './registry.ts';

/** Who has a place at which drill: at its desk, or looking on. */
export const createViewerPlaces = (registry: Registry): Pick<DrillDesk, 'join' | 'leave'> & DrillViewing => {
  /** Viewers whose drill is being read. Who leaves meanwhile gets no place at it. */
  const joiningViewers = new Set<string>();
  const wakeFor = async (drillId: string, viewer: Viewer, isStaff: boolean): Promise<LoadedDrill | null> => {
    registry.check();
    joiningViewers.add(viewer.id);
    const live = await registry.wake(drillId).catch((error: unknown) => {
      joiningViewers.delete(viewer.id);
      throw error;
    });
    await live?.drill.recallFor(isStaff);
    // It may have been let go while its log was read.
    if (live !== null && registry.get(drillId) !== live) return wakeFor(drillId, viewer, isStaff);
    if (joiningViewers.delete(viewer.id) || live === null) return live;
    registry.unloadIfIdle(live);
    return null;
  };

  /** Drills at which a viewer may have a place. When hundreds leave at once, each is looked for there and nowhere else. */
  const drillsOfViewers = new Map<string, Set<string>>();
  const notePlace = (viewerId: string, drillId: string): void => {
    const drillIds = drillsOfViewers.get(viewerId) ?? new Set();
    drillsOfViewers.set(viewerId, drillIds.add(drillId));
  };

  return {
    join: async (drillId, viewer, after, take) => {
      const live = await wakeFor(drillId, viewer, false);
      if (live === null) return { ok: false, error: failure('unknown-drill') };
      notePlace(viewer.id, drillId);
      return { ok: true, value: live.attendance.join(viewer, after, take) };
    },
    leave: (viewerId, lostAt) => {
      registry.check();
      joiningViewers.delete(viewerId);
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
      const live = await wakeFor(drillId, viewer, true);
      if (live === null) return { ok: false, error: failure('unknown-drill') };
      const { drill } = live;
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
