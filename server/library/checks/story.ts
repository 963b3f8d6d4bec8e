/** Whether the story can be played: every beat is reached and left, and every ending and return is possible. */

import { listed, say } from '#i18n/say.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import { toBurst } from '#library/reading/lines.ts';
import type { AuthoredScenario } from '#library/schema/scenario.ts';
import { beatsOf, type CaseCheck, type CaseView, needsOf, pointsOf, questionsOf } from '#library/view/case-view.ts';
import { edgesOf, exitsOf, reachedFrom } from '#library/view/story-graph.ts';

export const checkStory: CaseCheck = function* (view) {
  const ends = new Set([...view.authored.beats.map(({ id }) => id), ...Object.keys(view.authored.endings)]);
  // An edge to an unknown id makes everything behind it look unreachable, so `unknown-id` alone reports it.
  if (edgesOf(view.authored).every(({ to }) => ends.has(to))) {
    yield* checkRoads(view);
    yield* checkLater(view.authored);
  }
  yield* checkQuestions(view.authored);
};

function* checkRoads({ authored }: CaseView): Iterable<Fault> {
  const edges = edgesOf(authored);
  const first = authored.beats[0]?.id ?? '';
  const reached = reachedFrom([first], edges);
  const decent = reachedFrom(
    [first],
    edges.filter(({ via }) => via !== 'red-line'),
  );
  const back = edges.map(({ from, to, via }) => ({ from: to, to: from, via }));
  const leaving = reachedFrom(Object.keys(authored.endings), back);
  for (const { beat, path } of beatsOf(authored)) {
    if (!reached.has(beat.id))
      yield { code: 'beat-unreachable', path, message: say('checker:story.beat', { id: beat.id }) };
    const { then } = beat;
    const missing = typeof then === 'string' ? [] : exitsOf(beat).filter((exit) => then?.[exit] === undefined);
    if (missing.length > 0)
      yield {
        code: 'beat-dead-end',
        path: [...path, 'then'],
        message: say('checker:story.exits', { exits: listed(missing) }),
      };
    else if (!leaving.has(beat.id))
      yield {
        code: 'beat-dead-end',
        path: [...path, 'then'],
        message: say('checker:story.dead-end', { id: beat.id }),
      };
  }
  for (const id of Object.keys(authored.endings)) {
    const path = ['endings', id];
    if (!reached.has(id)) yield { code: 'ending-unreachable', path, message: say('checker:story.ending', { id }) };
    else if (!decent.has(id))
      yield { code: 'ending-red-line-only', path, message: say('checker:story.red-line-only', { id }) };
  }
}

function* checkLater(authored: AuthoredScenario): Iterable<Fault> {
  const edges = edgesOf(authored);
  const first = authored.beats[0]?.id ?? '';
  for (const [id, { later }] of Object.entries(authored.endings)) {
    const left = later?.left;
    if (left !== undefined) {
      const path = ['endings', id, 'later', 'left'];
      const at = pointsOf(authored).find(
        ({ point }) => point.id === left || (point.wrongs ?? []).some((wrong) => wrong.id === left),
      );
      const isForbidden = (authored.forbids ?? []).some((forbid) => forbid.do === left);
      if (!at && !isForbidden) yield { code: 'unknown-id', path, message: say('checker:later.unknown', { id: left }) };
      else if (at && !reachedFrom([at.beat.id], edges).has(id))
        yield { code: 'later-impossible', path, message: say('checker:later.impossible', { id: left, ending: id }) };
    }
    const unmet = later?.unmet;
    if (unmet === undefined) continue;
    const path = ['endings', id, 'later', 'unmet'];
    const needs = needsOf(authored).filter(({ need }) => need.do === unmet);
    // A beat that waits for the action is left as resolved only when the action is done.
    const holding = new Set(needs.filter(({ need }) => need.until !== 'end').map(({ beat }) => beat?.id));
    const without = edges.filter(({ from, via }) => !(via === 'resolved' && holding.has(from)));
    if (needs.length === 0)
      yield { code: 'unknown-id', path, message: say('checker:later.not-needed', { action: unmet }) };
    else if (!reachedFrom([first], without).has(id))
      yield { code: 'later-impossible', path, message: say('checker:later.unmet', { action: unmet, ending: id }) };
  }
}

function* checkQuestions(authored: AuthoredScenario): Iterable<Fault> {
  for (const { beat, question, path } of questionsOf(authored)) {
    const bubbles = beat.says === undefined ? 0 : toBurst(beat.says).length;
    if (bubbles < (question.at ?? 1))
      yield {
        code: 'bubble-out-of-range',
        path: question.at === undefined ? path : [...path, 'at'],
        message: bubbles === 0 ? say('checker:question.no-line') : say('checker:question.bubble', { n: bubbles }),
      };
    if (!question.points.some((point) => point.must))
      yield {
        code: 'question-without-must',
        path: [...path, 'id'],
        message: say('checker:question.must'),
      };
  }
  const beats = authored.beats;
  for (const { beat, path } of beatsOf(authored)) {
    if (beat.recalls === undefined) continue;
    const earlier = beats.slice(0, beats.indexOf(beat)).flatMap(({ asks }) => asks ?? []);
    const found = questionsOf(authored).find(({ question }) => question.id === beat.recalls);
    if (found && !(earlier.includes(found.question) && found.question.waits === false))
      yield {
        code: 'recall-waiting',
        path: [...path, 'recalls'],
        message: say('checker:question.recalled', { id: beat.recalls }),
      };
  }
}
