/** Reactions: written for the case, not left to a persona that doesn't know what it is about. */

import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import { toBurst, wordsOf } from '#library/reading/lines.ts';
import type { AuthoredBeat, AuthoredScenario } from '#library/schema/scenario.ts';
import { beatsOf, type CaseCheck, linesOf, reactionsOf } from '#library/view/case-view.ts';
import { isConversing } from '#library/view/story-graph.ts';

export const checkReactions: CaseCheck = function* ({ authored }) {
  const beats = beatsOf(authored);
  for (const { beat, path } of beats) {
    const missing = wantedSlots(beat).filter(
      (slot) => beat.reacts?.[slot] === undefined && authored.reacts?.[slot] === undefined,
    );
    if (missing.length > 0)
      yield {
        code: 'reaction-missing',
        path: [...path, 'id'],
        message: `${missing.join('、')} 会落到人设的台词上，多半对不上：写在 reacts 里`,
      };
    yield* checkResolved(beat, path, authored);
  }
  const silent = authored.reacts?.silence ?? beats.every(({ beat }) => !isConversing(beat) || beat.reacts?.silence);
  if (!silent)
    yield {
      code: 'reaction-missing',
      path: ['id'],
      message: 'silence 会落到人设的台词上：在案例的 reacts.silence 里写三句（催一次、再催、走）',
    };
};

type Wanted = 'resolved' | 'vague' | 'evaded' | 'partly' | 'undone';

/** The slots whose line can't be said without knowing the beat. Tone, holds and cross-talk are the persona's business. */
function wantedSlots(beat: AuthoredBeat): Wanted[] {
  const musts = (beat.asks ?? [])
    .filter(({ waits }) => waits !== false)
    .flatMap(({ points }) => points.filter(({ must }) => must));
  const acts = (beat.needs ?? []).some(({ until }) => until !== 'end');
  return [
    ...(isConversing(beat) && !beat.recalls ? (['resolved'] as const) : []),
    ...(beat.asks ? (['vague', 'evaded'] as const) : []),
    ...(musts.length > 1 ? (['partly'] as const) : []),
    ...(acts ? (['undone'] as const) : []),
  ];
}

const ASKS = /[?？]$|(?:吗|么|是吧|对吧|几点|多少|怎么办|咋办)$/;

/** A question in a `resolved` line is said together with the next beat's opening: unless that asks something, nobody hears the answer. */
function* checkResolved(beat: AuthoredBeat, path: Path, authored: AuthoredScenario): Iterable<Fault> {
  const next = typeof beat.then === 'string' ? beat.then : beat.then?.resolved;
  const listens = authored.beats.some(({ id, asks }) => id === next && asks !== undefined);
  const own = reactionsOf(authored).filter((at) => at.beat === beat && at.slot === 'resolved');
  if (listens) return;
  for (const { line, path: at } of own.flatMap(linesOf)) {
    const asking = wordsOf(toBurst(line))
      .split('\n')
      .find((bubble) => ASKS.test(bubble));
    if (asking !== undefined)
      yield {
        code: 'resolved-asks',
        path: at.length > path.length ? at : path,
        message: `「${asking}」没有问题在听：改成不问的话，或让下一拍 asks 它`,
      };
  }
}
