import { describe, expect, test } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import type { RetriedTurn } from '#contract/retries.ts';
import type { Command } from '#engine/model/commands.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import type { Reply } from '#library/schema/testplan.ts';
import { retriedTurn } from '#scoring/practice-advice/compare-attempts.ts';
import { type RetryPlace, retryPlaces } from '#scoring/practice-advice/retry-places.ts';
import { makeReport } from '#scoring/report.ts';
import { redone, type Words } from '#tests/classroom/support/redone.ts';
import { inTurn, isTurnOf } from '#tests/learning/support/in-turn.ts';
import { CASES } from '#tests/learning/support/play.ts';
import { library } from '#tests/support/library.ts';

const D = 'd1';

const played = (id: string, who: string | null | Reply[], befalls: readonly Command[] = []) => {
  const { data, hash } = contentFor(library, [id]);
  const replies = typeof who === 'string' ? (library.testplans.get(id)?.[who]?.replies ?? []) : (who ?? []);
  const drill = { scenarios: [id], replies, seed: 1, mode: 'lesson', contentHash: hash, befalls } as const;
  const events = playDrill(prepare(data), drill);
  return { data, events, places: retryPlaces(data, events, []), findings: makeReport(data, events).findings };
};
type Played = ReturnType<typeof played>;

const again = ({ data, events }: Played, place: RetryPlace, words: readonly Words[]): DrillEvent[] =>
  redone(data, events, { ...place, drill: D }, words);

const compared = (of: Played, place: RetryPlace, ...tries: Words[][]): RetriedTurn => {
  const logs = tries.map((words, i) => ({ drill: `d${i + 2}`, endedAt: i, events: again(of, place, words) }));
  const found = retriedTurn(of.data, { drill: D, events: of.events, rulings: [] }, place, logs);
  if (found === null) throw new Error('no such place');
  return found;
};
/** Of the first finding with this code. */
const placeOf = ({ places, findings }: Played, code: string): RetryPlace => {
  const { key = '' } = findings.find((one) => one.code === code) ?? {};
  const place = places.find((one) => one.findings.includes(key));
  if (place === undefined) throw new Error(`${code}: no place`);
  return place;
};
const send = (at: number, text: string): Command => ({
  ...{ kind: 'send', at, id: `m${at}`, conversation: 'c1', text, anatomy: null },
  made: { how: 'typed', quickReply: null, edited: 0, similarity: 0 },
});
const SAID: Words = { text: '在的亲，我马上帮您看一下订单', afterMs: 3000 };

describe.each(CASES.filter((id) => isTurnOf(id, 0, 2)))('[N7] every finding can be done again, in %s', (id) => {
  test.each(inTurn(['poor', 'silent', 'model'], id, 0, 1, 2))('%s', (who) => {
    const of = played(id, who);
    for (const { key, code, severity } of of.findings) {
      const own = of.places.filter((place) => place.findings.includes(key));
      expect([code, own.length]).toEqual([code, severity === 'merit' ? Math.min(1, own.length) : 1]);
    }
    for (const place of of.places) {
      const log = again(of, place, [SAID]);
      const begun = log.findLastIndex((e) => e.kind === 'clock-started' && e.why === 'not-started');
      const behind = log.slice(begun).map(({ kind }) => kind);
      expect(behind).toContain('trainee-said');
      expect(behind).toContain('turn-closed');
      expect(log.at(-1)).toMatchObject({ kind: 'drill-ended', why: 'finished' });
      // Saying nothing again is neither better nor worse.
      if (place.since === null) continue;
      const { original, tries } = compared(of, place, []);
      expect([place, tries[0]?.than, tries[0]?.silence?.how]).toEqual([place, 'same', expect.any(String)]);
      expect(original).toMatchObject({ said: [], silence: { seconds: expect.any(Number) } });
    }
  });
});

