/** Postage laid on the side that doesn't bear it, over all cases, with its ways out. */
import { describe, expect, it } from 'vitest';
import { toldOtherwise } from '#engine/judge/told-otherwise.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { contentFor } from '#library/load.ts';
import { library } from '#tests/support/library.ts';

const cases = [...prepare(contentFor(library, [...library.scenarios.keys()]).data).cases.entries()];

describe('[T100] who pays the postage', () => {
  const POSTAGE = '运费';
  const whereBorneBy = (party: 'shop' | 'customer') =>
    cases.filter(([, { truth }]) =>
      truth.rightFigures.borne.some(({ names, by }) => names.includes(POSTAGE) && by === party),
    );
  const told = (preparedCase: PreparedCase, text: string) =>
    toldOtherwise({ preparedCase, reply: readReply(text), customerValues: [], nearPoints: new Set() }, [
      ...preparedCase.points.values(),
    ]).length;
  const BY_CUSTOMER = ['运费您这边承担一下', '来回运费是您承担的', '邮费自理哈', '运费算您的', '寄回的快递费您出'];
  const BY_SHOP = ['运费我们承担', '寄回的运费店里负责', '邮费不用您承担', '运费我们出'];
  const LEFT_OPEN = [
    '您别担心运费',
    '运费您承担吗？',
    '如果不想要了运费您承担',
    '别家运费您承担',
    '运费谁承担我问一下',
  ];

  it('is wrong laid on the customer wherever the case lays it on the shop, asked or not', () => {
    const borne = whereBorneBy('shop');
    expect(borne.length).toBeGreaterThan(10);
    for (const [id, preparedCase] of borne) {
      for (const text of BY_CUSTOMER) expect([id, text, told(preparedCase, text)]).toEqual([id, text, 1]);
      for (const text of [...BY_SHOP, ...LEFT_OPEN])
        expect([id, text, told(preparedCase, text)]).toEqual([id, text, 0]);
    }
  });

  it('is right laid on the customer where the case does', () => {
    const borne = whereBorneBy('customer');
    expect(borne.length).toBeGreaterThan(0);
    for (const [id, preparedCase] of borne)
      for (const text of [...BY_CUSTOMER, ...LEFT_OPEN])
        expect([id, text, told(preparedCase, text)]).toEqual([id, text, 0]);
  });
});
