import type { Notice } from '#contract/runs.ts';
import type { RunEntry } from '#storage/runs.ts';

/** Notices sent at most: older ones have been read. */
const MAX_NOTICES = 20;

/**
 * What the teacher said to this seat or to all, oldest first. Words from before the latest replay task are left out:
 * they were about the drill.
 */
export const noticesFor = (seat: string, log: readonly RunEntry[]): Notice[] => {
  const redoAt = log.findLast(({ kind, body }) => kind === 'stage' && body.stage === 'redo')?.at ?? 0;
  return log
    .filter(({ kind, seat: to, at }) => kind === 'say' && (to === null || to === seat) && at >= redoAt)
    .slice(-MAX_NOTICES)
    .map(({ id, at, body, seat: to }) => ({ id, at, text: String(body.text ?? ''), to: to === null ? 'all' : 'me' }));
};
