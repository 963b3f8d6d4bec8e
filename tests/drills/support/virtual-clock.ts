import type { Clock } from '#common/clock.ts';

export type VirtualClock = Clock & {
  /** Lets everything that is ready happen, commits included. */
  settle(): Promise<void>;
  /** Moves time on, firing each timer at its own moment. */
  advance(ms: number): Promise<void>;
  /** Moves time on without firing anything, as sleep does; what was missed fires at the next `advance`. */
  sleep(ms: number): void;
  /** Drops all timers, as the death of the process does. */
  forget(): void;
};

type Timer = { at: number; callback: () => void };

const loopTurn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** `turn`: what `settle` waits for, eight times; code that reads and writes nothing is ready without a turn of the loop. */
export const virtualClock = (start = 1_800_000_000_000, turn: () => Promise<void> = loopTurn): VirtualClock => {
  let now = start;
  let timers: Timer[] = [];
  const settle = async (): Promise<void> => {
    for (let turns = 0; turns < 8; turns++) await turn();
  };
  return {
    now: () => now,
    setTimer: (ms, callback) => {
      const timer = { at: now + Math.max(0, ms), callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    settle,
    sleep: (ms) => {
      now += ms;
    },
    forget: () => {
      timers = [];
    },
    advance: async (ms) => {
      const end = now + ms;
      await settle();
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers = timers.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.callback();
        await settle();
      }
      now = end;
      await settle();
    },
  };
};
