/** Follows one drill without touching it: join, gaps, coming back (RULES N1), on the run page's own socket. */

import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { currentRunTransport } from '#client/lib/run/run-transport.ts';
import type { DrillEvents, DrillTyping } from '#contract/wire-events.ts';
import { nothingWatched, useWatched } from './watch-store.ts';

const get = useWatched.getState;
const set = useWatched.setState;
const RETRY_MS = 1000;
const FATAL = ['unknown-drill', 'not-allowed', 'not-signed-in', 'bad-request', 'not-found'];

/** Counts joins, so that the answer to an overtaken one is ignored. */
let joins = 0;
/** The log's length when we joined. */
let target = 0;
let retryTimer: ReturnType<typeof setTimeout> | null = null;

const checkCaughtUp = (): void => {
  if (!get().caughtUp && get().last >= target) set({ caughtUp: true });
};

const join = async (): Promise<void> => {
  const { drillId, last } = get();
  if (drillId === null) return;
  const joinNumber = ++joins;
  target = Number.POSITIVE_INFINITY;
  const reply = await currentRunTransport()?.send('drill:watch', { drillId, after: last });
  if (joinNumber !== joins || reply === undefined) return;
  if (reply === null || (!reply.ok && !FATAL.includes(reply.error.code))) {
    if (retryTimer !== null) clearTimeout(retryTimer);
    retryTimer = setTimeout(() => void join(), RETRY_MS);
    return;
  }
  if (!reply.ok) {
    set({ fatal: reply.error });
    return;
  }
  target = reply.value.seq;
  set({ clockNow: reply.value.now, clockAt: performance.now(), running: reply.value.running });
  checkCaughtUp();
};

/** Looks at a drill, at another one, or at none. */
export const watchDrill = (drillId: string | null): void => {
  const old = get().drillId;
  if (old === drillId) return;
  joins++;
  if (retryTimer !== null) clearTimeout(retryTimer);
  if (old !== null) void currentRunTransport()?.send('drill:unwatch', { drillId: old });
  set({ ...nothingWatched, drillId, clockAt: performance.now() });
  if (drillId !== null) void join();
};

export const watchUp = (): void => void join();

export const watchDown = (): void => {
  joins++;
  if (retryTimer !== null) clearTimeout(retryTimer);
  // The desk on screen stops; its clock goes on when the connection is back.
  const { running, clockNow, clockAt } = get();
  if (running) set({ running: false, clockNow: clockNow + (performance.now() - clockAt), clockAt: performance.now() });
};

export const watchEvents = (message: DrillEvents): void => {
  const state = get();
  if (message.drillId !== state.drillId) return;
  if (message.after > state.last) {
    // An event is missing: ask again from the last one we have.
    void join();
    return;
  }
  let { view, typing } = state;
  for (const { seq, event } of message.events) {
    if (seq <= state.last) continue;
    view = foldDrill(view, event, seq);
    if (event.kind === 'customer-said' && event.conversation in typing) {
      const { [event.conversation]: _, ...others } = typing;
      typing = others;
    }
  }
  const lastSeq = Math.max(state.last, message.upTo);
  set({ view, typing, last: lastSeq, clockNow: message.now, clockAt: performance.now(), running: message.running });
  checkCaughtUp();
};

export const watchTyping = ({ drillId, conversation, from, until }: DrillTyping): void => {
  if (drillId !== get().drillId) return;
  set({ typing: { ...get().typing, [conversation]: { from, until: until ?? from } } });
};
