import type { Notice } from '#contract/runs.ts';
import type { RunEntry } from '#storage/runs.ts';

/** Older ones have been read. */
const MOST = 20;

/** What the teacher said to this seat or to all, oldest first. */
export const noticesFor = (seat: string, log: readonly RunEntry[]): Notice[] =>
  log
    .filter((entry) => entry.kind === 'say' && (entry.seat === null || entry.seat === seat))
    .slice(-MOST)
    .map(({ id, at, body, seat: to }) => ({ id, at, text: String(body.text ?? ''), to: to === null ? 'all' : 'me' }));
