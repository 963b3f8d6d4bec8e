/** A figure in a good's name is the name's, in replies and in an author's wordings (RULES T58). */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { checkModelRedLines } from '#library/checks/sentences/model-red-lines.ts';
import type { CaseView } from '#library/view/case-view.ts';
import { library } from '#tests/support/library.ts';

const NAMES = ['5号羽毛球拍', '3支装护手霜', '逐峰3', '5l', '护手霜三支'];
const figures = (reply: string) =>
  readReply(reply, NAMES).reading.values.map(({ kind, quantity, unit }) => `${kind} ${quantity}${unit}`);

describe('[T58] a figure in a good’s name', () => {
  it('is no day, no pieces and no sum, whatever stands before it', () => {
    for (const name of NAMES.slice(0, 3))
      for (const lead of ['', '赔', '减', '退', '送', '您要的', '换成'])
        expect(figures(`${lead}${name}今晚发`)).toEqual([expect.stringMatching(/^measure \d款$/), 'date 100']);
  });

  it('leaves the figures beside it as they are', () => {
    expect(figures('5号羽毛球拍满199减20')).toEqual(['measure 5款', 'amount 199', 'number 20']);
    expect(figures('5号发')).toEqual(['date 5']);
    expect(figures('5L的，护手霜三支一盒')).toEqual(['measure 5000ml', 'measure 3支', 'measure 1盒']);
  });

  it('is repeated by no customer and stands against no figure of a point', () => {
    const points = [
      compilePoint({ id: 'off', says: '5号羽毛球拍满199减20', also: ['满199减20'] }, NAMES),
      compilePoint({ id: 'day', says: '6号发货', also: ['6号给您发'] }, NAMES),
    ];
    const heard = (reply: string) => judge({ reply, customer: '怎么减 几号发', points, goodsNames: NAMES }).points;
    expect(heard('5号羽毛球拍有货').map(({ figure }) => figure)).toEqual([undefined, undefined]);
    expect(heard('5号羽毛球拍满199减20，6号给您发').map(({ state }) => state)).toEqual(['covered', 'covered']);
    expect(heard('5号给您发')[1]?.state).not.toBe('covered');
  });
});

it('[T56] what the checker reads of an author is judged with the names of goods, as replies are', () => {
  const shop = [...library.shops.values()].find(({ products }) => products.some(({ name }) => name.includes('丑苹果')));
  const authored = {
    beats: [{ id: 'b', says: '选哪个好', asks: [{ id: 'q', question: '选哪个', points: [], model: '您选丑苹果' }] }],
    customer: {},
    endings: {},
  };
  const faults = (view: object) => [...checkModelRedLines({ authored, ...view } as unknown as CaseView)];
  expect(faults({ shop })).toEqual([]);
  expect(faults({ shop: null })).not.toEqual([]);
});
