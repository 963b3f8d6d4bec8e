import type { DrillEvents } from '#contract/wire-events.ts';
import type { Presenter } from '#drills/present/present.ts';
import type { DrillEvent } from '#engine/model/events.ts';

/** A wire event with the position of its event in the log. */
export type ShownEvent = DrillEvents['events'][number];

/**
 * Wire events kept at most in the whole process, some sixty megabytes: 800 drills of a quarter of an hour. The drills
 * that nobody has caught up with for the longest time are let go first and presented anew when somebody does.
 */
export const MAX_EVENTS_IN_MEMORY = 200_000;

/** A drill's log as one kind of viewer is shown it: presented once, kept for whoever comes later. */
export type ShownLog = {
  /** Presents the next event of the log, at this position: what is shown of it. */
  show(seq: number, event: DrillEvent): ShownEvent[];
  /**
   * Shown events after a position, `most` of them; positions aren't divided, so it may be a few more. Throws when they
   * were let go: `recall` comes first then.
   */
  chunk(after: number, maxEvents: number): { events: ShownEvent[]; isLast: boolean };
  /** Whether the events are kept, so that `piece` gives them. */
  isInMemory(): boolean;
  /** Reads the log and presents it anew, where it was let go. */
  recall(): Promise<void>;
  dispose(): void;
};

export type ShownLogs = {
  /** `presenter` makes a new one, which gets the log from its start; `read` gives the whole log. */
  open(presenter: () => Presenter, read: () => Promise<readonly { seq: number; event: DrillEvent }[]>): ShownLog;
};

/** The shown logs of all drills in memory, with one bound for them together. */
export const createShownLogs = (maxEvents = MAX_EVENTS_IN_MEMORY): ShownLogs => {
  /** The number of events each keeps and how to let them go, least recently asked for first. */
  const entries = new Map<ShownLog, { count: number; unload(): void }>();
  let total = 0;

  const addToTotal = (log: ShownLog, count: number): void => {
    const entry = entries.get(log);
    if (entry === undefined) return;
    entry.count += count;
    total += count;
    for (const [other] of entries) {
      if (total <= maxEvents) return;
      if (other !== log) forget(other);
    }
  };
  const forget = (log: ShownLog): void => {
    const entry = entries.get(log);
    if (entry === undefined) return;
    entries.delete(log);
    total -= entry.count;
    entry.unload();
  };

  return {
    open: (presenter, read) => {
      const present = presenter();
      let lastSeq = 0;
      let events: ShownEvent[] | null = [];
      const markUsed = (): void => {
        const count = entries.get(log)?.count ?? 0;
        entries.delete(log);
        entries.set(log, {
          count,
          unload: () => {
            events = null;
          },
        });
      };
      const presentBy = (by: Presenter, seq: number, event: DrillEvent): ShownEvent[] =>
        by(event).map((wire) => ({ seq, event: wire }));
      const presentAgain = async (): Promise<void> => {
        let rows = await read();
        // While it was read, more may have been shown: that must be in it, too.
        while ((rows.at(-1)?.seq ?? 0) < lastSeq) rows = await read();
        const freshPresenter = presenter();
        // The log may hold a row that isn't shown yet: what is presented ends at `last`.
        events = rows.flatMap(({ seq, event }) => (seq > lastSeq ? [] : presentBy(freshPresenter, seq, event)));
        if (isDisposed) return;
        markUsed();
        addToTotal(log, events.length);
      };
      let isDisposed = false;
      let recalling: Promise<void> | null = null;
      const log: ShownLog = {
        show: (seq, event) => {
          const shown = presentBy(present, seq, event);
          lastSeq = seq;
          events?.push(...shown);
          addToTotal(log, shown.length);
          return shown;
        },
        chunk: (after, limit) => {
          if (events === null) throw new Error('the events of this drill were let go');
          const rows = events;
          markUsed();
          const from = firstAfter(rows, after);
          let to = Math.min(rows.length, from + limit);
          while (to < rows.length && rows[to]?.seq === rows[to - 1]?.seq) to += 1;
          return { events: rows.slice(from, to), isLast: to === rows.length };
        },
        isInMemory: () => events !== null,
        recall: () => {
          if (events !== null) return Promise.resolve();
          recalling ??= presentAgain().finally(() => {
            recalling = null;
          });
          return recalling;
        },
        dispose: () => {
          isDisposed = true;
          forget(log);
        },
      };
      markUsed();
      return log;
    },
  };
};

/** Index of the first event after a position. */
const firstAfter = (events: readonly ShownEvent[], position: number): number => {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.seq ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
};
