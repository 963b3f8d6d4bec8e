/**
 * The connection between this desk and its drill: join, follow, notice gaps, come back, and see every reply through
 * (RULES N1, N2, N5, N6). Module functions over the one drill that is open.
 */

import {
  clockDisconnected,
  clockReconnected,
  GRACE_MS,
  startClock,
  stopClock,
  syncClock,
} from '#client/drill/model/drill-clock.ts';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { withoutTyping, withTyping } from '#client/drill/model/typing-spans.ts';
import { applySeatState } from '#client/lib/seat/seat-live.ts';
import type { Transport } from '#client/lib/socket.ts';
import type { Joined } from '#contract/commands.ts';
import type { Reply } from '#contract/errors.ts';
import type { DrillEvents, DrillTyping } from '#contract/wire-events.ts';
import { flushDrafts, openDrafts, returnToDraft, takeStored } from './drill-drafts.ts';
import { dropStored, queuedAgain, resolvePending, settleEcho, withoutCommand } from './drill-outbox.ts';
import { canSend, transmit } from './drill-send.ts';
import { type Clock, initialDrill, setOutbox, useDrill } from './drill-store.ts';
import { currentTransport, holdTransport } from './drill-transport.ts';

let offlineTimer: ReturnType<typeof setTimeout> | null = null;
let retryTimer: ReturnType<typeof setTimeout> | null = null;
/** Counts joins, so that the answer to an overtaken one is ignored. */
let joinCount = 0;
let isJoining = false;
/** The log's length when we joined: events up to there happened before and are no news. */
let seqAtJoin = 0;

const get = useDrill.getState;
const set = useDrill.setState;
const REJOIN_MS = 1000;
/** Codes after which joining again is pointless. */
const FATAL_CODES = ['unknown-drill', 'not-allowed', 'no-guest', 'bad-request', 'bad-origin', 'not-found'];

/** Sends the replies that wait, in order; those that the customer has overtaken go back to the composer. */
const sendQueued = (): void => {
  const { resend, returned } = resolvePending(get().outbox, get().view);
  for (const item of returned) {
    returnToDraft(item.conversation, item.text);
    setOutbox(withoutCommand(get().outbox, item.commandId));
  }
  if (returned.length > 0)
    set({
      notes: {
        ...get().notes,
        ...Object.fromEntries(returned.map((item) => [item.conversation, { kind: 'spoke-since' as const }])),
      },
    });
  for (const item of resend) void transmit(item.commandId);
};

const checkCaughtUp = (): void => {
  if (isJoining || get().lastSeq < seqAtJoin) return;
  if (!get().isCaughtUp) set({ isCaughtUp: true });
  // Once the drill is over the server says so of each, and the words come back.
  if (canSend(get()) || (get().link.kind === 'live' && !get().isElsewhere && get().view.endReason !== null))
    sendQueued();
};

const join = async (takesOver: boolean): Promise<void> => {
  const joinNumber = ++joinCount;
  isJoining = true;
  const reply: Reply<Joined> | null | undefined = await currentTransport()?.send('drill:join', {
    drillId: get().drillId,
    after: get().lastSeq,
    take: takesOver,
  });
  if (joinNumber !== joinCount || reply === undefined) return;
  isJoining = false;
  if (reply === null || (!reply.ok && !FATAL_CODES.includes(reply.error.code))) {
    if (retryTimer !== null) clearTimeout(retryTimer);
    retryTimer = setTimeout(() => void join(takesOver), REJOIN_MS);
    return;
  }
  if (!reply.ok) return set({ link: { kind: 'refused', error: reply.error } });
  seqAtJoin = reply.value.seq;
  if (offlineTimer !== null) clearTimeout(offlineTimer);
  clockReconnected();
  syncClock(reply.value.now, reply.value.running);
  const { mine: hasDesk, running, resumesInMs } = reply.value;
  const resumesAt = resumesInMs === undefined ? null : performance.now() + resumesInMs;
  set({
    link: { kind: 'live' },
    isElsewhere: !hasDesk,
    clock: running ? { isRunning: true } : { isRunning: false, resumesAt },
  });
  checkCaughtUp();
};

