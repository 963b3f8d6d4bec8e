import { describe, expect, test } from 'vitest';
import { playerCard } from '#drills/present/player-card.ts';
import { readPrivateGoals } from '#drills/present/private-goals.ts';
import { contentFor } from '#library/load.ts';
import { library } from '#tests/support/library.ts';

const goals = readPrivateGoals();

describe('[J89] what a played customer keeps to themselves', () => {
  test('is written for every case that can be played and no other, and says no figure that a variant has otherwise', () => {
    // An incident is sent by a teacher: nobody opens it, so nobody plays its customer.
    const playable = [...library.scenarios.values()].filter(({ incident }) => incident === null).map(({ id }) => id);
    expect(playable.length).toBeGreaterThan(0);
    expect([...goals.keys()].sort()).toEqual(playable.sort());
    for (const [id, aims] of goals) expect([id, /\d/.test(Object.values(aims).join())]).toEqual([id, false]);
  });

  test('is none of the words by which an answer is known, in any point of its case', () => {
    for (const [id, aims] of goals) {
      const [scenario] = contentFor(library, [id]).data.scenarios;
      const points = (scenario?.beats ?? []).flatMap(({ asks }) => asks.flatMap((question) => question.points));
      expect(points.length, id).toBeGreaterThan(0);
      const told = points.filter(({ says }) => Object.values(aims).some((text) => text.includes(says)));
      expect([id, told]).toEqual([id, []]);
    }
  });

  test('stands on the card of who plays, field by field, and a case without has none', () => {
    const id = 'return-dispute/partial-return-gift';
    const { data } = contentFor(library, [id]);
    const aims = goals.get(id);
    if (aims === undefined) throw new Error('not written');
    const more = { ...aims, key: 'x' };
    expect(playerCard(data, id, more)?.aims).toEqual(aims);
    expect(playerCard(data, id)?.aims).toBeNull();
  });
});
