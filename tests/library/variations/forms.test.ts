import { describe, expect, test } from 'vitest';
import { written } from '#library/variations/forms.ts';
import { counted, numeral } from '#library/variations/numerals.ts';
import { dayOf, minutesOf, type Value } from '#library/variations/value.ts';

const day = (iso: string): Value => ({ kind: 'date', day: dayOf(iso) ?? 0 });
const clock = (text: string): Value => ({ kind: 'clock', minutes: minutesOf(text) ?? 0 });
const money = (cents: number): Value => ({ kind: 'money', cents });
const number = (number: number): Value => ({ kind: 'number', number });
const size = (text: string): Value => ({ kind: 'size', text });
const TODAY = { today: dayOf('2026-11-12') };

describe('a number in characters', () => {
  test.each([
    [0, '零'],
    [7, '七'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [43, '四十三'],
    [110, '一百一十'],
    [205, '二百零五'],
    [1198, '一千一百九十八'],
    [3004, '三千零四'],
    [10_500, '一万零五百'],
    [120_000, '十二万'],
    [110_010, '十一万零一十'],
  ])('%d is %s', (value, text) => {
    expect(numeral(value)).toBe(text);
  });

  test('before a measure word two is 两, twelve isn’t', () => {
    expect([2, 12, 3].map(counted)).toEqual(['两', '十二', '三']);
  });
});

describe('a value is written', () => {
  test.each<[Value, string, string | number | null]>([
    [money(44_300), '', '443'],
    [money(4380), '', '43.8'],
    [money(4305), '', '43.05'],
    [money(44_300), '元', '443元'],
    [money(44_300), '块', '443块'],
    [money(4380), '块', '43块8'],
    [money(4005), '块', '40块零5分'],
    [money(10), '块', '一毛'],
    [money(44_300), '汉', '四百四十三'],
    [money(4380), '汉', '四十三块八'],
    [money(44_300), '分', 44_300],
    [day('2026-11-05'), '', '5号'],
    [day('2026-11-05'), '月日', '11月5日'],
    [day('2026-11-18'), '汉', '十八号'],
    [day('2026-11-05'), '短', '11-05'],
    [day('2026-11-05'), '周', '周四'],
    [day('2026-11-05'), 'iso', '2026-11-05'],
    [day('2026-11-11'), '天', '昨天'],
    [day('2026-11-14'), '天', '后天'],
    [day('2026-11-20'), '天', '20号'],
    [clock('16:00'), '', '16:00'],
    [clock('16:30'), '点', '16点半'],
    [clock('16:20'), '点', '16点20分'],
    [clock('16:30'), '口', '下午四点半'],
    [clock('20:00'), '口', '晚上八点'],
    [clock('10:00'), '口语', '十点'],
    [number(2), '两', '两'],
    [number(6), '汉', '六'],
    [number(6), '数', 6],
    [size('39.5'), '码半', '39码半'],
    [size('39'), '码半', '39码'],
    [size('39.5'), '汉', '三十九码半'],
    [size('XL'), '码', 'XL码'],
    [money(100), '号', null],
  ])('%j as “%s”: %j', (value, form, text) => {
    expect(written(value, form, TODAY)).toBe(text);
  });
});
