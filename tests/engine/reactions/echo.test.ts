/** A figure that isn't the right one: the customer repeats the trainee's own figure and names none of theirs (RULES T25). */
import { describe, expect, it } from 'vitest';
import type { Conversation } from '#engine/model/drill.ts';
import { nextFollowUp } from '#engine/state/follow-ups.ts';
import { at, drive, of, reactions, ready, say, tick, words } from '#tests/engine/support/drive.ts';
import { shipBeat, shoesWith } from '#tests/engine/support/shoes.ts';
import { beat, contentOf, line, noReacts, persona, point, question } from '#tests/engine/support/tiny.ts';

const BACK = question({
  id: 'q-back',
  text: '几点给我信',
  points: [
    point({
      id: 'report',
      says: '我报给主管了',
      also: ['主管那边递上去了'],
      ask: line('报上去没'),
      check: { right: line('报给主管了是吧'), wrong: line('还没报呢？') },
    }),
    point({
      id: 'when',
      says: '今天18点前给您回话',
      also: ['18点前我来回您', '最晚18点告诉您'],
      ask: line('几点有信'),
      check: { right: line('六点前有信是吧'), wrong: line('得等到明天？') },
    }),
  ],
});
const backBeat = beat({
  id: 'back',
  says: '这事谁管 ⏎ 几点给我信',
  asks: [BACK],
  reacts: { ...noReacts, wrong: { when: line('你骗谁呢') }, slots: { resolved: line('那我等着') } },
  then: { resolved: 'ship', failed: 'sour', silent: 'gone' },
});
const plain = persona();
const speaking = persona({
  reacts: { ...plain.reacts, slots: { ...plain.reacts.slots, echo: line('你说的是{数}吧') } },
});
const content = contentOf([shoesWith({ beats: [backBeat, shipBeat()] })], { persona: speaking });
const turns = (...said: string[]) => [
  ...said.map((text, i) => say(10_000 + i * 20_000, text)),
  tick(10_000 + said.length * 20_000),
];

describe('a figure that isn’t the right one', () => {
  it('[T25] is repeated as it was said, instead of a line with a figure nobody named', () => {
    const { log } = drive(content, turns('我报给主管了，7点给您个话'));
    expect(words(log)).toContain('你说的是7点吧');
    expect(words(log)).not.toContain('六点前有信是吧');
    expect(reactions(log)).toEqual(['partly']);
  });

  it('[T25] is made sure of first where likeness alone says that it is wrong', () => {
    const doubtful = drive(content, turns('我报给主管了，可能20点来回'));
    expect(words(doubtful.log)).toContain('你说的是20点吧');
    expect(of(doubtful.log, 'turn-closed').map(({ bad }) => bad)).toEqual([false]);
    expect(words(drive(content, turns('我报给主管了，20点前给您回话')).log)).toContain('你骗谁呢');
  });

  it('[T25] that the trainee confirms with 对 is left to people, and the talk goes on', () => {
    const played = drive(content, turns('我报给主管了，7点给您个话', '对'));
    expect(at(played).ledger['q-back']?.state).toBe('provisional');
    expect(at(played).points.when).not.toBe('covered');
    expect(words(played.log)).not.toContain('几点有信');
    expect(at(played).beat?.id).toBe('ship');
  });

  it('[T25] that the trainee puts right is an answer, and the figure is forgotten', () => {
    const played = drive(content, turns('我报给主管了，7点给您个话', '不是，18点前我来回您'));
    expect(at(played).points.when).toBe('covered');
    expect(at(played).figures).toEqual({});
  });
});

describe('a customer who makes sure of a point', () => {
  const preparedCase = [...ready(content).cases.values()][0];
  if (!preparedCase) throw new Error('no prepared case');
  const there = preparedCase.scenario.beats[0] ?? null;
  const heard = { report: 'covered', when: 'unsure' } as const;
  const figuresTold = [...preparedCase.lineFigures.namesByLine.values()].flat();
  const next = (fields: Partial<Conversation>) =>
    nextFollowUp(
      {
        points: heard,
        used: {},
        figures: {},
        touched: {},
        heard: figuresTold,
        leaning: [],
        senses: {},
        unsureIn: {},
        mended: [],
        spoken: {},
        ...fields,
      } as Conversation,
      preparedCase,
      there,
      'q-back',
      () => 0.9,
    );

  it('[T25] repeats the trainee’s figure for it where there is one, and else says the author’s line', () => {
    expect(next({})?.lineName).toBe('check:when');
    expect(next({ figures: { when: '7点' } })?.lineName).toBe('check:when:echo');
    expect(next({ figures: { report: '7点' } })?.lineName).toBe('check:when');
  });

  it('[T25] neither repeats a figure twice nor asks for the point afterwards', () => {
    expect(next({ figures: { when: '7点' }, used: { 'check:when:echo': 1 } })).toBeNull();
    expect(next({ points: { ...heard, when: 'open' }, used: { 'check:when:echo': 1 } })).toBeNull();
  });
});
