/** The run and the seat this desk's drill belongs to. Null: the trainee's own practice. */
import { useEffect } from 'react';
import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import { useLeftPage } from '#client/lib/hooks/use-left-page.ts';
import { retryAddress } from '#client/lib/reports/retry-address.ts';
import { useExamPlace } from '#client/lib/seat/exam-place.ts';
import { joinSeat } from '#client/lib/seat/seat-live.ts';
import { openSeat, useSeat } from '#client/lib/seat/seat-store.ts';
import type { DrillSummary } from '#contract/bodies.ts';
import type { SeatBody } from '#contract/runs.ts';
import { useDrill } from './drill-store.ts';
import { currentTransport } from './drill-transport.ts';

export type RunPlace = NonNullable<DrillSummary['run']>;
export type Retry = NonNullable<DrillSummary['retry']>;
/** `retry`: the turn of the trainee's own earlier drill that is done again here. */
export const useDrillRun = create<{ run: RunPlace | null; retry: Retry | null }>(() => ({ run: null, retry: null }));

/** The longest a turn done again may last, in milliseconds from 开始 (RULES N7). */
export const TURN_ATTEMPT_MS = 90_000;

export const useIsTurnAttempt = (): boolean => useDrillRun((state) => state.run?.redo === true || state.retry !== null);

/** Milliseconds left of a turn done again, rounded up to whole seconds; null before 开始 and in any other drill. */
export const useTurnAttemptLeftMs = (): number | null => {
  const isTurnAttempt = useIsTurnAttempt();
  const beganAt = useDrill((state) => (state.view.stopReason === 'not-started' ? null : state.view.beganAt));
  const leftMs = useDrillClock(({ now }) =>
    beganAt === null ? null : Math.ceil(Math.max(0, beganAt + TURN_ATTEMPT_MS - now) / 1000) * 1000,
  );
  return isTurnAttempt ? leftMs : null;
};

/** The teacher has stopped everybody: this drill's clock, or, before the drill began, the whole run. */
export const useIsFrozen = (): boolean => {
  const isInRun = useDrillRun((state) => state.run !== null);
  const isRunFrozen = useSeat((state) => state.body?.run.frozen === true);
  const stopReason = useDrill((state) => state.view.stopReason);
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  return !hasEnded && (stopReason === 'freeze' || (stopReason === 'not-started' && isInRun && isRunFrozen));
};

/** Joins the drill's seat on the desk's own connection, again after every loss, and when another device took the desk. */
export const useDeskSeat = (run: DrillSummary['run'], retry: DrillSummary['retry']): void => {
  const seat = run?.seat ?? null;
  const isLive = useDrill((state) => state.link.kind === 'live');
  const isElsewhere = useDrill((state) => state.isElsewhere);
  useEffect(() => {
    useDrillRun.setState({ run, retry });
    return () => useDrillRun.setState({ run: null, retry: null });
  }, [run, retry]);
  useEffect(() => {
    // Without a run this clears the seat, so that no other seat's news shows on this desk.
    openSeat(seat ?? '');
  }, [seat]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a desk taken elsewhere may mean that the seat moved: ask
  useEffect(() => {
    const transport = currentTransport();
    if (seat === null || !isLive || transport === null) return;
    return joinSeat(seat, transport.send);
  }, [seat, isLive, isElsewhere]);
};

/** In an exam of parts the server is told each time this page is hidden while its customers are served (RULES O23). */
export const useExamLeft = (run: DrillSummary['run'], mode: DrillSummary['mode'] | null): void => {
  const { left } = useExamPlace();
  const hasWindow = useSeat(({ body }) => body?.homework !== undefined);
  const isOver = useDrill(({ view }) => view.endReason !== null);
  const isCounted = run !== null && !run.redo && mode === 'exam' && hasWindow && !isOver;
  useLeftPage(isCounted ? () => left(run.seat, 'customers') : null);
};

/** What a desk's drill belongs to: nothing, a seat, or a turn of an earlier drill. */
type DrillOrigin = Pick<DrillSummary, 'run' | 'retry'> | null;

/**
 * Where a desk's exit leads: to its seat, to a retry's report, else home. `left` keeps the seat's page from going
 * straight back to the desk.
 */
export const deskExit = (origin: DrillOrigin, drillId: string): { to: string; state?: { left: string } } => {
  if (origin?.retry) return { to: retryAddress(origin.retry) };
  const run = origin?.run ?? null;
  return run === null ? { to: '/' } : { to: `/seats/${encodeURIComponent(run.seat)}`, state: { left: drillId } };
};

/** The exit of a desk whose drill may not be loaded yet: then it leads home. */
export const exitOfDrill = (summary: DrillSummary | null): ReturnType<typeof deskExit> =>
  summary === null ? { to: '/' } : deskExit(summary, summary.id);

/** What an ended desk calls to: a replay task, an attempt that is going on, or another attempt that may be started. */
export type NextStep = { kind: 'redo' | 'serving'; drill: string } | { kind: 'again'; attemptsLeft: number };

const nextStepOf = (body: SeatBody | null, run: RunPlace | null, drillId: string): NextStep | null => {
  if (body === null || run === null || body.seat.id !== run.seat || body.run.ended) return null;
  const { redo } = body;
  if (redo !== null && !redo.done && redo.drill !== drillId) return { kind: 'redo', drill: redo.drill };
  if (body.state === 'serving' && body.drill !== null && body.drill !== drillId)
    return { kind: 'serving', drill: body.drill };
  // Homework is begun on its own page, which says until when and what counts.
  if (body.homework !== undefined) return null;
  const attemptsLeft = body.attemptsLeft ?? 0;
  if (body.state === 'done' && body.run.stage === 'drill' && !body.run.frozen && attemptsLeft > 0)
    return { kind: 'again', attemptsLeft };
  return null;
};

/** Null: nothing to call to. Only while the connection is live, since older news of the seat may be out of date. */
export const useNextStep = (drillId: string): NextStep | null => {
  const run = useDrillRun((state) => state.run);
  return useSeat(useShallow(({ body, link }) => (link === 'live' ? nextStepOf(body, run, drillId) : null)));
};
