/**
 * The same calls; an error that one of them rejects with is given to `onError` before it goes on to the caller. So every
 * failed write counts, also one whose error is caught and answered further up.
 */
export const observeErrors = <T extends object>(part: T, onError: (error: unknown) => void): T => {
  const observed = Object.entries(part).map(([name, value]: [string, unknown]) => {
    if (isCall(value)) return [name, observedCall(value, onError)];
    return [name, typeof value === 'object' && value !== null ? observeErrors(value, onError) : value];
  });
  // The cast is safe: every entry keeps its name and its signature.
  return Object.fromEntries(observed) as T;
};

type Call = (...args: unknown[]) => unknown;
const isCall = (value: unknown): value is Call => typeof value === 'function';

const observedCall =
  (call: Call, onError: (error: unknown) => void): Call =>
  async (...args) => {
    try {
      return await call(...args);
    } catch (error) {
      onError(error);
      throw error;
    }
  };
