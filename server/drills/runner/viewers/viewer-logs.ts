import { createPresenter } from '#drills/present/present.ts';
import { readLog } from '#drills/reports/drill-log.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { Storage } from '#storage/storage.ts';
import type { ShownLog, ShownLogs } from './shown-logs.ts';

export type ViewerLogs = {
  desk(): ShownLog;
  /** What watchers are shown; null while nobody watches. */
  staff(): ShownLog | null;
  /** Shows both the next event of the past, so that they know it. */
  recall(event: DrillEvent): void;
  /** Starts both anew: `recall` is about to show them the whole log. */
  restart(isWatched: boolean): void;
  /** Reads and presents what the desk or, with `asStaff`, watchers are going to be sent, where it isn't kept. */
  recallFor(asStaff: boolean): Promise<void>;
  closeStaff(): void;
  dispose(): void;
};

/**
 * A drill's log as its desk is shown it and, while somebody watches, as watchers are, who see more of it. `lastSeq`: how
 * long the log is now.
 */
export const createViewerLogs = (
  { storage, shownLogs }: { storage: Storage; shownLogs: ShownLogs },
  id: string,
  content: Content,
  lastSeq: () => number,
): ViewerLogs => {
  const openLog = (asStaff: boolean): ShownLog =>
    shownLogs.open(
      () => createPresenter(content, asStaff),
      () => readLog(storage, id),
    );
  let deskLog = openLog(false);
  let recalledCount = 0;
  let staffLog: ShownLog | null = null;

  const openForStaff = async (): Promise<void> => {
    let rows = await readLog(storage, id);
    // What happened while it was read must be in it, too: the view goes on from there.
    while ((rows.at(-1)?.seq ?? 0) < lastSeq()) rows = await readLog(storage, id);
    if (staffLog !== null) return;
    staffLog = openLog(true);
    const end = lastSeq();
    for (const row of rows) if (row.seq <= end) staffLog.show(row.seq, row.event);
  };
  let openingStaffLog: Promise<void> | null = null;

  return {
    desk: () => deskLog,
    staff: () => staffLog,
    recall: (event) => {
      recalledCount += 1;
      deskLog.show(recalledCount, event);
      staffLog?.show(recalledCount, event);
    },
    restart: (isWatched) => {
      recalledCount = 0;
      deskLog.dispose();
      deskLog = openLog(false);
      staffLog?.dispose();
      staffLog = isWatched ? openLog(true) : null;
    },
    recallFor: async (asStaff) => {
      if (!asStaff || staffLog !== null) return (asStaff ? staffLog : deskLog)?.recall();
      openingStaffLog ??= openForStaff().finally(() => {
        openingStaffLog = null;
      });
      await openingStaffLog;
    },
    closeStaff: () => {
      staffLog?.dispose();
      staffLog = null;
    },
    dispose: () => {
      deskLog.dispose();
      staffLog?.dispose();
    },
  };
};
