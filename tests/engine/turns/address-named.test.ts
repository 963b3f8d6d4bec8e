/** An address is changed to what the customer gave of theirs, or the change is none (RULES T152). */
import { describe, expect, it } from 'vitest';
import { hasAllValues } from '#engine/model/action-values.ts';
import { contentFor } from '#library/load.ts';
import { type AuthoredReply, toReplies } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { library } from '#tests/support/library.ts';

const CASE = 'order-change/change-address-suibu';
/** A card on which nothing has left the store; what it draws is read off, since another draw deals it anew. */
const CARD = [...Array(12).keys()].find(
  (card) => contentFor(library, [CASE], cardOfSeed(card)).data.scenarios[0]?.variant?.drawn.状态 === '没打包',
);
const scenario = contentFor(library, [CASE], cardOfSeed(CARD ?? 0)).data.scenarios[0];
const need = scenario?.beats[0]?.needs.find((one) => one.do === 'change-address');
const [district = '', street = '', number = ''] = String(need?.with.address).split(' ');
const city = String(scenario?.variant?.drawn.城).split(' ')[1] ?? '';

const changedTo = (address: string, say = '给您改好了') => {
  const said = (authored: Omit<AuthoredReply, 'to' | 'after'>): AuthoredReply => ({
    to: 'any',
    after: '9s',
    ...authored,
  });
  const replies = toReplies([
    said({ say: `还没打包，能改到${city}，哪个区哪条路几号发我` }),
    said({ do: [{ action: 'change-address', address }], say }),
    said({ say: '有事随时找我' }),
  ]);
  const { events, report } = playedOnce(library, [CASE], replies, { card: CARD });
  const lines = events.flatMap((event) =>
    event.kind === 'customer-said' && event.bubble.kind === 'text' ? [event.bubble.text] : [],
  );
  return { lines: lines.join(' '), missing: report.findings.find(({ code }) => code === 'missing-action'), report };
};

describe('[T152] an address that is changed', () => {
  it.each([
    ['as the customer gave it', `${city}市${district}区${street}${number}号`],
    ['without the city', `${district}区${street}${number}号`],
    ['with more before and after it', `江苏省${city}市${district}区 ${street} ${number}号3幢，电话没变`],
  ])('is right %s', (_, address) => {
    const { missing, report, lines } = changedTo(address);
    expect(lines).toContain(`${street}${number}号`);
    expect(missing).toBeUndefined();
    expect(report.score).toBeGreaterThanOrEqual(90);
  });

  it.each([
    ['the city alone', `江苏省${city}市`],
    ['no street', `${city}市${district}区`],
    ['no number', `${city}市${district}区${street}`],
    ['another number', `${city}市${district}区${street}1${number}号`],
  ])('is wrong with %s, surely, and its customer sees it', (_, address) => {
    const { missing, lines } = changedTo(address);
    expect(missing).toMatchObject({ unsure: false });
    expect(missing?.why).toContain(address);
    expect(lines).toMatch(/跟我给的不一样|寄不到的/);
    expect(lines).not.toContain('那就放心了');
  });

  it.each([
    ['哪个区哪条路几号，打出来我才能改', 'to'],
    ['还没打包，新地址发我一下', 'to'],
    ['街道门牌报一下', 'to'],
    ['原地址还有人吗', 'there'],
    ['怎么填错地址了呀', 'why'],
    ['收件人还是您本人吗', 'person'],
  ])('[T71] is asked for as itself, and beside what else is asked about it: %s', (say, fact) => {
    const { events } = playedOnce(library, [CASE], toReplies([{ to: 'any', after: '9s', say }]), { card: CARD });
    expect(events.flatMap((event) => (event.kind === 'fact-told' ? [event.fact] : []))).toEqual([fact]);
  });

  it('is compared by its parts, any other field as it stands', () => {
    const fields = [
      { name: 'address', title: '新地址', kind: 'address' as const, required: true, choices: [] },
      { name: 'sku', title: '规格', kind: 'sku' as const, required: true, choices: [] },
    ];
    const has = (wanted: Record<string, string>, given: Record<string, string>) =>
      hasAllValues(wanted, given, { fields });
    expect(has({ address: '平江路 88' }, { address: '平江路８８号' })).toBe(true);
    expect(has({ address: '平江路 88' }, { address: '平江路' })).toBe(false);
    expect(has({ sku: '41' }, { sku: '41.5' })).toBe(false);
    expect(has({ sku: '41' }, { sku: ' 41' })).toBe(true);
  });
});
