/** Which words a doubt quotes (RULES M87). */
import { describe, expect, it } from 'vitest';
import type { Question } from '#engine/model/content.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { newConversation } from '#scoring/log/fold-conversation.ts';
import { noteOn } from '#scoring/marks/doubts.ts';

const point = (id: string, says: string) => ({ id, says, must: true }) as Question['points'][number];
const question = {
  id: 'q',
  points: [point('stock', '灰色42有现货'), point('ships', '明天发出')],
} as unknown as Question;

/** What the doubt about a point quotes of a turn sent as these messages. */
const quoted = (id: string, ...texts: readonly string[]): string | undefined => {
  const conversation = newConversation('c1', 'case');
  for (const [i, text] of texts.entries())
    conversation.traineeMessages.push({
      id: `m${i}`,
      text,
      index: i,
      at: i,
    } as (typeof conversation.traineeMessages)[number]);
  const turn = { index: 9, judgement: { messages: texts.map((_, i) => `m${i}`) } } as unknown as TurnHistory;
  const note = noteOn(conversation, turn, id, question, 'not-recognised');
  return texts[Number(note?.quote.message.slice(1))];
};

describe('[M87] a doubt', () => {
  it.each([
    ['stock', ['灰色的仓库里有现货', '您慢慢看'], '灰色的仓库里有现货'],
    ['ships', ['灰色的仓库里有现货', '今天拍的明天发出去', '有事喊我'], '今天拍的明天发出去'],
    ['ships', ['灰色的仓库里有现货', '有事喊我'], '灰色的仓库里有现货'],
    ['stock', ['嗯嗯', '有事喊我'], '有事喊我'],
  ] as const)('about %s quotes, of %s, %s', (id, texts, words) => {
    expect(quoted(id, ...texts)).toBe(words);
  });
});
