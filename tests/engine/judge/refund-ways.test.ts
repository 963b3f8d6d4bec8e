/** Where money goes back to (RULES T115), in cases of every shop whose card says that it goes back the way it was paid. */
import { describe, expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { contentFor } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

const CARD = 'c-ref';
const made = new Map<string, ReturnType<typeof prepare>>();
const isHeld = (id: string, text: string): boolean => {
  const content = made.get(id) ?? prepare(contentFor(library, [id]).data);
  made.set(id, content);
  return answerRequest(content, oneTurn(id, text)).judgement.contradictions.some(
    ({ card, chance }) => card === CARD && chance >= VERDICT_THRESHOLDS.card.told,
  );
};
/** Two cases of each shop without a right answer about a balance. */
const cases = ['guchui', 'poshang', 'suibu', 'tinghe'].flatMap((shop) =>
  [...library.scenarios.values()]
    .filter((scenario) => scenario.shop === shop && !JSON.stringify(scenario.beats).includes('余额'))
    .map(({ id }) => id)
    .slice(0, 2),
);

const REFUNDS = ['退款', '钱', '269元', '全退'];
const WAYS = ['退到您的店铺余额', '会退成店铺余额', '退进您账户的余额里', '给您退成店铺券', '退到平台余额上'];
const WRONG = [
  ...REFUNDS.flatMap((refund) => WAYS.map((way) => `${refund}${way}`)),
  ...WAYS.map((way) => `${way}，下回买东西直接抵`),
  '269元全退，进您的店铺余额',
  '168退进您账号的购物余额',
  '退成店铺券放您账户里',
];
const RIGHT = [
  ...WAYS.map((way) => `原路退，不是${way}`),
  ...WAYS.map((way) => `不会${way}的，您放心`),
  ...WAYS.map((way) => `要不要${way}`),
  '退款原路返回',
  '钱退回您付款的零钱里',
  '退到您付款的那张银行卡',
  '取消以后店铺券退回您账户',
  '退回您那张店铺券',
  '退款原路走，另外给您发张店铺券',
  '晚到赔您10元店铺券',
  '余额够的话直接付就行',
];

describe('[T115] money that goes back', () => {
  it('is told of in cases of every shop', () => expect(cases.length).toBe(8));
  it.each(WRONG)('goes back otherwise than the card says: %s', (text) => {
    expect(cases.filter((id) => !isHeld(id, text))).toEqual([]);
  });
  it.each(RIGHT)('goes back as the card says, or isn’t spoken of: %s', (text) => {
    expect(cases.filter((id) => isHeld(id, text))).toEqual([]);
  });
});
