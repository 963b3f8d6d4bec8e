/**
 * A point's ask is not used where the trainee has spoken of its matter, nor where the customer was just asked something
 * (RULES T40, T41).
 */

import { describe, expect, it } from 'vitest';
import type { Point } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { PreparedCase, PreparedQuestion } from '#engine/prepare/prepared-content.ts';
import { topicsIn } from '#engine/prepare/topics.ts';
import { checkBack, nextFollowUp } from '#engine/state/follow-ups.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { contentFor } from '#library/load.ts';
import { at, drive, of, reactions, say, tick, words } from '#tests/engine/support/drive.ts';
import { shipBeat, shoesWith } from '#tests/engine/support/shoes.ts';
import { beat, contentOf, line, need, noReacts, point, question } from '#tests/engine/support/tiny.ts';
import { library } from '#tests/support/library.ts';

const cases = [...library.scenarios.keys()].map(
  (id) => [...prepare(contentFor(library, [id]).data).cases.values()][0] as PreparedCase,
);

type Asked = { preparedCase: PreparedCase; asked: PreparedQuestion; own: Point };
/** Every must point of every case that is asked for by name. */
const all: readonly Asked[] = cases.flatMap((preparedCase) =>
  [...preparedCase.questions.values()].flatMap((asked) =>
    asked.question.points.filter(({ must, ask }) => must && ask).map((own) => ({ preparedCase, asked, own })),
  ),
);

/**
 * A conversation in which all of the question but this point was told by that turn; `topics`: the characters spoken of
 * so far.
 */
const without = ({ asked, own }: Asked, turns: number, topics: string): Conversation =>
  ({
    points: Object.fromEntries(asked.question.points.filter((one) => one !== own).map(({ id }) => [id, 'covered'])),
    figures: {},
    touched: {},
    topics,
    turn: null,
    turns,
    used: {},
    leaning: [],
    senses: {},
    unsureIn: {},
    mended: [],
    heard: [],
    spoken: {},
  }) as unknown as Conversation;

const nextOf = (one: Asked, turns: number, topics: string): string | undefined =>
  nextFollowUp(without(one, turns, topics), one.preparedCase, one.asked.beat, one.asked.question.id, () => 1)?.lineName;

const wordsOf = ({ preparedCase, own }: Asked): string => preparedCase.askWords.get(own.id)?.chars ?? '';
const asks = (one: Asked, turns: number, topics: string): boolean => nextOf(one, turns, topics) === `ask:${one.own.id}`;
const names = (found: readonly Asked[]): string[] =>
  found.map(({ preparedCase, own }) => `${preparedCase.scenario.id} ${own.id}`);

describe('[T40] a point', () => {
  it('that nobody has spoken of is asked for by name, however late', () => {
    expect(all.length).toBeGreaterThan(300);
    expect(names(all.filter((one) => ![1, 3, 12].every((turns) => asks(one, turns, ''))))).toEqual([]);
  });

  it('that was spoken of isn’t asked for by name from the third turn on, whatever the order of the words', () => {
    const spoken = all.filter((one) => wordsOf(one) !== '');
    expect(spoken.length / all.length).toBeGreaterThan(0.98);
    const backwards = (one: Asked): string => [...wordsOf(one)].reverse().join('');
    expect(names(spoken.filter((one) => nextOf(one, 3, wordsOf(one)) !== undefined))).toEqual([]);
    expect(names(spoken.filter((one) => nextOf(one, 3, `天地${backwards(one)}`) !== undefined))).toEqual([]);
    expect(names(spoken.filter((one) => !asks(one, 2, wordsOf(one))))).toEqual([]);
  });

  it('that was spoken of stays so: more words never bring its question back', () => {
    const half = (one: Asked): string => wordsOf(one).slice(0, Math.ceil(wordsOf(one).length / 2));
    const kept = all.filter((one) => !asks(one, 5, half(one)));
    expect(kept.length).toBeGreaterThan(50);
    expect(names(kept.filter((one) => asks(one, 5, wordsOf(one))))).toEqual([]);
  });

  it('that was told wrong is asked for all the same, as the right words are still to come', () => {
    const untold = all.filter((one) => {
      const c = without(one, 5, wordsOf(one));
      const wrong = { ...c, points: { ...c.points, [one.own.id]: 'wrong' } } as Conversation;
      const next = nextFollowUp(wrong, one.preparedCase, one.asked.beat, one.asked.question.id, () => 1);
      return next?.lineName !== `ask:${one.own.id}`;
    });
    expect(names(untold)).toEqual([]);
  });

  it('that was spoken of is not made sure of the wrong way round by chance', () => {
    const checked = all.filter((one) => one.own.check !== undefined && wordsOf(one) !== '');
    const lines = checked.map((one) => {
      const c = { ...without(one, 3, wordsOf(one)), points: { [one.own.id]: 'unsure' } } as Conversation;
      return checkBack(c, one.preparedCase, one.asked.beat, one.own, () => 0)?.lineName ?? '';
    });
    expect(lines.filter((name) => name.endsWith(':wrong'))).toEqual([]);
    expect(lines.filter((name) => name !== '').length).toBeGreaterThan(100);
  });
});

