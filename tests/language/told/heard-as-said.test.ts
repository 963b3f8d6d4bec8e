/** What served rushes said rightly is heard by the cases it was said in, and its reverse isn't. */
import { describe, expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

const MOST_SEEDS = 60;

/** The verdict on a point of the first card whose wording of it matches `says` and another one `beside`; `{n}` in a reply stands for what is captured. */
const verdictOf = (id: string, point: string, says: RegExp, reply: string, beside = /./): PointVerdict | undefined => {
  for (let seed = 1; seed <= MOST_SEEDS; seed++) {
    const content = prepare(contentFor(library, [id], cardOfSeed(seed)).data);
    const beat = content.cases
      .get(id)
      ?.scenario.beats.find(({ asks }) => asks.some(({ points }) => points.some((own) => own.id === point)));
    const asks = beat?.asks ?? [];
    const points = asks.flatMap((question) => question.points);
    const [, captured = ''] = says.exec(points.find((own) => own.id === point)?.says ?? '') ?? [];
    if (!points.some((own) => own.id === point && says.test(own.says))) continue;
    if (!points.some((own) => beside.test(own.says))) continue;
    const customer = (beat?.says ?? []).flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : [])).join('\n');
    const turn = { customer, points: points.map((own) => own.id), questions: asks.map((question) => question.id) };
    const text = reply.replaceAll('{n}', captured);
    const { judgement } = answerRequest(content, oneTurn(id, text, turn));
    return judgement.points.find((verdict) => verdict.id === point);
  }
  throw new Error(`no card of ${id} says ${says}`);
};

const stateOf = (...where: Parameters<typeof verdictOf>): string | undefined => verdictOf(...where)?.state;

/** Whether the point is heard surely enough to count as told. */
const isTold = (...where: Parameters<typeof verdictOf>): boolean => {
  const verdict = verdictOf(...where);
  return verdict?.state === 'covered' && verdict.confidence >= VERDICT_THRESHOLDS.covered.told;
};

describe('[T270] who refuses to tell whether something is so asks nothing', () => {
  const asks = (text: string) => readText(normalise(text).text).clauses.some(({ isQuestion }) => isQuestion);
  it.each([
    '我也不能说有还是没有',
    '我不能说有没有',
    '没法跟您确认买没买过',
    '班长批不批我没底',
    '能不能批不能给您打包票',
  ])('in %s', (text) => expect(asks(text)).toBe(false));
  it.each(['不能说有没有吗', '您不能说下哪里坏了吗', '能不能说下有没有划痕', '您要黑的还是白的', '您有没有'])(
    'but does in %s',
    (text) => expect(asks(text)).toBe(true),
  );
});

const [SPOUSE, ABUSE] = ['account-security/spouse-address', 'complaint-escalation/wrong-size-abuse'];

describe('[T271] a sum that only the 主管 may give', () => {
  it.each(['{n}我做不了主，我这就报主管，定多少我不乱许', '{n}我定不了，得报主管定', '这个数要报主管定，2小时内回您'])(
    'is answered by who may not promise it and reports it: %s',
    (reply) => expect(stateOf(ABUSE, 'no-200', /^(\d+)给不了/, reply)).toBe('covered'),
  );
  it.each(['这事我做主，给您{n}', '我报主管，能给您{n}'])('is promised in %s', (reply) =>
    expect(stateOf(ABUSE, 'no-200', /^(\d+)给不了/, reply)).toBe('wrong'),
  );
});

