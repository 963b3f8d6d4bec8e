/** What is still waited on is called so on the row, in the counts and at the handover alike. */
import { describe, expect, it } from 'vitest';
import type { Anatomy, DrillEvent } from '#engine/model/events.ts';
import { makeReport } from '#scoring/report.ts';
import { opened } from '#tests/engine/support/rush-drill.ts';
import { Log, quote } from '#tests/scoring/support/log.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

const asked = () => new Log().arrives(0).says(0, '这双穿几码', { opens: 'q-size' }).replies(5, '39.5');
const rushOf = (log: Log) => {
  const rush = opened({ minutes: 10, closingMs: 60_000, capacity: 3, handoverMs: 60_000 });
  const events = log.events.map((event): DrillEvent => (event.kind === 'drill-opened' ? { ...event, rush } : event));
  return makeReport(content, events);
};
const finished = (log: Log) => log.ends(300, 'kept', 'kept').finishes(400);
const outcomeOf = (log: Log) => rushOf(finished(log)).conversations[0]?.outcome;

describe('[M236] nothing is 办妥 which waits', () => {
  it('for an answer that the next shift is to give, though something else was answered since', () => {
    expect(outcomeOf(asked().replies(15, '有结果我给您留言'))).toBe('等回话');
    const later = asked().replies(15, '明早10点前给您留言').says(100, '那颜色呢').replies(110, '这双只有白色');
    expect(outcomeOf(later)).toBe('等回话');
    expect(outcomeOf(asked().replies(15, '这双只有白色'))).toBe('办妥');
  });

  it('for a picture on which a promised operation hangs, or which no other matter’s operation settles', () => {
    const words = '您拍一张发我，我马上给您点退款';
    const promised = (said: string) => {
      const log = asked();
      const undertakes = [{ actions: ['refund-partial'], anew: false, quote: quote(log.nextMessage, said, '点退款') }];
      return log.replies(20, said, { undertakes }).says(25, '好');
    };
    expect(outcomeOf(promised(words))).toBe('等图');
    expect(outcomeOf(promised(words).shows(40, 'crack'))).toBe('办妥');
    expect(outcomeOf(promised(words).acts(40, 'refund-partial'))).toBe('办妥');
    expect(outcomeOf(promised('我马上给您点退款'))).toBe('办妥');
    expect(outcomeOf(asked().acts(8, 'request-photo').acts(9, 'invoice'))).toBe('等图');
  });
});

describe('[M237] an answer that is owed counts as noted', () => {
  const noted = (log: Log) => rushOf(finished(log)).rush?.handover?.noted?.map(({ note }) => note);
  const remark = (log: Log, at: number, note: string) => log.acts(at, 'remark', { with: { note } });
  const promise = (log: Log, at: number) => log.replies(at, '明早10点前给您留言');

  it('by a remark with its hour, also one written long before it was said again', () => {
    const note = '明早10点前给您留言';
    expect(noted(remark(promise(asked(), 15), 20, note))).toEqual([note]);
    expect(noted(promise(remark(promise(asked(), 15), 20, note), 200))).toEqual([note]);
    expect(noted(promise(remark(promise(asked(), 15), 20, '今天18:00前回'), 200))).toBeUndefined();
  });

  it('by a remark that says by when alone, and by a ticket with the carrier', () => {
    expect(noted(remark(asked().replies(15, '已经帮您登记了'), 20, '明早10点前给您留言'))).toEqual([
      '明早10点前给您留言',
    ]);
    expect(noted(promise(asked(), 15).acts(20, 'carrier-ticket', { with: { note: '催派送' } }))).toEqual(['催派送']);
    expect(noted(promise(asked(), 15))).toBeUndefined();
  });
});

it('[M235] the number at once of what broke first is that of the charge beside it', () => {
  const KEYS = ['c1', 'c2', 'c3', 'c4', 'c5'];
  const log = new Log(KEYS).arrives(0).says(1, '穿几码', { opens: 'q-size' });
  for (const key of KEYS.slice(1)) log.arrives(5, key);
  const times: Anatomy = { seenMs: 0, lookedUp: [], firstKeyMs: 1000, typed: 4, deleted: 0 };
  log
    .status(30, 'away', 'c4')
    .status(31, 'away', 'c5')
    .replies(260, '39.5', { answers: { 'q-size': 'answered' }, points: [{}], reaction: 'resolved' }, 'c1', times);
  log.changes(264, 'q-size', 'answered');
  const { rush, findings } = rushOf(log.finishes(300, KEYS));
  expect(rush?.broke).toMatchObject({ kind: 'late', open: 5 });
  expect(findings.map(({ why }) => why).join()).toContain('同时接 5 位');
});
