/** The id of a request or a socket's command: it stands in every log line of its work, and in the refusal people see. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomFillSync } from 'node:crypto';

/** `isOpen`: not answered yet. Timers and threads that outlive the answer are no longer that request's work. */
export type OpenRequest = { readonly id: string; isOpen: boolean };

const current = new AsyncLocalStorage<OpenRequest | null>();

/** Without I, O, 0 and 1: people read an id out over the phone. 32 letters, so that no letter is likelier than another. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** Of a milliard ids, a day of a school in which two requests have one is rare, and their lines have times. */
const LENGTH = 6;

/** Random bytes for many ids at once: to ask the system for six takes ten times as long as the rest of an id. */
const pool = new Uint8Array(LENGTH * 512);
let used = pool.length;

export const openRequest = (): OpenRequest => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  let id = '';
  for (const end = used + LENGTH; used < end; used++) id += LETTERS[(pool[used] ?? 0) % LETTERS.length];
  return { id, isOpen: true };
};

/** Runs `work`, and whatever it starts and awaits, as this request's; null: as nobody's. */
export const inRequest = <T>(request: OpenRequest | null, work: () => T): T =>
  current.getStore() === request ? work() : current.run(request, work);

/** The request whose work this is, as long as it isn't answered. */
export const requestNow = (): OpenRequest | null => {
  const request = current.getStore() ?? null;
  return request?.isOpen === true ? request : null;
};
