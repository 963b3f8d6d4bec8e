const EVERY_MS = 50;
/** Ends a test that hangs; long enough for a slow machine. */
export const HANGS_MS = 120_000;

/** Looks again and again until `holds`; after `timeoutMs` it throws with what it saw last. */
export const eventually = async <T>(
  what: string,
  look: () => Promise<T> | T,
  holds: (seen: T) => boolean,
  timeoutMs = HANGS_MS,
): Promise<T> => {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (performance.now() > until) throw new Error(`${what}: not in ${timeoutMs} ms; last seen: ${show(seen)}`);
    await new Promise((next) => setTimeout(next, EVERY_MS));
  }
};

const show = (seen: unknown): string => (JSON.stringify(seen) ?? String(seen)).slice(0, 2000);
