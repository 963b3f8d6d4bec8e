import { describe, expect, test } from 'vitest';
import { createRedoBoards } from '#classroom/redo-board.ts';
import type { Command } from '#engine/commands.ts';
import { decide } from '#engine/decide.ts';
import { emptyDrill } from '#engine/drill.ts';
import type { DrillEvent } from '#engine/events.ts';
import { fold } from '#engine/evolve.ts';
import { forkLog } from '#engine/fork.ts';
import { nextDue } from '#engine/next-due.ts';
import { prepare } from '#engine/prepare.ts';
import { content, eventsOf, STARTED_AT, storeDrill } from './support/golden-class.ts';
import { resultsRoom } from './support/results-room.ts';

/** The redo of the poor trainee's first turn, answered with these words and played to its end. */
function answered(words: string): DrillEvent[] {
  const ready = prepare(content);
  const forked = forkLog(eventsOf('poor'), { drill: 'd1-1', conversation: 'c1', turn: 1 });
  if (forked === null) throw new Error('no such turn');
  let { events } = forked;
  const happen = (command: Command): void => {
    const decided = decide(ready, fold(emptyDrill, events), command);
    if (!decided.ok) throw new Error(decided.error.code);
    events = [...events, ...decided.value];
  };
  const from = events.at(-1)?.at ?? 0;
  happen({ kind: 'start', at: from });
  happen({
    kind: 'send',
    at: from + 6000,
    id: 'again',
    conversation: 'c1',
    text: words,
    made: { how: 'typed', quickReply: null, edited: 0, similarity: 0 },
    anatomy: null,
  });
  for (let i = 0; i < 200; i++) {
    const due = nextDue(ready, fold(emptyDrill, events));
    if (due === null) break;
    happen({ kind: 'tick', at: due });
  }
  return events;
}

describe('[N7] an answer given in a fork of the drill', () => {
  test('stands on the board with its points, its seconds and the customer’s words', async () => {
    const room = await resultsRoom([{ name: '甲', drills: [eventsOf('poor')] }, { name: '乙' }]);
    room.storage.runs.addRedo({
      id: 'o1',
      run: 'r1',
      drill: 'd1-1',
      conversation: 'c1',
      turn: 1,
      at: STARTED_AT,
      closedAt: null,
    });
    storeDrill(room.storage, 'o1-1', 1, answered('459加99是558，满减扣40，店铺券再扣15，到手503'), 'o1');
    storeDrill(room.storage, 'o1-2', 2, answered('亲，现在满300减50，很划算'), 'o1');
    const board = await createRedoBoards(room).board(room.run);
    const [good, poor] = ['seat1', 'seat2'].map((seat) => board?.answers.find((answer) => answer.seat === seat));
    expect(good).toMatchObject({ good: true, wrong: 0, covered: good?.of });
    expect(good?.of).toBeGreaterThan(0);
    expect(good?.reaction).not.toBe('');
    expect(poor?.good).toBe(false);
    expect(poor?.wrong).toBeGreaterThan(0);
    expect(board?.waiting).toBe(0);
    // Counted from 开始: the minute the first trainee had let pass is nobody else's.
    expect([good?.seconds, poor?.seconds]).toEqual([6, 6]);
  });
});
