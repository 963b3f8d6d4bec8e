import { describe, expect, it } from 'vitest';
import type { Beat } from '#engine/model/content.ts';
import { act, at, drive, judged, of, reactions, say, shutWindows, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, shipBeat, shoes, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { beat, burst, contentOf, fact, forbid, line, need, order } from '#tests/engine/support/tiny.ts';

const returns = (log: Parameters<typeof of>[0]) => shutWindows(log).filter(([kind]) => kind === 'return');

describe('hold promises', () => {
  it('[T7] a hold opens the window return: the time promised, else 60 s, with 10 s grace', () => {
    const until = (words: string) =>
      of(drive(shoes, [say(10_000, words), tick(30_000)]).log, 'window-opened').map((e) => [e.windowKind, e.untilAt]);
    expect(until(SAID.hold)).toEqual([['return', 80_000]]);
    expect(until(SAID.hold30)).toEqual([['return', 50_000]]);
    expect(until(SAID.hold120)).toEqual([['return', 140_000]]);
  });

  it('[J198] a hold that names its hour is over at that hour, not so many minutes after the words', () => {
    const until = (words: string) =>
      of(drive(shoes, [say(19_000, words), tick(40_000)]).log, 'hold-begun').map(({ untilAt }) => untilAt);
    // It is 14:00:19.
    expect(until('我去问仓库，5分钟内、最晚14:05前回您')).toEqual([310_000]);
    expect(until('您稍等，我问下仓库，14:05前回您')).toEqual([310_000]);
    expect(until('您稍等，我问下仓库，5分钟内回您')).toEqual([329_000]);
    expect(until('您稍等，14:20前付款就行')).toEqual([89_000]);
    expect(until('14:20前付款就行，您等我5分钟')).toEqual([329_000]);
  });

  it('[T7] a hold that names a time up to 60 s gets no line, and any other gets the hold line', () => {
    const heard = (said: string) => words(drive(shoes, [say(10_000, said), tick(30_000)]).log).slice(1);
    expect(heard(SAID.hold30)).toEqual([]);
    expect(heard(SAID.hold)).toEqual(['hold 1']);
    expect(heard(SAID.hold120)).toEqual(['hold 1']);
  });

  it("[T7] a hold is a human message, and the question's own seconds run on", () => {
    const played = drive(shoes, [say(10_000, SAID.hold30), tick(30_000)]);
    expect(at(played).ledger['q-size']).toMatchObject({ state: 'open', openedAt: 0 });
    expect(at(played).waitingSince).toBeNull();
    expect(judged(played.log).questions).toEqual([{ question: 'q-size', answer: 'held' }]);
  });

  it('[T7] the ladder stands still during a hold', () => {
    const { log } = drive(shoes, [say(10_000, SAID.hold30), tick(49_999)]);
    expect(of(log, 'nudged')).toEqual([]);
    // Silence is counted from the trainee's last words, or from the customer's nod to them.
    const back = drive(shoes, [say(10_000, SAID.hold30), say(45_000, SAID.here), tick(120_000)]).log;
    expect(of(back, 'hold-ended').map((e) => [e.at, e.returned])).toEqual([[49_000, true]]);
    expect(of(back, 'nudged').map((e) => e.at)[0]).toBe(89_000);
  });

  it('[T7] coming back in time takes the window', () => {
    const { log } = drive(shoes, [say(10_000, SAID.hold30), say(40_000, SAID.size), tick(60_000)]);
    expect(returns(log)).toEqual([['return', 'taken']]);
  });

  it('[T7] not coming back misses the window, and the ladder begins at its first step', () => {
    const { log } = drive(shoes, [say(10_000, SAID.hold30), tick(100_000)]);
    expect(returns(log)).toEqual([['return', 'missed']]);
    expect(of(log, 'hold-ended')[0]).toMatchObject({ at: 50_000, returned: false });
    expect(of(log, 'nudged').map((e) => [e.step, e.at])).toEqual([[1, 90_000]]);
  });

  it('[T7] a second hold without an answer is counted, and doesn’t take the window', () => {
    const played = drive(shoes, [say(10_000, SAID.hold), say(40_000, '再稍等一下'), tick(60_000)]);
    expect(at(played).bareHolds).toBe(2);
    expect(of(played.log, 'hold-ended').map((e) => e.returned)).toEqual([false]);
    expect(returns(played.log)).toEqual([['return', 'void']]);
  });
});

describe('operations', () => {
  const withNeed = (fields: Partial<Omit<Beat, 'says' | 'then'>>, more: Parameters<typeof shoesWith>[0] = {}) =>
    contentOf([shoesWith({ beats: [sizeBeat(fields), shipBeat()], orders: [order({})], ...more })]);

  it('[T8] an operation belongs to the turn, and covers no point', () => {
    const content = withNeed({ needs: [need({ do: 'change-sku' })] });
    const played = drive(content, [act(9000, 'change-sku', { sku: '39.5' }), say(10_000, '给您弄好了'), tick(30_000)]);
    expect(of(played.log, 'turn-closed')).toHaveLength(1);
    expect(judged(played.log).points).toEqual([]);
    expect(at(played).points).toEqual({});
  });

  it('[T8] only an operation that sends a card is a human message', () => {
    expect(judged(drive(shoes, [act(5000, 'send-order'), say(6000, SAID.here), tick(20_000)]).log).messages).toEqual([
      'c1-a5000',
      'c1-m6000',
    ]);
    expect(judged(drive(shoes, [act(5000, 'remark'), say(6000, SAID.here), tick(20_000)]).log).messages).toEqual([
      'c1-m6000',
    ]);
    expect(at(drive(shoes, [act(5000, 'send-order')])).status).toBe('active');
    expect(at(drive(shoes, [act(5000, 'remark')])).status).toBe('waiting');
  });

  it('[T8] an operation that completes the beat is reacted to without words once they had time to come', () => {
    const content = withNeed({ needs: [need({ do: 'change-sku' })] });
    const { log } = drive(content, [say(10_000, SAID.size), act(30_000, 'change-sku'), tick(60_000)]);
    expect(of(log, 'turn-closed').map((e) => [e.at, e.reaction])).toEqual([
      [14_000, 'undone'],
      [40_000, 'resolved'],
    ]);
  });

  it('[T8] a forbidden operation is reacted to, happens all the same and is on record', () => {
    const content = withNeed({}, { forbids: [forbid({ do: 'change-price', reaction: line('没让你改价') })] });
    const { log } = drive(content, [act(10_000, 'change-price'), tick(30_000)]);
    expect(of(log, 'action-done')[0]).toMatchObject({ forbidden: 0, at: 10_000 });
    expect(of(log, 'turn-closed').map((e) => [e.at, e.reaction, e.bad])).toEqual([[12_500, 'forbidden', true]]);
    expect(words(log)[1]).toBe('没让你改价');
  });

  it('[T8] an operation that draws out a fact is answered with the fact', () => {
    const photo = fact({ id: 'photo', says: burst('〔图〕拍好了'), cues: ['照片'], do: 'request-photo' });
    const content = withNeed({}, { customer: { knows: [photo] } });
    const { log } = drive(content, [act(10_000, 'request-photo'), tick(30_000)]);
    expect(of(log, 'fact-told')).toMatchObject([{ fact: 'photo', how: 'action', at: 12_500 }]);
    expect(reactions(log)).toEqual(['fact']);
    expect(words(log)[1]).toBe('〔图〕拍好了');
  });

  it('[T8] an operation that takes a window is reacted to, any other is not', () => {
    const pay = beat({
      id: 'size',
      says: '我想想',
      window: { kind: 'payment-reminder', from: null, until: { value: 60, unit: 's' }, points: [], do: null },
      then: { taken: 'ship', missed: 'gone' },
    });
    const content = contentOf([shoesWith({ beats: [pay, shipBeat()] })]);
    const { log } = drive(content, [act(10_000, 'remark'), act(20_000, 'remind-pay'), tick(50_000)]);
    expect(shutWindows(log)).toEqual([['payment-reminder', 'taken']]);
    expect(of(log, 'turn-closed').map((e) => e.at)).toEqual([22_500]);
    expect(of(drive(shoes, [act(10_000, 'remark'), tick(39_000)]).log, 'turn-closed')).toEqual([]);
  });

  it('[T8] an operation may meet a need of a later beat', () => {
    const content = contentOf([shoesWith({ beats: [sizeBeat(), shipBeat({ needs: [need({ do: 'change-sku' })] })] })]);
    const { log } = drive(content, [act(5000, 'change-sku'), tick(6000)]);
    expect(of(log, 'need-met')).toMatchObject([{ beat: 'ship', need: 0, by: 'action' }]);
    expect(of(log, 'turn-due')).toEqual([]);
  });

  it('[T8] an act that may be done until the end counts in any beat, any other only in its own', () => {
    const sorry = (untilEnd: boolean) => ({ needs: [need({ act: 'apology', untilEnd })] });
    const met = (beats: Beat[]) => {
      const content = contentOf([shoesWith({ beats })]);
      const { log } = drive(content, [say(10_000, SAID.size), say(40_000, SAID.sorry), tick(60_000)]);
      return of(log, 'need-met').map((e) => e.beat);
    };
    expect(met([sizeBeat(sorry(true)), shipBeat()])).toEqual(['size']);
    const early = contentOf([shoesWith({ beats: [sizeBeat(), shipBeat(sorry(false))] })]);
    expect(of(drive(early, [say(10_000, SAID.sorry), tick(30_000)]).log, 'need-met')).toEqual([]);
  });

  it('[T8] any one of several operations for the same end meets the need; fields are checked on the first alone', () => {
    const either = need({ do: 'change-sku', or: ['remark'], with: { sku: '39.5' } });
    const met = (action: string, given = {}) =>
      of(drive(withNeed({ needs: [either] }), [act(10_000, action, given), tick(20_000)]).log, 'need-met').length;
    expect([met('change-sku', { sku: '39.5' }), met('change-sku', { sku: '40' }), met('remark')]).toEqual([1, 0, 1]);
    expect(met('change-price')).toBe(0);
  });

  it('[T8] goods left open where a form lets them mean those that were asked about; other goods don’t', () => {
    const content = withNeed({ needs: [need({ do: 'change-sku', with: { product: 's09' } })] });
    const met = (required: boolean, given: Record<string, string>) => {
      const field = { name: 'product', title: '商品', kind: 'product', required, choices: [] } as const;
      const actions = content.actions.map((one) => (one.id === 'change-sku' ? { ...one, fields: [field] } : one));
      const { log } = drive({ ...content, actions }, [act(10_000, 'change-sku', given), tick(20_000)]);
      return of(log, 'need-met').length;
    };
    expect([met(false, {}), met(false, { product: 's09' }), met(false, { product: 's10' })]).toEqual([1, 1, 0]);
    expect(met(true, {})).toBe(0);
  });

  it('[T8] an operation whose `after` is not met happens all the same, marked unverified', () => {
    const content = withNeed({ needs: [need({ do: 'change-sku', after: [{ ask: 'instep' }] })] });
    const early = drive(content, [act(5000, 'change-sku'), tick(6000)]).log;
    expect(of(early, 'action-done')[0]?.unverified).toBe(true);
    expect(of(early, 'need-met')).toHaveLength(1);
    const asked = drive(content, [say(5000, SAID.instep), act(20_000, 'change-sku'), tick(30_000)]).log;
    expect(of(asked, 'action-done')[0]?.unverified).toBe(false);
  });

  it("[T8] an `after` of one beat doesn't bind the same operation in another beat", () => {
    const change = { do: 'change-sku' } as const;
    const beats = [
      sizeBeat({ needs: [need(change)] }),
      shipBeat({ needs: [need({ ...change, after: [{ ask: 'instep' }] })] }),
    ];
    const { log } = drive(contentOf([shoesWith({ beats })]), [act(5000, 'change-sku'), tick(6000)]);
    expect(of(log, 'action-done')[0]?.unverified).toBe(false);
  });

  it('[T8] a wrong amount meets no need', () => {
    const content = withNeed({ needs: [need({ do: 'refund', with: { amount: 42.5 } })] });
    const done = (amount: string) => drive(content, [act(5000, 'refund', { amount }), tick(6000)]).log;
    expect(of(done('40'), 'action-done')[0]?.wrongAmount).toBe(true);
    expect(of(done('40'), 'need-met')).toEqual([]);
    expect(of(done('42.5'), 'need-met')).toHaveLength(1);
  });

  it('[T8] an operation that the desk lacks, or that lacks its fields, is refused', () => {
    const codes = (...commands: ReturnType<typeof act>[]) => drive(shoes, commands).refusals.map((r) => r.code);
    expect(
      codes(act(1000, 'dance'), act(1000, 'escalate'), act(1000, 'refund'), act(1000, 'refund', { amount: ' ' })),
    ).toEqual(['unknown-action', 'action-not-offered', 'action-needs-field', 'action-needs-field']);
  });
});
