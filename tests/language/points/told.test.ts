/**
 * Promises above the desk's authority, and figures told otherwise than a card has them: labelled lines, and what must
 * hold in every shop. `*-2` was written after the code and scored once before anything was changed for it.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepare } from '#engine/prepare/prepare.ts';
import { LEVELS, type Level } from '#language/authority/limits.ts';
import { judge } from '#language/judge.ts';
import { valuesIn as valuesOf } from '#language/reading/values.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { contentFor } from '#library/load.ts';
import { timesAsLong } from '#tests/language/shortest.ts';
import { library } from '#tests/support/library.ts';

type Line = { id: string; case: string; level?: Level; customer?: string; reply: string; expect: string[] };

const content = prepare(contentFor(library, [...library.scenarios.keys()]).data);
const truthOf = (id: string) => {
  const preparedCase = content.cases.get(id);
  if (!preparedCase) throw new Error(`no case ${id}`);
  return preparedCase.truth;
};
const judged = ({ case: id, level = 'A', customer, reply }: Pick<Line, 'case' | 'level' | 'customer' | 'reply'>) => {
  const { authority, cards } = truthOf(id);
  return judge({ reply, customer, authority: { ...authority, level }, cards });
};
const sure = <T extends { chance: number }>(found: readonly T[], row: { told: number }): T[] =>
  found.filter(({ chance }) => chance >= row.told);
const promised = (line: Pick<Line, 'case' | 'level' | 'reply'>) =>
  sure(judged(line).promises, VERDICT_THRESHOLDS.promise).map(({ kind }) => kind);
const against = (line: Pick<Line, 'case' | 'reply'>) =>
  sure(judged(line).contradictions, VERDICT_THRESHOLDS.card).map(({ card }) => card);

const linesOf = (name: string): Line[] =>
  readFileSync(`tests/language/told/${name}.jsonl`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** At least this share of the planted faults must be surely told; honest lines may have none. */
const MIN_FIGURES = {
  'promises-1': 0.8,
  'promises-2': 0.75,
  'promises-3': 0.9,
  'promises-4': 0.85,
  'promises-5': 0.75,
  'promises-6': 0.85,
  'promises-7': 1,
  'cards-1': 0.85,
  'cards-2': 0.85,
  'cards-3': 0.9,
  'cards-4': 0.9,
  'cards-5': 0.85,
  'cards-6': 1,
};

describe.each(Object.entries(MIN_FIGURES))('[T90] labelled lines: %s', (name, least) => {
  const heard = name.startsWith('promises') ? promised : against;
  const lines = linesOf(name);

  it('hold nothing against an honest line', () => {
    const honest = lines.filter((line) => line.expect.length === 0);
    expect(honest.filter((line) => heard(line).length > 0).map(({ reply }) => reply)).toEqual([]);
  });

  it('[T23] [T24] [T36] have most of the planted faults found, each as what it is', () => {
    const planted = lines.filter((line) => line.expect.length > 0);
    const told = planted.filter((line) => heard(line).some((one) => line.expect.includes(one)));
    expect(told.length / planted.length).toBeGreaterThanOrEqual(least);
  });
});

/** A case of each shop; none of these cases has one of the sums below for its own. */
const PLACES = [
  'shipping-urge/stuck-before-race',
  'logistics-complaint/late-one-day',
  'shipping-urge/ship-by-when',
  'account-security/scam-call',
];
const shopOf = (id: string) => content.cases.get(id)?.shop;

type Gift = { kind: string; says: (sum: number) => string };
const MONEY: Gift[] = ['给您补S元', '给您补偿S块', '店里赔您S元', '直接退您S元补偿'].map((form) => ({
  kind: 'money',
  says: (sum) => form.replace('S', String(sum)),
}));
const COUPON: Gift[] = ['给您发一张S元的券', '送您S元无门槛券'].map((form) => ({
  kind: 'coupon',
  says: (sum) => form.replace('S', String(sum)),
}));

describe.each(PLACES)('promises in %s', (id) => {
  const { levels } = truthOf(id).authority;
  const most = levels.flatMap(({ level, money, coupon }) => [
    ...MONEY.map((gift) => ({ level, gift, limit: money })),
    ...COUPON.map((gift) => ({ level, gift, limit: Math.max(coupon, money) })),
  ]);
  const bounded = most.filter(({ limit }) => Number.isFinite(limit));
  const places = bounded.map((one) => ({ ...one, above: limit(one.limit) }));

  it.each(places)(
    '$level: $above above its limit of $limit is told as one, and the limit itself isn’t',
    ({ level, gift, limit, above }) => {
      expect(promised({ case: id, level, reply: gift.says(above) })).toEqual([gift.kind]);
      if (limit > 0) expect(judged({ case: id, level, reply: gift.says(limit) }).promises).toEqual([]);
    },
  );

  it.each(places)(
    '$level: $above is none once the level that may give it was reported to',
    ({ level, gift, above }) => {
      const by = judged({ case: id, level, reply: gift.says(above) }).promises[0]?.by;
      if (by === null || by === undefined) return;
      expect(LEVELS.indexOf(by)).toBeGreaterThan(LEVELS.indexOf(level));
      expect(judged({ case: id, level: by, reply: gift.says(above) }).promises).toEqual([]);
    },
  );

  it.each(places)('$level: $above denied, asked for, supposed or quoted is none', ({ level, gift, above }) => {
    const said = gift.says(above);
    for (const reply of [
      `没法${said}`,
      `不能${said}`,
      `要报班长才能${said}`,
      `我去申请看看能不能${said}`,
      `${said}吗？`,
      `您说${said}`,
      `如果批得下来，${said}`,
      `要是您不退，${said}`,
      `最多${said}`,
    ])
      expect(judged({ case: id, level, reply }).promises, reply).toEqual([]);
  });
});

