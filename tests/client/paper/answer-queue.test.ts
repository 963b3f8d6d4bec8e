import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AnswerQueue, createAnswerQueue } from '#client/features/paper/model/answer-queue.ts';
import type { Answer } from '#client/lib/api.ts';
import type { AnswerStored, PaperAnswer } from '#contract/papers/papers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const answer = (question: string, place: number): PaperAnswer => ({
  ...{ question, answer: { chosen: [place] }, flagged: false },
});
const clock = { elapsedMs: 1, totalMs: 2, running: true };
const stored: Answer<AnswerStored> = { ok: true, value: { at: 9, answered: 1, clock, now: 9 } };
const offline: Answer<AnswerStored> = { ok: false, error: { code: 'network', message: '' } };
const over: Answer<AnswerStored> = { ok: false, error: { code: 'paper-over', message: '已经交卷' } };

const room = (kept: Record<string, string> = {}) => {
  const sent: PaperAnswer[] = [];
  const replies: ((reply: Answer<AnswerStored>) => void)[] = [];
  const refused: string[] = [];
  const storage = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
    removeItem: (key: string) => void delete kept[key],
  };
  const queue: AnswerQueue = createAnswerQueue({
    seat: 's1',
    storage,
    send: (one) => {
      sent.push(one);
      return new Promise((reply) => void replies.push(reply));
    },
    onChange: () => {},
    onStored: () => {},
    onRefused: ({ code }) => void refused.push(code),
  });
  const reply = async (one: Answer<AnswerStored>) => {
    replies.shift()?.(one);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { queue, sent, refused, kept, reply };
};

describe('[X8] answers on their way', () => {
  it('go one after the other, the last to a question in the place of those before it', async () => {
    const { queue, sent, reply } = room();
    queue.put(answer('a', 0));
    queue.put(answer('b', 1));
    queue.put(answer('b', 2));
    expect(sent).toEqual([answer('a', 0)]);
    expect(queue.state().waiting).toEqual([answer('a', 0), answer('b', 2)]);
    await reply(stored);
    expect(sent).toEqual([answer('a', 0), answer('b', 2)]);
    await reply(stored);
    expect(queue.state()).toMatchObject({ waiting: [], isOffline: false, storedAt: 9 });
  });

  it('given anew while the first is under way, the second is sent as well', async () => {
    const { queue, sent, reply } = room();
    queue.put(answer('a', 0));
    queue.put(answer('a', 3));
    await reply(stored);
    expect(sent).toEqual([answer('a', 0), answer('a', 3)]);
  });

  it('are kept on the device while the server can’t be reached, and sent again in order', async () => {
    const { queue, sent, reply, kept } = room();
    queue.put(answer('a', 0));
    await reply(offline);
    queue.put(answer('b', 1));
    expect(queue.state()).toMatchObject({ isOffline: true, waiting: [answer('a', 0), answer('b', 1)] });
    expect(JSON.parse(kept['kefu.paper.s1'] ?? '')).toHaveLength(2);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3000);
    await reply(stored);
    await reply(stored);
    expect(sent.slice(1)).toEqual([answer('a', 0), answer('b', 1)]);
    expect(kept).toEqual({});
  });

  it('outlive a reload: what waited is sent by the next page', async () => {
    const { sent, queue } = room({ 'kefu.paper.s1': JSON.stringify([answer('a', 2)]), 'kefu.paper.s2': '[]' });
    expect(sent).toEqual([answer('a', 2)]);
    expect(queue.state().waiting).toEqual([answer('a', 2)]);
    expect(room({ 'kefu.paper.s1': '{broken' }).queue.state().waiting).toEqual([]);
  });

  it('are dropped, and that is told, once the paper takes none any more', async () => {
    const { queue, refused, reply, kept } = room();
    queue.put(answer('a', 0));
    queue.put(answer('b', 0));
    await reply(over);
    expect(refused).toEqual(['paper-over']);
    expect(queue.state().waiting).toEqual([]);
    expect(kept).toEqual({});
  });
});
