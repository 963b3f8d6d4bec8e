/** Words that were pasted or came faster than a hand types: told, with their seconds, and never scored (RULES M32). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Anatomy, DrillEvent, Provenance } from '#engine/model/events.ts';
import { drillResult } from '#scoring/marks/drill-result.ts';
import { makeReport } from '#scoring/report.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

const LONG = '脚背高的话建议您拿三十九码半，鞋带放松一点，不合脚七天内吊牌还在都能换，来回运费我们出';
type One = { s: number; text?: string; how?: Provenance['how']; phrase?: string; key?: number | null; typed?: number };

/**
 * A round every hundred seconds, answered after `s` seconds; `key`: seconds until the first key, null for no browser
 * times.
 */
const drill = (...each: One[]): DrillEvent[] => {
  const log = new Log().arrives(0);
  each.forEach(({ s, text = LONG, how = 'typed', phrase, key = null, typed = [...text].length }, n) => {
    const times: Anatomy | null =
      key === null ? null : { seenMs: 0, lookedUp: [], firstKeyMs: key * 1000, typed, deleted: 0 };
    log.says(n * 100, `问题${n}`).replies(n * 100 + s, text, {}, 'c1', times);
    for (const e of log.events)
      if (e.kind === 'trainee-said' && e.at === (n * 100 + s) * 1000)
        e.made = { ...e.made, how, quickReply: phrase ?? null };
  });
  return log.events;
};
const broughtOf = (events: readonly DrillEvent[]) => makeReport(content, events).anatomy.brought ?? null;

describe('[M32] words that nobody typed', () => {
  it('are told when they were pasted: how many messages of how many, and one example with its seconds', () => {
    const told = broughtOf(
      drill({ s: 20, how: 'pasted' }, { s: 8, how: 'pasted', text: '今天发' }, { s: 9, text: '好' }),
    );
    expect(told).toMatchObject({ messages: 3, pasted: 2, fast: 0 });
    expect(told?.said.join('')).toMatch(
      /^发的 3 条里，2 条是粘贴进来的，如 0:20「脚背高的话.*，43 字，客户问完 20 秒发出。/,
    );
    expect(told?.said.at(-1)).toContain('不算错');
  });

  it('[M197] are told when they were there sooner than a hand types, by the browser’s first key and the server’s clock', () => {
    const told = broughtOf(drill({ s: 20, key: 19.6 }, { s: 60, key: 10 }));
    expect(told).toMatchObject({ messages: 2, pasted: 0, fast: 1 });
    expect(told?.said[0]).toMatch(
      /^客户问完的头一句、满 30 字、有按键时间的 2 条里，1 条来得比手打快（每秒 30 字以上），如 0:20「.*，43 字，从第一个键到发出：不到 1 秒。/,
    );
    // [M197] Short words and those without times could not be timed: they are no slow ones.
    const more = [{ s: 9, key: 5, text: '好的' }, { s: 30 }];
    expect(broughtOf(drill({ s: 20, key: 19.6 }, { s: 60, key: 10 }, ...more))?.said[0]).toContain('的 2 条里，1 条');
    expect(broughtOf(drill({ s: 20, key: 18, typed: 90 }))?.said[0]).toContain('从第一个键到发出：2 秒');
  });

  it('are not told without times, by a wrong clock, in few characters, from a quick reply, or before the customer wrote', () => {
    expect(broughtOf(drill({ s: 1 }))).toBeNull();
    expect(broughtOf(drill({ s: 20, key: 21 }))).toBeNull();
    expect(broughtOf(drill({ s: 20, key: 19.9, text: '好的，马上看' }))).toBeNull();
    expect(broughtOf(drill({ s: 20, key: 19.9, typed: 6 }))).toBeNull();
    expect(broughtOf(drill({ s: 20, key: 19.9, how: 'quick-reply', phrase: 'sf6' }))).toBeNull();
    expect(broughtOf(drill({ s: 20, how: 'pasted', phrase: 'sf6' }))).toBeNull();
  });

  it('are counted whatever other findings there are, and change nothing else of the report', () => {
    const one = fc.record({
      s: fc.integer({ min: 1, max: 90 }),
      how: fc.constantFrom<Provenance['how']>('typed', 'pasted'),
      key: fc.option(fc.integer({ min: 0, max: 90 })),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), (each) => {
        const events = drill(...each);
        const made = makeReport(content, events);
        const plain = makeReport(content, drill(...each.map((o) => ({ ...o, how: 'typed' as const, key: null }))));
        expect([made.score, made.range, made.findings]).toEqual([plain.score, plain.range, plain.findings]);
        expect(plain.anatomy.brought).toBeNull();
        const { pasted = 0, fast = 0 } = made.anatomy.brought ?? {};
        expect(pasted).toBe(each.filter(({ how }) => how === 'pasted').length);
        expect(drillResult(made, events).brought).toEqual({ pasted, fast });
        const more = broughtOf(drill(...each, { s: 30, how: 'pasted' }));
        expect(more?.pasted).toBe(pasted + 1);
        for (const said of made.anatomy.brought?.said ?? []) expect(said).not.toMatch(/(?<!\d)0 秒|[−-]\d/);
      }),
      { numRuns: 30 },
    );
  });
});
