/** 备注旗子: what a remark leaves on its order (RULES V6). */
import { describe, expect, it } from 'vitest';
import { presentOrder } from '#drills/present/present-parts.ts';
import { act, at, drive, tick } from '#tests/engine/support/drive.ts';
import { shoesWith } from '#tests/engine/support/shoes.ts';
import { contentOf, order, shop } from '#tests/engine/support/tiny.ts';

const one = contentOf([shoesWith({ orders: [order({ id: 'o1', no: '…1001' })] })]);
const two = contentOf([shoesWith({ orders: [order({ id: 'o1', no: '…1001' }), order({ id: 'o2', no: '…1002' })] })]);
const remarks = (data: typeof one, ...given: Record<string, string>[]) =>
  at(drive(data, [...given.map((fields, i) => act(5000 + i * 1000, 'remark', fields)), tick(20_000)])).orders.map(
    ({ remark }) => remark,
  );

describe('[V6] a remark', () => {
  it('stands on its order with its flag, and a note without a flag keeps the one before', () => {
    expect(remarks(one, { note: '答应18点前回', flag: 'yellow' })).toEqual([{ note: '答应18点前回', flag: 'yellow' }]);
    expect(remarks(one, { note: '答应18点前回', flag: 'yellow' }, { note: '已回' })).toEqual([
      { note: '已回', flag: 'yellow' },
    ]);
    expect(remarks(one, { note: '一', flag: 'yellow' }, { note: '二', flag: 'red' })).toEqual([
      { note: '二', flag: 'red' },
    ]);
  });

  it('without a flag has none, nor for a colour that nobody knows', () => {
    expect(remarks(one, { note: '脚背高' })).toEqual([{ note: '脚背高', flag: null }]);
    expect(remarks(one, { note: '脚背高', flag: 'pink' })).toEqual([{ note: '脚背高', flag: null }]);
  });

  it('is written into the order it names, and into no other', () => {
    expect(remarks(two, { note: '换码', flag: 'red', order: 'o1' })).toEqual([
      { note: '换码', flag: 'red' },
      undefined,
    ]);
  });

  it('leaves the server with its order, and an order without one has no such field', () => {
    const noted = order({ remark: { note: '换码', flag: 'red' } });
    expect(presentOrder(shop(), shoesWith(), noted).remark).toEqual({ note: '换码', flag: 'red' });
    expect(presentOrder(shop(), shoesWith(), order({}))).not.toHaveProperty('remark');
  });
});
