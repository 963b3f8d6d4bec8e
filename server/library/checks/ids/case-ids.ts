/** Ids inside a case: each used once, each that is mentioned exists. */

import { duplicateIds, type Mention, type NamedId, unknownIds } from '#library/checks/ids/id-references.ts';
import {
  beatsOf,
  type CaseCheck,
  type CaseView,
  ordersOf,
  pointsOf,
  questionsOf,
  reactionsOf,
  thenOf,
} from '#library/view/case-view.ts';
import { mentionedGoods } from './shop-ids.ts';

export const checkIds: CaseCheck = function* (view) {
  const { authored } = view;
  const beats = beatsOf(authored).map(({ beat, path }) => ({ id: beat.id, path: [...path, 'id'] }));
  const endings = Object.keys(authored.endings).map((id) => ({ id, path: ['endings', id] }));
  const questions = questionsOf(authored).map(({ question, path }) => ({ id: question.id, path: [...path, 'id'] }));
  const points = pointsOf(authored).map(({ point, path }) => ({ id: point.id, path: [...path, 'id'] }));
  const wrongs = pointsOf(authored).flatMap(({ point, path }) =>
    (point.wrongs ?? []).map(({ id }, index) => ({ id, path: [...path, 'wrongs', index, 'id'] })),
  );
  const orders = ordersOf(authored).map(({ order, path }) => ({ id: order.id ?? 'order', path: [...path, 'id'] }));
  // `then` names either a beat or an ending, so the two can't share an id.
  yield* duplicateIds([...beats, ...endings], 'beat-or-ending');
  yield* duplicateIds(questions, 'question');
  // `left` names either a point or a wrong answer, so the two can't share an id.
  yield* duplicateIds([...points, ...wrongs], 'point-or-wrong');
  yield* duplicateIds(orders, 'order');

  yield* unknownIds(mentionedTargets(view), [...beats, ...endings], 'beat-or-ending');
  yield* unknownIds(mentionedBeats(view), beats, 'beat');
  yield* unknownIds(mentionedQuestions(view), questions, 'question');
  yield* unknownIds(mentionedPoints(view), points, 'point');
  yield* unknownIds(mentionedFacts(view), facts(view), 'fact');
  yield* mentionedGoods(view);
};

const facts = ({ authored }: CaseView): NamedId[] => {
  return Object.keys(authored.customer.knows ?? {}).map((id) => ({ id }));
};

/** Everything that sends the story on: each must name a beat or an ending. */
const mentionedTargets = ({ authored }: CaseView): Mention[] => {
  return [
    ...beatsOf(authored).flatMap(({ beat, path }): Mention[] => {
      if (typeof beat.then === 'string') return [{ id: beat.then, path: [...path, 'then'] }];
      return Object.entries(beat.then ?? {}).map(([exit, id]) => ({ id, path: [...path, 'then', exit] }));
    }),
    ...reactionsOf(authored).map(({ reaction, path }) => ({ id: thenOf(reaction), path: [...path, 'then'] })),
    ...pointsOf(authored).map(({ point, path }) => ({ id: point.leads, path: [...path, 'leads'] })),
  ];
};

const mentionedBeats = ({ authored }: CaseView): Mention[] => {
  return Object.entries(authored.endings).map(([id, { later }]) => ({
    id: later?.to,
    path: ['endings', id, 'later', 'to'],
  }));
};

const mentionedQuestions = ({ authored }: CaseView): Mention[] => {
  return [
    ...beatsOf(authored).map(({ beat, path }) => ({ id: beat.recalls, path: [...path, 'recalls'] })),
    ...reactionsOf(authored).flatMap(({ slot, key, path }) =>
      slot === 'partly' && key !== null ? [{ id: key, path }] : [],
    ),
  ];
};

const mentionedPoints = ({ authored }: CaseView): Mention[] => {
  return [
    ...beatsOf(authored).flatMap(({ beat, path }) => [
      ...(beat.window?.points ?? []).map((id, index) => ({ id, path: [...path, 'window', 'points', index] })),
      ...(beat.quiet?.window?.points ?? []).map((id, index) => ({
        id,
        path: [...path, 'quiet', 'window', 'points', index],
      })),
      ...(beat.needs ?? []).flatMap(({ after }, index) =>
        (after ?? []).flatMap((condition, place) =>
          'point' in condition ? [{ id: condition.point, path: [...path, 'needs', index, 'after', place] }] : [],
        ),
      ),
    ]),
    ...reactionsOf(authored).flatMap(({ slot, key, path }) =>
      // Wrong answers are written at their point; in `reacts` the key is the point's id.
      (slot === 'covered' || slot === 'wrong') && key !== null && path.includes('reacts') ? [{ id: key, path }] : [],
    ),
  ];
};

const mentionedFacts = ({ authored }: CaseView): Mention[] => {
  const firstMentions = questionsOf(authored).flatMap(({ question, path }) =>
    (question.first ?? []).flatMap((id, index) =>
      typeof id === 'string' ? [{ id, path: [...path, 'first', index] }] : [],
    ),
  );
  const beatMentions = beatsOf(authored).flatMap(({ beat, path }) => [
    ...(beat.tells ?? []).map((id, index) => ({ id, path: [...path, 'tells', index] })),
    ...(beat.needs ?? []).flatMap(({ ask, after }, index) => [
      { id: ask, path: [...path, 'needs', index, 'ask'] },
      ...(after ?? []).flatMap((condition, place) =>
        'ask' in condition ? [{ id: condition.ask, path: [...path, 'needs', index, 'after', place] }] : [],
      ),
    ]),
  ]);
  const dutyMentions = (authored.duties ?? []).map(({ ask }, index) => ({ id: ask, path: ['duties', index, 'ask'] }));
  return [...firstMentions, ...beatMentions, ...dutyMentions];
};
