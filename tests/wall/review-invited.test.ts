/** 邀评 out of its moment on the wall (RULES V5). */
import { expect, test } from 'vitest';
import type { DrillEvent, ReviewInvitation } from '#engine/model/events.ts';
import { act, drive, tick } from '#tests/engine/support/drive.ts';
import { shoes } from '#tests/engine/support/shoes.ts';
import { rubric } from '#tests/scoring/support/shoe-shop.ts';
import { foldAll } from './support.ts';

const content = { ...shoes, rubric };
const { log } = drive(content, [act(5000, 'request-photo'), tick(7000)]);
const invited = (came: Partial<ReviewInvitation>): DrillEvent => ({
  kind: 'review-invited',
  at: 8000,
  conversation: 'c1',
  card: 'c1-a5000',
  verdict: 'early',
  awaits: 'question',
  question: 'q-size',
  unsure: false,
  ...came,
});
const codes = (came: Partial<ReviewInvitation>): string[] =>
  foldAll(content, [...log, invited(came)]).latest.map(({ code }) => code);

test('[V5] a card too early or sent again is seen on the wall, one in time or in doubt is not', () => {
  expect(codes({})).toContain('invited-early');
  expect(codes({ verdict: 'again' })).toContain('invited-again');
  expect(codes({ verdict: 'settled' })).toEqual([]);
  expect(codes({ unsure: true })).toEqual([]);
});
