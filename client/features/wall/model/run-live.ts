/** The connection between a teacher's page and a run: watch it, follow it, come back after a loss. One run, one socket. */

import { initialRun, takeRun, useRun } from '#client/lib/run/run-store.ts';
import { mergeTiles } from '#client/lib/run/run-tiles.ts';
import { currentRunTransport, holdRunTransport } from '#client/lib/run/run-transport.ts';
import type { Transport } from '#client/lib/socket.ts';
import type { WallTiles } from '#contract/wall.ts';
import { pauseWallClock, resumeWallClock, startWallClock, stopWallClock } from './wall-clock.ts';
import { onWatchDown, onWatchedEvents, onWatchedTyping, onWatchUp } from './watch-live.ts';

const get = useRun.getState;
const set = useRun.setState;
const GRACE_MS = 10_000;
const RETRY_MS = 1000;
/** Codes after which asking again is pointless. */
const FATAL_CODES = ['unknown-run', 'not-allowed', 'not-signed-in', 'bad-request', 'bad-origin', 'not-found'];

let offlineTimer: ReturnType<typeof setTimeout> | null = null;
let retryTimer: ReturnType<typeof setTimeout> | null = null;
/** Counts watches, so that the answer to an overtaken one is ignored. */
let watchCount = 0;

const clearTimer = (timer: ReturnType<typeof setTimeout> | null): null => {
  if (timer !== null) clearTimeout(timer);
  return null;
};

const takeTiles = (message: WallTiles): void => {
  if (message.runId !== get().runId) return;
  set(mergeTiles(get(), message, performance.now()));
};

const watch = async (): Promise<void> => {
  const watchNumber = ++watchCount;
  const reply = await currentRunTransport()?.send('run:watch', { runId: get().runId });
  if (watchNumber !== watchCount || reply === undefined) return;
  if (reply === null || (!reply.ok && !FATAL_CODES.includes(reply.error.code))) {
    retryTimer = clearTimer(retryTimer);
    retryTimer = setTimeout(() => void watch(), RETRY_MS);
    return;
  }
  if (!reply.ok) {
    set({ fatal: reply.error });
    return;
  }
  offlineTimer = clearTimer(offlineTimer);
  // The clock first: otherwise the tiles of this message would count from the moment the connection was lost.
  resumeWallClock();
  set({ link: 'live', lostAt: null, fatal: null });
  takeRun(reply.value.run);
  takeTiles(reply.value.tiles);
  onWatchUp();
};

const goOfflineLater = (): void => {
  offlineTimer = clearTimer(offlineTimer);
  offlineTimer = setTimeout(() => set({ link: 'offline' }), GRACE_MS);
};

const onDown = (): void => {
  watchCount++;
  retryTimer = clearTimer(retryTimer);
  onWatchDown();
  if (get().link !== 'live') return;
  pauseWallClock();
  set({ link: 'reconnecting', lostAt: performance.now() });
  goOfflineLater();
};

/** Follows a run; the answer stops it. */
export const connectRun = (runId: string, transport: Transport): (() => void) => {
  holdRunTransport(transport);
  watchCount++;
  set({ ...initialRun, runId, lostAt: performance.now() });
  startWallClock();
  goOfflineLater();
  transport.open({
    onUp: () => void watch(),
    onDown: onDown,
    onEvents: onWatchedEvents,
    onTyping: onWatchedTyping,
    onTaken: () => {},
    onTiles: takeTiles,
    onRun: takeRun,
  });
  return () => {
    watchCount++;
    offlineTimer = clearTimer(offlineTimer);
    retryTimer = clearTimer(retryTimer);
    transport.close();
    stopWallClock();
    if (currentRunTransport() === transport) holdRunTransport(null);
  };
};

export const retryRunConnection = (): void => currentRunTransport()?.retry();
