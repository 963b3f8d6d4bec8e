/** Classes of replies to points written as plain sentences, each with wordings that must not fire. */
import { describe, expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import type { PointKeys } from '#language/judgement.ts';
import { compilePoint } from '#language/points/points.ts';

type Case = readonly [reply: string, state: 'covered' | 'wrong' | '-'];

function check(name: string, customer: string, point: Omit<PointKeys, 'id'>, cases: readonly Case[]): void {
  const points = [compilePoint({ id: 'p', ...point })];
  describe(name, () => {
    test.each(cases)('%s: %s', (reply, state) => {
      const told = judge({ reply, customer, points }).points[0]?.state;
      expect(told === 'covered' || told === 'wrong' ? told : '-').toBe(state);
    });
  });
}

check(
  'sides of responsibility',
  '丢件了谁负责',
  { says: '丢件由店铺负责', also: ['丢了我们赔'], contradicts: ['丢件找快递赔', '快递公司负责'] },
  [
    ['丢了算我们的', 'covered'],
    ['这个我们店负责到底', 'covered'],
    ['快递公司负责的哈', 'wrong'],
    ['丢件找快递赔哦', 'wrong'],
    ['您先别急', '-'],
  ],
);

check(
  'an offer that ends by asking leave is said',
  '今晚送不送',
  { says: '今晚20点前派没派都回您', also: ['八点前给您个准信'], contradicts: ['明天再回您'] },
  [
    ['8点前给您个准信好不好呀', 'covered'],
    ['8点前给您个准信可以吗', 'covered'],
    ['明天再回您行吗', 'wrong'],
    ['您要8点前的准信吗', '-'],
  ],
);

check('a question says nothing', '我穿多大的', { says: '建议穿39码', contradicts: ['穿38码'] }, [
  ['您脚背高不高', '-'],
  ['要不要换成39码', '-'],
  ['您是38码还是39码呢', '-'],
  ['39码合适', 'covered'],
  ['您穿38码就行', 'wrong'],
]);

check(
  'a bare yes or no takes its object from the question',
  '能放洗衣机洗吗',
  { says: '可以机洗', contradicts: ['不能机洗'] },
  [
    ['可以的哈', 'covered'],
    ['没问题的宝', 'covered'],
    ['不行哦', 'wrong'],
    ['爱买不买', '-'],
    ['亲，在的呢', '-'],
  ],
);

check('double denial', '拆了还能退吗', { says: '拆封可以退', contradicts: ['拆封不能退'] }, [
  ['不是不能退', 'covered'],
  ['没有不让退呀', 'covered'],
  ['拆封了不能退', 'wrong'],
]);

check('corrections', '运费多少', { says: '运费10元', contradicts: ['运费15元'] }, [
  ['运费15元\n说错了，是10元', 'covered'],
  ['运费10元\n不对，是15元', 'wrong'],
  ['运费15元哈', 'wrong'],
  ['运费10元给您办好了，昨晚同事说错了', 'covered'],
]);

check('another case', '不喜欢退货邮费谁出', { says: '退货邮费买家出', contradicts: ['退货邮费我们出'] }, [
  ['质量问题的话我们出邮费', '-'],
  ['质量问题才是我们出运费，您这个得您出', 'covered'],
  ['退货的邮费我们出哦', 'wrong'],
]);

check(
  'quantities by meaning',
  '多久能修好',
  { says: '24小时内修好', also: ['一天之内修好'], contradicts: ['三天修好'] },
  [
    ['一天就修好', 'covered'],
    ['修好要两三天', 'wrong'],
    ['修好得一周', 'wrong'],
  ],
);

check('units', '床多长', { says: '床长2米', also: ['长度200厘米'], contradicts: ['长1.8米'] }, [
  ['200cm的', 'covered'],
  ['两米长', 'covered'],
  ['一米八', 'wrong'],
]);

check(
  'words that exclude each other',
  '这布是什么料子',
  { says: '面料是纯棉', also: ['全棉的'], contradicts: ['涤纶的'] },
  [
    ['百分百棉的亲', 'covered'],
    ['聚酯纤维的哈', 'wrong'],
    ['摸着很舒服的', '-'],
  ],
);

test('[T6] the four states', () => {
  const points = [compilePoint({ id: 'p', says: '电池续航8小时', contradicts: ['续航4小时'] })];
  const state = (reply: string) => judge({ reply, customer: '能用多久', points }).points[0]?.state;
  expect(state('充一次用八个钟头')).toBe('covered');
  expect(state('续航四小时')).toBe('wrong');
  expect(state('电池续航这块您放心，大厂电芯')).toBe('not-recognised');
  expect(state('颜色有黑白两种')).toBe('not-addressed');
});

test('what nobody has asked is not accused by likeness alone', () => {
  const points = [
    compilePoint({ id: 'asked', says: '今天发货', contradicts: ['明天发货'] }),
    compilePoint({ id: 'later', says: '开发票要三天', contradicts: ['发票当天开'] }),
  ];
  const verdicts = judge({
    reply: '今天就发货哈',
    customer: '什么时候发',
    points,
    questions: [{ id: 'q', text: '什么时候发', pointIds: ['asked'] }],
  }).points;
  expect(verdicts.map((one) => one.state)[0]).toBe('covered');
  expect(verdicts[1]?.state).not.toBe('wrong');
});

test('不过敏 denies, 不过 alone begins another clause', () => {
  const points = [compilePoint({ id: 'p', says: '不敢保证您不过敏', also: ['不能保证不过敏'] })];
  const state = (reply: string) => judge({ reply, customer: '会过敏吗', points }).points[0]?.state;
  expect(state('先试耳后，不能保证您一定不过敏')).toBe('covered');
  expect(state('成分温和，不过敏肌都在用')).not.toBe('covered');
});

check('an hour beside a day', '几点前回我', { says: '今晚八点前回您' }, [
  ['今晚八点前回您', 'covered'],
  ['20:00前给您回话', 'covered'],
  ['今晚九点前回您', 'wrong'],
  ['今晚21:30前给您信', 'wrong'],
]);

check('an hour with what is done by it', '几点前付今天能发', { says: '16点前付款今天发' }, [
  ['下午四点前付今天发', 'covered'],
  ['下午五点前付今天发', 'wrong'],
  ['仓库18点下班，16点前付款今天发', 'covered'],
]);
check(
  '还在不 asks, whatever follows it',
  '',
  { says: 'T恤退不了', also: ['洗过的那件不能退'], about: ['T恤'], yes: ['没法退', '退不了'] },
  [
    ['T恤吊牌还在不，穿过没', '-'],
    ['T恤吊牌还在不 穿过没', '-'],
    ['T恤剪了吊牌，退不了', 'covered'],
  ],
);

check(
  'a vow and what it would deny',
  '敏感肌真能用吗',
  {
    says: '不敢保证您一定不过敏',
    also: ['没人能保证不红'],
    about: ['过敏', '红'],
    yes: ['不敢', '不能保证', '保证不了', '没人能保证'],
  },
  [
    ['不敢保证不过敏', 'covered'],
    ['这个没人能保证不过敏', 'covered'],
    ['保证不了您不红', 'covered'],
    ['我保证您不会过敏', 'wrong'],
    ['保证不会红的', 'wrong'],
  ],
);

check(
  'what can’t be reached',
  '能改到杭州吗',
  { says: '出库改不了城市', also: ['改不成杭州'], contradicts: ['已经改好了'] },
  [
    ['货已经出库，改不到杭州了', 'covered'],
    ['不到10分钟就能改好', 'wrong'],
  ],
);
