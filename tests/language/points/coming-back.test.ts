/** Whoever undertakes to look something up and come back has answered nothing yet (RULES T120). */
import { expect, it, test } from 'vitest';
import type { Scenario } from '#engine/model/content.ts';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { PointWordings } from '#language/terms/verdicts.ts';
import { library } from '#tests/support/library.ts';

/** What each question of a beat is answered with, by its words. */
const ANNOUNCED: readonly ((question: string) => string)[] = [
  () => '我查一下，2分钟内回您',
  (question) => `我帮您看一下${question.replace(/[吗呢?？]+$/, '')}，马上回您`,
  () => '稍等，我问下仓库，5分钟内给您回信',
];

type Beats = Scenario['beats'];
const asksOf = (beats: Beats): Beats => beats.filter(({ asks }) => asks.some(({ points }) => points.length > 0));

/** The beats that ask something: all of every short customer, in each shop and moment, and the opening of every case. */
const BEATS = [
  ...[...library.short].flatMap(([id, { scenario }]) => asksOf(scenario.beats).map((beat) => ({ id, beat }))),
  ...[...library.scenarios].flatMap(([id, { beats }]) =>
    asksOf(beats)
      .slice(0, 1)
      .map((beat) => ({ id, beat })),
  ),
];

/** Points that are just that: by when the shop comes back, or that it is the shop that looks. */
const IS_COMING_BACK = /[回给]您(?:回?[信话]|$)|都回您/;
const LOOKS_ITSELF = ['logistics-complaint/signed-not-seen/who'];

test('an undertaking to look something up and come back covers no point of any short customer or opening question [T120]', () => {
  expect(new Set(BEATS.map(({ id }) => id)).size).toBe(library.short.size + library.scenarios.size);
  const covered = BEATS.flatMap(({ id, beat }) => {
    const asked = beat.asks.filter(({ points }) => points.length > 0);
    const says = (beat.says ?? []).flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));
    const points = asked.flatMap((question) => question.points.map((point) => compilePoint(point)));
    const questions = asked.map(({ id, text, points: own }) => ({ id, text, pointIds: own.map((point) => point.id) }));
    const customer = [...asked.map(({ text }) => text), ...says].join('\n');
    const replies = new Set(ANNOUNCED.flatMap((say) => asked.map(({ text }) => say(text))));
    return [...replies].flatMap((reply) =>
      judge({ reply, customer, points, questions })
        .points.filter(({ state }) => state === 'covered')
        .map((point) => ({
          says: points.find((own) => own.id === point.id)?.says ?? '',
          id: `${id}/${beat.id}`,
          reply,
        })),
    );
  });
  expect(covered.filter(({ says, id }) => !IS_COMING_BACK.test(says) && !LOOKS_ITSELF.includes(id))).toEqual([]);
});

const IN_STOCK: PointWordings = {
  id: 'have',
  says: '有货，3双够',
  also: ['有的，还有货', '有现货，您直接拍', '货够的', '库存186，够您拍'],
  contradicts: ['没货了', '已经卖完了', '现在缺货'],
};
const TO_BE_ASKED: PointWordings = {
  id: 'asks',
  says: '我去问仓库',
  also: ['我帮您问下仓库', '我跟仓库核实一下'],
  contradicts: ['不用问仓库'],
};

const stateOf = (reply: string, point: PointWordings): string | undefined =>
  judge({
    reply,
    customer: '还有货没有\n要3双 有没有',
    points: [compilePoint(point)],
    questions: [{ id: 'q', text: '还有货没有', pointIds: [point.id] }],
  }).points[0]?.state;

it.each([
  '我查一下库存，2分钟内回您',
  '我查一下库存2分钟内回您',
  '您稍等，我去后台看看还有没有货，一会儿回您',
  '亲，稍等哈，这边帮您核实一下库存，马上给您答复',
])('「%s」 says nothing of the stock, right or wrong [T120]', (reply) => {
  expect(stateOf(reply, IN_STOCK)).toBe('not-addressed');
});

it.each([
  '我查了一下库存，有货，3双够',
  '库存186，够您拍，发货时间我问下仓库，5分钟内回您',
  '我查一下，2分钟内回您\n查到了，有现货，您直接拍',
])('what is told beside it counts: %s [T120]', (reply) => {
  expect(stateOf(reply, IN_STOCK)).toBe('covered');
});

it('tells a point that is just that [T120]', () => {
  expect(stateOf('稍等，我帮您问下仓库，5分钟内回您', TO_BE_ASKED)).toBe('covered');
});
