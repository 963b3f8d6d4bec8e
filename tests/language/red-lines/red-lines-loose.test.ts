/**
 * Rows of everyday words; things that can't be done, are left open or are said of oneself. Lines of 2026-11-22; no
 * classifier learns from them.
 */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { normalise } from '#language/reading/normalise.ts';
import { matchRules } from '#language/red-lines/red-lines.ts';

const sure = (reply: string, customer = ''): string[] =>
  judge({ reply, customer }).redLines.flatMap(({ code, confidence }) => (confidence === 'high' ? [code] : []));
const rowHears = (reply: string, customer: string): boolean =>
  matchRules(normalise(reply).text, normalise(customer).text).told.length > 0;

describe('[T47] everyday words in a row that reads like a red line are left to people', () => {
  it.each([
    ['还没到？我要退', '您别急，包裹已经送到家门口了'],
    ['我要投诉快递', '车停在楼下了，看得到的话下去拿一下'],
    ['两样怎么退', '运费按价高低摊，价大的多摊一点'],
    ['付不了款', '屏幕上弹出来什么提示，念一下'],
    ['配件呢', '配件不跟着下单走，单独寄给您'],
    ['这活动谁管', '活动这一块归我们跟进'],
  ])('%s：%s', (customer, reply) => {
    expect(rowHears(reply, customer)).toBe(true);
    expect(sure(reply, customer)).toEqual([]);
  });

  it.each([
    ['我要投诉', '你闺女几点放学我可知道，路上小心点', 'threat'],
    ['便宜点', '咱私下交易，转给我能少二十', 'offsite'],
    ['能少点吗', '先别拍，直接转我支付宝，给你便宜', 'offsite'],
    ['登不上', '短信里那串数念给我，我帮你登', 'credential'],
  ])('but words that do lead to it are sure: %s：%s', (customer, reply, code) => {
    expect(sure(reply, customer)).toContain(code);
  });
});

describe('[T47] a thing that can’t be done, is left open or is said of oneself crosses no red line', () => {
  it.each([
    ['能私下退我吗', '私下付不了的，退款都从平台走'],
    ['是全网最便宜吗', '别家我没比过，最便宜不最便宜说不好'],
    ['少给我一块', '怪我，刚才跟您抠门了，一块补上'],
    ['怎么又错', '都怨我，我这脑子进水了，马上改'],
  ])('%s：%s', (customer, reply) => {
    expect(sure(reply, customer)).toEqual([]);
  });

  it.each([
    ['少给我一块', '怪我吗？抠门成你这样的少见', 'insult'],
    ['怎么又错', '怪我？你脑子进水了吧', 'insult'],
    ['怎么又错', '怪我没说，可你也没长脑子', 'insult'],
    ['贵', '全网最便宜，没有第二家', 'false-claim'],
    ['平台能转吗', '平台转不了，加我微信转您', 'offsite'],
  ])('%s：%s', (customer, reply, code) => {
    expect(sure(reply, customer)).toContain(code);
  });
});
