/** Waiting for something to become so, with an end: what hangs is a fault of its own. */

/** Real milliseconds after which something counts as hanging. The clock's machine may be slow, so they are many. */
const HANGS_MS = 60_000;
const BETWEEN_MS = 10;

/** Something didn't come about in time. */
export class TimeoutError extends Error {}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Asks until the answer isn't null. Throws a Hang after a minute; `state` tells how things stand then. */
export const until = async <T>(what: string, ask: () => Promise<T | null>, state = (): string => ''): Promise<T> => {
  const end = performance.now() + HANGS_MS;
  for (;;) {
    const found = await ask();
    if (found !== null) return found;
    if (performance.now() > end) throw new TimeoutError(`not within ${HANGS_MS / 1000} s: ${what} ${state()}`);
    await pause(BETWEEN_MS);
  }
};
