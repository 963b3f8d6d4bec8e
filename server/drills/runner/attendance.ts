import type { Clock } from '#common/clock.ts';
import { createSingleTimer } from '#common/single-timer.ts';
import type { Joined } from '#contract/commands.ts';
import type { Viewer } from '#drills/runner/viewers/desk.ts';
import { EXAM_LOST_MS, isExam, waitsInExam } from './exam-disconnect-budget.ts';
import type { LiveDrill } from './live-drill.ts';
import { createStoppedClock } from './stopped-clock.ts';

/** A lost trainee's clock runs on for so long (RULES C4). */
export const GRACE_MS = 10_000;

export type Attendance = {
  /** Sends what the viewer missed; with `takesDesk` it becomes the desk, and a drill that waited for it goes on. */
  join(viewer: Viewer, after: number, takesDesk: boolean): Joined;
  /** `lostAt`: when the viewer was last heard of (epoch milliseconds). */
  leave(viewerId: string, lostAt: number): void;
  /** Sends everybody at the desk away, because the drill belongs to another device now. */
  dismiss(): void;
  /** A teacher froze the drill or let it go: brings the clock to where it should be. */
  frozenChanged(done: () => void): void;
  /** The server was away until just now: stops the clock where it was last alive, then counts down. */
  serverSlept(aliveAt: number): void;
  /** Stops the clock for the server's own reasons, at a moment on the wall. */
  stopForServer(wall: number, done: () => void): void;
  /** Whether somebody is here, or something is still to be done about who isn't. */
  isExpecting(): boolean;
  dispose(): void;
};

export type AttendanceHooks = {
  /** Somebody left, or the clock stopped with nobody there. */
  onLeft(): void;
  /** The desk was taken or left. */
  onAttended(isThere: boolean): void;
  isFrozen(): boolean;
};

/** Who is at a drill's desk, and what their coming and going does to its clock. */
export const createAttendance = (
  live: LiveDrill,
  clock: Clock,
  { onLeft, onAttended, isFrozen }: AttendanceHooks,
): Attendance => {
  const { desk } = live;
  const isExamDrill = isExam(live.drill());
  const stoppedClock = createStoppedClock(live, clock, { left: onLeft, frozen: isFrozen });
  const grace = createSingleTimer(clock);

  const startGrace = (lostAt: number): void => {
    onAttended(false);
    stoppedClock.stopCountdown();
    if (!live.running()) return;
    const stopWallAt = lostAt + GRACE_MS;
    grace.set(Math.max(0, stopWallAt - clock.now()), () => {
      if (isExamDrill && live.lost().lostMs >= EXAM_LOST_MS) onLeft();
      else stoppedClock.stopAt(stopWallAt, 'connection', onLeft);
    });
  };

  /** Drops the timers that wait for a trainee who is away. */
  const cancelTimers = (): void => {
    grace.cancel();
    stoppedClock.cancelRunOn();
  };

  return {
    join: (viewer, after, takesDesk) => {
      const wasTaken = desk.isTaken();
      if (takesDesk) desk.take(viewer, live.id);
      live.catchUp(viewer, after);
      for (const notice of live.typing.current()) viewer.sendTyping({ drillId: live.id, ...notice });
      const joined: Joined = {
        seq: live.drill().seq,
        now: live.now(),
        mine: desk.isDesk(viewer.id),
        running: live.running(),
      };
      if (joined.mine) {
        cancelTimers();
        stoppedClock.resume(() => {});
        if (!wasTaken) onAttended(true);
      }
      const resumesInMs = stoppedClock.resumesInMs();
      return resumesInMs === null ? joined : { ...joined, resumesInMs };
    },
    leave: (viewerId, lostAt) => {
      if (desk.leave(viewerId)) startGrace(lostAt);
      onLeft();
    },
    dismiss: () => {
      if (desk.dismiss(live.id)) startGrace(clock.now());
      onLeft();
    },
    frozenChanged: stoppedClock.resume,
    serverSlept: (aliveAt) => {
      if (!live.running() && !waitsInExam(live.drill())) return;
      cancelTimers();
      stoppedClock.stopAt(aliveAt, 'server', onLeft);
    },
    stopForServer: (wall, done) => {
      cancelTimers();
      stoppedClock.stopCountdown();
      if (live.running() || live.busy() || waitsInExam(live.drill())) stoppedClock.stopAt(wall, 'server', done);
      else done();
    },
    isExpecting: () => !desk.isEmpty() || grace.leftMs() !== null || stoppedClock.expectsRunOn(),
    dispose: () => {
      cancelTimers();
      stoppedClock.stopCountdown();
    },
  };
};
