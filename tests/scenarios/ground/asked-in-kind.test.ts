/** Nobody asks for a sum, a day, an hour or a size that was just told, right or wrong (RULES M68): on every case. */
import { describe, expect, it } from 'vitest';
import { library } from '#tests/support/library.ts';
import { askedInKind } from './asked-in-kind.ts';
import { barePlays, changedPlays, type GroundPlay, storedPlays } from './plays.ts';

const found = (plays: readonly GroundPlay[]): string[] =>
  plays.flatMap(({ name, data, events }) => askedInKind(data, events).map((line) => `${name}: ${line}`));

/**
 * Only ever lowered: a bare figure nobody could place. Of two sums that a question wants one was told; a size stood alone; a
 * day stands beside an hour where a span is wanted.
 */
const MOST_BARE = 6;

/** In these both readers of the play found that the question fits: what was told is no day they get it, and no hour. */
const READ_AS_FITTING: readonly string[] = [
  '0.9.23/g-part-missing-guchui-middling: 两天 → 那炖盅啥时候给我',
  '0.9.23/p-unpaid-poshang-middling: 今天 → 那到底留到几点',
];

describe('[M68] a customer', () => {
  it('asks for no figure of the only kind they want that was just told', () => {
    expect(found(changedPlays('全说对，数字都换成别的'))).toEqual([]);
    expect(found(storedPlays()).filter((line) => !READ_AS_FITTING.includes(line))).toEqual([]);
    expect(library.scenarios.size).toBeGreaterThan(40);
  });

  it('asks on after a bare figure no more often than before', () => {
    const plays = barePlays();
    expect(plays.length).toBeGreaterThan(30);
    expect(found(plays).length, found(plays).join('\n')).toBeLessThanOrEqual(MOST_BARE);
  });
});
