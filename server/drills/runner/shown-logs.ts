import type { DrillEvents } from '#contract/wire-events.ts';
import type { Presenter } from '#drills/present/present.ts';
import type { DrillEvent } from '#engine/model/events.ts';

/** A wire event with the position of its event in the log. */
export type ShownEvent = DrillEvents['events'][number];

/**
 * Wire events kept at most in the whole process, some sixty megabytes: 800 drills of a quarter of an hour. The drills
 * that nobody has caught up with for the longest time are let go first and presented anew when somebody does.
 */
export const MAX_KEPT = 200_000;

/** A drill's log as one kind of viewer is shown it: presented once, kept for whoever comes later. */
export type ShownLog = {
  /** Presents the next event of the log, at this position: what is shown of it. */
  show(seq: number, event: DrillEvent): ShownEvent[];
  /**
   * Shown events after a position, `most` of them; positions aren't divided, so it may be a few more. Throws when they
   * were let go: `recall` comes first then.
   */
  piece(after: number, most: number): { events: ShownEvent[]; isLast: boolean };
  /** Whether the events are kept, so that `piece` gives them. */
  isKept(): boolean;
  /** Reads the log and presents it anew, where it was let go. */
  recall(): Promise<void>;
  dispose(): void;
};

export type ShownLogs = {
  /** `presenter` makes a new one, which gets the log from its start; `read` gives the whole log. */
  open(presenter: () => Presenter, read: () => Promise<readonly { seq: number; event: DrillEvent }[]>): ShownLog;
};

/** The shown logs of all drills in memory, with one bound for them together. */
export function createShownLogs(most = MAX_KEPT): ShownLogs {
  /** The number of events each keeps and how to let them go, least recently asked for first. */
  const kept = new Map<ShownLog, { count: number; letGo(): void }>();
  let total = 0;

  const add = (log: ShownLog, count: number): void => {
    const entry = kept.get(log);
    if (entry === undefined) return;
    entry.count += count;
    total += count;
    for (const [other] of kept) {
      if (total <= most) return;
      if (other !== log) forget(other);
    }
  };
  const forget = (log: ShownLog): void => {
    const entry = kept.get(log);
    if (entry === undefined) return;
    kept.delete(log);
    total -= entry.count;
    entry.letGo();
  };

  return {
    open: (presenter, read) => {
      const present = presenter();
      let last = 0;
      let events: ShownEvent[] | null = [];
      const keep = (): void => {
        const count = kept.get(log)?.count ?? 0;
        kept.delete(log);
        kept.set(log, {
          count,
          letGo: () => {
            events = null;
          },
        });
      };
      const shownBy = (by: Presenter, seq: number, event: DrillEvent): ShownEvent[] =>
        by(event).map((wire) => ({ seq, event: wire }));
      const presentAnew = async (): Promise<void> => {
        let found = await read();
        // While it was read, more may have been shown: that must be in it, too.
        while ((found.at(-1)?.seq ?? 0) < last) found = await read();
        const anew = presenter();
        // The log may hold a row that isn't shown yet: what is presented ends at `last`.
        events = found.flatMap(({ seq, event }) => (seq > last ? [] : shownBy(anew, seq, event)));
        if (isDisposed) return;
        keep();
        add(log, events.length);
      };
      let isDisposed = false;
      let recalling: Promise<void> | null = null;
      const log: ShownLog = {
        show: (seq, event) => {
          const shown = shownBy(present, seq, event);
          last = seq;
          events?.push(...shown);
          add(log, shown.length);
          return shown;
        },
        piece: (after, size) => {
          if (events === null) throw new Error('the events of this drill were let go');
          const found = events;
          keep();
          const from = firstAfter(found, after);
          let to = Math.min(found.length, from + size);
          while (to < found.length && found[to]?.seq === found[to - 1]?.seq) to += 1;
          return { events: found.slice(from, to), isLast: to === found.length };
        },
        isKept: () => events !== null,
        recall: () => {
          if (events !== null) return Promise.resolve();
          recalling ??= presentAnew().finally(() => {
            recalling = null;
          });
          return recalling;
        },
        dispose: () => {
          isDisposed = true;
          forget(log);
        },
      };
      keep();
      return log;
    },
  };
}

/** Index of the first event after a position. */
function firstAfter(events: readonly ShownEvent[], position: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.seq ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
