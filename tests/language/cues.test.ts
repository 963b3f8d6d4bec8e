import { describe, expect, test } from 'vitest';
import { asksFor } from '#language/cues.ts';

describe('asksFor', () => {
  test.each([
    ['脚长多少厘米？', ['脚长', '量脚']],
    ['方便拍个照吗', ['拍照']],
    ['发下订单号', ['订单号']],
    ['T恤的吊牌还在不、下过水没有', ['T恤吊牌']],
    ['那个赠品还在您那吗', ['赠品还在']],
    ['您退是因为码不合适还是别的', ['因为', '原因']],
    ['是什么原因想退呢', ['原因']],
    ['麻烦您量下脚', ['量脚', '量下脚']],
    ['亲 您平时去哪跑呀', ['平时跑', '平时去哪']],
    ['請問腳背高不高', ['脚背']],
    ['您告诉医生在喂奶了吗', ['喂奶']],
  ])('%s', (text, cues) => {
    expect(asksFor(text, cues)).not.toBeNull();
  });
  test.each([
    ['您不用发订单号', ['订单号']],
    ['因为脚背高所以大半码', ['因为', '脚背']],
    ['订单号我看到了', ['订单号']],
    ['不需要提供照片的', ['照片']],
    ['39.5就行', ['脚长']],
    ['去皮肤科，记得告诉医生在喂奶', ['喂奶']],
    ['', ['脚长']],
  ])('not: %s', (text, cues) => {
    expect(asksFor(text, cues)).toBeNull();
  });
  test('the span is the cue', () => {
    const text = '😊您脚长多少厘米？';
    const span = asksFor(text, ['脚长']);
    expect(text.slice(span?.start, span?.end)).toBe('脚长');
  });
});
