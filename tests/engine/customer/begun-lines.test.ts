/** With which of its alternatives each customer of a rush begins (RULES J167). */
import { expect, it } from 'vitest';
import type { Command } from '#engine/model/commands.ts';
import { say, tick } from '#tests/engine/support/drive.ts';
import { rushDrive } from '#tests/engine/support/rush-drill.ts';

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
