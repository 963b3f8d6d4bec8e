/** A fault with the customer's way out behind it is a condition and asserts nothing (RULES T149). */
import { describe, expect, it } from 'vitest';
import { stateOf } from '#tests/language/support/state-of.ts';

const FITS = {
  id: 'fits',
  says: '放得下',
  also: ['刚好放得下', '能放下，还有余', '尺寸够，放得进去'],
  contradicts: ['放不下', '柜子不够', '塞不进去', '放不了', '尺寸不够'],
};
const TOO_BIG = {
  id: 'over',
  says: '放不下',
  also: ['塞不下的', '不建议买，放不下'],
  contradicts: ['放得下', '放得进去'],
};
const SIZE = {
  id: 'size',
  says: '这双您穿合适',
  also: ['码数合适', '41码正合您脚'],
  contradicts: ['不合适', '这双您穿小了', '偏小'],
};

const WAYS_OUT = ['您退', '你退', '，您退', '您换', '您找我', '您随时退', '您退就是', '的话您退', '您退给我'];

describe('[T149] a fault with the customer’s way out behind it', () => {
  it.each(WAYS_OUT)('放不下%s says neither that it fits nor that it does not', (wayOut) => {
    expect(stateOf(FITS, `放不下${wayOut}`, '能放下吗')).not.toBe('wrong');
    expect(stateOf(TOO_BIG, `放不下${wayOut}`, '能放下吗')).not.toBe('covered');
    expect(stateOf(FITS, `尺寸够，放得进去，放不下${wayOut}`, '能放下吗')).toBe('covered');
  });
  it.each(WAYS_OUT)('不合适%s doesn’t say that it doesn’t suit', (wayOut) =>
    expect(stateOf(SIZE, `不合适${wayOut}`, '穿着合适吗')).not.toBe('wrong'),
  );
  it.each(['放不下', '放不下，建议您退了', '放不下的，您退了吧', '您家放不下，您别买', '放不下哈，您换小的'])(
    '%s says that it doesn’t fit',
    (reply) => {
      expect(stateOf(FITS, reply, '能放下吗')).toBe('wrong');
      expect(stateOf(TOO_BIG, reply, '能放下吗')).toBe('covered');
    },
  );
  it.each(['不合适', '不合适，您退吧', '这双您穿小了，您换大一码'])('%s says that it doesn’t suit', (reply) =>
    expect(stateOf(SIZE, reply, '穿着合适吗')).toBe('wrong'),
  );
});
