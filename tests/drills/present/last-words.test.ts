import { expect, test } from 'vitest';
import type { DrillEvent, SaidWhy } from '#engine/model/events.ts';
import { c, present } from '#tests/drills/support/presented.ts';

test('[X74] says that nobody has more to say once nothing of theirs is unanswered, and again after what they say then', () => {
  const planned = (at: number, text: string, why: SaidWhy): DrillEvent => ({
    ...{ ...c, at, kind: 'burst-planned', used: [] },
    bubbles: [{ id: `b${at}`, at, bubble: { kind: 'text', text }, why, last: true, opens: [] }],
  });
  const ending: DrillEvent = {
    ...{ ...c, at: 9000, kind: 'ending-reached', ending: 'kept', outcome: 'kept', sale: null, amount: null },
    ...{ level: null, rating: 3, silent: false },
  };
  const closed = (at: number): DrillEvent => ({
    ...{ ...c, at, kind: 'turn-closed', turn: 2, reaction: 'none', detail: null, bad: false },
  });
  const overs = (...events: DrillEvent[]) => present(events).filter(({ kind }) => kind === 'story-over');
  const over = { ...c, at: 9000, kind: 'story-over', rating: 3 };
  const ends: SaidWhy = { kind: 'ending', ending: 'kept' };
  expect(overs(planned(9000, '谢谢', ends), ending)).toEqual([over]);
  // A question, a bid, and words that mind something.
  const minds: SaidWhy = { kind: 'reaction', reaction: 'rigid', turn: 1 };
  for (const call of [planned(9000, '到底几点', ends), planned(9000, '给个数', ends), planned(9000, '又是等', minds)]) {
    expect(overs(call, ending)).toEqual([{ ...over, open: true }]);
    expect(overs(call, ending, closed(20_000))).toEqual([
      { ...over, open: true },
      { ...over, at: 20_000, again: true },
    ]);
  }
  // A question that no turn has touched.
  const asked: DrillEvent = { ...c, kind: 'question-opened', question: 'q-size', beat: 'size', bubbleId: 'b' };
  expect(overs(asked, ending, closed(20_000))).toEqual([{ ...over, open: true }]);
  // A turn that changes nothing is told of once; what they say to it moves the note below.
  expect(overs(planned(9000, '谢谢', ends), ending, closed(20_000))).toEqual([over]);
  expect(overs(ending, closed(20_000), planned(21_000, '等我瞅一眼', { kind: 'nod', turn: 2 }))).toEqual([
    over,
    { ...over, at: 21_000, again: true },
  ]);
});
