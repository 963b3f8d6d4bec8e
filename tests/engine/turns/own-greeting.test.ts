/** A trainee's own greeting is a phrase (RULES V7). */
import { expect, test } from 'vitest';
import { OWN_GREETING } from '#engine/model/events.ts';
import { drive, judged, say, tick } from '#tests/engine/support/drive.ts';
import { shoes } from '#tests/engine/support/shoes.ts';

const MADE = { how: 'quick-reply', quickReply: OWN_GREETING, edited: 0, similarity: 1 } as const;
const WORDS = '小王我是小满，今天这一班我来接您';
const greeted = (at: number) => say(at, WORDS, 'c1', MADE);

test('[V7] a greeting answers nothing, is not off topic on the first turn, and is repeated when sent again', () => {
  const { log } = drive(shoes, [greeted(5000), tick(20_000), greeted(25_000), tick(45_000)]);
  expect(judged(log).questions.map(({ answer }) => answer)).not.toContain('answered');
  expect(judged(log).canned.map(({ quickReply, verdict }) => [quickReply, verdict])).toEqual([[OWN_GREETING, 'fit']]);
  expect(judged(log, 2).canned.map(({ verdict }) => verdict)).toEqual(['repeated']);
});
