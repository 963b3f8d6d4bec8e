/** A goodbye said ahead, and closing words after a nod (RULES M53). */
import { describe, expect, it } from 'vitest';
import { drive, judged, of, say, tick } from '#tests/engine/support/drive.ts';
import { SAID, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { beat, contentOf, windowOf } from '#tests/engine/support/tiny.ts';

const waits = beat({
  id: 'ship',
  says: '下单了',
  window: windowOf('confirm-order', '60s'),
  then: { taken: 'kept', missed: 'kept' },
});
const story = contentOf([shoesWith({ beats: [sizeBeat(), waits] })]);
const goodbyes = (...said: string[]): string[] =>
  of(
    drive(story, [...said.map((text, i) => say(10_000 + i * 20_000, text)), tick(300_000)]).log,
    'window-closed',
  ).flatMap(({ windowKind, how }) => (windowKind === 'goodbye' ? [how] : []));

describe('[M53] a goodbye said while a window still runs', () => {
  it('is the goodbye of the story that ends when the window runs out', () => {
    expect(goodbyes(SAID.size, SAID.bye)).toEqual(['taken']);
  });

  it('and none is missing only where it was said', () => {
    expect(goodbyes(SAID.size, SAID.here)).toEqual(['missed']);
  });
});

const MADE = { how: 'quick-reply', quickReply: 'q1', edited: 0, similarity: 1 } as const;
const open = contentOf([shoesWith({ beats: [sizeBeat({ tolerates: 9 }), shipBeat()] })]);
const closing = (...before: string[]) =>
  judged(
    drive(open, [
      ...before.map((text, i) => say(10_000 + i * 20_000, text)),
      say(10_000 + before.length * 20_000, SAID.bye, 'c1', MADE),
      tick(200_000),
    ]).log,
    before.length + 1,
  ).canned.map(({ verdict }) => verdict);

describe('[M53] a closing phrase', () => {
  it('is no misuse to who has just nodded', () => expect(closing(SAID.here)).toEqual(['fit']));
  it('is one to who waits for an answer', () => expect(closing(SAID.vague)).toEqual(['off-topic']));
});
