/** With which of its alternatives each customer of a rush begins (RULES J167). */
import { describe, expect, it } from 'vitest';
import type { Command } from '#engine/model/commands.ts';
import type { Reactions } from '#engine/model/content.ts';
import { drive, say, tick } from '#tests/engine/support/drive.ts';
import { opened, rushDrive } from '#tests/engine/support/rush-drill.ts';
import { shoesWith } from '#tests/engine/support/shoes.ts';
import { contentOf, line, noReacts } from '#tests/engine/support/tiny.ts';
import { library } from '#tests/support/library.ts';

const WHO = ['c1', 'c2', 'c3', 'c4'];

/** What each customer answered to the same cold words, in their first reaction. */
const reactions = (more: readonly Command[] = []): (string | undefined)[] => {
  const commands = [...WHO.map((key, i) => say(20_000 + i * 1000, '您看着办吧', key)), ...more, tick(70_000)].toSorted(
    (a, b) => a.at - b.at,
  );
  const { log } = rushDrive(commands, [1000, 2000, 3000, 4000], { capacity: 12 });
  return WHO.map(
    (key) =>
      log.flatMap((event) =>
        event.kind === 'customer-said' &&
        event.conversation === key &&
        (event.why.kind === 'reaction' || event.why.kind === 'nod') &&
        event.bubble.kind === 'text'
          ? [event.bubble.text]
          : [],
      )[0],
  );
};

it('[J167] customers of a rush begin with another line each, until the lines of their list are used up', () => {
  const said = reactions();
  // Cold words have two answers here.
  expect(said).toEqual(['cold 1', 'cold 2', 'cold 1', 'cold 2']);
});

it('[J167] [C7] which of them nobody changes by what they say to another', () => {
  expect(reactions([say(60_000, '稍等', 'c1'), say(15_000, '您好', 'c1')]).slice(1)).toEqual(reactions().slice(1));
});

/** What customers of one case say unasked in a rush in which nobody answers, at each step of silence. */
const nudges = (own: Reactions['silence'], step: number): string[] => {
  const persona: Reactions['silence'] = [
    line('在吗', '在不', '有人没'),
    line('人呢', '还在不', '等着呢'),
    line('不等了', '走了'),
  ];
  const scenario = shoesWith({ reacts: { ...noReacts, silence: own } });
  const content = contentOf([scenario], { persona: { reacts: { ...noReacts, silence: persona } } });
  const customers = WHO.map((_, i) => ({ scenario: scenario.id, arrivesAt: 1000 * (i + 1), patienceMs: 300_000 }));
  const { log } = drive(content, [tick(600_000)], { mode: 'practice', rush: opened({ capacity: 12 }), customers });
  return log.flatMap((event) =>
    event.kind === 'customer-said' &&
    event.why.kind === 'silence' &&
    event.why.step === step &&
    event.bubble.kind === 'text'
      ? [event.bubble.text]
      : [],
  );
};

it('[J223] who comes with a case that has one line of its own for silence nudges in other words than those before', () => {
  const own: Reactions['silence'] = [line('码呢'), line('我在楼下站着'), line('我打快递电话')];
  expect(nudges(own, 1)).toEqual(['码呢', '在吗', '在不', '有人没']);
  expect(nudges(own, 2)).toEqual(['我在楼下站着', '人呢', '还在不', '等着呢']);
  // Words of leaving belong to the case.
  expect(new Set(nudges(own, 3))).toEqual(new Set(['我打快递电话']));
});

/** What each customer of a rush says to the same 稍等, of those lines. */
const holdsTo = (words: string, ...lines: readonly string[]): string[] => {
  const scenario = shoesWith({ reacts: { ...noReacts, slots: { hold: line(...lines) } } });
  const content = contentOf([scenario], { persona: { reacts: noReacts } });
  const customers = WHO.map((_, i) => ({ scenario: scenario.id, arrivesAt: 1000 * (i + 1), patienceMs: 300_000 }));
  const asks = WHO.map((key, i) => say(20_000 + i * 1000, words, key));
  const { log } = drive(content, [...asks, tick(40_000)], {
    mode: 'practice',
    rush: opened({ capacity: 12 }),
    customers,
  });
  return log.flatMap((event) =>
    event.kind === 'customer-said' && event.bubble.kind === 'text' && lines.includes(event.bubble.text)
      ? [event.bubble.text]
      : [],
  );
};

describe('[J249] customers who are told by when at the same time', () => {
  const [ASKS, ...OTHERS] = ['要等好久嘛', '中 我先去喝口水', '要得 我等到起', '好嘛 我候着'] as const;

  it('say another line each, though one of the list asks for the time that was named', () => {
    const said = holdsTo('稍等，我查一下，三分钟内回您', ASKS, ...OTHERS);
    expect(said).not.toContain(ASKS);
    expect(new Set(said.slice(0, OTHERS.length)).size).toBe(OTHERS.length);
  });

  it('say the same where the list has no other, and all of it where no time was named', () => {
    expect(holdsTo('稍等，我查一下，三分钟内回您', ASKS, OTHERS[0])).toEqual(WHO.map(() => OTHERS[0]));
    expect(new Set(holdsTo('稍等，我查一下', ASKS, ...OTHERS))).toEqual(new Set([ASKS, ...OTHERS]));
  });

  it('have five lines for it, and six where their persona often comes', () => {
    const few = [...library.personas.values()].flatMap(({ id, reacts }) =>
      (reacts.slots.hold?.bursts?.length ?? 0) < (OFTEN.split(' ').includes(id) ? 6 : 5) ? [id] : [],
    );
    expect(few).toEqual([]);
  });
});

/** Personas of whom several come in most rushes. */
const OFTEN =
  'hurried student elderly-parent anxious-first-buyer bargain-hunter silent-reader loyal-regular gift-buyer';

it('[J223] personas who often come have six lines for each step, and no silence claims that a time named is over', () => {
  const few = [...library.personas.values()].flatMap(({ id, reacts }) =>
    OFTEN.split(' ').includes(id) && reacts.silence?.some(({ bursts }) => (bursts?.length ?? 0) < 6) ? [id] : [],
  );
  expect(few).toEqual([]);
  const claims = [...library.personas.values()].flatMap(({ reacts }) =>
    (reacts.silence ?? []).flatMap(
      ({ bursts }) => JSON.stringify(bursts).match(/(?:已|都|早)?(?:超过|过了)[^",]*(?:时间|点)/g) ?? [],
    ),
  );
  expect(claims).toEqual([]);
});
