/**
 * The same calls; an error that one of them rejects with is shown to `failed` before it goes on to the caller. So every
 * door's write counts, also one whose error is caught and answered somewhere above.
 */
export function observeErrors<T extends object>(part: T, failed: (error: unknown) => void): T {
  const heard = Object.entries(part).map(([name, value]: [string, unknown]) => {
    if (isCall(value)) return [name, observedCall(value, failed)];
    return [name, typeof value === 'object' && value !== null ? observeErrors(value, failed) : value];
  });
  // The cast is safe: every entry keeps its name and its signature.
  return Object.fromEntries(heard) as T;
}

type Call = (...given: unknown[]) => unknown;
const isCall = (value: unknown): value is Call => typeof value === 'function';

const observedCall =
  (call: Call, failed: (error: unknown) => void): Call =>
  async (...given) => {
    try {
      return await call(...given);
    } catch (error) {
      failed(error);
      throw error;
    }
  };
