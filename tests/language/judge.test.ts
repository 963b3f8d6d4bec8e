import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';

const REFUND: CompiledPoint[] = [
  compilePoint({
    id: 'time',
    says: '收到货后7天内原路退',
    also: ['仓库收到，七日内退回原付款'],
    contradicts: ['30个工作日'],
  }),
  compilePoint({ id: 'fee', says: '退货运费由您承担', also: ['邮费您出'], contradicts: ['运费我们出'] }),
];

/** Text as people send it: words of the trade mixed with emoji, combining marks, broken surrogates and anything else. */
const MESSY = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '退货',
        '不能',
        '运费',
        '您出',
        '😊',
        '👨‍👩‍👧',
        'é',
        '𠮷',
        '❤️',
        '１６：００',
        '，',
        '\n',
        '７天',
        '\ud83d',
        '{',
        '微\u200b信',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

describe('any text', () => {
  test('throws no exception, and every offset lies in the reply', () => {
    fc.assert(
      fc.property(MESSY, MESSY, (reply, customer) => {
        const judgement = judge({
          reply,
          customer,
          points: REFUND,
          questions: [{ id: 'q', text: customer, pointIds: ['time'] }],
        });
        for (const { start, end } of [...judgement.evidence, ...judgement.points, ...judgement.redLines]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(reply.length);
        }
      }),
      { numRuns: 300 },
    );
  });
  test('is judged the same each time', () => {
    fc.assert(
      fc.property(MESSY, (reply) => {
        const input = { reply, customer: '钱几天到', points: REFUND };
        expect(judge(input)).toEqual(judge(input));
      }),
      { numRuns: 100 },
    );
  });
  test('compiles to points without an exception', () => {
    fc.assert(
      fc.property(MESSY, MESSY, (says, other) => {
        const point = compilePoint({
          id: 'x',
          says,
          also: [other],
          contradicts: [other],
          value: { kind: 'amount', is: other },
        });
        judge({ reply: other, points: [point] });
      }),
      { numRuns: 200 },
    );
  });
  test('is read to ten thousand characters of the worst sort, and no further', () => {
    for (const unit of [
      '不能退',
      '加微v',
      '，',
      '1',
      'a',
      '好评返',
      '还在吗',
      '验证码给',
      '您\n',
      '爱买不买',
      '了就',
    ]) {
      const long = unit.repeat(20_000 / unit.length);
      const judgement = judge({ reply: long, customer: long, points: REFUND });
      for (const { end } of judgement.evidence) expect(end).toBeLessThanOrEqual(10_000);
    }
  });
});

describe('offsets quote the trainee', () => {
  test('behind emoji and full-width text', () => {
    const reply = '😊👨‍👩‍👧亲，退货的邮费您出哦';
    const verdict = judge({ reply, customer: '邮费谁出', points: REFUND }).points.find((one) => one.id === 'fee');
    expect(verdict?.state).toBe('covered');
    expect(reply.slice(verdict?.start, verdict?.end)).toBe('退货的邮费您出哦');
  });
  test('a disguised account', () => {
    const reply = '亲～加 薇\u200b-❤ 信 abc888 便宜';
    const [hit] = judge({ reply }).redLines;
    expect(hit?.code).toBe('offsite');
    expect(reply.slice(hit?.start, hit?.end)).toContain('加 薇');
  });
});

describe('red lines', () => {
  const codes = (reply: string) => judge({ reply }).redLines.map(({ code }) => code);
  test('somebody’s place of work is private, and one’s own shift is not', () => {
    expect(codes('他是三楼财务部上班的')).toContain('privacy');
    expect(codes('两天没回是夜班的事，我刚上班')).toEqual([]);
  });
});

