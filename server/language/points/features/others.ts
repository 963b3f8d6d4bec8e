/** How near a window comes to the wordings of the other open points. */
import type { HeardReply } from './heard.ts';
import { matchOf, type Window } from './windows.ts';

const BEST = new WeakMap<HeardReply, Map<number, Float64Array>>();

/** The best score that a wording of any other open point has in a window. */
export function othersBest(heard: HeardReply, index: number, { from, to }: Window): number {
  const windows = BEST.get(heard) ?? new Map<number, Float64Array>();
  BEST.set(heard, windows);
  const key = from * 1024 + to;
  let scores = windows.get(key);
  if (!scores) {
    scores = new Float64Array(heard.open.all.length);
    for (const [at, { right, wrong }] of heard.open.slots.entries())
      for (const slot of [...right, ...wrong])
        if (heard.touched[slot] === 1)
          scores[at] = Math.max(scores[at] as number, matchOf(heard, slot, from, to).score);
    windows.set(key, scores);
  }
  let most = 0;
  for (let i = 0; i < scores.length; i++) if (i !== index) most = Math.max(most, scores[i] as number);
  return most;
}
