/** A question inside a statement asks nobody (RULES T57): every way to ask in every frame that settles it, frees it or tells it. */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';

const asks = (reply: string): boolean => readText(normalise(reply).text).clauses.some(({ isQuestion }) => isQuestion);

const QUESTIONS = [
  '哪天发',
  '几点到',
  '什么时候送',
  '运费谁出',
  '怎么装',
  '拦没拦住',
  '能不能拦住',
  '成不成',
  '多久到账',
];
const FRAMES: readonly (readonly [frame: string, of: (asked: string) => string])[] = [
  ['left free', (asked) => `${asked}都可以`],
  ['also so', (asked) => `${asked}也一样`],
  ['hanging on something', (asked) => `${asked}取决于快递`],
  ['seen by something', (asked) => `${asked}得看快递`],
  ['decided by the customer', (asked) => `${asked}由您定`],
  ['still to be heard', (asked) => `${asked}要等快递回复`],
  ['looked up', (asked) => `${asked}我去问一下仓库`],
  ['told later', (asked) => `${asked}我今天回您`],
  ['told of', (asked) => `今晚八点前告诉您${asked}`],
];

describe('[T57] a question inside a statement asks nobody', () => {
  it.each(FRAMES)('%s', (_, of) => expect(QUESTIONS.map(of).filter(asks)).toEqual([]));

  it.each([
    '能指定哪天发',
    '可以备注几点送',
    '怎么也得50厘米',
    '换新还是修好都可以',
    '拦没拦住我都今天回您',
    '成不成看快递怎么回',
  ])('nor does %s', (reply) => {
    expect(asks(reply)).toBe(false);
    expect(judge({ reply }).asksOutright).toBe(false);
  });
});

it.each(['我看看是不是分两个包裹走的', '是不是分两个包裹走的我去问一下仓库', '我帮您查下有没有少发'])(
  '[T57] what is only looked up is not told: %s',
  (reply) => {
    const says = ['分两个包裹发的', '没有少发'];
    const points = says.map((text, index) => compilePoint({ id: `${index}`, says: text }));
    expect(judge({ reply, customer: '怎么就来一样', points }).points.map(({ state }) => state)).not.toContain(
      'covered',
    );
  },
);

describe('[T57] a question put to somebody asks', () => {
  it.each(QUESTIONS)('%s, by itself and with a mark behind a frame', (asked) => {
    expect([asked, `您看${asked}`, `${asked}都可以吗`, `${asked}得看快递？`].filter((reply) => !asks(reply))).toEqual(
      [],
    );
  });

  it.each([
    '您能看到是哪天拍的',
    '您要哪个颜色告诉我',
    '能不能先等等',
    '您哪天要看货',
    '您要退一件还是两件都退',
    '怎么您也没收到',
    '拍张照我看看缩了多少',
    '那您倒是说清楚是哪个呀',
  ])('%s', (reply) => expect(asks(reply)).toBe(true));
});
