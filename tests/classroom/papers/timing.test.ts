/** What answers do while a paper is open: nothing that takes longer, or shorter, for who is right. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { markAnswer } from '#library/questions/mark-answer.ts';
import { device, value } from '#tests/classroom/support/class-room.ts';
import { answerAt, beginAt, keysOf, type PaperRoom, paperAt, paperRoom, rightAnswer, seatOf } from './support.ts';

vi.mock('#library/questions/mark-answer.ts', async (original) => {
  const actual = await original<typeof import('#library/questions/mark-answer.ts')>();
  return { ...actual, markAnswer: vi.fn(actual.markAnswer) };
});
afterEach(() => {
  vi.mocked(markAnswer).mockClear();
});

/** Every call of the storage from now on, by area and name: a paper's work is made of these. */
const callsOf = ({ storage }: PaperRoom): string[] => {
  const calls: string[] = [];
  for (const area of ['runs', 'papers', 'paperAppeals', 'exams'] as const) {
    const methods = storage[area] as unknown as Record<string, (...given: unknown[]) => unknown>;
    for (const [name, method] of Object.entries(methods))
      methods[name] = (...given) => {
        calls.push(`${area}.${name}`);
        return method(...given);
      };
  }
  return calls;
};
const WRONG_FIGURE = 123_456.78;
const wrongAnswer = ({ key, options }: Awaited<ReturnType<typeof keysOf>>[number]) =>
  'figure' in key
    ? { figure: WRONG_FIGURE }
    : { chosen: [options.findIndex((_, place) => !key.chosen.includes(place))].map((place) => Math.max(0, place)) };

describe('[X23] while a paper is open', () => {
  test('a right and a wrong answer are the same work and get the same reply', async () => {
    const room = await paperRoom();
    await beginAt(room, 1, 'g1');
    await beginAt(room, 2, 'g2');
    const keys = (await keysOf(room, seatOf(room, 1))).filter(({ kind }) => kind !== 'order');
    const calls = callsOf(room);
    const work = async (place: number, guest: string, isRight: boolean) => {
      const heard: { replies: string[]; calls: string[] } = { replies: [], calls: [] };
      for (const question of keys) {
        const own = (await keysOf(room, seatOf(room, place))).find(({ id }) => id === question.id) ?? question;
        calls.length = 0;
        const reply = value(await answerAt(room, place, guest, own.id, isRight ? rightAnswer(own) : wrongAnswer(own)));
        heard.replies.push(JSON.stringify(reply));
        heard.calls.push(calls.join(' '));
      }
      return heard;
    };
    const right = await work(1, 'g1', true);
    const wrong = await work(2, 'g2', false);
    expect(right.calls[0]).toContain('papers.putAnswer');
    expect(wrong).toEqual(right);
    expect(markAnswer).not.toHaveBeenCalled();
  });

  test('nothing that a trainee may ask for is marked before it is published, handed in or not', async () => {
    const room = await paperRoom();
    await beginAt(room, 1, 'g1');
    const [first] = await keysOf(room, seatOf(room, 1));
    if (first === undefined) throw new Error('no question');
    value(await answerAt(room, 1, 'g1', first.id, rightAnswer(first)));
    await paperAt(room, 1, 'g1');
    await room.classroom.papers.own(device('g1'));
    value(await room.classroom.papers.handIn(seatOf(room, 1), device('g1')));
    await paperAt(room, 1, 'g1');
    await room.classroom.papers.own(device('g1'));
    expect(markAnswer).not.toHaveBeenCalled();
  });
});
