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
  const reported = new Set<ReactionAt>();
  for (const code of codes)
    for (const start of authored.beats) {
      const circle = circleFrom(start, code, answers, beats);
      const [first] = circle;
      if (!first || reported.has(first.answer)) continue;
      for (const { answer } of circle) reported.add(answer);
      const pathText = [...circle.map(({ at }) => at), first.at].join(' → ');
      yield {
        code: 'red-line-circle',
        path: first.answer.path,
        message: say('checker:story.circle', { code, way: pathText, beat: first.at }),
      };
    }
};

/** Key of a reaction to whichever red line. */
const ANY = '*';

type PathStop = { at: string; answer: ReactionAt };

/** The beats a trainee who crosses `code` at each of them, from `start` on, passes for ever; empty where the way ends. */
const circleFrom = (
  start: AuthoredBeat,
  code: string,
  answers: readonly ReactionAt[],
  beats: ReadonlyMap<string, AuthoredBeat>,
): PathStop[] => {
  const path: PathStop[] = [];
  let beat: AuthoredBeat | undefined = start;
  while (beat) {
    const { id } = beat;
    const firstVisit = path.findIndex((stop) => stop.at === id);
    if (firstVisit >= 0) return path.slice(firstVisit);
    const answer = reactionTo(beat, code, answers);
    const nextId = answer && thenOf(answer.reaction);
    if (!answer || nextId === undefined) return [];
    path.push({ at: id, answer });
    beat = restingAt(beats.get(nextId), beats);
  }
  return [];
};

/** The beat where the customer next waits for words. A beat that waits for nothing is said and left at once. */
const restingAt = (
  from: AuthoredBeat | undefined,
  beats: ReadonlyMap<string, AuthoredBeat>,
): AuthoredBeat | undefined => {
  let beat = from;
  for (let stepCount = 0; beat && stepCount <= beats.size; stepCount++) {
    if (isConversing(beat) || beat.window || beat.quiet) return beat;
    const { then } = beat;
    beat = beats.get((typeof then === 'string' ? then : then?.resolved) ?? '');
  }
  return undefined;
};

/** The reaction the engine picks: the beat's for this code, the beat's for any, then the case's. */
const reactionTo = (beat: AuthoredBeat, code: string, answers: readonly ReactionAt[]): ReactionAt | undefined => {
  for (const owner of [beat, null]) {
    const ownAnswers = answers.filter((answer) => answer.beat === owner);
    const matching =
      ownAnswers.find(({ key }) => key === code) ?? ownAnswers.find(({ key }) => key === null || key === ANY);
    if (matching) return matching;
  }
  return undefined;
};