/** While the clock stands, events bring no new time at which it goes on. */
const clockAfter = (clock: Clock, isRunning: boolean): Clock =>
  isRunning ? { isRunning } : { isRunning, resumesAt: clock.isRunning ? null : clock.resumesAt };

const onEvents = (message: DrillEvents): void => {
  const state = get();
  if (message.drillId !== state.drillId) return;
  if (message.after > state.lastSeq) {
    // An event is missing: ask again from the last one we have. The answer contains this event too (RULES N1).
    if (!isJoining) void join(!state.isElsewhere);
    return;
  }
  const newEvents = message.events.filter((entry) => entry.seq > state.lastSeq);
  let { view, outbox, typing } = state;
  for (const { seq, event } of newEvents) {
    view = foldDrill(view, event, seq);
    outbox = settleEcho(outbox, event);
    if (event.kind === 'customer-said') typing = withoutTyping(typing, event.conversation);
  }
  const lastSeq = Math.max(state.lastSeq, message.upTo);
  syncClock(message.now, message.running);
  set({ view, lastSeq, typing, clock: clockAfter(state.clock, message.running) });
  setOutbox(dropStored(outbox, lastSeq));
  checkCaughtUp();
};

const onTyping = (message: DrillTyping): void => {
  if (message.drillId === get().drillId) set({ typing: withTyping(get().typing, message) });
};

const onUp = (): void => {
  void join(!get().isElsewhere);
};

const goOfflineLater = (): void => {
  if (offlineTimer !== null) clearTimeout(offlineTimer);
  offlineTimer = setTimeout(() => {
    const { link } = get();
    if ('since' in link) set({ link: { ...link, kind: 'offline' } });
  }, GRACE_MS);
};

const onDown = (): void => {
  joinCount++;
  isJoining = false;
  if (retryTimer !== null) clearTimeout(retryTimer);
  if (get().link.kind !== 'live') return;
  clockDisconnected();
  set({ link: { kind: 'reconnecting', since: performance.now() } });
  setOutbox(queuedAgain(get().outbox));
  goOfflineLater();
};

/** Opens the desk of a drill; the returned function closes it. */
export const connectDrill = (drillId: string, transport: Transport): (() => void) => {
  const unsent = queuedAgain(openDrafts(drillId));
  holdTransport(transport);
  joinCount++;
  isJoining = false;
  seqAtJoin = 0;
  set({ ...initialDrill, drillId, outbox: unsent, link: { kind: 'connecting', since: performance.now() } });
  startClock();
  goOfflineLater();
  transport.open({
    onUp,
    onDown,
    onEvents,
    onTyping,
    onTaken: (message) => message.drillId === get().drillId && set({ isElsewhere: true }),
    onSeat: applySeatState,
  });
  // A hidden page on a phone may be ended without notice, so drafts are stored when it is hidden. `pagehide` covers
  // reloads and closing.
  window.addEventListener('pagehide', flushDrafts);
  document.addEventListener('visibilitychange', flushDrafts);
  window.addEventListener('storage', takeStored);
  return () => {
    window.removeEventListener('pagehide', flushDrafts);
    document.removeEventListener('visibilitychange', flushDrafts);
    window.removeEventListener('storage', takeStored);
    flushDrafts();
    joinCount++;
    for (const timer of [offlineTimer, retryTimer]) if (timer !== null) clearTimeout(timer);
    transport.close();
    stopClock();
    if (currentTransport() === transport) holdTransport(null);
  };
};

/** 在此继续: takes the desk back from the other window (RULES N6). */
export const takeDesk = (): void => {
  void join(true);
};

export const retryConnection = (): void => currentTransport()?.retry();
