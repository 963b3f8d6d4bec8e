/** Names that stand in each other's place: said of another card they say no point (RULES M76). */
import { describe, expect, it } from 'vitest';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import { stateOf } from '#tests/language/support/state-of.ts';

/** Goods, parts, places and towns; each is right in turn, and the others are wrong by one wording (`wrong`) alone. */
const KINDS = [
  {
    names: ['蒸笼', '和面棒', '玻璃盖', '滤网'],
    wrong: '〇今天给您补',
    right: ['〇今天给您补', '今天就把〇寄出去', '当天补一份〇给您', '漏了〇，今天给您补上'],
    question: '少了一样怎么办',
  },
  {
    names: ['热水壶', '养生壶', '多士炉', '打蛋器'],
    wrong: '您上次买的是〇',
    right: ['您上次买的是〇', '上回拿的是〇，墨绿的', '查到了，是〇', '上一单是〇墨绿'],
    question: '上次买的是哪款',
  },
  {
    names: ['省中转场', '城东网点', '镇上派送站'],
    wrong: '另一个在〇',
    right: ['另一个在〇', '今早到的〇', '第二个包裹现在在〇', '还在〇没派', '〇那边等着派'],
    question: '少的那样在哪',
  },
  {
    names: ['速干T', '速干短裤', '运动袜'],
    wrong: '〇今天发',
    right: ['〇今天发', '先发〇，今天走', '今天走的是〇', '〇今天先寄', '〇今天就出库'],
    question: '哪样先走',
  },
];

describe('[M76] a name that only wrong wordings have', () => {
  for (const { names, wrong, right, question } of KINDS)
    it(`${names.join('、')}: each is said by its own name, and by no other’s`, () => {
      for (const name of names) {
        const others = names.filter((each) => each !== name);
        const [says = '', ...also] = right.map((text) => text.replace('〇', name));
        const point = { id: 'which', says, also, contradicts: others.map((other) => wrong.replace('〇', other)) };
        for (const text of right) {
          expect(stateOf(point, `帮您看过了，${text.replace('〇', name)}哦`, question)).toBe('covered');
          for (const other of others)
            expect(stateOf(point, `帮您看过了，${text.replace('〇', other)}哦`, question)).not.toBe('covered');
        }
      }
    });

  it('counts for the clauses that go on from it, until the right one is named', () => {
    const point = {
      id: 'part',
      says: '蒸笼今天给您补',
      also: ['今天就把蒸笼寄出去', '当天补一份蒸笼给您', '漏了蒸笼，今天给您补上'],
      contradicts: ['和面棒今天给您补'],
    };
    const question = '少了蒸笼怎么办';
    expect(stateOf(point, '和面棒是我们落下的，今天就给您寄一份', question)).not.toBe('covered');
    expect(stateOf(point, '今天就给您寄一份，和面棒是我们落下的', question)).not.toBe('covered');
    expect(stateOf(point, '和面棒在的，蒸笼是我们落下的，今天给您补', question)).toBe('covered');
  });

  it('is none where it is a figure, a denial, a party or an order of two, or stands in a right wording', () => {
    const namesOf = (says: string, wrong: string, also: string[] = []) =>
      (compilePoint({ id: 'p', says, also, contradicts: [wrong] }).compiled as CompiledWordings).rivalNames;
    expect(namesOf('给您补发蒸笼', '给您补发滤网')).toEqual([{ wrong: '滤网', right: ['蒸笼'] }]);
    expect(namesOf('建议您拿逐峰3', '建议您拿风廓')).toEqual([{ wrong: '风廓', right: ['逐峰3'] }]);
    for (const [says = '', wrong = '', also] of [
      ['一盒里有12枚', '一盒里有6枚'],
      ['运费是我们出', '运费是您自己出'],
      ['这个可以换码', '这个不能换码'],
      // Who tells of two orders names both.
      ['付的是前头那单', '付的是后头那单'],
      ['先拍的那单付了', '后拍的那单付了'],
      ['给您补发蒸笼', '给您补发滤网', ['没漏滤网，漏的是蒸笼']],
    ] as [string, string, string[]?][])
      expect(namesOf(says, wrong, also)).toEqual([]);
  });
});
