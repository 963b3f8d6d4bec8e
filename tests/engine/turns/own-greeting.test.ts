/** A trainee's own greeting is a phrase (RULES V7). */
import { expect, test } from 'vitest';
import { OWN_GREETING } from '#engine/model/events.ts';
import { newConversation } from '#engine/state/new-conversation.ts';
import { quickReplyNotes } from '#engine/turns/quick-reply-notes.ts';
import { drive, judged, say, tick } from '#tests/engine/support/drive.ts';
import { shoes } from '#tests/engine/support/shoes.ts';

const MADE = { how: 'quick-reply', quickReply: OWN_GREETING, edited: 0, similarity: 1 } as const;
const WORDS = '小王我是小满，今天这一班我来接您';
const greeted = (at: number) => say(at, WORDS, 'c1', MADE);

test('[V7] a greeting answers nothing, is a phrase that fits, and is repeated when sent again', () => {
  const { log } = drive(shoes, [greeted(5000), tick(20_000), greeted(25_000), tick(45_000)]);
  expect(judged(log).questions.map(({ answer }) => answer)).not.toContain('answered');
  expect(judged(log).canned.map(({ quickReply, verdict }) => [quickReply, verdict])).toEqual([[OWN_GREETING, 'fit']]);
  expect(judged(log, 2).canned.map(({ verdict }) => verdict)).toEqual(['repeated']);
});

test('[V7] a greeting that touches nothing of what is open is off topic from the second turn on alone', () => {
  const message = { id: 'm1', at: 0, kind: 'said', text: WORDS, made: MADE };
  const heard = { judgement: { questions: [{ touch: 'none' }], hold: null, acts: [] }, repeated: [] };
  const verdictAfter = (turns: number) =>
    quickReplyNotes(
      { ...newConversation('c1', 's', 0), turns },
      { text: WORDS, said: [message] } as never,
      [],
      heard as never,
      false,
      false,
    ).map(({ verdict }) => verdict);
  expect(verdictAfter(0)).toEqual(['fit']);
  expect(verdictAfter(1)).toEqual(['off-topic']);
});