/** A sum that no shop publishes and no case here owes. */
const limit = (sum: number): number => (sum === 0 ? 37 : sum + 37);

describe.each(PLACES)('promises on prices in %s', (id) => {
  it('are told where the desk lowers a price, and not where it refuses to', () => {
    expect(promised({ case: id, reply: '给您改价成77' })).toEqual(['price']);
    expect(promised({ case: id, reply: '给您便宜37块' })).toEqual(['price']);
    expect(promised({ case: id, reply: '给您打7折' })).toEqual(['discount']);
    for (const reply of ['不能给您改价成77', '改价成77我没有权限', '打7折要主管批', '便宜37块做不到'])
      expect(judged({ case: id, reply }).promises, reply).toEqual([]);
  });

  it('are not told for coupons that the shop publishes', () => {
    for (const { amount } of shopOf(id)?.coupons ?? [])
      expect(judged({ case: id, reply: `给您发一张${amount / 100}元的券` }).promises).toEqual([]);
  });
});

it('a shop without limits has no promise above them', () => {
  const { authority } = truthOf(PLACES[0] ?? '');
  const reply = '给您补500元';
  expect(judge({ reply, authority: { ...authority, levels: [], level: 'A' } }).promises).toEqual([]);
  expect(judge({ reply }).promises).toEqual([]);
});

describe.each(PLACES)('cards in %s', (id) => {
  const shop = shopOf(id);
  const states = (shop?.policies ?? []).flatMap((card) =>
    (card.states ?? []).flatMap(({ is, says }) =>
      says.map((way) => ({ card: card.id, is: is[0] ?? '', way: way.replaceAll('…', '') })),
    ),
  );
  const other = (figure: string): string =>
    figure.replace(/\d+(?:\.\d+)?/, (n) => String(n === '16' ? 19 : n === '17' || n === '18' ? 21 : Number(n) * 4 + 1));
  const rows = states.map((row) => ({
    ...row,
    wrong: row.is.includes('折') ? '7折' : row.is.includes('到') ? '9个工作日' : other(row.is),
  }));

  it.each(rows)('$card: $way with the card’s own $is is not held against it', ({ way, is }) => {
    expect(judged({ case: id, reply: way.replace('几', is) }).contradictions).toEqual([]);
  });

  it.each(rows)('$card: $way with $wrong is held against it, and denied or asked it is not', ({ card, way, wrong }) => {
    const said = way.replace('几', wrong);
    expect(judged({ case: id, reply: said }).contradictions.map((one) => one.card)).toEqual([card]);
    for (const reply of [`${said}吗？`, `别家${said}`, `不是${said}`, `如果${said}`])
      expect(judged({ case: id, reply }).contradictions, reply).toEqual([]);
  });
});

it('no card is held against a figure that the case has right in that matter', () => {
  const { cards } = truthOf('logistics-complaint/late-one-day');
  if (!cards) throw new Error('no cards');
  const reply = '价保45天';
  expect(judge({ reply, cards }).contradictions).toHaveLength(1);
  const rightTexts = [{ text: '这单价保45天', values: valuesOf('45天') }];
  expect(judge({ reply, cards: { ...cards, rightTexts } }).contradictions).toEqual([]);
  expect(
    judge({ reply, cards: { ...cards, rightTexts: [{ text: '45天内回', values: valuesOf('45天') }] } }).contradictions,
  ).toHaveLength(1);
});

it('the time to read a flood of text grows no faster than the text', () => {
  const hear = (times: number) => () => {
    judged({
      case: 'logistics-complaint/late-one-day',
      reply: '给您补50块钱价保31天专票5个工作日'.repeat(times),
    });
  };
  // Four times the text: 4 where time grows with it, 16 where it grows with the square.
  expect(timesAsLong(hear(500), hear(125), 8)).toBeLessThanOrEqual(8);
});

it('model trainees promise and contradict nothing', () => {
  type Turn = { case: string; trainee: string; customer: string; reply: string };
  const turns: Turn[] = readFileSync('tests/language/turns/planned.jsonl', 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const right = turns.filter(({ trainee }) => trainee === 'model' || trainee === 'second-model');
  expect(right.length).toBeGreaterThan(500);
  const told = right.filter((turn) => judged(turn).promises.length + judged(turn).contradictions.length > 0);
  expect(told.map(({ reply }) => reply)).toEqual([]);
});

describe('a time told otherwise than its card has it', () => {
  const guchui = [...library.scenarios.values()].find(({ shop }) => shop === 'guchui')?.id ?? '';
  const told = (reply: string) => against({ case: guchui, reply }).length;

  it('is no fault where it is shorter and binds the shop', () => {
    expect([told('24小时内必出'), told('专票两个工作日内能开')]).toEqual([0, 0]);
  });
  it('is a fault where the shop takes longer, or the customer would have less', () => {
    expect([told('72小时内必出'), told('价保7天内降价可以退差')]).toEqual([1, 1]);
  });
});
