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

/** How the goodbye window ends of a story that was over before these words. */
const behind = (words: string): string[] =>
  of(
    drive(contentOf([shoesWith({ beats: [{ ...sizeBeat(), then: { ...sizeBeat().then, resolved: 'kept' } }] })]), [
      say(10_000, SAID.size),
      say(40_000, words),
      tick(300_000),
    ]).log,
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

it('[M107] 去忙吧 to who asks nothing more isn’t cold, and is while a question is open', () => {
  const ended = contentOf([shoesWith({ beats: [{ ...sizeBeat(), then: { ...sizeBeat().then, resolved: 'kept' } }] })]);
  const toneOf = (...commands: ReturnType<typeof say>[]) => judged(drive(ended, [...commands, tick(300_000)]).log).tone;
  expect(toneOf(say(10_000, SAID.size), say(40_000, '去忙吧。'))).toBe('neutral');
  expect(toneOf(say(10_000, '去忙吧。'))).toBe('cold');
});

describe('[T148] a goodbye in words of leave', () => {
  it.each(['有问题随时喊我', '有事随时喊我哈', '告诉我就行，我在', '不客气，您先忙'])(
    '%s is one after the story’s end and before it, as it is to the report',
    (bye) => {
      expect(goodbyes(SAID.size, bye)).toEqual(['taken']);
      expect(behind(bye)).toEqual(['taken']);
    },
  );

  it.each(['在的亲', '我在帮您查', '您先拆开看看', '您还有别的要问的吗？', '快递在路上了'])(
    '%s is none while a window runs',
    (words) => {
      expect(goodbyes(SAID.size, words)).toEqual(['missed']);
    },
  );
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
