/** 邀评 in the report (RULES V5). */
import { describe, expect, it } from 'vitest';
import type { ReviewInvitation } from '#engine/model/events.ts';
import { makeReport } from '#scoring/report.ts';
import type { Log } from '#tests/scoring/support/log.ts';
import { all, asked, codes, one } from '#tests/scoring/support/reading.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

/** The card at `s` seconds, with what it came to 3 s later. */
const invited = (log: Log, s: number, verdict: Partial<ReviewInvitation>): Log => {
  const card = log.nextMessage.replace('m', 'a');
  return log
    .acts(s, 'invite-review', { sends: true })
    .judges(s + 3, [card], '')
    .invites(s + 3, card, verdict);
};
const early = { verdict: 'early', awaits: 'question', question: 'q-size' } as const;
const done = (): Log =>
  asked()
    .replies(10, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] })
    .changes(14, 'q-size', 'answered', 1)
    .ends(15, 'kept', 'paid');

describe('[V5] a card that asks for a rating', () => {
  it('too early quotes what the customer was waiting for, and offers the answer in its place', () => {
    const finding = one(invited(asked(), 8, early).events, 'invited-early');
    expect(finding).toMatchObject({
      at: 8000,
      quote: '邀评卡发早了：客户还在等「穿几码」',
      customer: '穿几码',
      better: '那这双拿39.5，您脚面高，大半个码就不压了',
      severity: 'mild',
      dimension: 'manner',
    });
    expect(finding.marks).toBeGreaterThan(0);
    expect(finding.why).toContain('客户还在等「穿几码」，邀评卡就到了');
  });

  it('with nothing open but anger says so, and one that may have been answered is left to a person', () => {
    const angry = invited(done(), 30, { verdict: 'early', awaits: 'calm' });
    expect(one(angry.events, 'invited-early').why).toContain('客户的气还没消');
    const unsure = invited(asked(), 8, { ...early, unsure: true });
    expect(one(unsure.events, 'invited-early')).toMatchObject({ unsure: true, marks: 0 });
  });

  it('sent again is a fault that names when the first came', () => {
    const log = invited(invited(done(), 30, {}), 60, { verdict: 'again' });
    expect(one(log.events, 'invited-again').why).toContain('前面 0:30 已经发过一张');
    expect(codes(log.events)).not.toContain('invited-early');
  });

  it('in its time is praised with the stars it brought, and no fault; undecided it is neither', () => {
    const log = invited(done(), 30, {}).rates(38, 5);
    expect(one(log.events, 'merit:invited')).toMatchObject({ why: '客户打了 5 星。', quote: '事情办完，发了邀评卡' });
    expect(codes(log.events).filter((code) => code.startsWith('invited'))).toEqual([]);
    expect(makeReport(content, log.events).transcript.map(({ text }) => text)).toContain('客户评了 5 星');
    const undecided = invited(done(), 30, { verdict: 'undecided' });
    expect(all(undecided.events).filter(({ code }) => code.includes('invited'))).toEqual([]);
  });
});