describe('points', () => {
  const judged = (reply: string, customer = '钱几天到') =>
    Object.fromEntries(judge({ reply, customer, points: REFUND }).points.map((one) => [one.id, one.state]));
  test('are covered over several messages', () => {
    expect(judged('仓库收到后\n七天之内\n原路退您').time).toBe('covered');
  });
  test('are covered by a denied error', () => {
    expect(judged('邮费不是我们出，您出').fee).toBe('covered');
  });
  test("are neither right nor wrong by another case's rule", () => {
    expect(judged('质量问题才是我们出运费').fee).not.toBe('wrong');
  });
  test('are not covered by a question', () => {
    expect(judged('是收到货后7天内原路退吗？').time).not.toBe('covered');
  });
  test("are not covered by the customer's own words", () => {
    expect(judged('钱几天到', '钱几天到').time).not.toBe('covered');
  });
  test('[T6] are not wrong by unforeseen words on their topic', () => {
    expect(judged('退款的时间财务那边有安排').time).not.toBe('wrong');
  });
  test('take the object of a bare yes or no from the question', () => {
    const point = [compilePoint({ id: 'fridge', says: '可以放冰箱', contradicts: ['不能放冰箱'] })];
    expect(judge({ reply: '可以的亲', customer: '能放冰箱吗', points: point }).points[0]?.state).toBe('covered');
    expect(judge({ reply: '不可以的哈', customer: '能放冰箱吗', points: point }).points[0]?.state).toBe('wrong');
  });
  test('take a typed value, words that are right or wrong near the topic, and another case’s rule', () => {
    const value = [compilePoint({ id: 'v', says: '保修一年', value: { kind: 'duration', is: '1年' } })];
    expect(judge({ reply: '保修两年哦', customer: '保修多久', points: value }).points[0]?.state).toBe('wrong');
    expect(judge({ reply: '质保十二个月', customer: '保修多久', points: value }).points[0]?.state).toBe('covered');
    const near = [compilePoint({ id: 'n', says: '用顺丰发', about: ['快递'], yes: ['顺丰'], no: ['中通', '圆通'] })];
    expect(judge({ reply: '快递是中通', customer: '发什么快递', points: near }).points[0]?.state).toBe('wrong');
    expect(judge({ reply: '发顺丰', customer: '发什么快递', points: near }).points[0]?.state).toBe('covered');
  });
});

describe('the turn', () => {
  test('[T7] has a hold and the seconds it promises', () => {
    const seconds = (reply: string) => judge({ reply }).hold?.seconds;
    expect(seconds('给我40秒看下这台冰箱的退款卡在哪')).toBe(40);
    expect(seconds('亲稍等一下哈')).toBeNull();
    expect(seconds('我查一下，两分钟内回您')).toBe(120);
    expect(seconds('等我一分钟')).toBe(60);
    expect(judge({ reply: '请耐心等待' }).hold).toBeNull();
    expect(judge({ reply: '充满要两个小时' }).hold).toBeNull();
  });
  test('[T4] takes back what was wrong', () => {
    expect(judge({ reply: '不好意思说错了，是39.5' }).corrects).toBe(true);
    expect(judge({ reply: '是39.5' }).corrects).toBe(false);
  });
  test('[T3] of stacked phrases covers nothing, and a dense answer is no stacking', () => {
    const words = judge({ reply: '退货 运费 7天 原路 退回 收货 承担', points: REFUND, customer: '钱几天到' });
    expect(words.stacking).toBe(true);
    expect(words.points.filter((one) => one.state === 'covered')).toEqual([]);
    const dense = judge({
      reply: '459加99，满减减掉40，轮到鞋头上是32.9，所以鞋您掏的是426.1，收到货七天内原路退',
      points: REFUND,
    });
    expect(dense.stacking).toBe(false);
    const account = judge({
      reply: '扣一份，35块9。发一箱，脐橙9斤，最晚14号早上9点40前发',
      customer: '扣几份 发几箱',
    });
    expect(account.stacking).toBe(false);
    const spoken = [
      '6样果 净果7斤 硬盒\n贺卡免费写 隔壁没这个\n一分价一分货',
      '怪你啥呀 不拍才对 身体要紧\n问完医生想买再来 啥时候都行 早点睡',
    ];
    for (const reply of spoken) expect(judge({ reply, customer: '凭啥贵' }).stacking).toBe(false);
    for (const reply of ['包邮 现货 顺丰 正品 七天 无理由', '退款 原路 运费 承担 换货 质保'])
      expect(judge({ reply, customer: '凭啥贵' }).stacking).toBe(true);
  });
  test('asks or doesn’t ask', () => {
    expect(judge({ reply: '您脚长多少厘米' }).asks).toBe(true);
    expect(judge({ reply: '拿39.5' }).asks).toBe(false);
  });
  test('touches a question as hedged, dodged, content or none', () => {
    const touch = (reply: string) =>
      judge({ reply, customer: '几号能发', questions: [{ id: 'q', text: '几号能发', pointIds: [] }] }).questions[0]
        ?.touch;
    expect(touch('尽快哈')).toBe('hedged');
    expect(touch('您看详情页')).toBe('dodged');
    expect(touch('25号发')).toBe('content');
    expect(touch('在的亲')).toBe('none');
  });
});
