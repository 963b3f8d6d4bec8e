import type { Clock } from '#common/clock.ts';
import type { Joined } from '#contract/commands.ts';
import type { StopWhy } from '#engine/model/events.ts';
import type { Viewer } from './desk.ts';
import { EXAM_LOST_MS, isExam, waitsInExam } from './exam-disconnect-budget.ts';
import type { LiveDrill } from './live-drill.ts';
import type { HouseRequest } from './requests.ts';

/** A lost trainee's clock runs on for so long (RULES C4). */
export const GRACE_MS = 10_000;
/** After the server was away, the trainee gets ready for so long (RULES C4). */
export const COUNTDOWN_MS = 5000;

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
  let cancelLoss: (() => void) | null = null;
  let cancelRunOn: (() => void) | null = null;
  let countdown: { cancel: () => void; until: number } | null = null;

  const stopped = (): StopWhy | null => {
    const state = live.drill().clock;
    return state.running ? null : state.why;
  };

  const submit = (request: HouseRequest, done: () => void): void =>
    live.submit({
      commandId: null,
      receivedAt: clock.now(),
      request,
      done: () => {
        stood();
        done();
      },
    });

  /** At a moment of the past; only a running clock stops, or one that an exam would let run on. */
  const stopAt = (wall: number, why: 'connection' | 'server', done: () => void): void => {
    live.submitFirst({
      commandId: null,
      receivedAt: wall,
      request: { kind: 'lost', at: live.timeAt(wall), why },
      done: () => {
        stood();
        done();
      },
    });
  };

  const forget = (): void => {
    cancelLoss?.();
    cancelLoss = null;
    cancelRunOn?.();
    cancelRunOn = null;
  };
  const stopCountdown = (): void => {
    countdown?.cancel();
    countdown = null;
  };

  /** Somebody is here again after the server was away. */
  const countDown = (): void => {
    const waits = live.drill().ended === null && stopped() === 'server' && desk.isTaken() && !frozen();
    if (!waits || countdown !== null) return;
    const cancel = clock.setTimer(COUNTDOWN_MS, () => {
      countdown = null;
      submit({ kind: 'attendance', ready: true }, () => {});
    });
    countdown = { cancel, until: clock.now() + COUNTDOWN_MS };
  };

  /** After whatever may have moved the clock. In an exam a lost connection holds it for three minutes in all. */
  function stood(): void {
    countDown();
    cancelRunOn?.();
    cancelRunOn = null;
    const { lostMs, lostSince } = live.lost();
    if (!waitsInExam(live.drill()) || desk.isTaken() || lostSince === null) return;
    const until = lostSince + EXAM_LOST_MS - lostMs;
    cancelRunOn = clock.setTimer(Math.max(0, until - clock.now()), () => {
      cancelRunOn = null;
      submit({ kind: 'budget-used' }, left);
    });
  }

  const goOn = (done: () => void): void => {
    if (frozen()) stopCountdown();
    else countDown();
    submit({ kind: 'attendance', ready: false }, done);
  };

  const lose = (lostAt: number): void => {
    attended(false);
    stopCountdown();
    if (!live.running()) return;
    const stopWall = lostAt + GRACE_MS;
    cancelLoss = clock.setTimer(Math.max(0, stopWall - clock.now()), () => {
      cancelLoss = null;
      if (exam && live.lost().lostMs >= EXAM_LOST_MS) left();
      else stopAt(stopWall, 'connection', left);
    });
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
        goOn(() => {});
        if (!wasTaken) attended(true);
      }
      return countdown === null ? joined : { ...joined, resumesInMs: Math.max(0, countdown.until - clock.now()) };
    },
    leave: (viewerId, lostAt) => {
      if (desk.leave(viewerId)) lose(lostAt);
      left();
    },
    dismiss: () => {
      if (desk.dismiss(live.id)) lose(clock.now());
      left();
    },
    frozenChanged: goOn,
    slept: (aliveAt) => {
      if (!live.running() && !waitsInExam(live.drill())) return;
      forget();
      stopAt(aliveAt, 'server', left);
    },
    stopForServer: (wall, done) => {
      forget();
      stopCountdown();
      if (live.running() || live.busy() || waitsInExam(live.drill())) stopAt(wall, 'server', done);
      else done();
    },
    expects: () => !desk.isEmpty() || cancelLoss !== null || cancelRunOn !== null,
    dispose: () => {
      forget();
      stopCountdown();
    },
  };
}