describe('[N7] the retry of a silence', () => {
  test('begins, if the customer left, at their first words, and shows how long they waited and how they left', () => {
    const of = played('promotion/coupon-stack', 'silent');
    const place = placeOf(of, 'customer-left');
    expect(place).toMatchObject({ turn: 1, since: 5000, questions: ['q-price'] });
    // The wait and the customer's leaving are one deed (RULES M15).
    expect(of.findings.map(({ code }) => code)).not.toContain('unanswered');
    const good = { text: '459加99是558，满减扣40，店铺券再扣15，到手503', afterMs: 6000 };
    const { original, tries } = compared(of, place, [good], [{ text: '有病吧你', afterMs: 6000 }]);
    expect(original.silence).toEqual({ seconds: 305, nudges: 2, how: 'left' });
    expect(original).toMatchObject({ said: [], grade: 'fail', reaction: '姐姐在吗 等下要查寝了 那我先下啦' });
    expect(original.questions.map(({ question }) => question)).toEqual(['q-price']);
    expect(tries).toMatchObject([
      { said: [good.text], silence: null, than: 'better', grade: 'excellent', seconds: 6 },
      { than: 'worse', silence: null },
    ]);
  });

  test('begins, for a missed window, when it opened; each window is a place of its own', () => {
    const of = played('payment-reminder/unpaid-forgot', 'silent');
    const windows = of.places.filter(({ since }) => since !== null);
    expect(windows.map(({ since, until }) => [since, until])).toEqual([
      [14_000, 59_000],
      [59_000, 119_000],
    ]);
    const [first] = windows;
    if (first === undefined) throw new Error('no window');
    const words = '亲，您的订单还没付款哦，麻烦抽空付一下';
    const { original, tries } = compared(of, first, [{ text: words, afterMs: 5000 }]);
    expect(original.silence).toEqual({ seconds: 45, nudges: 0, how: 'missed' });
    expect(tries).toMatchObject([{ said: [words], than: 'better' }]);
  });

  test('begins, after a hold without a return, when the customer had read the hold, which still holds', () => {
    const of = played('promotion/coupon-stack', null, [send(12_000, '亲，稍等一下')]);
    const place = placeOf(of, 'no-return');
    const [held] = of.events.filter((e) => e.kind === 'hold-begun');
    expect(place).toMatchObject({ turn: 2, since: held?.at, questions: ['q-price'] });
    const good = { text: '459加99是558，满减扣40，店铺券再扣15，到手503', afterMs: 6000 };
    const { original, tries } = compared(of, place, [good]);
    // The customer waited on and then left: it is one silence with two findings.
    expect(placeOf(of, 'customer-left')).toBe(place);
    expect(original).toMatchObject({ said: [], silence: { how: 'left' } });
    expect(tries).toMatchObject([{ than: 'better', said: [good.text] }]);
    const log = again(of, place, [good]);
    expect(log.filter((e) => e.kind === 'hold-ended')).toMatchObject([{ returned: true }]);
  });

  test('begins, after a reply that answered nothing, at that reply, which stays said', () => {
    const of = played('promotion/coupon-stack', null, [send(12_000, '在的亲')]);
    const place = placeOf(of, 'customer-left');
    expect(place.turn).toBe(2);
    const log = again(of, place, [SAID]);
    expect(log.flatMap((e) => (e.kind === 'trainee-said' ? [e.text] : []))).toEqual(['在的亲', SAID.text]);
    expect(compared(of, place, [SAID])).toMatchObject({
      original: { said: [], silence: { how: 'left' } },
      tries: [{ said: [SAID.text] }],
    });
  });

  test('begins, for a missing goodbye, with the story over and the window open', () => {
    const id = 'promotion/coupon-stack';
    const replies = (library.testplans.get(id)?.model?.replies ?? []).filter(({ to }) => !to.endsWith('end'));
    const of = played(id, replies);
    const place = placeOf(of, 'no-goodbye');
    const { original, tries } = compared(of, place, [
      { text: '亲，祝您生活愉快，有问题随时找我，再见', afterMs: 4000 },
    ]);
    expect(original.silence).toEqual({ seconds: 60, nudges: 0, how: 'missed' });
    expect(tries).toMatchObject([{ than: 'better' }]);
  });

  test('begins, for a drill ended early, at that end, as if the button had not been pressed', () => {
    const end: Command = { kind: 'end', at: 40_000, why: 'trainee' };
    const of = played('promotion/coupon-stack', null, [end]);
    const place = placeOf(of, 'ended-early');
    expect(place).toMatchObject({ turn: 1, since: 40_000, until: 40_000, questions: ['q-price'] });
    const log = again(of, place, []);
    expect(log.filter((e) => e.kind === 'drill-ended')).toMatchObject([{ why: 'finished' }]);
    const good = { text: '459加99是558，满减扣40，店铺券再扣15，到手503', afterMs: 6000 };
    const { original, tries } = compared(of, place, [good]);
    expect(original.silence).toEqual({ seconds: 0, nudges: 0, how: 'ended' });
    expect(tries).toMatchObject([{ than: 'better', seconds: 6 }]);
  });

  test('takes words sent at once, while the customer still reads, into the turn being read, and they are the try', () => {
    const of = played('promotion/coupon-stack', null, [
      send(12_000, '在的亲'),
      { kind: 'end', at: 13_000, why: 'trainee' },
    ]);
    const place = placeOf(of, 'ended-early');
    expect(place).toMatchObject({ turn: 2, since: 13_000 });
    const good = '459加99是558，满减扣40，店铺券再扣15，到手503';
    const [joined, later] = [1000, 9000].map((afterMs) => compared(of, place, [{ text: good, afterMs }]).tries[0]);
    for (const one of [joined, later])
      expect(one).toMatchObject({ said: [good], than: 'better', silence: null, grade: 'excellent' });
    // The try ends with the reaction to these words, not after ninety seconds.
    const log = again(of, place, [{ text: good, afterMs: 1000 }]);
    expect((log.at(-1)?.at ?? 0) - 13_000).toBeLessThan(30_000);
  });

  test('counts a wrong answer as worse than saying nothing, and a reply that only holds as neither', () => {
    const of = played('product-advice/shoe-half-size', 'silent');
    const place = placeOf(of, 'customer-left');
    const { tries } = compared(of, place, [SAID], [{ text: '您穿39码就行', afterMs: 4000 }]);
    expect(tries.map(({ than }) => than)).toEqual(['same', 'worse']);
    // The question it leaves open was left open by the silence too.
    const back = played('product-advice/shoe-half-size', 'poor');
    const pinch = back.places.find(({ questions, since }) => since !== null && questions.includes('q-pinch'));
    expect(pinch && compared(back, pinch, [SAID]).tries[0]?.than).toBe('same');
  });

  test('changes nothing in the log it comes from', () => {
    const of = played('promotion/coupon-stack', 'silent');
    const before = JSON.stringify(of.events);
    compared(of, placeOf(of, 'customer-left'), [SAID], []);
    expect(JSON.stringify(of.events)).toBe(before);
  });
});
