/** What keeps a point from being heard where it isn't said, and from being accused where nothing wrong is. */
import { describe, expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { PointState, PointWordings } from '#language/terms/verdicts.ts';

const stateIn = (point: Omit<PointWordings, 'id'>, customer: string, reply: string): PointState | undefined =>
  judge({ reply, customer, points: [compilePoint({ id: 'p', ...point })] }).points[0]?.state;

describe('a point on one of two products in a reply', () => {
  const shirt = { says: '衣服退不了', also: ['T恤没法退'], contradicts: ['T恤也能退', '衣服可以退'] };
  test.each([
    ['鞋可以退的哦，没穿出门就行', false, false],
    ['鞋子可以退，T恤剪了吊牌就没法退了', true, false],
    ['衣服可以退的，鞋退不了', false, true],
  ])('%s', (reply, covered, wrong) => {
    const state = stateIn(shirt, '两件还都能退吧', reply);
    expect({ covered: state === 'covered', wrong: state === 'wrong' }).toEqual({ covered, wrong });
  });
});

test('words that are refused right behind them state nothing', () => {
  const sum = { says: '退您426元', contradicts: ['518全退'] };
  expect(stateIn(sum, '518都退我吧', '518全退不行哦')).not.toBe('wrong');
  expect(stateIn(sum, '518都退我吧', '518全退给您')).toBe('wrong');
});

test('a quick reply with open gaps states nothing', () => {
  const care = { says: '现在给您办退货退款', also: ['我现在去办退货'] };
  expect(stateIn(care, '裤子管不管', '我现在去办退货退款')).toBe('covered');
  expect(stateIn(care, '裤子管不管', '我现在去办{事}')).not.toBe('covered');
});

test('a question to put to another shop is advice and covers a point, a question to this customer doesn’t', () => {
  const compare = { says: '要看打的什么料、离多远测的', also: ['问问他家离多远测的', '离多远测的才好比'] };
  expect(stateIn(compare, '人家写55分贝', '您可以问问他家，离多远测的、打的什么料')).toBe('covered');
  expect(stateIn(compare, '人家写55分贝', '您可以问问他家，是打浆时还是空转、离多远测的')).toBe('covered');
  expect(stateIn(compare, '人家写55分贝', '您问问他家。您家离多远测的')).not.toBe('covered');
  expect(stateIn(compare, '人家写55分贝', '您问问他家，您离多远测的？')).not.toBe('covered');
});

test('先别急着定 before a size doesn’t advise that size', () => {
  const size = { says: '这回拿42.5', also: ['建议42.5码'], contradicts: ['42就行', '继续拿42', '照旧42'] };
  expect(stateIn(size, '还是拿42？', '先别急着定42，跑完脚趾有没有顶到')).not.toBe('wrong');
  expect(stateIn(size, '还是拿42？', '别急，42就行')).toBe('wrong');
});

test('the size somebody usually wears is no answer to which size to take', () => {
  const size = { says: '您拿39码', contradicts: ['您拿38码'] };
  expect(stateIn(size, '我妈穿多大', '阿姨平时穿38')).not.toBe('wrong');
  expect(stateIn(size, '我妈穿多大', '您拿38码')).toBe('wrong');
});

test('words that answer the asked question don’t make an unasked point wrong', () => {
  const points = [
    compilePoint({ id: 'refund', says: '收到退货后7天内退款', also: ['收到鞋7天内退您'] }),
    compilePoint({ id: 'until', says: '13号24点前申请都算', contradicts: ['7天内都能申请'] }),
  ];
  const questions = [{ id: 'q', text: '钱几天到', pointIds: ['refund'] }];
  const verdicts = judge({ reply: '仓库收到鞋7天内退款', customer: '钱几天到', points, questions }).points;
  expect(verdicts.map(({ state }) => state)).toEqual(['covered', 'not-addressed']);
});

test('a part of a sum doesn’t answer a point that needs the whole sum', () => {
  const shown = { says: '459加99减40，鞋摊32.9', also: ['459加99，满减40，鞋上32.9'] };
  expect(stateIn(shown, '那退我多少', '鞋子给您退459')).not.toBe('covered');
  expect(stateIn(shown, '那退我多少', '459加99，满减减掉40，轮到鞋头上是32.9')).toBe('covered');
});

test('几口 asks, and 吃几口 doesn’t', () => {
  const opened = { says: '拆封后不退', contradicts: ['拆封也能退'] };
  expect(stateIn(opened, '拆了还能退吗', '拆了吃几口不爱吃也可以退的')).toBe('wrong');
  expect(stateIn(opened, '拆了还能退吗', '您吃了几口？')).not.toBe('wrong');
});

test('a choice offered to the customer states none of its sides', () => {
  const torn = { says: '洗过的退不了', contradicts: ['洗过也能退'] };
  expect(stateIn(torn, '能退吗', '您是洗过也能退的那件，还是没洗的？')).not.toBe('wrong');
});

test('不知道好不好 is no question', () => {
  const honest = { says: '别的箱好不好我不知道', about: ['箱'], yes: ['不知道', '不清楚'] };
  expect(stateIn(honest, '还能买不', '别的箱我也不知道好不好')).toBe('covered');
  expect(stateIn(honest, '还能买不', '您知道别的箱好不好')).not.toBe('covered');
});

test('a statement before 行吗 or behind 要不 counts as told', () => {
  const when = { says: '今晚八点前回您', also: ['八点前给您准信'] };
  expect(stateIn(when, '有没有检测单', '我问问仓库，今晚八点前回您行吗')).toBe('covered');
  const his = { says: '让他本人来问', contradicts: ['您拿他的手机来问', '用他手机登他的账号'] };
  expect(stateIn(his, '那我能怎么办', '要不您拿他手机登他账号看看？')).toBe('wrong');
  expect(stateIn(his, '那我能怎么办', '您要不要拿他手机登他账号？')).not.toBe('wrong');
});

test.each(['我给您退1块6好不好', '退您1块6行吗', '坏了两个，退您1块6可以吗'])(
  'an offer that ends with 好不好, 行吗 or 可以吗 counts as told: %s',
  (reply) => {
    expect(stateIn({ says: '退您1块6' }, '咋赔', reply)).toBe('covered');
  },
);

test.each(['能给您退1块6吗', '您想退几块好不好', '您是要退1块6吗'])('a question doesn’t count as told: %s', (reply) => {
  expect(stateIn({ says: '退您1块6' }, '咋赔', reply)).not.toBe('covered');
});

test('不上门 denies 上门', () => {
  const home = { says: '到店装，不上门', also: ['自己来店里'], contradicts: ['可以上门装'] };
  expect(stateIn(home, '给上门装不', '不上门的哈，得来店里')).toBe('covered');
});

test('a bare figure answers 几天到', () => {
  const far = { says: '7到10天送达', also: ['十天以内'], contradicts: ['要20天'] };
  expect(stateIn(far, '几天到', '三四天吧')).toBe('wrong');
  expect(stateIn(far, '几天到', '七到十天吧')).toBe('covered');
});

test('a figure that with the question’s words makes a wrong wording isn’t wrong beside the right statement', () => {
  const points = [
    { id: 'shoe', says: '鞋可以退', also: ['鞋子能退'], contradicts: ['鞋不能退'] },
    {
      id: 'net',
      says: '鞋退426.10元',
      also: ['鞋这件实际付了四百二十六块一', '鞋的实付是426.1', '退您426块1', '鞋能退四百二十六块一'],
      contradicts: ['鞋退459', '退您459', '退518', '518都退您'],
    },
  ].map((point) => compilePoint(point));
  const reply = '459加99，满减40，摊到鞋上32.9，鞋退426.1';
  const [, net] = judge({ reply, customer: '那退我多少\n五百一十八都给我吧', points }).points;
  expect(net?.state).toBe('covered');
});

test('the shop’s duty is told by naming who does it', () => {
  const search = { says: '由我们去找', also: ['我来帮您找', '我们去跟网点核实', '您不用自己去找'] };
  expect(stateIn(search, '没收到货，店里管吗', '件我来帮您找')).toBe('covered');
});

test('an example of words that don’t tell a point leaves no doubt about them', () => {
  const pack = { says: '没打包还能改', also: ['付了也能换成L'], examples: { no: ['亲，尽快付款哦'] } };
  expect(stateIn(pack, '付了还能换L吗', '亲，尽快付款哦')).toBe('not-addressed');
});

test('a value told for another point in the same reply isn’t this one’s wrong value', () => {
  const number = {
    id: 'number',
    says: '您是第187单',
    also: ['付款序号187'],
    contradicts: ['您是第201单', '您不在前200里'],
  };
  const yours = { id: 'yours', says: '小样有您的', also: ['前200单内，小样给您', '该送您的小样少不了'] };
  const { points } = judge({
    reply: '查到了，前200单里有你，小样少不了你的',
    customer: '主播喊前200单送旅行小样\n我的呢',
    questions: [{ id: 'q', text: '小样有我的吗', pointIds: ['number', 'yours'] }],
    points: [number, yours].map((point) => compilePoint(point)),
  });
  expect(points.map(({ state }) => state)).toEqual(['not-addressed', 'covered']);
});

describe('a time sooner than the one of the point', () => {
  const back = { says: '17:20前给您回话', also: ['17点20前回您', '五点二十前来说一声'], contradicts: ['明天回您'] };
  const quick = { says: '两小时内回您', also: ['2小时内给您信', '两个钟头内答复您'], contradicts: ['明天回您'] };
  const right = {
    says: '15天内可以价保',
    also: ['付款15天内能价保', '十五天内降价退差'],
    contradicts: ['过了就不能价保'],
  };

  test('is right for coming back to the customer, and a later time is not', () => {
    expect(stateIn(back, '几点给我信', '下午五点前回您')).toBe('covered');
    expect(stateIn(back, '几点给我信', '晚上八点前回您')).not.toBe('covered');
    expect(stateIn(quick, '多久回我', '十分钟内回您')).toBe('covered');
    expect(stateIn(quick, '多久回我', '24小时内回您')).not.toBe('covered');
  });

  test('is wrong for a right: seven days of it are less than fifteen', () => {
    expect(stateIn(right, '降价能退差吗', '7天内可以价保的')).not.toBe('covered');
  });
});

test('is right as 晚8点前 for 八点四十, which names no half of the day, and wrong as 晚9点前', () => {
  const back = { says: '八点四十前告诉您', also: ['八点四十前给您信', '八点四十前回您'] };
  expect(stateIn(back, '几点有信', '晚8点前告诉您')).toBe('covered');
  expect(stateIn(back, '几点有信', '晚9点前告诉您')).toBe('wrong');
});

test('wrong words that deny are said whole only where something is denied', () => {
  const promise = { says: '答应退您120元', contradicts: ['没有答应过您', '记录里没有这回事'] };
  const surely = (reply: string): boolean => {
    const [verdict] = judge({
      reply,
      customer: '上次答应的给不给',
      points: [compilePoint({ id: 'p', ...promise })],
    }).points;
    return verdict?.state === 'wrong' && verdict.confidence >= VERDICT_THRESHOLDS.wrong.told;
  };
  expect(surely('答应过的肯定要兑现')).toBe(false);
  expect(surely('没答应过您')).toBe(true);
  expect(surely('记录里没这回事')).toBe(true);
});
