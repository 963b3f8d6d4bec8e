/** An answer that isn't whole: the customer asks for what is missing by name, makes sure of what was perhaps said, each once (RULES T6). */
import { describe, expect, it } from 'vitest';
import type { Conversation } from '#engine/model/drill.ts';
import { isAskedOut, nextFollowUp } from '#engine/state/follow-ups.ts';
import { at, drive, lines, of, reactions, ready, say, tick, words } from '#tests/engine/support/drive.ts';
import { shipBeat, shoesWith } from '#tests/engine/support/shoes.ts';
import { beat, contentOf, line, need, noReacts, point, question } from '#tests/engine/support/tiny.ts';

const SWAP = question({
  id: 'q-swap',
  text: '换一双多久，运费谁出',
  points: [
    point({
      id: 'pay',
      says: '来回运费我们出',
      also: ['运费店里承担', '邮费不用您掏'],
      contradicts: ['运费您自己出'],
      ask: line('那邮费谁出'),
      check: { right: line('那我一分不用掏吧'), wrong: line('那邮费还是我出？') },
    }),
    point({
      id: 'days',
      says: '收到后三天内换好',
      also: ['到仓三天就给您换', '三天内换好发出'],
      contradicts: ['要等十天'],
      ask: line('那要几天', '几天能换好'),
      check: { right: line('三天就行是吧'), wrong: line('要十天是吧') },
    }),
  ],
});
const swapBeat = (fields: Partial<Parameters<typeof beat>[0]> = {}) =>
  beat({
    id: 'swap',
    says: '换一双多久，运费谁出',
    asks: [SWAP],
    reacts: {
      ...noReacts,
      slots: { rephrase: line('没听懂'), passed: line('嗯 行吧'), resolved: line('那我放心了') },
      partly: { 'q-swap': line('话说一半') },
    },
    then: { resolved: 'ship', failed: 'sour', silent: 'gone' },
    ...fields,
  });
const swap = contentOf([shoesWith({ beats: [swapBeat(), shipBeat()] })]);
const turns = (...said: string[]) => [
  ...said.map((text, i) => say(10_000 + i * 20_000, text)),
  tick(10_000 + said.length * 20_000),
];

describe('a point that is missing', () => {
  it('[T6] is asked for by name, and a point that was told is not', () => {
    const played = drive(swap, turns('来回运费我们出的'));
    expect(reactions(played.log)).toEqual(['partly']);
    expect(words(played.log)).toContain('那要几天');
    expect(words(played.log)).not.toContain('话说一半');
    expect(drive(swap, turns('收到后三天内换好')).log.some((e) => e.kind === 'customer-said')).toBe(true);
    expect(words(drive(swap, turns('收到后三天内换好')).log)).toContain('那邮费谁出');
  });

  it('[T6] is asked for once; then the talk goes on without thanks', () => {
    const played = drive(swap, turns('来回运费我们出的', '运费都是店里承担，您放心'));
    expect(reactions(played.log)).toEqual(['partly', 'resolved']);
    expect(at(played).ledger['q-swap']?.state).toBe('provisional');
    expect(words(played.log)).toContain('passed 1');
    // The case's own line says that the trainee told it before (说过了), which is not so.
    expect(words(played.log)).not.toContain('嗯 行吧');
    expect(words(played.log)).not.toContain('那我放心了');
    expect(of(played.log, 'turn-closed').some((e) => e.bad)).toBe(false);
  });

  it('[T6] is answered when it is told after being asked for', () => {
    const played = drive(swap, turns('来回运费我们出的', '到仓三天就给您换'));
    expect(reactions(played.log)).toEqual(['partly', 'resolved']);
    expect(at(played).ledger['q-swap']?.state).toBe('answered');
    expect(words(played.log)).toContain('那我放心了');
  });

  it('[T6] that has no line of its own is asked for with the beat’s line for half an answer', () => {
    const bare = SWAP.points.map(({ ask: _ask, check: _check, ...rest }) => rest);
    const old = contentOf([shoesWith({ beats: [swapBeat({ asks: [{ ...SWAP, points: bare }] }), shipBeat()] })]);
    const played = drive(old, turns('来回运费我们出的', '运费都是店里承担，您放心'));
    expect(reactions(played.log)).toEqual(['partly', 'partly']);
    expect(words(played.log)).toContain('话说一半');
  });
});

