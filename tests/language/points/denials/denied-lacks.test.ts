/** A lack that is denied is no lack (RULES T146). */
import { describe, expect, it } from 'vitest';
import { stateOf } from '#tests/language/support/state-of.ts';

const HAVE = {
  id: 'have',
  says: '有货，5盒够',
  also: ['有的，还有货', '有现货，您直接拍', '货够的'],
  contradicts: ['没货了', '已经卖完了', '现在缺货', '卖光了', '断货了'],
};
const NONE = {
  id: 'none',
  says: '刚刚卖完了',
  also: ['卖完了，现在拍不了', '抱歉没货了', '这款刚卖光', '现在缺货', '已经售罄'],
  contradicts: ['有货，您直接拍', '还有货', '货够的', '有现货'],
};
const DENIED = [
  '没断货',
  '没断货的，有的',
  '没有断货',
  '没缺货',
  '不缺货',
  '不会断货的',
  '没卖完',
  '还没卖完',
  '没卖光',
  '没售罄',
  '没断过货',
  '没缺过货',
  '放心没断货，拍就行',
];
const LACKS = ['断货了', '没货了', '卖完了', '缺货', '没有现货', '断了货', '没有断货了', '不行断货了', '没补货'];

describe('[T146] a lack that is denied', () => {
  it.each(DENIED)('%s is not wrong where there is stock, and does not say that it is sold out', (reply) => {
    expect(stateOf(HAVE, reply, '还有货没')).not.toBe('wrong');
    expect(stateOf(NONE, reply, '还有货没')).not.toBe('covered');
  });
  it.each(['没断货', '不缺货', '没卖完'])('%s is wrong where it is sold out', (reply) =>
    expect(stateOf(NONE, reply, '还有货没')).toBe('wrong'),
  );
  it.each(LACKS)('%s is still a lack', (reply) => {
    expect(stateOf(HAVE, reply, '还有货没')).toBe('wrong');
    expect(stateOf(NONE, reply, '还有货没')).not.toBe('wrong');
  });
});
