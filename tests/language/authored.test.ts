/** What authors may write beside sentences, on topics of their own: each key overrules likeness, and spares what it should. */
import { describe, expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import type { PointKeys, PointState } from '#language/judgement.ts';
import { compilePoint } from '#language/points/points.ts';

type Block = {
  name: string;
  customer: string;
  point: PointKeys;
  replies: readonly [reply: string, state: PointState | '-'][];
};

const BLOCKS: readonly Block[] = [
  {
    name: 'amount',
    customer: '换个电池多少钱',
    point: { id: 'p', says: '换电池99元', about: ['换电池', '电池'], value: { kind: 'amount', is: '99元' } },
    replies: [
      ['换一块电池九十九', 'covered'],
      ['99块就行', 'covered'],
      ['电池更换是129元哈', 'wrong'],
      ['一百二十九块', 'wrong'],
      ['不是129，是99元', 'covered'],
      ['您看下电池鼓包没有', '-'],
      ['是不是99块啊？', '-'],
    ],
  },
  {
    name: 'duration',
    customer: '定做要等多久',
    point: { id: 'p', says: '定做需要一周', about: ['定做', '等'], value: { kind: 'duration', is: '7天' } },
    replies: [
      ['七天左右就好', 'covered'],
      ['一个星期', 'covered'],
      ['要半个月呢', 'wrong'],
      ['定做三天出货', 'wrong'],
      ['5到7天吧', 'covered'],
      ['我问下师傅', '-'],
    ],
  },
  {
    name: 'clock',
    customer: '几点前下单今天能送',
    point: { id: 'p', says: '下午四点前下单今天送', about: ['下单', '今天送'], value: { kind: 'clock', is: '16:00' } },
    replies: [
      ['16点之前拍就行', 'covered'],
      ['四点前下单当天送', 'covered'],
      ['得六点以前下单', 'wrong'],
      ['下午两点前拍下', 'wrong'],
    ],
  },
  {
    name: 'percent',
    customer: '老客户打几折',
    point: { id: 'p', says: '老客户打九五折', about: ['折', '老客户'], value: { kind: 'percent', is: '95折' } },
    replies: [
      ['给您95折哈', 'covered'],
      ['九五折', 'covered'],
      ['8折，够意思了吧', 'wrong'],
      ['打八八折', 'wrong'],
    ],
  },
  {
    name: 'size',
    customer: '脚长25穿几码',
    point: { id: 'p', says: '建议穿40码', about: ['码', '穿'], value: { kind: 'size', is: '40码' } },
    replies: [
      ['拿四十码', 'covered'],
      ['40的合适', 'covered'],
      ['您穿41码', 'wrong'],
      ['39码半吧', 'wrong'],
      ['您平时穿多大的呀', '-'],
    ],
  },
  {
    name: 'side',
    customer: '寄回去的运费谁出',
    point: { id: 'p', says: '寄回的运费由店铺承担', about: ['运费', '寄回'], value: { kind: 'side', is: '店铺' } },
    replies: [
      ['这个运费我们来承担', 'covered'],
      ['邮费算我们的', 'covered'],
      ['寄回的运费您自己付哈', 'wrong'],
      ['运费买家承担哦', 'wrong'],
      ['运费不用您出', 'covered'],
    ],
  },
  {
    name: 'yes-no',
    customer: '这锅能用在电磁炉上吗',
    point: { id: 'p', says: '电磁炉可以用', about: ['电磁炉'], value: { kind: 'yes-no', is: 'yes' } },
    replies: [
      ['电磁炉能用', 'covered'],
      ['可以的哈', 'covered'],
      ['不行哦', 'wrong'],
      ['电磁炉用不了', 'wrong'],
    ],
  },
  {
    name: 'yes and no near about',
    customer: '这茶是哪里产的',
    point: { id: 'p', says: '产地是福建', about: ['产地', '产的'], yes: ['福建', '安溪'], no: ['云南', '浙江'] },
    replies: [
      ['福建那边的', 'covered'],
      ['产地安溪哈', 'covered'],
      ['云南产的', 'wrong'],
      ['不是云南，是福建的', 'covered'],
      ['好喝着呢', '-'],
    ],
  },
  {
    name: 'no beats a likeness',
    customer: '花什么时候到',
    point: { id: 'p', says: '明天上午送到', about: ['送', '到'], yes: ['明天上午', '明早'], no: ['明天下午', '后天'] },
    replies: [
      ['明天上午给您送到', 'covered'],
      ['明早就到', 'covered'],
      ['明天下午送到哦', 'wrong'],
      ['后天送到', 'wrong'],
    ],
  },
  {
    name: 'unless spares another case',
    customer: '这盆植物冬天能放阳台吗',
    point: {
      id: 'p',
      says: '冬天不能放阳台',
      contradicts: ['冬天可以放阳台'],
      unless: ['封闭阳台', '南方'],
    },
    replies: [
      ['冬天可以放阳台的', 'wrong'],
      ['南方的话冬天可以放阳台', '-'],
      ['冬天不能放阳台哈，会冻死', 'covered'],
    ],
  },
  {
    name: 'examples as learnt keys',
    customer: '猫咪不吃怎么办',
    point: {
      id: 'p',
      says: '拌一点旧粮慢慢换',
      examples: { yes: ['头三天老粮七新粮三，一点点加'], no: ['慢慢就吃了，别担心'] },
    },
    replies: [
      ['头三天老粮七新粮三，一点点加哦', 'covered'],
      ['慢慢就吃了，别担心哈', '-'],
    ],
  },
  {
    name: 'date',
    customer: '这批什么时候到货',
    point: { id: 'p', says: '25号到货', about: ['到货', '货'], value: { kind: 'date', is: '25号' } },
    replies: [
      ['二十五号到', 'covered'],
      ['11月25日到货', 'covered'],
      ['要28号才到货', 'wrong'],
      ['月底前会通知您', '-'],
    ],
  },
];

describe.each(BLOCKS)('$name', ({ customer, point, replies }) => {
  const points = [compilePoint(point)];
  test.each(replies)('%s: %s', (reply, state) => {
    const verdict = judge({ reply, customer, points }).points[0];
    const told = verdict?.state === 'covered' || verdict?.state === 'wrong' ? verdict.state : '-';
    expect(told).toBe(state);
    if (told !== '-') expect(verdict?.rule).not.toBe('');
  });
});

test('a verdict says in a sentence what was written and what the point is', () => {
  const rule = (reply: string, point: PointKeys, customer: string) =>
    judge({ reply, customer, points: [compilePoint(point)] }).points[0]?.rule;
  const size: PointKeys = { id: 's', says: '建议穿39.5码', value: { kind: 'size', is: '39.5码' } };
  expect(rule('您穿39码', size, '穿几码')).toBe('写了「39码」，要点是「39.5码」');
  const fee: PointKeys = { id: 'f', says: '买家承担运费', also: ['运费您出'], contradicts: ['运费我们出'] };
  expect(rule('运费我们出', fee, '运费谁出')).toBe('写了「运费我们出」，与要点「买家承担运费」相反');
  expect(rule('运费您出哦', fee, '运费谁出')).toBe('说法接近「运费您出」');
});
