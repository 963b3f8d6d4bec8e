import { describe, expect, test } from 'vitest';
import { holds } from '#library/variations/conditions.ts';
import { evaluate } from '#library/variations/evaluate.ts';
import type { Value } from '#library/variations/value.ts';

const SHOP = {
  id: 'mini',
  goods: {},
  coupons: { five: { amount: 500, least: 3000 } },
  rules: { 'ship.at': { kind: 'clock', minutes: 960 } as Value },
};
const VALUES: Record<string, Value> = {
  价: { kind: 'money', cents: 32_900 },
  少: { kind: 'money', cents: 2900 },
  件: { kind: 'number', number: 2 },
  脚长: { kind: 'word', text: '25' },
  今天: { kind: 'date', day: 20_769 },
  时刻: { kind: 'clock', minutes: 920 },
  城: { kind: 'row', fields: { 新: { kind: 'word', text: '长沙' } } },
  没超: { kind: 'flag', holds: true },
};
const money = (cents: number): Value => ({ kind: 'money', cents });

describe('a reckoning', () => {
  test.each<[Record<string, unknown>, Value]>([
    [{ sum: ['价', '少'] }, money(35_800)],
    [{ minus: ['价', '少', 100] }, money(29_900)],
    [{ times: ['少', '件'] }, money(5800)],
    [{ off: { of: '价', least: 30_000, take: 4000 } }, money(4000)],
    [{ off: { of: '少', least: 30_000, take: 4000 } }, money(0)],
    [{ off: { of: '价', least: 10_000, take: 1000, every: true } }, money(3000)],
    [{ coupon: { id: 'five', of: '价' } }, money(500)],
    [{ coupon: { id: 'five', of: '少' } }, money(0)],
    [{ share: { of: 4000, part: '少', whole: '价' } }, money(353)],
    [{ round: { of: '少', to: 1000 } }, money(3000)],
    [{ date: { from: '今天', days: 3 } }, { kind: 'date', day: 20_772 }],
    [{ date: { from: '今天', back: '件' } }, { kind: 'date', day: 20_767 }],
    [{ minutes: { from: '时刻', to: '时刻' } }, { kind: 'number', number: 0 }],
    [{ clock: { from: '时刻', minutes: 60 } }, { kind: 'clock', minutes: 980 }],
    [{ rule: 'ship.at' }, { kind: 'clock', minutes: 960 }],
    [{ is: ['没超', '件 > 1'] }, { kind: 'flag', holds: true }],
    [{ same: '城.新' }, { kind: 'word', text: '长沙' }],
    [{ when: 'not 没超', use: '价', else: { sum: ['少'] } }, money(2900)],
    // Rows named by whole numbers stand before `by` in JavaScript's order.
    [
      { by: '脚长', '24': '38', '25': '40' },
      { kind: 'word', text: '40' },
    ],
  ])('%j', (authored, value) => {
    expect(evaluate(authored, VALUES, SHOP)).toEqual(value);
  });

  test.each<[Record<string, unknown>, string]>([
    [{ sum: ['价', '无'] }, 'unknown-slot'],
    [{ sum: ['价', '今天'] }, 'bad-value'],
    [{ date: { from: '价', days: 1 } }, 'bad-value'],
    [{ plus: ['价'] }, 'unknown-reckon'],
    [{ coupon: { id: 'ten', of: '价' } }, 'unknown-coupon'],
    [{ rule: 'ship.after' }, 'unknown-rule'],
    [{ is: '价 大于 3' }, 'bad-condition'],
    [{ by: '脚长', '24': '38' }, 'bad-value'],
  ])('%j is %s', (authored, fault) => {
    expect(evaluate(authored, VALUES, SHOP)).toMatchObject({ fault });
  });
});

describe('a condition', () => {
  test.each<[unknown, boolean]>([
    ['没超', true],
    ['not 没超', false],
    ['件 = 2', true],
    ['件 != 2', false],
    ['件 <= 1', false],
    ['价 >= 329', true],
    ['价 > 少', true],
    ['时刻 < 16:00', true],
    ['今天 = 2026-11-12', true],
    ['城.新 = 杭州 | 长沙', true],
    ['城.新 != 杭州 | 长沙', false],
    [['没超', '件 = 3'], false],
  ])('%j: %s', (condition, held) => {
    expect(holds(condition, VALUES)).toBe(held);
  });

  test.each([
    ['谁 = 2', 'unknown-slot'],
    ['件 = 两', 'bad-condition'],
    ['城.新 < 杭州', 'bad-condition'],
    ['价', 'bad-condition'],
    ['件 > 1 | 2', 'bad-condition'],
  ])('%s is %s', (condition, fault) => {
    expect(holds(condition, VALUES)).toMatchObject({ fault });
  });
});
