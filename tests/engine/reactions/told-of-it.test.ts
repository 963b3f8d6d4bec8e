/** The customer minds no vague word, and asks for no point, of which something was told (RULES T50, T51). */
import { describe, expect, it } from 'vitest';
import { asksIn } from '#engine/customer/opening-replacements.ts';
import type { Conversation } from '#engine/model/drill.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { answersOutright } from '#engine/reactions/partial-answers.ts';
import { nextFollowUp } from '#engine/state/follow-ups.ts';
import { contentFor } from '#library/load.ts';
import { drive, say, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { contentOf, point, question } from '#tests/engine/support/tiny.ts';
import { library } from '#tests/support/library.ts';

const talk = contentOf([shoesWith({ beats: [sizeBeat(), shipBeat({ tolerates: 9 })] })]);
const wordsAfter = (...said: string[]): string[] =>
  words(
    drive(talk, [...said.map((text, i) => say(10_000 + i * 30_000, text)), tick(20_000 + said.length * 30_000)]).log,
  );
const isVague = (line: string): boolean => line.startsWith('vague');

describe('[T50] a word that says nothing definite', () => {
  it('is minded where nothing definite was told', () => {
    expect(wordsAfter(SAID.size, '看情况的').some(isVague)).toBe(true);
  });

  it('is minded after a mistake that was minded, as a nod would leave both sides waiting', () => {
    const said = wordsAfter(SAID.size, SAID.wrongShip, '看情况的');
    expect(said.some(isVague)).toBe(true);
  });
});

const SUM = question({
  id: 'q-size',
  text: '鞋退多少',
  points: [point({ id: 'size', says: '鞋退428元', wrongs: [{ id: 'all', says: ['568都退您'] }] })],
});
const refund = contentOf([shoesWith({ beats: [sizeBeat({ asks: [SUM], tolerates: 9 }), shipBeat()] })]);
const refundWords = (...said: string[]): string[] =>
  words(
    drive(refund, [...said.map((text, i) => say(10_000 + i * 30_000, text)), tick(20_000 + said.length * 30_000)]).log,
  );

describe('[T106] a word that says nothing definite after a wrong sum', () => {
  it('is answered with that sum, once', () => {
    const said = refundWords('568都退您', '看情况的', '看情况的');
    expect(said.filter((line) => line === 'echo 1')).toHaveLength(1);
    expect(said.at(-1)).toMatch(/^vague/);
  });

  it('and minded where no sum was told', () => {
    const said = refundWords('看情况的');
    expect(said.some((line) => line.startsWith('echo'))).toBe(false);
    expect(said.some(isVague)).toBe(true);
  });
});

describe('[T106] a short turn that asks the customer something', () => {
  it('is answered before the customer asks on', () => {
    expect(refundWords('好了没').at(-1)).toMatch(/^(?:asked-whether|dont-know)/);
    expect(refundWords('看情况的').at(-1)).toMatch(/^vague/);
  });
});

describe('[T106] words of the customer’s own', () => {
  it.each(['那你家有没有轻的', '这钱算不算赔的', '还退吗', '三个一共退多少'])('ask: %s', (line) =>
    expect(asksIn(line)).toBe(true),
  );
  it.each(['我不要了', '没事', '知道了'])('ask nothing: %s', (line) => expect(asksIn(line)).toBe(false));
});

const OUTRIGHT: readonly [string, string][] = [
  ['不加不加 黑灰一个价嘛', '灰的不加钱吧'],
  ['有的呀，仓库我催了', '那38仓里到底还剩没剩'],
  ['能的哈', '能退不'],
  ['没有啊', '还有没有'],
  ['包的 满99', '包邮吗'],
  ['不用', '还要寄回去吗'],
  ['可以呀 放心', '能换灰的不'],
  ['退得了', '能退吗'],
  ['会的', '那你会来回我吗'],
  ['是，一样的', '跟店里一样吗'],
  ['要加五块', '要不要加钱'],
];
const NOT_OUTRIGHT: readonly [string, string][] = [
  ['在的亲', '在吗 这个能退吗'],
  ['不好意思，让您久等', '这个好用吗'],
  ['对不起呀', '对不对嘛'],
  ['您先别急', '急死了 能发吗'],
  ['好的，我看一下', '好用吗'],
  ['没关系的', '有没有'],
  ['有什么问题可以问我', '有没有货'],
  ['那您再看看', '那能退不'],
  ['我查查', '我能退吗'],
  ['今天发', '几点发'],
  ['没事的，别担心', '有没有事'],
];

describe('[T50] a yes or no', () => {
  it.each(OUTRIGHT)('%s answers %s', (said, asked) => expect(answersOutright(said, [asked])).toBe(true));
  it.each(NOT_OUTRIGHT)('%s doesn’t answer %s', (said, asked) => expect(answersOutright(said, [asked])).toBe(false));
});

describe('[T51] a point', () => {
  const { data } = contentFor(library, ['return-dispute/allergy-no-record']);
  const preparedCase = [...prepare(data).cases.values()][0] as PreparedCase;
  const point = 'ours';
  const question = preparedCase.points.get(point)?.question?.id ?? '';
  const next = (more: Partial<Conversation>): string | undefined => {
    const others = preparedCase.questions.get(question)?.pointIds.filter((id) => id !== point) ?? [];
    const c = {
      points: Object.fromEntries(others.map((id) => [id, 'covered'])),
      ...{
        figures: {},
        touched: {},
        topics: '',
        turn: null,
        turns: 1,
        used: {},
        leaning: [],
        senses: {},
        unsureIn: {},
        mended: [],
      },
      ...{ heard: [], spoken: {} },
    };
    return nextFollowUp({ ...c, ...more } as unknown as Conversation, preparedCase, null, question, () => 1)?.lineName;
  };
  const told = (state: 'wrong' | 'unsure'): Conversation['points'] => ({
    ...Object.fromEntries((preparedCase.questions.get(question)?.pointIds ?? []).map((id) => [id, 'covered' as const])),
    [point]: state,
  });

  it('is asked for by name where it was never told, or told wrong', () => {
    expect(next({})).toBe(`ask:${point}`);
    expect(next({ points: told('wrong') })).toBe(`ask:${point}`);
  });

  it('is made sure of where it was told wrong and perhaps put right since', () => {
    expect(next({ points: told('wrong'), mended: [point] })).toBe(`check:${point}`);
  });

  it('isn’t asked for by name once it was made sure of', () => {
    expect(next({ points: told('unsure'), used: { [`check:${point}`]: 1 } })).toBeUndefined();
    expect(next({ points: told('wrong'), used: { [`check:${point}:wrong`]: 1 } })).toBeUndefined();
  });
});
