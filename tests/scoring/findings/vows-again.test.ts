/** A vow that a card leaves open, made again, is told with the first (RULES M56). */
import { expect, test } from 'vitest';
import { toReplies } from '#library/schema/testplan.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { readRounds } from '#scripts/fairness/stored.ts';
import { library } from '#tests/support/library.ts';

const plays = readRounds().flatMap(({ plays }) => plays);
const replayed = plays
  .filter(({ id }) => id === 'a-ship-by-when-poor' || id === 'a-wrong-size-abuse-poor')
  .map(({ id, scenario, replies, after, card }) => ({
    id,
    vows: playedOnce(library, [scenario], toReplies(replies), { after, card }).report.findings.filter(
      ({ code }) => code === 'against-card',
    ),
  }));
const vowsOf = (id: string) => replayed.find((play) => play.id === id)?.vows ?? [];

test('another day vowed later is no second finding, and the first says when [M56]', () => {
  // 这两天肯定就走了 is a vow of its own: when the goods leave.
  const vows = vowsOf('a-ship-by-when-poor').filter(({ quote }) => !quote.includes('走了'));
  expect(vows.map(({ quote }) => quote)).toEqual(['后天准到']);
  expect(vows[0]?.why).toMatch(/\d:\d\d 又说了一遍/);
});

test('a vow made once is told once [M56]', () => {
  const vows = vowsOf('a-wrong-size-abuse-poor');
  expect(vows.map(({ quote }) => quote)).toEqual(['后天保证送到您手上']);
  expect(vows[0]?.why).not.toContain('又说了一遍');
});
