import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { contentFor } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

type Line = { case: string; customer: string; reply: string; expect: string[] };

/** At least this share of the planted faults must be found; honest lines may have none. */
const MIN_SHARE = 0.8;

const made = new Map<string, ReturnType<typeof prepare>>();
const contentOf = (id: string) => {
  const content = made.get(id) ?? prepare(contentFor(library, [id]).data);
  made.set(id, content);
  return content;
};

const answered = ({ case: id, customer, reply }: Omit<Line, 'expect'>, before: readonly string[] = []) => {
  const said = reply.split('\n').map((text, i) => ({ id: `m${i}`, text, start: 0 }));
  const latest = [
    ...before.map((text, i) => ({ id: `b${i}`, text, at: 0 })),
    ...said.map((one) => ({ ...one, at: 0 })),
  ];
  return answerRequest(contentOf(id), oneTurn(id, reply, { words: { text: reply, said }, customer, latest }));
};
const rights = (line: Omit<Line, 'expect'>, before: readonly string[] = []): string[] =>
  (answered(line, before).strays ?? []).map(({ right }) => right);

const lines: Line[] = readFileSync('tests/language/told/figures-1.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

/** A figure is told wrong by the list of all figures, by a card's own words, or as a point nobody asked for. */
const isHeld = (line: Line): boolean => {
  const { strays = [], judgement, unasked = [] } = answered(line);
  const cards = judgement.contradictions.filter(({ chance }) => chance >= VERDICT_THRESHOLDS.card.told);
  return strays.length + cards.length + unasked.length > 0;
};

describe('labelled lines: figures-1', () => {
  it('[T38] hold no figure against an honest reply', () => {
    const honest = lines.filter(({ expect: right }) => right.length === 0);
    expect(honest.filter(isHeld).map(({ reply }) => reply)).toEqual([]);
  });

  it('[T38] have most of the planted figures found', () => {
    const planted = lines.filter(({ expect: right }) => right.length > 0);
    expect(planted.filter(isHeld).length / planted.length).toBeGreaterThanOrEqual(MIN_SHARE);
  });
});

const reply = (id: string, text: string) => ({ case: id, customer: '', reply: text });

describe('[T38] a figure is held against its own matter', () => {
  it('also where it is right of another matter', () => {
    expect(rights(reply('order-change/incident-sold-out', '要快就加特快20块'))).toEqual(['15元']);
    expect(rights(reply('product-advice/blender-nap', '能预约的，最长24个钟头'))).toEqual(['12小时']);
    expect(rights(reply('quality-claim/airfryer-smoke', '头一次200度空烧20分钟'))).toEqual(['10分钟']);
    expect(rights(reply('product-advice/retinol-pregnant', '里面视黄醇是0.3%的'))).toEqual(['0.1%']);
  });

  it('also where the matter is named in the part before it, or by who answers', () => {
    expect(rights(reply('order-change/move-tomorrow', '转寄费您出，6块起'))).toEqual(['9元']);
    expect(rights(reply('order-change/move-tomorrow', '转寄费您出，您付的79块不退'))).toEqual([]);
    expect(rights(reply('quality-claim/airfryer-smoke', '情况已经报主管了，30分钟内有答复'))).toHaveLength(1);
  });

  it('also where a wrong date is told for an event', () => {
    const restock = 'shipping-urge/out-of-stock-truth';
    expect(rights(reply(restock, 'L码16号补货到仓'))).toEqual(['11月18日']);
    expect(rights(reply(restock, 'L码11月18号补货到仓'))).toEqual([]);
    expect(rights(reply(restock, '16号我再看一眼'))).toEqual([]);
  });

  it('also an hour of answering, if it is later than every hour of the case', () => {
    const late = 'logistics-complaint/late-one-day';
    expect(rights(reply(late, '派没派，晚上九点前回你'))).toEqual(['20:00']);
    expect(rights(reply(late, '派没派，晚上七点前回你'))).toEqual([]);
    expect(rights(reply(late, '派没派，明早九点前回你'))).toEqual([]);
  });

  it('unless it is right of that matter, whatever else the words are about', () => {
    const size = 'product-advice/shoe-half-size';
    expect(rights(reply(size, '价保15天内降了给您退差'))).toEqual([]);
    expect(rights(reply(size, '15天内降价都退您差价'))).toEqual([]);
    expect(rights(reply(size, '30天内降价都退您差价'))).toEqual(['15天']);
  });

  it('unless the right figure of another matter is told beside it', () => {
    expect(rights(reply('logistics-complaint/late-one-day', '晚到赔10块券，打车给20块券'))).toEqual([]);
  });
});

describe('[T38] words that take a figure back', () => {
  const agents = 'complaint-escalation/three-agents';
  it('take back their own part, and nothing further on in the turn', () => {
    expect(rights(reply(agents, '我前面说仓库卡的不对，是我们没点\n599真点了，到卡上3到7个工作日'))).toEqual([
      '1到3个工作日',
    ]);
    expect(rights(reply(agents, '法条您没说错\n到卡上3到7个工作日'))).toEqual(['1到3个工作日']);
    expect(rights(reply(agents, '前面说3到7个工作日说错了，到账1到3个工作日'))).toEqual([]);
  });

  it('may name a figure of an earlier turn, which is not told again by that', () => {
    const again = reply(agents, '我刚才讲错了哈\n您记的那句是这样\n到卡上3到7个工作日');
    expect(rights(again, ['原路退，3到7个工作日到账'])).toEqual([]);
    expect(rights(again)).toEqual(['1到3个工作日']);
  });

  it('include a guess (可能), but not rounding (大概)', () => {
    expect(rights(reply(agents, '原路退，大概5到10个工作日到'))).toEqual(['1到3个工作日']);
    expect(rights(reply(agents, '原路退，可能5到10个工作日到'))).toEqual([]);
    expect(rights(reply(agents, '原路退，大概4个工作日到'))).toEqual([]);
  });
});

describe('[T24] no card is held against', () => {
  const cardsOf = (id: string, text: string) =>
    answered(reply(id, text)).judgement.contradictions.filter(({ chance }) => chance >= VERDICT_THRESHOLDS.card.told);
  it('the time that is left of a running wait', () => {
    const abuse = 'complaint-escalation/wrong-size-abuse';
    expect(cardsOf(abuse, '班长那边再五六分钟给您信')).toEqual([]);
    expect(cardsOf(abuse, '班长5分钟内给您信')).toHaveLength(1);
  });

  it('a trainee who denies having promised it', () => {
    const agents = 'complaint-escalation/three-agents';
    expect(cardsOf(agents, '三倍我没有答应')).toEqual([]);
    expect(cardsOf(agents, '三倍赔不了的，没有的事')).toHaveLength(1);
  });
});

describe('[T102] the days of a return for no reason', () => {
  const sensitive = 'payment-reminder/unpaid-sensitive';
  const unwanted = ['不想要', '不喜欢', '后悔了', '无理由'];

  it('are held against no other card, in the card’s word or the customer’s', () => {
    const told = unwanted.flatMap((word) => [
      `签收后7天内${word}能退，寄回邮费您出`,
      `铝膜没揭的，签收后七天里${word}都可以退`,
    ]);
    expect(told.filter((text) => rights(reply(sensitive, text)).length > 0)).toEqual([]);
  });

  it('clear no other number, and nothing that is told of the allergy', () => {
    const wrong = ['签收后5天内不想要能退', '签收后10天内不想要能退', '签收后7天内拍照片来能退'];
    expect(wrong.filter((text) => !isHeld({ ...reply(sensitive, text), expect: [] }))).toEqual([]);
  });
});

describe('[T113] a row of the size table', () => {
  const stock = 'shipping-urge/out-of-stock-truth';

  it('told with another size is held against the page', () => {
    expect(rights(reply(stock, '您爸多高？170到175穿XL 收货寄哪'))).toEqual(['L']);
    expect(rights(reply(stock, '身高175-182cm的就选L'))).toEqual(['XL']);
    expect(rights(reply(stock, 'XL的话170到175就能穿。叔叔里面套不套厚毛衣？'))).toEqual(['L']);
  });

  it('is right as the page has it, for who wants it larger, and where it is asked or another range', () => {
    const right = [
      '身高170到175穿L，175到182穿XL',
      '170到175穿XL吗',
      '170到175里面套毛衣的穿XL',
      '168到172穿XL',
      'XL是175到182的',
    ];
    expect(right.filter((text) => rights(reply(stock, text)).length > 0)).toEqual([]);
  });
});

describe('pieces in stock', () => {
  const SIZES = 'product-advice/which-size-guchui';

  it('[T246] are not counted by how many kinds are spoken of, and told wrong they are held', () => {
    for (const honest of ['两款都是现货', '两种现货都有', '两个都有现货'])
      expect(rights(reply(SIZES, honest))).toEqual([]);
    expect(rights(reply(SIZES, '现货还有3台'))).toHaveLength(1);
  });

  it('[T244] are right as the page has them now, and otherwise held as ever', () => {
    const held = (text: string, stocks: readonly number[]) =>
      answerRequest(contentOf(SIZES), oneTurn(SIZES, text, { stocks })).strays ?? [];
    expect(held('电饭煲后台只剩2台了', [])).toHaveLength(1);
    expect(held('电饭煲后台只剩2台了', [2])).toEqual([]);
    expect(held('电饭煲后台只剩3台了', [2])).toHaveLength(1);
  });
});
