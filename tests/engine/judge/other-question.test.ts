/** Words that sound like another answer: to a question that was answered right, or to another one (RULES T229, T275). */
import { expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { drive, of, say, tick } from '#tests/engine/support/drive.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { SAID, shoes } from '#tests/engine/support/shoes.ts';
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

const wrongOf = (...said: string[]): string[] =>
  of(
    drive(shoes, [...said.map((text, i) => say(10_000 + i * 30_000, text)), tick(300_000)]).log,
    'turn-judged',
  ).flatMap(({ judgement }) => judgement.points.flatMap(({ point, state }) => (state === 'wrong' ? [point] : [])));

it('[T275] a point told right is taken back by no words that merely sound like another answer', () => {
  expect(wrongOf(SAID.ship, SAID.wrongShip)).toEqual([]);
  expect(wrongOf(SAID.ship, '建议您穿39.5码，要明天发')).toEqual([]);
});

it('[T275] a point told wrong is wrong, and so is an author’s own wrong answer behind the right one', () => {
  expect(wrongOf(SAID.wrongShip)).toEqual(['ship']);
  expect(wrongOf(SAID.size, SAID.wrongShip)).toEqual(['ship']);
  expect(wrongOf(SAID.size, SAID.wrongSize)).toEqual(['size']);
});
