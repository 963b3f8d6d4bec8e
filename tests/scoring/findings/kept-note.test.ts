/** A time to come back has to be noted for the next shift, in a shop whose card orders that (RULES M30). */
import { describe, expect, it } from 'vitest';
import type { ContentData } from '#engine/model/content.ts';
import { callBackIn } from '#language/answers/call-back.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import type { Log } from '#tests/scoring/support/log.ts';
import { all, asked, codes, one } from '#tests/scoring/support/reading.ts';
import { content, contentWith, need } from '#tests/scoring/support/shoe-shop.ts';

const CARD = {
  id: 'c-note',
  title: '说定的要留底',
  text: '说定的规格、地址、日子、几点回话，写进备注；客户的习惯贴标签。',
  basis: 'shop' as const,
  source: '本店规定',
  date: '2026-11-01',
};
const action = (id: string, title: string): ContentData['actions'][number] => ({
  id,
  title,
  group: '订单',
  sends: false,
  fields: [],
  done: '好了',
  doing: '我这就办',
});
const EXTRA = [action('change-sku', '改规格'), action('ticket', '建工单'), action('escalate-3', '报主管')];
const ordering = (duties = [] as ContentData['scenarios'][number]['duties'], card = true): ContentData => {
  const base = contentWith({ duties, beats: content.scenarios[0]?.beats.map((b) => ({ ...b, needs: [] })) ?? [] });
  return {
    ...base,
    actions: [...base.actions, ...EXTRA],
    shops: base.shops.map((shop) => ({
      ...shop,
      actions: [...shop.actions, ...EXTRA.map(({ id }) => id)],
      policies: card ? [...shop.policies, CARD] : shop.policies,
    })),
  };
};
const PROMISE = '这个我问好了，今晚8点前回您';
const said = (words: string): Log => asked().replies(10, words, { answers: { 'q-size': 'answered' }, points: [{}] });
const ended = (log: Log) => log.ends(60, 'kept', 'paid').finishes(70).events;
const has = (log: Log, of = ordering()): boolean => codes(ended(log), of).includes('missing-action');

describe('a promise for later', () => {
  it('[M30] without a note is one missing remark, with the card that orders it', () => {
    expect(one(ended(said(PROMISE)), 'missing-action', ordering())).toMatchObject({
      title: '操作没点：备注',
      why: expect.stringContaining('说了「今晚8点前回您」，没有留底'),
      basis: { id: 'c-note' },
      better: '点「备注」',
    });
    const twice = said(PROMISE).replies(20, '明天中午前给您答复', {});
    expect(codes(ended(twice), ordering()).filter((code) => code === 'missing-action')).toHaveLength(1);
  });

  it('[M30] isn’t an order’s change, which stands in the order', () => {
    expect(has(said('好的').acts(20, 'change-sku'))).toBe(false);
  });

  it('[M30] is kept by a note or ticket before or after it, or by handing it up with the time in the text', () => {
    expect(has(said(PROMISE).acts(20, 'remark'))).toBe(false);
    expect(has(asked().acts(5, 'ticket').replies(10, PROMISE, {}))).toBe(false);
    expect(has(said(PROMISE).acts(20, 'escalate-3', { with: { note: '客户问赔偿，今晚8点前回' } }))).toBe(false);
    expect(has(said(PROMISE).acts(20, 'escalate-3', { with: { note: '客户问赔偿' } }))).toBe(true);
    // Who has no order has no remark: a tag is what the next shift sees.
    expect(has(said(PROMISE).acts(20, 'escalate-3', { with: { tag: '今晚8点前留言' } }))).toBe(false);
  });

  it('[M30] needs no note where no card orders it, where the case asks for a note itself, or where nothing was promised', () => {
    expect(has(said(PROMISE), ordering([], false))).toBe(false);
    const needed = all(ended(said(PROMISE)), ordering([need({ do: 'remark' })])).filter(
      ({ code }) => code === 'missing-action',
    );
    expect(needed).toHaveLength(1);
    expect(needed[0]?.why).not.toContain('没有留底');
    expect(has(said('拿39.5'))).toBe(false);
    for (const nothing of ['四点前付今天就发，哪天到不敢给你说死', '今晚别一个人扛着，给信得过的家人朋友打个电话'])
      expect(has(said(nothing)), nothing).toBe(false);
    expect(codes(said(PROMISE).events, ordering())).not.toContain('missing-action');
  });

  it('[M220] isn’t the customer’s own word to the desk', () => {
    for (const words of [
      '您方便时付掉就行，明天16点前付明天就发，有事给我留言',
      '明天16点前付，有问题给我们发个消息',
      '今晚9点前想好，回我个信就行',
    ]) {
      expect(has(said(words)), words).toBe(false);
      expect(has(said(`${words}，今晚8点前我给您留言`)), words).toBe(true);
    }
  });

  it('[M30] that is told as written down is charged as that lie', () => {
    const lie = `${PROMISE}，都给您备注好了`;
    const log = asked();
    const quote = { message: log.nextMessage, start: PROMISE.length + 1, end: lie.length };
    log.replies(10, lie, { claims: [{ actions: ['remark'], quote }], answers: { 'q-size': 'answered' }, points: [{}] });
    const found = codes(ended(log), ordering());
    expect(found).toContain('claimed-undone');
    expect(found).not.toContain('missing-action');
  });
});

describe('[M117] a time to come back is heard in', () => {
  const heard = (words: string): string | null => {
    const { text } = normalise(words);
    const found = callBackIn(readText(text));
    return found && text.slice(found.start, found.end);
  };
  it.each([
    '主管那边我报了，两小时内给您准信',
    '明天上午10点前，我给您留言',
    '6点前有结果我来找您',
    '最晚后天给您答复',
    '退不退得了今晚8点前回您',
    '我去问，8点前一块回你',
    '赔多少钱明天上午回您话',
  ])('%s', (words) => {
    expect(heard(words)).not.toBeNull();
  });

  it.each([
    '稍等，半分钟回您',
    '班长10分钟内给您答复',
    '明天发货，后天到',
    '骗子说两小时内联系您',
    '昨天8点没回您，是我们不对',
    '您要几点前回您呢？',
    '退款1到3个工作日到账',
    '收到起7天内退58.34元原路回您',
    '仓库收到之日起7天内原路回您账户',
    '换的那双明天给您寄回您家',
    '那2元今晚8点前转回您',
    '要是后天还没到，我给您答复',
    '两条路您挑：等补货，明天10点前给您留言；或者换现货',
  ])('but not in %s', (words) => {
    expect(heard(words)).toBeNull();
  });
});
