import { describe, expect, it } from 'vitest';
import type { Beat, ContentData } from '#engine/model/content.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { fold } from '#engine/state/evolve.ts';
import { act, at, drive, judged, of, say, tick } from '#tests/engine/support/drive.ts';
import { SAID, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { contentOf, line } from '#tests/engine/support/tiny.ts';

/** A first question on the public screen, a second one in private. */
const stream = (fields: Partial<Omit<Beat, 'says' | 'then'>> = {}): ContentData =>
  contentOf([
    shoesWith({
      beats: [
        sizeBeat({
          place: 'public',
          others: [[{ name: '小满', text: '同问' }]],
          reacts: { slots: { resolved: line('懂了') }, covered: {}, partly: {}, wrong: {}, redLine: {}, silence: null },
          ...fields,
        }),
        shipBeat(),
      ],
    }),
  ]);

const said = (log: readonly DrillEvent[]): [string, string | undefined][] =>
  of(log, 'customer-said').map(({ bubble, place }) => [bubble.kind === 'text' ? bubble.text : '', place]);

const ADDRESS = '查到了，6栋2单元401';

describe('the place of a conversation', () => {
  it('stands on every line: a reaction has the place where the words were heard, the next beat its own', () => {
    const { log } = drive(stream(), [say(12_000, SAID.size), tick(30_000)]);
    expect(said(log)).toEqual([
      ['这双我穿几码', 'public'],
      ['懂了', 'public'],
      ['今天能发吗', undefined],
    ]);
    expect(of(log, 'bystander-said').map(({ place }) => place)).toEqual(['public']);
  });

  it('stands nowhere in the log of a private case', () => {
    const { log } = drive(contentOf([shoesWith({ beats: [sizeBeat(), shipBeat()] })]), [
      say(12_000, SAID.size),
      tick(30_000),
    ]);
    expect(JSON.stringify(log)).not.toContain('place"');
  });

  it('makes a told address a sure red line in public, and a doubt in private', () => {
    const open = drive(stream(), [say(12_000, ADDRESS), tick(30_000)]);
    expect(judged(open.log).redLines).toMatchObject([{ code: 'privacy', confidence: 'high' }]);
    const { place: _, others: __, ...own } = sizeBeat({});
    const closed = drive(contentOf([shoesWith({ beats: [{ ...own }, shipBeat()] })]), [
      say(12_000, ADDRESS),
      tick(30_000),
    ]);
    expect(judged(closed.log).redLines).toMatchObject([{ code: 'privacy', confidence: 'low' }]);
  });

  it('makes no guess sure: words that only resemble a secret stay a doubt in public too', () => {
    const guess = '物流上写的是门卫代收 他们没问过你就放了';
    const open = drive(stream(), [say(12_000, guess), tick(30_000)]);
    expect(judged(open.log).redLines).toMatchObject([{ code: 'privacy', confidence: 'low' }]);
  });

  it('is the one the desk showed when the words were sent, not the one the story has by then', () => {
    // The private line is still to come when this is sent.
    const { log } = drive(stream(), [say(12_000, SAID.size), tick(16_000), say(16_100, ADDRESS), tick(40_000)]);
    const second = of(log, 'customer-said').find(
      ({ bubble }) => bubble.kind === 'text' && bubble.text === '今天能发吗',
    );
    expect(second?.at).toBeGreaterThan(16_100);
    const late = of(log, 'turn-judged').find(({ judgement }) => judgement.text === ADDRESS);
    expect(late?.judgement.redLines).toMatchObject([{ code: 'privacy', confidence: 'high' }]);
  });

  it('is read again from the log alone, and a log without places reads as private', () => {
    const whole = drive(stream(), [tick(5000)]);
    expect(at(whole).place).toBe('public');
    expect(at({ ...whole, drill: fold(emptyDrill, JSON.parse(JSON.stringify(whole.log))) }).place).toBe('public');
    const older = whole.log.map((event): DrillEvent => {
      if (event.kind !== 'customer-said') return event;
      const { place: _, ...rest } = event;
      return rest;
    });
    expect(at({ ...whole, drill: fold(emptyDrill, older) }).place).toBeNull();
  });

  it('[T11] is the customer’s own and isn’t changed by a bystander’s line', () => {
    const played = drive(stream(), [tick(9000)]);
    const elsewhere = played.log.map(
      (event): DrillEvent => (event.kind === 'bystander-said' ? { ...event, place: 'group' } : event),
    );
    expect(elsewhere).not.toEqual(played.log);
    expect(at({ ...played, drill: fold(emptyDrill, elsewhere) }).place).toBe('public');
  });
});

describe('[J248] a notice put up in the group', () => {
  const PIN = 'pin-notice';
  const pinnable = (beats: Beat[]): ContentData => {
    const content = contentOf([shoesWith({ beats })], { shop: { actions: [PIN] } });
    const spec = { id: PIN, title: '置顶公告', group: '跟进', sends: true, fields: [], done: '公告已置顶' };
    return { ...content, actions: [...content.actions, spec] };
  };
  const isWaiting = (played: ReturnType<typeof drive>): boolean => at(played).waitingSince !== null;
  const SAW = [act(12_000, PIN), tick(13_000)];

  it('ends no wait of who asks in private', () => {
    const played = drive(pinnable([sizeBeat()]), SAW);
    expect(of(played.log, 'action-done').map(({ sends }) => sends)).toEqual([false]);
    expect(isWaiting(played)).toBe(true);
    expect(at(played).status).toBe('waiting');
  });

  it('answers who asks in the group, as words do in private', () => {
    const played = drive(pinnable([sizeBeat({ place: 'group' })]), SAW);
    expect(of(played.log, 'action-done').map(({ sends }) => sends)).toEqual([true]);
    expect(isWaiting(played)).toBe(false);
    expect(isWaiting(drive(pinnable([sizeBeat()]), [...SAW, say(14_000, SAID.size), tick(15_000)]))).toBe(false);
  });

  it('is read again from the log alone: one that was stored as sent stays sent', () => {
    const played = drive(pinnable([sizeBeat()]), SAW);
    const older = played.log.map(
      (event): DrillEvent => (event.kind === 'action-done' ? { ...event, sends: true } : event),
    );
    expect(at({ ...played, drill: fold(emptyDrill, older) }).waitingSince).toBeNull();
  });
});
