import { expect, test } from 'vitest';
import type { Bubble } from '#engine/model/content.ts';
import type { DrillEvent, SaidWhy } from '#engine/model/events.ts';
import type { Act } from '#language/terms/verdicts.ts';
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

test('[X95] asks for no goodbye right behind an answer to the trainee, nor says that all is done while a picture is owed', () => {
  const turn = (at: number, text: string, acts: readonly Act[] = []): DrillEvent[] => [
    { ...c, at, kind: 'turn-judged', judgement: { questions: [], acts, text } as never },
    { ...c, at, kind: 'turn-closed', turn: 1, reaction: 'resolved', detail: null, bad: false },
  ];
  const said = (at: number, bubble: Bubble): DrillEvent => ({
    ...{ ...c, at, kind: 'burst-planned', used: [] },
    bubbles: [
      { id: `b${at}`, at, bubble, why: { kind: 'reaction', reaction: 'resolved', turn: 1 }, last: true, opens: [] },
    ],
  });
  const text = (words: string): Bubble => ({ kind: 'text', text: words });
  const ending: DrillEvent = {
    ...{ ...c, at: 9000, kind: 'ending-reached', ending: 'kept', outcome: 'kept', sale: null, amount: null },
    ...{ level: null, rating: 3, silent: false },
  };
  const waits = (...events: DrillEvent[]) =>
    present(events).flatMap((event) => (event.kind === 'story-over' ? [event.waits ?? null] : []));
  const told: DrillEvent = { ...c, kind: 'fact-told', fact: 'city', how: 'asked', turn: 1 };
  // The trainee's next words let the usual note come.
  const answered = [...turn(8000, '有的，您寄到哪个城市呀'), said(9000, text('寄贵阳 好')), ending];
  expect(waits(...answered, ...turn(20_000, '贵阳三天左右到'))).toEqual(['word', null]);
  expect(waits(...turn(8000, '您报一声'), told, said(9000, text('寄贵阳')), ending)).toEqual(['word']);
  // 还有别的吗 is asked to end.
  expect(waits(...turn(8000, '还有别的要问吗'), said(9000, text('没了 谢谢')), ending)).toEqual([null]);
  expect(waits(...turn(8000, '啥时候想寄再来找我，拜拜', ['goodbye']), said(9000, text('我看下日子')), ending)).toEqual(
    [null],
  );
  const pictured = [...turn(8000, '坏的拍张照发我，照片到了就退'), said(9000, text('行 拍完传上去')), ending];
  expect(waits(...pictured)).toEqual(['picture']);
  const picture: Bubble = { kind: 'picture', picture: 'rotten' };
  expect(waits(...turn(7000, '坏的拍张照发我'), said(8000, picture), ...turn(8500, '收到，退您6元'), ending)).toEqual([
    null,
  ]);
  // 请传图 clicked again asks for nothing that the page could call missing.
  const clicked: DrillEvent = {
    ...{ ...c, kind: 'action-done', id: 'a1', action: 'request-photo', with: {}, sends: true, forbidden: 0 },
    ...{ unverified: false, wrongAmount: false, orders: [], result: [] },
  };
  expect(waits(clicked, said(8000, picture), clicked, ending)).toEqual([null]);
  expect(waits(clicked, ending)).toEqual(['picture']);
});
