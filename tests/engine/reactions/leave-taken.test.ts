/** A goodbye to a customer who still waits for an operation is answered by what they wait for (RULES M60). */
import { describe, expect, it } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import { isAnswered, openNeeds, waitsFor } from '#engine/customer/open-needs.ts';
import { emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { prepare, preparedCaseIn } from '#engine/prepare/prepare.ts';
import { fold } from '#engine/state/evolve.ts';
import { contentFor } from '#library/load.ts';
import type { Reply } from '#library/schema/testplan.ts';
import { drive, of, reactions, say, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, SHIP, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { contentOf, line, need } from '#tests/engine/support/tiny.ts';
import { library } from '#tests/support/library.ts';

const BYE = '那先这样，拜拜～';
const needs = [need({ do: 'remark', undone: line('备注给我写一下') })];
const story = contentOf([shoesWith({ beats: [sizeBeat(), shipBeat({ asks: [SHIP], needs })] })]);
const played = (data: ReturnType<typeof contentOf>, ...said: string[]) =>
  drive(data, [...said.map((text, i) => say(10_000 + i * 25_000, text)), tick(10_000 + said.length * 25_000)]).log;
const lastSaid = (log: readonly DrillEvent[]) => of(log, 'customer-said').at(-1)?.why.kind;

describe('[M60] a customer who is bidden goodbye', () => {
  it.each([BYE, '再见哦', SAID.bye])('%s: asks once more for the operation they wait for', (bye) => {
    expect(words(played(story, SAID.size, SAID.ship)).at(-1)).toBe('备注给我写一下');
    const log = played(story, SAID.size, SAID.ship, bye);
    expect(reactions(log).at(-1)).toBe('undone');
    expect(lastSaid(log)).toBe('reaction');
    expect(of(log, 'turn-closed').at(-1)?.bad).toBe(false);
  });

  it('nods to courtesies that take no leave', () => {
    expect(lastSaid(played(story, SAID.size, SAID.ship, SAID.here))).toBe('nod');
  });

  it('has nothing more to say once they have all they came for', () => {
    const log = played(contentOf([shoesWith()]), SAID.size, SAID.ship, BYE);
    expect(of(log, 'ending-reached')).toHaveLength(1);
    expect(reactions(log).at(-1)).toBe('none');
  });
});

/** The model trainee up to a reply whose operations are left out, then a goodbye. */
const leaving = (replies: readonly Reply[], index: number): Reply[] => [
  ...replies.slice(0, index),
  ...replies.slice(index, index + 1).map((reply) => ({ ...reply, do: [] })),
  ...[BYE].map((text) => ({ ...(replies[0] as Reply), to: 'any', do: [], say: [{ text }] })),
];

it('[M60] in no case does a customer nod to who leaves them with an operation owed', () => {
  let tried = 0;
  for (const [id, plan] of [...library.testplans].filter((_, i) => i % 5 === 0)) {
    const { data, hash } = contentFor(library, [id]);
    const prepared = prepare(data);
    const preparedCase = preparedCaseIn(prepared, id);
    const replies = plan.model?.replies ?? [];
    for (const index of replies.flatMap((reply, i) => (reply.do.length > 0 ? [i] : [])).slice(0, 2)) {
      const asked = { scenarios: [id], replies: leaving(replies, index), seed: 1, mode: 'lesson' as const };
      const log = playDrill(prepared, { ...asked, contentHash: hash, befalls: [], after: 'last-line' });
      const bye = log.findIndex((e) => e.kind === 'trainee-said' && e.text === BYE);
      const closed = log.findIndex((e, i) => i > bye && e.kind === 'turn-closed');
      if (bye < 0 || closed < 0) continue;
      const state = Object.values(fold(emptyDrill, log.slice(0, closed)).conversations)[0];
      const beat = preparedCase.beats.get(state?.beat?.id ?? '');
      if (!state || !beat || state.ending || state.windows.length > 0 || beat.window) continue;
      if (!waitsFor(beat).every((question) => isAnswered(state, preparedCase, question))) continue;
      if (openNeeds(state, preparedCase, beat).length === 0) continue;
      tried += 1;
      const reaction = log[closed];
      expect(reaction?.kind === 'turn-closed' && reaction.reaction, `${id} reply ${index}`).not.toBe('none');
    }
  }
  expect(tried).toBeGreaterThan(2);
});
