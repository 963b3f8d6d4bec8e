/**
 * Time and timers, injected so that tests run in virtual time. The process has two:
 * `systemClock` tells wall time, which what people read from a calendar goes by: sessions, guests, accounts, uploads,
 * days in file names. It jumps when somebody sets the machine's clock.
 * A steady clock (`createSteadyClock`) tells the time of what lasts: drills with their customers and timers, lessons
 * with their bells, who is connected since when, rates. It never runs backwards.
 */
export type Clock = {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once after `ms`; the returned function cancels. */
  setTimer(ms: number, callback: () => void): () => void;
};

/**
 * Longest wait that setTimeout takes, in milliseconds (24 days). A longer one fires early, and the caller sets its
 * timer again.
 */
const MAX_TIMEOUT_MS = 2_147_483_647;

/** A machine's own clocks, in milliseconds: `wall` since 1970, `monotone` since any moment. */
export type MachineClocks = { wall(): number; monotone(): number; setTimer: Clock['setTimer'] };

/**
 * Wall time that parts from the monotone clock by more milliseconds than this, between one reading and the next, has
 * jumped. It is as long as a gap that counts as sleep (`ASLEEP_MS`), so that a leap ahead is always noticed there.
 */
export const JUMP_MS = 6000;

/**
 * A clock in whole epoch milliseconds that goes by the monotone clock from wall time at the start (RULES C8). Where wall
 * time is set back, this clock runs on from where it is. Where wall time is ahead, this clock follows at once: a machine
 * may not have counted its sleep, and the two can't be told apart. What runs in a drill meanwhile is the heartbeat's to
 * stop. `jumped` is called once for each jump, with milliseconds, below nought where wall time went back.
 */
export const createSteadyClock = ({ wall, monotone, setTimer }: MachineClocks, onJump: (ms: number) => void): Clock => {
  let anchor = wall() - monotone();
  /** Milliseconds by which wall time was behind (below nought) at the last reading. */
  let behindMs = 0;
  return {
    setTimer,
    now: () => {
      const offsetMs = wall() - monotone() - anchor;
      const behindBefore = behindMs;
      behindMs = Math.min(0, offsetMs);
      anchor += offsetMs - behindMs;
      if (Math.abs(offsetMs - behindBefore) > JUMP_MS) onJump(Math.round(offsetMs - behindBefore));
      return Math.round(monotone() + anchor);
    },
  };
};

export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer: (ms, callback) => {
    const timer = setTimeout(callback, Math.min(Math.max(Math.ceil(ms), 0), MAX_TIMEOUT_MS));
    return () => clearTimeout(timer);
  },
};

export const machineClocks: MachineClocks = {
  wall: systemClock.now,
  monotone: () => performance.now(),
  setTimer: systemClock.setTimer,
};
