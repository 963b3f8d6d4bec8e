import { describe, expect, it } from 'vitest';
import { reportSchema } from '#contract/report.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { serviceRows } from '#scoring/practice-advice/service-rows.ts';
import { makeReport } from '#scoring/report.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

/** A question that waits 70 seconds for its answer, while bystanders speak. */
const { events } = new Log()
  .arrives(0)
  .says(1, '在吗', { last: false })
  .says(2, '穿几码', { opens: 'q-size' })
  .beside(3, '美美妈', '我也想问')
  .beside(5, '三楼小赵', '同问')
  .replies(72, '随便', { answers: { 'q-size': 'vague' } })
  .beside(80, '美美妈', '这叫什么话')
  .finishes(90);
const heard = makeReport(content, events);
const unheard = makeReport(
  content,
  events.filter(({ kind }) => kind !== 'bystander-said'),
);
const told = { drill: 'd', trainee: '我', at: 0, typeOf: () => '' };

describe('[T11] bystanders in a report', () => {
  it('stand in the transcript by name, apart from the customer’s words', () => {
    const { transcript } = reportSchema.parse(heard);
    expect(transcript.map(({ by, name, text }) => [by, name, text])).toEqual([
      ['customer', undefined, '在吗'],
      ['customer', undefined, '穿几码'],
      ['bystander', '美美妈', '我也想问'],
      ['bystander', '三楼小赵', '同问'],
      ['trainee', undefined, '随便'],
      ['bystander', '美美妈', '这叫什么话'],
    ]);
  });

  it('carry the place where others read along; a reply has the place of the customer’s last words', () => {
    const open: DrillEvent[] = events.map((event) =>
      event.kind === 'bystander-said' || (event.kind === 'customer-said' && event.last)
        ? { ...event, place: 'group' }
        : event,
    );
    const { transcript, ...rest } = makeReport(content, open);
    expect(reportSchema.shape.transcript.parse(transcript).map(({ place }) => place)).toEqual([
      undefined,
      ...Array.from({ length: 5 }, () => 'group'),
    ]);
    const { transcript: _, ...plain } = heard;
    expect(rest).toEqual(plain);
  });

  it('change no mark, figure, wait or finding, and no count of messages', () => {
    const { transcript: _with, ...beside } = heard;
    const { transcript: _without, ...alone } = unheard;
    expect(alone.findings.length).toBeGreaterThan(0);
    expect(beside).toEqual(alone);
    expect(serviceRows(heard, told)).toEqual(serviceRows(unheard, told));
  });
});