describe('[T272] a case hears', () => {
  const FAULTY = 'quality-claim/is-it-faulty-guchui';
  const AGAIN = 'returning-customer/same-again-suibu';
  const FEE = 'return-dispute/return-fee-suibu';
  it.each([
    [SPOUSE, 'not-even', /./, '他买没买过，我也不能说有还是没有，这是下单账号本人的信息'],
    [SPOUSE, 'yours-too', /./, '您自己的订单换他来问，我也一个字不说'],
    [ABUSE, 'no-vow', /./, '班长批不批我没底，不能给您打包票'],
    [FAULTY, 'next', /15天内/, '发黑发苦不正常，您9号刚签收，属实能换新，来回运费我们出'],
    [AGAIN, 'which', /买的是(.+)/, '您上回9月30日买的是{n}缓震跑鞋，今天标价459'],
    [FEE, 'mine', /自己出/, '不过运费险只赔一部分，差的那点要自己贴'],
  ] as const)('%s %s %s: %s', (id, point, says, reply) => expect(stateOf(id, point, says, reply)).toBe('covered'));

  it.each([
    [SPOUSE, 'not-even', /./, '他买没买过我看一下'],
    [SPOUSE, 'yours-too', /./, '您的单换他来问，我照样说'],
    [ABUSE, 'no-vow', /./, '我给您打包票班长能批'],
    [FAULTY, 'next', /15天内/, '您签收太久了，不符合换新'],
    [AGAIN, 'which', /买的是(.+)/, '您上回9月30日买的不是{n}'],
    [FEE, 'mine', /自己出/, '运费差的那点不用自己贴'],
  ] as const)('%s %s %s, not as %s', (id, point, says, reply) =>
    expect(stateOf(id, point, says, reply)).not.toBe('covered'),
  );
});

describe("[T280] that the customer's own order is told to nobody else either", () => {
  it.each([
    '真不是跟谁一伙，哪天有人拿着证件来问您的单子，我也一个字不会说',
    '换成别人来打听您的订单，我们也一样不说',
    '他要是来问您的事，我也一样一个字不说',
    '您自己的订单换他来问，我也一个字不说',
    '要是有谁来查您的地址，我也照样不透露',
    '换他来问您的单，我也是这么回',
  ])('is heard in %s', (reply) => expect(isTold(SPOUSE, 'yours-too', /./, reply)).toBe(true));
  it.each([
    '您的单我跟谁都能说',
    '他来问我就说',
    '他来问您的单我没法不说',
    '您的单子查到了，他的地址我一个字不会说',
    '这是他的单，您拿证件来问我也不会说',
    '您问他的事，我不会说',
  ])('and not in %s', (reply) => expect(isTold(SPOUSE, 'yours-too', /./, reply)).toBe(false));
});

describe('[T282] of a coupon that the order is short of, what was asked is owed: that it is no use, not by how much', () => {
  const COUPON = 'promotion/coupon-usable-tinghe';
  it.each([
    '两支138元，没到150，粉丝券满150减10用不上，就付138元',
    '用不上哦，付138',
    '还差12元才能用券',
    '不够用券呢，满150才行，您差12块',
  ])('is answered by %s', (reply) => expect(isTold(COUPON, 'usable', /用不上券/, reply, /还差12元/)).toBe(true));
  it.each(['能用的，券后128', '可以用券的', '用得上，付128元', '两支138，满150减10，券后128'])(
    'and wrong in %s',
    (reply) => expect(verdictOf(COUPON, 'usable', /用不上券/, reply, /还差12元/)?.state).toBe('wrong'),
  );
  it('and a wrong difference is wrong', () =>
    expect(stateOf(COUPON, 'short', /还差12元/, '还差22元到150')).toBe('wrong'));
});

describe('[T283] more that served rushes said is heard by its case', () => {
  const RED = 'payment-reminder/unpaid-sensitive';
  const SCAM = 'account-security/scam-call';
  const VIP = 'returning-customer/regular-price-tinghe';
  it.each([
    [VIP, 'pay', /到手49元/, '今年的生日券30元还没用，已经发您了，无门槛，棉片79用完49元'],
    [SCAM, 'none', /./, '那个退三倍是骗子编的，没有这笔退款。真退款只在您这个订单里看得到'],
    [RED, 'stop', /./, '万一不舒服就停用清水洗，拍照给我们'],
    [RED, 'photo', /报班长/, '您用过一次了，这次要报班长'],
  ] as const)('%s %s %s: %s', (id, point, says, reply) => expect(isTold(id, point, says, reply)).toBe(true));
  it.each([
    [VIP, 'pay', /到手49元/, '今年的生日券30元，棉片79用完59元'],
    [SCAM, 'none', /./, '这笔退款三天到您卡上'],
    [RED, 'stop', /./, '红了也接着抹，清水洗脸后再用'],
    [RED, 'photo', /报班长/, '首次不用问上头，有一次以上的我再报班长'],
    [RED, 'photo', /报班长/, '首次不用问上头，用过一次才报班长'],
  ] as const)('%s %s %s, not as %s', (id, point, says, reply) => expect(isTold(id, point, says, reply)).toBe(false));
});
