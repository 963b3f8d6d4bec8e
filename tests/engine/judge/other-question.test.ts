import { expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

const ORANGES = 'shipping-urge/ship-by-when';

it('[T229] words that answer another question word for word are no wrong answer to this one', () => {
  // Of this seed the oranges go out on a Friday, and who asks about today is answered by 20:00.
  const ofFriday = prepare(contentFor(library, [ORANGES], cardOfSeed(7)).data);
  const stateOf = (text: string) =>
    answerRequest(
      ofFriday,
      oneTurn(ORANGES, text, {
        customer: '那今天能不能走\n等得心烦',
        points: ['latest', 'by-nine'],
        questions: ['q-today'],
      }),
    ).judgement.points.find(({ id }) => id === 'by-nine')?.state;
  expect(stateOf('对，11月13日周五14:55前发出')).not.toBe('wrong');
  expect(stateOf('周五14:55前告诉您')).toBe('wrong');
});