describe('[T40] the topics of a turn', () => {
  it('come from what it tells, not from what it asks', () => {
    expect(topicsIn(readReply('您那边的邮费是谁垫的？'))).toBe('');
    expect([...topicsIn(readReply('邮费我们垫'))]).toEqual(expect.arrayContaining(['邮', '费', '垫']));
  });

  it('hold each character once', () => {
    const topics = topicsIn(readReply('邮费我们垫，邮费店里垫，都垫'));
    expect(new Set(topics).size).toBe([...topics].length);
  });
});

const SWAP = question({
  id: 'q-swap',
  text: '换一双多久，运费谁出',
  points: [
    point({ id: 'pay', says: '来回运费我们出', also: ['运费店里承担'], ask: line('那邮费谁出') }),
    point({ id: 'days', says: '收到后三天内换好', also: ['三天内换好发出'], ask: line('鞋盒咋寄回') }),
  ],
});
const told = (more: Partial<Parameters<typeof beat>[0]> = {}) =>
  contentOf([
    shoesWith({
      beats: [
        beat({
          id: 'swap',
          says: '换一双多久，运费谁出',
          asks: [SWAP],
          reacts: { ...noReacts, slots: { undone: line('动手啊'), resolved: line('那我放心了') } },
          then: { resolved: 'ship', failed: 'sour', silent: 'gone' },
          tolerates: 9,
          ...more,
        }),
        shipBeat(),
      ],
    }),
  ]);
const turns = (...said: string[]) => [
  ...said.map((text, i) => say(10_000 + i * 20_000, text)),
  tick(10_000 + said.length * 20_000),
];

describe('[T40] a point in a conversation', () => {
  it('passes as 待核 where an earlier turn spoke of it', () => {
    const early = ['您好，鞋盒还在的话先留着', '鞋盒别扔，到时候要寄回来'];
    const { log } = drive(told(), turns(...early, '来回运费我们出的'));
    expect(words(log)).not.toContain('鞋盒咋寄回');
    expect(of(log, 'turn-judged').at(-1)?.judgement.spoken).toContain('days');
    expect(at(drive(told(), turns(...early, '来回运费我们出的'))).ledger['q-swap']?.state).toBe('provisional');
  });

  it('is asked for where nobody spoke of it', () => {
    const { log } = drive(told(), turns('您好，我先看看您这单', '您稍坐，我翻一下记录', '来回运费我们出的'));
    expect(words(log)).toContain('鞋盒咋寄回');
  });
});

describe('[T41] a customer who was just asked something', () => {
  it('answers that first and asks for the rest afterwards, once in a beat', () => {
    const { log } = drive(told(), turns('来回运费我们出的，您要退还是换', '运费都是店里承担的，您要退还是换'));
    expect(reactions(log)).toEqual(['dont-know', 'partly']);
    expect(words(log)).toContain('鞋盒咋寄回');
    expect(reactions(drive(told(), turns('来回运费我们出的')).log)).toEqual(['partly']);
  });

  it('asks for no operation right then', () => {
    const owing = told({ needs: [need({ do: 'change-sku', undone: line('码给我改上呗') })] });
    const all = '来回运费我们出的，收到后三天内换好';
    expect(words(drive(owing, turns(`${all}，您要41还是42`)).log)).not.toContain('码给我改上呗');
    expect(words(drive(owing, turns(all)).log)).toContain('码给我改上呗');
  });
});
