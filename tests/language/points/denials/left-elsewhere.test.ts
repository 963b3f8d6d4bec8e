/** Whoever says that another rule holds has answered nothing yet (RULES Q89). */
import { expect, it, test } from 'vitest';
import type { Scenario } from '#engine/model/content.ts';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import type { PointWordings } from '#language/terms/verdicts.ts';
import { library } from '#tests/support/library.ts';

const DEFERRED: readonly string[] = [
  '您这种情况要另看一条',
  '亲，这个另有规定的哦',
  '这一类得看另一条规则',
  '您这单要分情况看',
];

const asksOf = (beats: Scenario['beats']) => beats.filter(({ asks }) => asks.some(({ points }) => points.length > 0));

test('that another rule holds covers no point of any short customer [Q89]', () => {
  const covered = [...library.short].flatMap(([id, { scenario }]) =>
    asksOf(scenario.beats).flatMap(({ id: beat, asks }) => {
      const points = asks.flatMap((question) => question.points.map((point) => compilePoint(point)));
      const customer = asks.map(({ text }) => text).join('\n');
      return DEFERRED.flatMap((reply) =>
        judge({ reply, customer, points })
          .points.filter(({ state }) => state === 'covered')
          .map((point) => `${id}/${beat}/${point.id}: ${reply}`),
      );
    }),
  );
  expect(covered).toEqual([]);
});

const ACTIVATED: PointWordings = {
  id: 'kind',
  says: '绑定激活了的不能无理由退',
  also: ['绑定激活了的不支持七天无理由', '绑定激活了就退不了了', '咖啡机绑过账号，激活了就不能无理由'],
  contradicts: ['可以无理由退', '还能退', '已经超过七天了'],
};
const stateOf = (reply: string, point = ACTIVATED) =>
  judge({ reply, customer: '还能不能无理由退', points: [compilePoint(point)] }).points[0]?.state;

it.each([
  '签收次日起算第1天，满7天当天24点前在平台发起申请都有效。绑定激活的咖啡机要另看一条',
  '亲，七天无理由要商品完好，绑定激活的咖啡机要另看一条',
  '您是绑定激活的咖啡机，要另看一条规则哦',
  '绑定激活过的另有规定',
])('%s names the case and refuses nothing [Q89]', (reply) => {
  expect(stateOf(reply)).not.toBe('covered');
});

it.each([
  '绑定激活的咖啡机要另看一条，激活后不支持七天无理由',
  '绑定激活了的另有规定，退不了的',
  '绑定激活了就退不了，别的情况另说',
])('%s is the refusal itself [Q89]', (reply) => {
  expect(stateOf(reply)).toBe('covered');
});

it('counts where that is the answer: 生鲜另有规定 of a point that says so, 运费另算 always [Q89]', () => {
  const elsewhere = { id: 'other', says: '生鲜另有规定', also: ['生鲜要看另一条规则'], contradicts: ['生鲜也一样'] };
  expect(stateOf('亲，生鲜另有规定的', elsewhere)).toBe('covered');
  const freight = { id: 'freight', says: '运费另算', also: ['邮费要另算', '运费不包在里面'], contradicts: ['包邮'] };
  expect(stateOf('亲，运费是另算的', freight)).toBe('covered');
});
