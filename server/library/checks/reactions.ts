/** Reactions must be written for the case: a persona's own don't know what it is about. */

import { listed, say } from '#i18n/say.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import { toBurst, wordsOf } from '#library/reading/lines.ts';
import type { AuthoredBeat, AuthoredScenario } from '#library/schema/scenario.ts';
import { beatsOf, type CaseCheck, linesOf, reactionsOf } from '#library/view/case-view.ts';
import { isConversing } from '#library/view/story-graph.ts';

export const checkReactions: CaseCheck = function* ({ authored }) {
  const beats = beatsOf(authored);
  for (const { beat, path } of beats) {
    const missingSlots = requiredSlots(beat).filter(
      (slot) => beat.reacts?.[slot] === undefined && authored.reacts?.[slot] === undefined,
    );
    if (missingSlots.length > 0)
      yield {
        code: 'reaction-missing',
        path: [...path, 'id'],
        message: say('checker:reaction.slots', { slots: listed(missingSlots) }),
      };
    yield* checkResolved(beat, path, authored);
  }
  const hasSilenceLines =
    authored.reacts?.silence !== undefined ||
    beats.every(({ beat }) => !isConversing(beat) || beat.reacts?.silence !== undefined);
  if (!hasSilenceLines)
    yield {
      code: 'reaction-missing',
      path: ['id'],
      message: say('checker:reaction.silence'),
    };
};

type WrittenSlot = 'resolved' | 'vague' | 'evaded' | 'partly' | 'undone';

/** The slots whose line needs knowledge of the beat. Reactions to tone, holds and cross-talk are the persona's. */
const requiredSlots = (beat: AuthoredBeat): WrittenSlot[] => {
  const requiredPoints = (beat.asks ?? [])
    .filter(({ waits }) => waits !== false)
    .flatMap(({ points }) => points.filter(({ must }) => must));
  const waitsForAction = (beat.needs ?? []).some(({ until }) => until !== 'end');
  const slots: WrittenSlot[] = [];
  if (isConversing(beat) && !beat.recalls) slots.push('resolved');
  if (beat.asks) slots.push('vague', 'evaded');
  if (requiredPoints.length > 1) slots.push('partly');
  if (waitsForAction) slots.push('undone');
  return slots;
};

const QUESTION_END = /[?？]$|(?:吗|么|是吧|对吧|几点|多少|怎么办|咋办)$/;

/**
 * A question in a `resolved` line is said together with the next beat's opening. Unless that beat asks something,
 * nobody listens for the answer.
 */
function* checkResolved(beat: AuthoredBeat, path: Path, authored: AuthoredScenario): Iterable<Fault> {
  const nextBeat = typeof beat.then === 'string' ? beat.then : beat.then?.resolved;
  const nextBeatAsks = authored.beats.some(({ id, asks }) => id === nextBeat && asks !== undefined);
  const resolvedReactions = reactionsOf(authored).filter(
    (reaction) => reaction.beat === beat && reaction.slot === 'resolved',
  );
  if (nextBeatAsks) return;
  for (const { line, path: linePath } of resolvedReactions.flatMap(linesOf)) {
    const questionBubble = wordsOf(toBurst(line))
      .split('\n')
      .find((bubble) => QUESTION_END.test(bubble));
    if (questionBubble !== undefined)
      yield {
        code: 'resolved-asks',
        path: linePath.length > path.length ? linePath : path,
        message: say('checker:reaction.asks', { words: questionBubble }),
      };
  }
}