/** The same question, and an operation that is owed with it. */
const owing = contentOf([
  shoesWith({
    beats: [
      swapBeat({
        needs: [need({ do: 'change-sku', undone: line('码给我改上呗') })],
        reacts: { ...noReacts, slots: { undone: line('动手啊'), resolved: line('好') } },
        tolerates: 9,
      }),
      shipBeat(),
    ],
  }),
]);

describe('an operation that is owed', () => {
  it('[T8] is asked for in the words written for it, then in those of the beat', () => {
    const played = drive(owing, turns('来回运费我们出的，收到后三天内换好', '三天内换好发出，您放心好了'));
    expect(reactions(played.log)).toEqual(['undone', 'undone']);
    expect(
      lines(played.log)
        .slice(-2)
        .map(([, text]) => text),
    ).toEqual(['码给我改上呗', '动手啊']);
  });
});

describe('an operation that is owed when nothing is left to ask', () => {
  it('[T6] is asked for whatever the trainee says, as silence would leave them guessing', () => {
    const played = drive(owing, turns('来回运费我们出的', '运费都是店里承担，您放心', '这鞋面料挺透气的，您放心穿'));
    expect(at(played).ledger['q-swap']?.state).toBe('provisional');
    expect(words(played.log)).toEqual(expect.arrayContaining(['码给我改上呗', '动手啊']));
  });
});

/** The trainee has spoken of what both checks are about (RULES T96). */
const SPOKE = { lastBurst: [], said: [{ id: 'm', text: '邮费看情况，几天也看情况', at: 0 }] };

describe('a point that was perhaps told', () => {
  const preparedCase = [...ready(swap).cases.values()][0];
  const state = (
    points: Conversation['points'],
    used: Conversation['used'] = {},
    leaning: Conversation['leaning'] = [],
  ): Conversation =>
    ({
      points,
      used,
      leaning,
      senses: {},
      unsureIn: {},
      figures: {},
      touched: {},
      heard: [],
      spoken: {},
      ...SPOKE,
    }) as unknown as Conversation;
  if (!preparedCase) throw new Error('no prepared case');
  const there = preparedCase.scenario.beats[0] ?? null;
  const next = (c: Conversation, chance = 0.9) =>
    nextFollowUp(c, preparedCase, there, 'q-swap', () => chance)?.lineName ?? null;

  it('[T6] is checked back after what is surely missing, and sometimes the wrong way round', () => {
    expect(next(state({ pay: 'unsure' }))).toBe('ask:days');
    expect(next(state({ pay: 'unsure', days: 'covered' }))).toBe('check:pay');
    const asked = (chance: number) =>
      nextFollowUp(state({ pay: 'unsure', days: 'covered' }), preparedCase, there, 'q-swap', () => chance)?.reaction;
    expect(asked(0.9)).toEqual(SWAP.points[0]?.check?.right);
    expect(asked(0.1)).toEqual(SWAP.points[0]?.check?.wrong);
  });

  it('[T32] is checked back first and the wrong way round where it was more likely refused', () => {
    expect(next(state({ pay: 'unsure' }, {}, ['pay']))).toBe('check:pay:wrong');
  });

  it('[T6] is checked back once a beat and three times in all, and then left as it is', () => {
    const both = { pay: 'unsure', days: 'unsure' } as const;
    expect(next(state(both, { 'check:pay': 1 }))).toBeNull();
    expect(isAskedOut(state(both, { 'check:pay': 1 }), preparedCase, there, 'q-swap')).toBe(true);
    expect(next(state(both, { 'check:x': 1, 'check:y': 1 }))).toBe('check:pay');
    expect(next(state(both, { 'check:x': 1, 'check:y': 1, 'check:z': 1 }))).toBeNull();
  });

  it('[T6] is never checked back when nobody spoke of it, as the line would tell it', () => {
    expect(next(state({ days: 'covered' }))).toBe('ask:pay');
    expect(next(state({ days: 'covered' }, { 'ask:pay': 1 }))).toBeNull();
  });
});
