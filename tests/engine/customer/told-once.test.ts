/** What the customer has told when they were asked isn't told again by the line that was to give it away (RULES M58). */
import { describe, expect, it } from 'vitest';
import { restates } from '#engine/customer/openings.ts';
import type { Beat } from '#engine/model/content.ts';
import { prepare, preparedCaseIn } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { drive, say, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { burst, contentOf } from '#tests/engine/support/tiny.ts';
import { library } from '#tests/support/library.ts';

const story = (says: string, at: number | null = 1) => {
  const [ship] = shipBeat().asks;
  if (!ship) throw new Error('no question');
  const opens: Beat = { ...shipBeat({ asks: [{ ...ship, at }], tells: ['instep'] }), says: burst(says) };
  return contentOf([shoesWith({ beats: [sizeBeat(), opens] })]);
};
const heard = (data: ReturnType<typeof story>, ...said: string[]): string[] =>
  words(
    drive(data, [...said.map((text, i) => say(10_000 + i * 25_000, text)), tick(10_000 + said.length * 25_000)]).log,
  );

describe('[M58] a fact that a beat gives away', () => {
  it('is told by its line, and left out where it was told before', () => {
    const data = story('今天能发吗 ⏎ 我脚背高的');
    expect(heard(data, SAID.size)).toContain('我脚背高的');
    const asked = heard(data, SAID.instep, SAID.size);
    expect(asked).toContain('我脚背高');
    expect(asked.at(-1)).toBe('今天能发吗');
    expect(asked).not.toContain('我脚背高的');
  });

  it('is left out too where it is told in the same burst', () => {
    const asked = heard(story('今天能发吗 ⏎ 我脚背高的'), `${SAID.size}，${SAID.instep}`);
    expect(asked.filter((line) => line.startsWith('我脚背高'))).toEqual(['我脚背高']);
  });

  it('stands where the bubble asks, opens the question, or tells something else', () => {
    const told = [SAID.instep, SAID.size];
    expect(heard(story('我脚背高能穿吗 ⏎ 今天能发吗', 2), ...told)).toContain('我脚背高能穿吗');
    expect(heard(story('今天能发吗 ⏎ 我脚背高的', 2), ...told)).toContain('我脚背高的');
    expect(heard(story('今天能发吗 ⏎ 我周六要跑'), ...told)).toContain('我周六要跑');
  });
});

it('[M58] holds for beats of several shipped cases, and no bubble that asks is among what is left out', () => {
  const left = [...library.scenarios.keys()].flatMap((id) => {
    const preparedCase = preparedCaseIn(prepare(contentFor(library, [id]).data), id);
    return preparedCase.scenario.beats.flatMap(({ says, tells }) =>
      (says ?? []).filter((bubble) => restates(preparedCase, tells, bubble)).map((bubble) => ({ id, bubble })),
    );
  });
  expect(new Set(left.map(({ id }) => id)).size).toBeGreaterThan(3);
  for (const { id, bubble } of left)
    expect(bubble.kind === 'text' && /[吗呢？]$/.test(bubble.text), `${id} ${JSON.stringify(bubble)}`).toBe(false);
});
