/** Which alternative of a list of lines is said next. */
import type { Burst } from '#engine/model/content.ts';

/** Most times the same words are said in one conversation, when nothing else is left to say. */
const MAX_TIMES = 2;

const timesSaid = (spoken: Readonly<Record<string, number>>, burst: Burst): number =>
  Math.min(...burst.map((bubble) => (bubble.kind === 'text' ? (spoken[bubble.text] ?? 0) : MAX_TIMES)));

/** The next alternative, or the next one that wasn't said yet; undefined where all were said too often. */
export const nextBurst = (
  spoken: Readonly<Record<string, number>>,
  own: readonly Burst[],
  turn: number,
  fallbacks: readonly Burst[],
): Burst | undefined => {
  const first = own[turn % own.length];
  // An author may write that nothing is said.
  if (first?.length === 0) return undefined;
  const inTurn = own.map((_, i) => own[(turn + i) % own.length] ?? []);
  const candidates = [...inTurn, ...fallbacks].filter((burst) => burst.length > 0);
  const fewestTimes = Math.min(MAX_TIMES, ...candidates.map((burst) => timesSaid(spoken, burst)));
  return fewestTimes < MAX_TIMES ? candidates.find((burst) => timesSaid(spoken, burst) === fewestTimes) : undefined;
};
