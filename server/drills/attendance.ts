import type { Joined } from '#contract/commands.ts';
import type { Viewer } from '#drills/desk.ts';
import type { LiveDrill } from '#drills/live-drill.ts';
import type { Clock } from '#server/clock.ts';

/** A lost trainee's clock runs on for so long (RULES C4). */
export const GRACE_MS = 10_000;
/** After the server was away, the trainee gets ready for so long (RULES C4). */
export const COUNTDOWN_MS = 5000;

export type Attendance = {
  /** Sends what the viewer missed; with `take` it becomes the desk, and a drill that waited for it goes on. */
  join(viewer: Viewer, after: number, take: boolean): Joined;
  /** `lostAt`: when the viewer was last heard of (epoch milliseconds). */
  leave(viewerId: string, lostAt: number): void;
  /** The server was away until just now: stops the clock where it was last alive, then counts down. */
  slept(aliveAt: number): void;
  /** Stops a running clock for the server's own reasons, at a moment on the wall. */
  stopForServer(wall: number, done: () => void): void;
  /** Whether somebody is here, or may come back within the grace. */
  expects(): boolean;
  dispose(): void;
};

/** Who is at a drill's desk, and what their coming and going does to its clock. */
export function createAttendance(live: LiveDrill, clock: Clock, left: () => void): Attendance {
  const { desk } = live;
  let cancelLoss: (() => void) | null = null;
  let countdown: { cancel: () => void; until: number } | null = null;

  const stopped = (): string | null => {
    const state = live.drill().clock;
    return state.running ? null : state.why;
  };

  const stopAt = (wall: number, why: 'connection' | 'server', done: () => void): void => {
    const stopTime = live.timeAt(wall);
    live.submitFirst({
      commandId: null,
      receivedAt: wall,
      command: (at) => ({ kind: 'stop', at: Math.max(live.drill().at, Math.min(at, stopTime)), why }),
      done,
    });
  };

  const resume = (): void => {
    live.submit({
      commandId: null,
      receivedAt: clock.now(),
      command: (at, { stoppedMs }) => ({ kind: 'resume', at, stoppedMs }),
      done: () => {},
    });
  };

  const countDown = (): void => {
    countdown?.cancel();
    const cancel = clock.setTimer(COUNTDOWN_MS, () => {
      countdown = null;
      if (desk.isTaken() && stopped() === 'server') resume();
    });
    countdown = { cancel, until: clock.now() + COUNTDOWN_MS };
  };

  const forgetLoss = (): void => {
    cancelLoss?.();
    cancelLoss = null;
  };

  const goOn = (): void => {
    forgetLoss();
    if (live.drill().ended !== null) return;
    if (stopped() === 'connection') resume();
    else if (stopped() === 'server' && countdown === null) countDown();
  };

  return {
    join: (viewer, after, take) => {
      if (take) desk.take(viewer, live.id);
      live.catchUp(viewer, after);
      for (const notice of live.typing.current()) viewer.typing({ drillId: live.id, ...notice });
      const joined: Joined = {
        seq: live.drill().seq,
        now: live.now(),
        mine: desk.isDesk(viewer.id),
        running: live.running(),
      };
      if (joined.mine) goOn();
      return countdown === null ? joined : { ...joined, resumesInMs: Math.max(0, countdown.until - clock.now()) };
    },
    leave: (viewerId, lostAt) => {
      const wasDesk = desk.leave(viewerId);
      if (wasDesk) {
        countdown?.cancel();
        countdown = null;
      }
      if (wasDesk && live.running()) {
        const stopWall = lostAt + GRACE_MS;
        cancelLoss = clock.setTimer(Math.max(0, stopWall - clock.now()), () => {
          cancelLoss = null;
          stopAt(stopWall, 'connection', left);
        });
      }
      left();
    },
    slept: (aliveAt) => {
      if (!live.running()) return;
      forgetLoss();
      stopAt(aliveAt, 'server', () => {
        if (desk.isTaken()) countDown();
        else left();
      });
    },
    stopForServer: (wall, done) => {
      forgetLoss();
      countdown?.cancel();
      countdown = null;
      if (live.running() || live.busy()) stopAt(wall, 'server', done);
      else done();
    },
    expects: () => !desk.isEmpty() || cancelLoss !== null,
    dispose: () => {
      forgetLoss();
      countdown?.cancel();
    },
  };
}
