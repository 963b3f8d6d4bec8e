/** Who asks where or how is answered, not reminded of paying (RULES M54). */
import { expect, test } from 'vitest';
import { drive, judged, say, tick } from '#tests/engine/support/drive.ts';
import { SAID, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { contentOf, forbid } from '#tests/engine/support/tiny.ts';

const story = (says: string) =>
  contentOf([
    shoesWith({
      beats: [{ ...sizeBeat({ tolerates: 9 }), says: [{ kind: 'text', text: says }] }, shipBeat()],
      forbids: [forbid({ act: 'payment-reminder', because: '只点按钮' })],
    }),
  ]);
const forbidden = (says: string) =>
  judged(drive(story(says), [say(10_000, SAID.remind), tick(40_000)]).log).forbiddenWords.length;

test.each(['券我上哪儿领', '那我在哪里付', '咋付呀'])('after 「%s」 nobody is reminded [M54]', (says) =>
  expect(forbidden(says)).toBe(0),
);
test.each(['我再想想', '不改价我就不付'])('after 「%s」 they are [M54]', (says) => expect(forbidden(says)).toBe(1));
