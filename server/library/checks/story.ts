/** Whether the story can be played: every beat is reached and left, and every ending and return is possible. */

import { listed, say } from '#i18n/say.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import { toBurst } from '#library/reading/lines.ts';
import type { AuthoredScenario } from '#library/schema/scenario.ts';
import { beatsOf, type CaseCheck, type CaseView, needsOf, pointsOf, questionsOf } from '#library/view/case-view.ts';
import { edgesOf, exitsOf, reachedFrom } from '#library/view/story-graph.ts';

export const checkStory: CaseCheck = function* (view) {
  const targets = new Set([...view.authored.beats.map(({ id }) => id), ...Object.keys(view.authored.endings)]);
  // An edge to an unknown id makes everything behind it look unreachable, so `unknown-id` alone reports it.
  if (edgesOf(view.authored).every(({ to }) => targets.has(to))) {
    yield* checkPaths(view);
    yield* checkReturns(view.authored);
  }
  yield* checkQuestions(view.authored);
};

function* checkPaths({ authored }: CaseView): Iterable<Fault> {
  const edges = edgesOf(authored);
  const first = authored.beats[0]?.id ?? '';
  const reachable = reachedFrom([first], edges);
  const reachableDecently = reachedFrom(
    [first],
    edges.filter(({ via }) => via !== 'red-line'),
  );
  const reversedEdges = edges.map(({ from, to, via }) => ({ from: to, to: from, via }));
  const canEnd = reachedFrom(Object.keys(authored.endings), reversedEdges);
  for (const { beat, path } of beatsOf(authored)) {
    if (!reachable.has(beat.id))
      yield { code: 'beat-unreachable', path, message: say('checker:story.beat', { id: beat.id }) };
    const { then } = beat;
    const missingExits = typeof then === 'string' ? [] : exitsOf(beat).filter((exit) => then?.[exit] === undefined);
    if (missingExits.length > 0)
      yield {
        code: 'beat-dead-end',
        path: [...path, 'then'],
        message: say('checker:story.exits', { exits: listed(missingExits) }),
      };
    else if (!canEnd.has(beat.id))
      yield {
        code: 'beat-dead-end',
        path: [...path, 'then'],
        message: say('checker:story.dead-end', { id: beat.id }),
      };
  }
  for (const id of Object.keys(authored.endings)) {
    const path = ['endings', id];
    if (!reachable.has(id)) yield { code: 'ending-unreachable', path, message: say('checker:story.ending', { id }) };
    else if (!reachableDecently.has(id))
      yield { code: 'ending-red-line-only', path, message: say('checker:story.red-line-only', { id }) };
  }
}

function* checkReturns(authored: AuthoredScenario): Iterable<Fault> {
  const edges = edgesOf(authored);
  const first = authored.beats[0]?.id ?? '';
  for (const [id, { later }] of Object.entries(authored.endings)) {
    const leftId = later?.left;
    if (leftId !== undefined) {
      const path = ['endings', id, 'later', 'left'];
      const pointAt = pointsOf(authored).find(
        ({ point }) => point.id === leftId || (point.wrongs ?? []).some((wrongAnswer) => wrongAnswer.id === leftId),
      );
      const isForbidden = (authored.forbids ?? []).some((forbid) => forbid.do === leftId);
      if (!pointAt && !isForbidden)
        yield { code: 'unknown-id', path, message: say('checker:later.unknown', { id: leftId }) };
      else if (pointAt && !reachedFrom([pointAt.beat.id], edges).has(id))
        yield { code: 'later-impossible', path, message: say('checker:later.impossible', { id: leftId, ending: id }) };
    }
    const unmet = later?.unmet;
    if (unmet === undefined) continue;
    const path = ['endings', id, 'later', 'unmet'];
    const needs = needsOf(authored).filter(({ need }) => need.do === unmet);
    // A beat that waits for the action is left as resolved only when the action is done.
    const waitingBeats = new Set(needs.filter(({ need }) => need.until !== 'end').map(({ beat }) => beat?.id));
    const edgesWithoutAction = edges.filter(({ from, via }) => !(via === 'resolved' && waitingBeats.has(from)));
    if (needs.length === 0)
      yield { code: 'unknown-id', path, message: say('checker:later.not-needed', { action: unmet }) };
    else if (!reachedFrom([first], edgesWithoutAction).has(id))
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
    const earlierQuestions = beats.slice(0, beats.indexOf(beat)).flatMap(({ asks }) => asks ?? []);
    const recalledQuestion = questionsOf(authored).find(({ question }) => question.id === beat.recalls);
    if (
      recalledQuestion &&
      !(earlierQuestions.includes(recalledQuestion.question) && recalledQuestion.question.waits === false)
    )
      yield {
        code: 'recall-waiting',
        path: [...path, 'recalls'],
        message: say('checker:question.recalled', { id: beat.recalls }),
      };
  }
}
