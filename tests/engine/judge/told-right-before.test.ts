/** What a trainee said right stays said, whatever later words sound like (RULES T275). */
import { expect, it } from 'vitest';
import { drive, of, say, tick } from '#tests/engine/support/drive.ts';
import { SAID, shoes } from '#tests/engine/support/shoes.ts';

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
