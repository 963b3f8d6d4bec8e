/**
 * Keeps the watched desk up to date over the run page's own socket: it joins the drill, asks again where an event is
 * missing, and joins again after a loss (RULES N1). The trainee and the drill notice nothing of it.
 */

import { stoppedClock } from '#client/drill/model/clock-reading.ts';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { withoutTyping, withTyping } from '#client/drill/model/typing-spans.ts';
import { currentRunTransport } from '#client/lib/run/run-transport.ts';
import type { DrillEvents, DrillTyping } from '#contract/wire-events.ts';
import { unheardDesk, useWatched, type WatchedDesk } from './watch-store.ts';

const RETRY_MS = 1000;
/** Codes after which asking again is pointless. */
const FATAL_CODES = ['unknown-drill', 'not-allowed', 'not-signed-in', 'bad-request', 'not-found'];

/** Counts joins, so that the answer to an overtaken one is ignored. */
let joinCount = 0;
/** Number of the last event in the log when this page joined; infinite until the server has told it. */
let seqAtJoin = 0;
let retryTimer: ReturnType<typeof setTimeout> | null = null;

const watchedDesk = (): WatchedDesk | null => useWatched.getState().desk;

const updateDesk = (changes: Partial<WatchedDesk>): void => {
  const desk = watchedDesk();
  if (desk !== null) useWatched.setState({ desk: { ...desk, ...changes } });
};

const cancelRetry = (): void => {
  if (retryTimer !== null) clearTimeout(retryTimer);
};

const join = async (): Promise<void> => {
  const desk = watchedDesk();
  if (desk === null) return;
  const { drillId, lastSeq } = desk;
  const joinNumber = ++joinCount;
  seqAtJoin = Number.POSITIVE_INFINITY;
  const reply = await currentRunTransport()?.send('drill:watch', { drillId, after: lastSeq });
  if (joinNumber !== joinCount || reply === undefined) return;
  if (reply === null || (!reply.ok && !FATAL_CODES.includes(reply.error.code))) {
    cancelRetry();
    retryTimer = setTimeout(() => void join(), RETRY_MS);
    return;
  }
  if (!reply.ok) {
    updateDesk({ fatal: reply.error });
    return;
  }
  const { seq, now, running } = reply.value;
  seqAtJoin = seq;
  updateDesk({ clock: { drillMs: now, readAtMs: performance.now(), isRunning: running } });
  noteCaughtUp();
};

const noteCaughtUp = (): void => {
  const desk = watchedDesk();
  if (desk !== null && !desk.isCaughtUp && desk.lastSeq >= seqAtJoin) updateDesk({ isCaughtUp: true });
};

/** Watches this drill instead of the one before; null: none. */
export const watchDrill = (drillId: string | null): void => {
  const previousId = watchedDesk()?.drillId ?? null;
  if (previousId === drillId) return;
  joinCount++;
  cancelRetry();
  if (previousId !== null) void currentRunTransport()?.send('drill:unwatch', { drillId: previousId });
  useWatched.setState({ desk: drillId === null ? null : unheardDesk(drillId) });
  if (drillId !== null) void join();
};

/** The socket is up: joins the watched drill again. */
export const onWatchUp = (): void => void join();

/** The socket is down: the clock of the desk on screen stands still until the connection is back. */
export const onWatchDown = (): void => {
  joinCount++;
  cancelRetry();
  const clock = watchedDesk()?.clock;
  if (clock?.isRunning === true) updateDesk({ clock: stoppedClock(clock, performance.now()) });
};

export const onWatchedEvents = (message: DrillEvents): void => {
  const desk = watchedDesk();
  if (message.drillId !== desk?.drillId) return;
  if (message.after > desk.lastSeq) {
    // An event is missing: ask again from the last one we have.
    void join();
    return;
  }
  let { view, typing } = desk;
  for (const { seq, event } of message.events) {
    if (seq <= desk.lastSeq) continue;
    view = foldDrill(view, event, seq);
    if (event.kind === 'customer-said') typing = withoutTyping(typing, event.conversation);
  }
  updateDesk({
    view,
    typing,
    lastSeq: Math.max(desk.lastSeq, message.upTo),
    clock: { drillMs: message.now, readAtMs: performance.now(), isRunning: message.running },
  });
  noteCaughtUp();
};

export const onWatchedTyping = (message: DrillTyping): void => {
  const desk = watchedDesk();
  if (message.drillId === desk?.drillId) updateDesk({ typing: withTyping(desk.typing, message) });
};
