/** An operation that the customer agreed to after it was offered is none without asking (RULES T117). */
import { describe, expect, it } from 'vitest';
import type { Condition, ContentData } from '#engine/model/content.ts';
import { asked, codes } from '#tests/scoring/support/reading.ts';
import { contentWith, need, scenario } from '#tests/scoring/support/shoe-shop.ts';

/** A shop where 取消订单 waits for what `after` says. */
const waitingFor = (...after: Condition[]): ContentData => {
  const cancel = need({ do: 'cancel-order', after });
  const base = contentWith({
    duties: [],
    beats: scenario.beats.map((one) => (one.id === 'ship' ? { ...one, needs: [cancel] } : one)),
  });
  const [first] = base.actions;
  if (!first) throw new Error('no operation');
  const named = ['单…取消', '取消…单', '我…取消', '给您…取消', '帮您…取消'];
  return {
    ...base,
    actions: [...base.actions, { ...first, id: 'cancel-order', title: '取消订单', fields: [], named }],
  };
};

const isCharged = (offer: string, answer: readonly string[], of = waitingFor({ point: 'why' })): boolean => {
  const log = asked().replies(10, offer);
  for (const [place, text] of answer.entries()) log.says(16 + place, text);
  return codes(log.acts(30, 'cancel-order', { unverified: true }).events, of).includes('unverified-action');
};

const OFFERS = [
  '要不要我帮您取消',
  '多的那单我可以帮您取消掉，您看要不要我来取消呢',
  '没付的那单我给您取消，可以吗',
  '需要帮您把多的那单取消吗？',
  '我帮您取消掉好不好',
  '多出来那单我帮您取消掉\n您看行吗',
];
const YES = ['嗯嗯 好', '好', '行', '要得', '可以的', '那麻烦你了', '嗯', '对', '你弄嘛'];

describe('[T117] an operation that was offered', () => {
  it('is agreed to in any words, whatever else the customer says', () => {
    const charged = OFFERS.flatMap((offer) =>
      YES.flatMap((yes) => [[yes], [yes, '我不给也不得罚我噻']].filter((answer) => isCharged(offer, answer))),
    );
    expect(charged).toEqual([]);
  });

  it('is clicked without asking where the customer said no, nothing or something else', () => {
    const answers = [['不用'], ['先不要'], ['好像不对'], ['哦'], ['那我钱呢'], ['好', '等一下 先别点'], []];
    expect(OFFERS.flatMap((offer) => answers.filter((answer) => !isCharged(offer, answer)))).toEqual([]);
  });

  it('is clicked without asking where it wasn’t offered', () => {
    const others = [
      '我帮您取消了，您看下',
      '我这就帮您取消',
      '您要取消哪一单',
      '我这边取消不了，您看行吗',
      '要不要我给您改地址',
      '39码，您看行吗',
    ];
    expect(others.filter((words) => !isCharged(words, ['好']))).toEqual([]);
  });

  it('waits all the same for what must be asked or seen', () => {
    const [offer = ''] = OFFERS;
    expect(isCharged(offer, ['好'], waitingFor({ ask: 'foot' }))).toBe(true);
    expect(isCharged(offer, ['好'], waitingFor({ do: 'send-product' }))).toBe(true);
    expect(isCharged(offer, ['好'], waitingFor({ point: 'why' }, { ask: 'foot' }))).toBe(true);
  });

  it('isn’t agreed to by a yes to what was said later', () => {
    const log = asked().replies(10, '要不要我帮您取消').says(16, '我想想').replies(20, '39码可以吗').says(26, '好');
    const { events } = log.acts(30, 'cancel-order', { unverified: true });
    expect(codes(events, waitingFor({ point: 'why' }))).toContain('unverified-action');
  });
});

it('[M232] who has lodged a complaint is reported upwards without anything shown first', () => {
  const escalates = (action: string, hasComplained: boolean): boolean => {
    const content = waitingFor({ point: 'why' });
    const [first] = content.actions;
    if (!first) throw new Error('no operation');
    const shop = { ...content, actions: [...content.actions, { ...first, id: action, title: '报主管', named: [] }] };
    const log = asked();
    if (hasComplained) log.complains(20);
    return codes(log.acts(30, action, { unverified: true }).events, shop).includes('unverified-action');
  };
  expect(escalates('escalate-3', true)).toBe(false);
  expect(escalates('escalate-3', false)).toBe(true);
  expect(escalates('cancel-order', true)).toBe(true);
});
