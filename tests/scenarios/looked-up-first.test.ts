/** A trainee who looks something up first is waited for (RULES T5, T7): over the short customers, and in four plays. */
import { describe, expect, it } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { type AuthoredReply, toReplies } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { library } from '#tests/support/library.ts';

const played = (id: string, card: number, ...replies: readonly Omit<AuthoredReply, 'to'>[]): readonly DrillEvent[] => {
  const { data, hash } = contentFor(library, [id], cardOfSeed(card));
  const authored = replies.map((reply): AuthoredReply => ({ to: 'any', after: '12s', ...reply }));
  const drill = { scenarios: [id], replies: toReplies(authored), seed: 1, mode: 'lesson', contentHash: hash } as const;
  return playDrill(prepare(data), drill);
};
const reactions = (events: readonly DrillEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'turn-closed' ? [event.reaction] : []));

/** One short customer of each template, with the first of several points that their question needs. */
const HALVES = [...library.short.values()].flatMap(({ scenario }, at, all) => {
  const isFirst = all.findIndex((other) => other.scenario.title === scenario.title) === at;
  const points = scenario.beats[0]?.asks[0]?.points.filter(({ must }) => must) ?? [];
  return isFirst && points.length > 1 ? [{ id: scenario.id, half: points[0]?.says ?? '' }] : [];
});

describe('half an answer before the rest is looked up', () => {
  it('is tried with many customers', () => {
    expect(HALVES.length).toBeGreaterThan(12);
  });

  it.each(HALVES)('[T7] $id waits for the rest and asks for nothing', ({ id, half }) => {
    const [first] = reactions(played(id, 0, { say: [`${half}。别的我先看下订单，马上回您`] }));
    expect(['none', 'hold', 'wrong', 'resolved', 'leads']).toContain(first);
  });
});

describe('a customer who is told', () => {
  it('[T7] that the order is being looked at doesn’t ask which parcel goes first', () => {
    const say = ['在的，我先点开订单看下两样在不在一个仓，马上回您'];
    const events = played('shipping-urge/together-guchui', 2, { do: [{ action: 'check-order' }], say });
    expect(reactions(events)[0]).toBe('hold');
  });

  it('[T7] that it is being looked at doesn’t say that nothing has changed', () => {
    const say = ['别急，我先看看出库没，没打包就能改'];
    const events = played('order-change/change-address-poshang', 6, { do: [{ action: 'check-order' }], say });
    expect(reactions(events)[0]).toBe('hold');
  });

  it('to send the new address isn’t told anybody’s', () => {
    const say = ['查了，还没打包，能改到青岛', '您把青岛的区、街道门牌、收件人和电话发这儿，我马上改'];
    const judged = played('order-change/change-address-poshang', 6, { say }).flatMap((event) =>
      event.kind === 'turn-judged' ? event.judgement.redLines : [],
    );
    expect(judged).toEqual([]);
  });

  it('[T39] what is taken off asks for the sum all the same', () => {
    const say = ['是要一起寄回的，退鞋子的话赠品跟着退', '你要想留着也行，从退款里扣50块，不影响你退鞋'];
    const events = played('return-dispute/gift-back-suibu', 3, { say });
    const sum = events.filter(
      (event) => event.kind === 'customer-said' && event.why.kind === 'opening' && event.why.beat === 'sum',
    );
    expect(sum.length).toBeGreaterThan(0);
    expect(
      sum.some((event) => event.kind === 'customer-said' && event.why.kind === 'opening' && event.why.instead),
    ).toBe(false);
  });
});
