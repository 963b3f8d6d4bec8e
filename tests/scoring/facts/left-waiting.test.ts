/** Words left for a customer who had gone: the wait that they ended by leaving is charged once (RULES M100). */
import { describe, expect, it } from 'vitest';
import type { Log } from '#tests/scoring/support/log.ts';
import { asked, codes } from '#tests/scoring/support/reading.ts';

const ANSWER = { answers: { 'q-size': 'answered' as const }, points: [{}] };
const left = (log: Log): string[] =>
  codes(log.ends(200, 'gone', 'lost', { silent: true, rating: 1 }).replies(600, '39.5', ANSWER).finishes(610).events);

describe('[M100] words left for who had gone', () => {
  it('are no late first answer beside the leaving', () => {
    const found = left(asked().says(60, '在吗', { why: { kind: 'silence', step: 1 } }));
    expect(found).toContain('customer-left');
    expect(found).not.toContain('late-first');
  });

  it('are no late round', () => {
    expect(left(asked().replies(10, '在的亲').says(20, '穿几码呀'))).not.toContain('late-round');
  });
});

it('[M100] a late reply to who is still there is charged', () => {
  expect(codes(asked().replies(600, '39.5', ANSWER).finishes(610).events)).toContain('late-first');
});
