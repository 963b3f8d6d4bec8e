/** What a customer says to questions the story has no word on, to operations told as done, and after minding a word. */
import { describe, expect, it } from 'vitest';
import type { ContentData } from '#engine/model/content.ts';
import { act, drive, of, say, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { beat, contentOf, ending, need, windowOf } from '#tests/engine/support/tiny.ts';

const wordsAfter = (content: ContentData, ...said: string[]): string[] =>
  words(
    drive(content, [...said.map((text, i) => say(10_000 + i * 30_000, text)), tick(20_000 + said.length * 30_000)]).log,
  );

const plain = contentOf([shoesWith({ beats: [sizeBeat(), shipBeat()] })]);
const note = { name: 'note', title: '内容', kind: 'text', required: false, choices: [] } as const;
const owed = contentOf([shoesWith({ beats: [sizeBeat({ needs: [need({ do: 'remark' })] }), shipBeat()] })]);
const noted: ContentData = {
  ...owed,
  actions: owed.actions.map((one) =>
    one.id === 'remark' ? { ...one, sends: false, named: ['备注'], fields: [note] } : one,
  ),
};

describe('a trainee’s question that the story has no word on', () => {
  it('[T30] is put off', () => {
    expect(wordsAfter(plain, '您平时穿什么颜色呀？').at(-1)).toBe('asked-what 1');
    expect(wordsAfter(plain, '您平时跑几公里呀？').at(-1)).toBe('asked-own 1');
  });

  it('[T30] is told from an instruction, which gets a nod', () => {
    const said = wordsAfter(plain, '鞋底朝上拍一张，发我就行');
    expect(said.filter((one) => one.startsWith('dont-know'))).toEqual([]);
    expect(said.length).toBeGreaterThan(1);
  });
});

describe('an operation that is owed', () => {
  it('[T31] that was told as done is asked to be looked at again', () => {
    expect(wordsAfter(noted, `${SAID.size}，已经给您备注好了`)).toContain('claimed 1');
  });

  it('[T31] that nobody told as done is asked for', () => {
    expect(wordsAfter(noted, SAID.size)).toContain('undone 1');
  });

  it('[T31] that was done is no longer asked for', () => {
    const { log } = drive(noted, [
      act(8000, 'remark', { note: '39.5' }),
      say(10_000, `${SAID.size}，已经给您备注好了`),
      tick(60_000),
    ]);
    expect(words(log).filter((one) => /^(?:claimed|undone)/.test(one))).toEqual([]);
  });
});

describe('[T48] an operation the customer has no sign of', () => {
  const told = `${SAID.size}，已经给您备注好了`;
  const asked = (said: readonly string[]): string[] => said.filter((one) => /^(?:claimed|undone)/.test(one));

  it('is doubted once when it is told as done, and then the talk goes on to the next question', () => {
    const said = wordsAfter(noted, told, '备注了的，您放心', '都记着呢');
    expect(asked(said)).toEqual(['claimed 1']);
    expect(wordsAfter(noted, told, '备注了的，您放心').length).toBeGreaterThan(wordsAfter(noted, told).length);
  });

  it('is believed when it is told as done again, and stays owed though never clicked', () => {
    const { drill } = drive(noted, [say(10_000, told), say(40_000, '备注了的，您放心'), tick(60_000)]);
    expect(drill.conversations.c1?.met).toEqual([]);
    expect(drill.conversations.c1?.beat?.id).toBe('ship');
  });

  it('holds the talk up where nobody told it as done', () => {
    const { drill } = drive(noted, [say(10_000, SAID.size), say(40_000, '这款跑起来挺轻的'), tick(60_000)]);
    expect(drill.conversations.c1?.beat?.id).toBe('size');
  });

  it('differs from one they can see (a changed size), which is asked for until it is there', () => {
    const seen = contentOf([shoesWith({ beats: [sizeBeat({ needs: [need({ do: 'change-sku' })] }), shipBeat()] })]);
    const { drill } = drive(seen, [
      say(10_000, `${SAID.size}，码改好了`),
      say(40_000, '改好了的，您放心'),
      tick(60_000),
    ]);
    expect(drill.conversations.c1?.beat?.id).toBe('size');
  });
});

describe('[T49] an operation the customer has no sign of', () => {
  const kinds = { escalate: '升级', 'change-price': '升级' } as Record<string, string>;
  const withNote: ContentData = {
    ...noted,
    actions: noted.actions.map((one) =>
      one.id === 'remark' || kinds[one.id] === undefined
        ? one
        : { ...one, sends: false, group: kinds[one.id] ?? '', named: [], fields: [note] },
    ),
  };
  const owing = (action: string): ContentData => ({
    ...contentOf([shoesWith({ beats: [sizeBeat({ needs: [need({ do: action })] }), shipBeat()] })]),
    actions: withNote.actions,
  });
  const asked = (said: readonly string[]): string[] => said.filter((one) => /^(?:claimed|undone)/.test(one));

  it('is not asked about where an earlier turn told it as done', () => {
    expect(asked(wordsAfter(noted, '已经给您备注好了', `${SAID.size}，跑起来也轻`))).toEqual([]);
  });

  it('is asked about where an earlier turn told it as done and the trainee says goodbye', () => {
    const said = wordsAfter(noted, '已经给您备注好了', `${SAID.size}，祝您生活愉快，再见`);
    expect(asked(said)).toEqual(['claimed 1']);
  });

  it('is no dodging when it was asked for and is just told as done', () => {
    const { log } = drive(noted, [say(10_000, SAID.size), say(40_000, `${SAID.size}，已经给您备注好了`), tick(60_000)]);
    expect(words(log)).toContain('claimed 1');
    expect(of(log, 'turn-closed').map(({ bad }) => bad)).toEqual([false, false]);
  });

  it('is taken for done where another of its kind was clicked while it was wanted', () => {
    const clicked = drive(owing('escalate'), [
      act(8000, 'change-price', { note: '39.5' }),
      say(10_000, SAID.size),
      tick(60_000),
    ]);
    expect(asked(words(clicked.log))).toEqual([]);
    const other = drive(owing('escalate'), [
      act(8000, 'remark', { note: '39.5' }),
      say(10_000, SAID.size),
      tick(60_000),
    ]);
    expect(asked(words(other.log))).toEqual(['undone 1']);
  });
});

describe('a customer who has just minded a word', () => {
  const leaves = contentOf([
    shoesWith({
      beats: [
        beat({
          id: 'thinks',
          says: '我想想',
          window: windowOf('order-prompt', '60s'),
          then: { taken: 'kept', missed: 'kept' },
        }),
      ],
      endings: [ending({ id: 'kept', outcome: 'kept', says: '好 谢了' })],
    }),
  ]);

  it('[T32] leaves without thanks', () => {
    expect(wordsAfter(leaves, '喜欢的话可以拍下哦')).toContain('好 谢了');
    const said = wordsAfter(leaves, '喜欢的话可以拍下哦，你有病吧');
    expect(said.length).toBeGreaterThan(1);
    expect(said).not.toContain('好 谢了');
  });
});
