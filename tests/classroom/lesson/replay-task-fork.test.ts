import { describe, expect, test } from 'vitest';
import { createReplayBoards } from '#classroom/results/replay-board.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { content, eventsOf, STARTED_AT, storeDrill } from '#tests/classroom/support/golden-class.ts';
import { redone } from '#tests/classroom/support/redone.ts';
import { resultsRoom } from '#tests/classroom/support/results-room.ts';

/** The redo of the poor trainee's first turn, answered with these words and played to its end. */
const answered = (words: string): DrillEvent[] =>
  redone(content, eventsOf('poor'), { drill: 'd1-1', conversation: 'c1', turn: 1 }, [{ text: words, afterMs: 6000 }]);

describe('[N7] an answer to a replay task given in a fork', () => {
  test('stands on the board with its points, its seconds and the customer’s words', async () => {
    const room = await resultsRoom([{ name: '甲', drills: [eventsOf('poor')] }, { name: '乙' }]);
    await room.storage.runs.addReplayTask({
      id: 'o1',
      run: 'r1',
      drill: 'd1-1',
      conversation: 'c1',
      turn: 1,
      at: STARTED_AT,
      closedAt: null,
    });
    await storeDrill(room.storage, 'o1-1', 1, answered('459加99是558，满减扣40，店铺券再扣15，到手503'), 'o1');
    await storeDrill(room.storage, 'o1-2', 2, answered('亲，现在满300减50，很划算'), 'o1');
    const board = await createReplayBoards(room).board(room.run);
    const [good, poor] = ['seat1', 'seat2'].map((seat) => board?.answers.find((answer) => answer.seat === seat));
    expect(good).toMatchObject({ good: true, wrong: 0, covered: good?.of });
    expect(good?.of).toBeGreaterThan(0);
    expect(good?.reaction).not.toBe('');
    expect(poor?.good).toBe(false);
    expect(poor?.wrong).toBeGreaterThan(0);
    expect(board?.waiting).toBe(0);
    // Seconds are counted from 开始, without the minute that the first trainee had let pass.
    expect([good?.seconds, poor?.seconds]).toEqual([6, 6]);
  });
});
