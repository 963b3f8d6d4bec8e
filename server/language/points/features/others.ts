/** How near a window comes to the wordings of the other open points. */
import type { ComparedReply } from './compared-reply.ts';
import { matchOf, type Window } from './windows.ts';

const SCORES_BY_WINDOW = new WeakMap<ComparedReply, Map<number, Float64Array>>();

/** The best score that a wording of any other open point has in a window. */
export const bestOtherScore = (reply: ComparedReply, pointIndex: number, { from, to }: Window): number => {
  const windows = SCORES_BY_WINDOW.get(reply) ?? new Map<number, Float64Array>();
  SCORES_BY_WINDOW.set(reply, windows);
  const windowId = from * 1024 + to;
  let scores = windows.get(windowId);
  if (!scores) {
    scores = new Float64Array(reply.wordingIndex.points.length);
    for (const [otherPoint, { right, wrong }] of reply.wordingIndex.slotsByPoint.entries())
      for (const slot of [...right, ...wrong])
        if (reply.touchedSlots[slot] === 1)
          scores[otherPoint] = Math.max(scores[otherPoint] as number, matchOf(reply, slot, from, to).score);
    windows.set(windowId, scores);
  }
  let best = 0;
  for (let i = 0; i < scores.length; i++) if (i !== pointIndex) best = Math.max(best, scores[i] as number);
  return best;
};
