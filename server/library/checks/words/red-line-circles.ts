/**
 * Reactions to a red line that lead to another beat: crossing it again and again must come to an end, or the drill
 * never ends.
 */

import { say } from '#i18n/say.ts';
import type { AuthoredBeat } from '#library/schema/scenario.ts';
import { type CaseCheck, type ReactionAt, reactionsOf, thenOf } from '#library/view/case-view.ts';
import { isConversing } from '#library/view/story-graph.ts';

export const checkRedLineCircles: CaseCheck = function* ({ authored }) {
  const beats = new Map(authored.beats.map((beat) => [beat.id, beat]));
  const answers = reactionsOf(authored).filter(({ slot }) => slot === 'red-line');
  const codes = new Set(answers.flatMap(({ key, reaction }) => (thenOf(reaction) === undefined ? [] : [key ?? ANY])));
  // A circle is told once, however many roads lead into it.
  const told = new Set<ReactionAt>();
  for (const code of codes)
    for (const start of authored.beats) {
      const round = roundFrom(start, code, answers, beats);
      const [first] = round;
      if (!first || told.has(first.answer)) continue;
      for (const { answer } of round) told.add(answer);
      const way = [...round.map(({ at }) => at), first.at].join(' → ');
      yield {
        code: 'red-line-circle',
        path: first.answer.path,
        message: say('checker:story.circle', { code, way, beat: first.at }),
      };
    }
};

/** Key of a reaction to whichever red line. */
const ANY = '*';

type Stop = { at: string; answer: ReactionAt };

/** The beats a trainee who crosses `code` at each of them, from `start` on, passes for ever; empty where the way ends. */
function roundFrom(
  start: AuthoredBeat,
  code: string,
  answers: readonly ReactionAt[],
  beats: ReadonlyMap<string, AuthoredBeat>,
): Stop[] {
  const road: Stop[] = [];
  let at: AuthoredBeat | undefined = start;
  while (at) {
    const { id } = at;
    const before = road.findIndex((stop) => stop.at === id);
    if (before >= 0) return road.slice(before);
    const answer = answering(at, code, answers);
    const then = answer && thenOf(answer.reaction);
    if (!answer || then === undefined) return [];
    road.push({ at: id, answer });
    at = restingAt(beats.get(then), beats);
  }
  return [];
}

/** The beat where the customer next waits for words. A beat that waits for nothing is said and left at once. */
function restingAt(from: AuthoredBeat | undefined, beats: ReadonlyMap<string, AuthoredBeat>): AuthoredBeat | undefined {
  let beat = from;
  for (let steps = 0; beat && steps <= beats.size; steps++) {
    if (isConversing(beat) || beat.window || beat.quiet) return beat;
    const { then } = beat;
    beat = beats.get((typeof then === 'string' ? then : then?.resolved) ?? '');
  }
  return undefined;
}

/** The reaction the engine picks: the beat's for this code, the beat's for any, then the case's. */
function answering(beat: AuthoredBeat, code: string, answers: readonly ReactionAt[]): ReactionAt | undefined {
  for (const whose of [beat, null]) {
    const own = answers.filter((answer) => answer.beat === whose);
    const found = own.find(({ key }) => key === code) ?? own.find(({ key }) => key === null || key === ANY);
    if (found) return found;
  }
  return undefined;
}
