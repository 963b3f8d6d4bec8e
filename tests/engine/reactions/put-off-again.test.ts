/** Whoever is put off for the third time agrees to nothing (RULES T104). */
import { describe, expect, it } from 'vitest';
import { drive, reactions, say, tick, words } from '#tests/engine/support/drive.ts';
import { shipBeat, shoesWith } from '#tests/engine/support/shoes.ts';
import { beat, contentOf, line, noReacts, point, question } from '#tests/engine/support/tiny.ts';

const WHERE = question({
  id: 'q-where',
  text: '我这双鞋卡在哪一步了',
  points: [
    point({
      id: 'none-left',
      says: '仓库没有货了，要等补货',
      also: ['这个码卖空了', '库存没了'],
      contradicts: ['仓库有货'],
      ask: line('那到底卡在哪一步'),
    }),
  ],
});
const content = contentOf([
  shoesWith({
    beats: [
      beat({
        id: 'where',
        says: '我这双鞋卡在哪一步了',
        tolerates: 3,
        asks: [WHERE],
        reacts: { ...noReacts, slots: { rephrase: line('没听懂'), evaded: line('答的不是我问的') } },
        then: { resolved: 'ship', failed: 'sour', silent: 'gone' },
      }),
      shipBeat(),
    ],
  }),
]);
const play = (...said: string[]) =>
  drive(content, [...said.map((text, i) => say(10_000 + i * 20_000, text)), tick(10_000 + said.length * 20_000)]);
const UNHEARD = '鞋在仓库那边的步骤里呢';
const BESIDE = '今天天气真不错，祝您生活愉快每天开心';

describe('[T104] a customer whose question two turns have left open', () => {
  it('goes on without a word on the third that nobody made out', () => {
    const { log } = play(BESIDE, BESIDE, UNHEARD);
    expect(reactions(log)).toEqual(['evaded', 'evaded', 'resolved']);
    expect(words(log).slice(-2)).toEqual(['evaded 1', '今天能发吗']);
  });

  it('passes the second over in plain words', () => {
    const { log } = play(BESIDE, UNHEARD);
    expect(reactions(log)).toEqual(['evaded', 'resolved']);
    expect(words(log).slice(-2)).toEqual(['passed 1', '今天能发吗']);
  });
});
