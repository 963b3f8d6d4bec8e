import type { Clock } from '#common/clock.ts';
import { createSingleTimer } from '#common/single-timer.ts';
import type { Joined } from '#contract/commands.ts';
import type { Viewer } from './desk.ts';
import { EXAM_LOST_MS, isExam, waitsInExam } from './exam-disconnect-budget.ts';
import type { LiveDrill } from './live-drill.ts';
import { createStoppedClock } from './stopped-clock.ts';

/** A lost trainee's clock runs on for so long (RULES C4). */
export const GRACE_MS = 10_000;

export type Attendance = {
  /** Sends what the viewer missed; with `take` it becomes the desk, and a drill that waited for it goes on. */
  join(viewer: Viewer, after: number, take: boolean): Joined;
  /** `lostAt`: when the viewer was last heard of (epoch milliseconds). */
  leave(viewerId: string, lostAt: number): void;
  /** Everybody at the desk is sent away: it is somebody else's. */
  dismiss(): void;
  /** A teacher froze the drill or let it go: brings the clock to where it should be. */
  frozenChanged(done: () => void): void;
  /** The server was away until just now: stops the clock where it was last alive, then counts down. */
  slept(aliveAt: number): void;
  /** Stops the clock for the server's own reasons, at a moment on the wall. */
  stopForServer(wall: number, done: () => void): void;
  /** Whether somebody is here, or something is still to be done about who isn't. */
  expects(): boolean;
  dispose(): void;
};

export type AttendanceHooks = {
  /** Somebody left, or the clock stopped with nobody there. */
  left(): void;
  /** The desk was taken or left. */
  attended(there: boolean): void;
  frozen(): boolean;
};

/** Who is at a drill's desk, and what their coming and going does to its clock. */
export function createAttendance(
  live: LiveDrill,
  clock: Clock,
  { left, attended, frozen }: AttendanceHooks,
): Attendance {
  const { desk } = live;
  const exam = isExam(live.drill());
  const stoppedClock = createStoppedClock(live, clock, { left, frozen });
  const grace = createSingleTimer(clock);

  const lose = (lostAt: number): void => {
    attended(false);
    stoppedClock.stopCountdown();
    if (!live.running()) return;
    const stopWall = lostAt + GRACE_MS;
    grace.set(Math.max(0, stopWall - clock.now()), () => {
      if (exam && live.lost().lostMs >= EXAM_LOST_MS) left();
      else stoppedClock.stopAt(stopWall, 'connection', left);
    });
  };

  /** Drops the timers that wait for a trainee who is away. */
  const forget = (): void => {
    grace.cancel();
    stoppedClock.cancelRunOn();
  };

  return {
    join: (viewer, after, take) => {
      const wasTaken = desk.isTaken();
      if (take) desk.take(viewer, live.id);
      live.catchUp(viewer, after);
      for (const notice of live.typing.current()) viewer.typing({ drillId: live.id, ...notice });
      const joined: Joined = {
        seq: live.drill().seq,
        now: live.now(),
        mine: desk.isDesk(viewer.id),
        running: live.running(),
      };
      if (joined.mine) {
        forget();
        stoppedClock.goOn(() => {});
        if (!wasTaken) attended(true);
      }
      const resumesInMs = stoppedClock.resumesInMs();
      return resumesInMs === null ? joined : { ...joined, resumesInMs };
    },
    leave: (viewerId, lostAt) => {
      if (desk.leave(viewerId)) lose(lostAt);
      left();
    },
    dismiss: () => {
      if (desk.dismiss(live.id)) lose(clock.now());
      left();
    },
    frozenChanged: stoppedClock.goOn,
    slept: (aliveAt) => {
      if (!live.running() && !waitsInExam(live.drill())) return;
      forget();
      stoppedClock.stopAt(aliveAt, 'server', left);
    },
    stopForServer: (wall, done) => {
      forget();
      stoppedClock.stopCountdown();
      if (live.running() || live.busy() || waitsInExam(live.drill())) stoppedClock.stopAt(wall, 'server', done);
      else done();
    },
    expects: () => !desk.isEmpty() || grace.leftMs() !== null || stoppedClock.expectsRunOn(),
    dispose: () => {
      forget();
      stoppedClock.stopCountdown();
    },
  };
}
