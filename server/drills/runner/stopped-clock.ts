import type { Clock } from '#common/clock.ts';
import { createSingleTimer } from '#common/single-timer.ts';
import { EXAM_LOST_MS, waitsInExam } from './exam-disconnect-budget.ts';
import type { LiveDrill } from './live-drill.ts';
import type { RunnerRequest } from './requests.ts';

/** Milliseconds the trainee has to get ready after the server was away (RULES C4). */
export const COUNTDOWN_MS = 5000;

/** Stops a drill's clock and lets it go on: after the countdown, or when an exam's budget is used up. */
export type StoppedClock = {
  /** Stops the clock at a moment of the past. Stops a running clock only, or an exam's that would run on. */
  stopAt(wall: number, why: 'connection' | 'server', done: () => void): void;
  /** Lets the clock go on, or stops it, as the desk and a freeze ask for now. */
  resume(done: () => void): void;
  /** Milliseconds left of the countdown; null when none runs. */
  resumesInMs(): number | null;
  stopCountdown(): void;
  /** Whether an exam's clock is to run on with nobody there, once its budget is used. */
  expectsRunOn(): boolean;
  cancelRunOn(): void;
};

/** `left`: the clock of an exam ran on with nobody there. */
export const createStoppedClock = (
  live: LiveDrill,
  clock: Clock,
  { left: onLeft, frozen: isFrozen }: { left(): void; frozen(): boolean },
): StoppedClock => {
  const countdown = createSingleTimer(clock);
  const runOnTimer = createSingleTimer(clock);

  const submit = (request: RunnerRequest, done: () => void): void =>
    live.submit({ commandId: null, receivedAt: clock.now(), request, answer: () => afterCommand(done) });

  /** Begins the countdown where the server was away and somebody is at the desk again. */
  const countDown = (): void => {
    const { ended, clock: clockState } = live.drill();
    const mustCountDown =
      ended === null && !clockState.running && clockState.why === 'server' && live.desk.isTaken() && !isFrozen();
    if (!mustCountDown || countdown.leftMs() !== null) return;
    countdown.set(COUNTDOWN_MS, () => submit({ kind: 'attendance', ready: true }, () => {}));
  };

  /** After every command that may have moved the clock. In an exam, lost connections hold it for three minutes in all. */
  const afterCommand = (done: () => void): void => {
    countDown();
    runOnTimer.cancel();
    const { lostMs, lostSince } = live.lost();
    if (waitsInExam(live.drill()) && !live.desk.isTaken() && lostSince !== null) {
      const runsOnAt = lostSince + EXAM_LOST_MS - lostMs;
      runOnTimer.set(Math.max(0, runsOnAt - clock.now()), () => submit({ kind: 'budget-used' }, onLeft));
    }
    done();
  };

  return {
    stopAt: (wall, why, done) =>
      live.submitFirst({
        commandId: null,
        receivedAt: wall,
        request: { kind: 'lost', at: live.timeAt(wall), why },
        answer: () => afterCommand(done),
      }),
    resume: (done) => {
      if (isFrozen()) countdown.cancel();
      else countDown();
      submit({ kind: 'attendance', ready: false }, done);
    },
    resumesInMs: countdown.leftMs,
    stopCountdown: countdown.cancel,
    expectsRunOn: () => runOnTimer.leftMs() !== null,
    cancelRunOn: runOnTimer.cancel,
  };
};
