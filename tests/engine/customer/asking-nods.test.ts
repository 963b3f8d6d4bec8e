/** A nod that asks (嗯 往哪传) is a question: its customer waits at the desk, on the wall and in the report (RULES X91). */
import { describe, expect, it, test } from 'vitest';
import { onlyAcknowledges } from '#engine/model/acknowledgements.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { evolve } from '#engine/state/evolve.ts';
import { roundsOf } from '#scoring/facts/rounds.ts';
import { historyOf } from '#scoring/log/history.ts';
import { drive, say, tick } from '#tests/engine/support/drive.ts';
import { SAID, shoes } from '#tests/engine/support/shoes.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { rubric } from '#tests/scoring/support/shoe-shop.ts';
import { foldTile } from '#wall/fold-tile.ts';
import { emptyTile, tileFacts } from '#wall/tile-state.ts';

const why = { kind: 'nod', turn: 1 } as const;
const nod = (text: string): DrillEvent => ({
  ...{ kind: 'customer-said', at: 40_000, conversation: 'c1', id: 'n1', last: true },
  ...{ bubble: { kind: 'text', text }, why },
});

test.each([
  ['嗯', true],
  ['行 等', true],
  ['我看看啊', true],
  ['这个我哪说得准', true],
  ['看哪天', true],
  ['晚点发你', true],
  ['嗯 往哪传', false],
  ['嗯嗯 往哪传', false],
  ['好 发哪儿呀', false],
  ['好的 在哪里点', false],
])('[X91] 「%s」 only nods: %s', (text, is) => {
  expect(onlyAcknowledges({ why, bubble: { kind: 'text', text } })).toBe(is);
});

describe('[X91] a nod that asks starts a wait', () => {
  const played = drive(shoes, [say(10_000, SAID.here), tick(30_000)]);
  const since = (text: string) => evolve(played.drill, nod(text)).conversations.c1?.waitingSince;

  it('in the drill', () => {
    expect(since('嗯')).toBeNull();
    expect(since('嗯 往哪传')).toBe(40_000);
  });

  it('on the wall', () => {
    const facts = tileFacts({ ...shoes, rubric });
    const tile = (text: string) =>
      [...played.log, nod(text)].reduce((state, event) => foldTile(facts, state, event, 0), emptyTile);
    expect(tile('嗯').conversations.c1?.since).toBeNull();
    expect(tile('嗯 往哪传').conversations.c1?.since).toBe(40_000);
  });

  it('in the report', () => {
    const waits = (text: string) => {
      const log = new Log().arrives(0).says(0, '破了').replies(10, '拍张照');
      const history = historyOf(log.says(20, text, { why }).says(50, '人呢').replies(85, '点图片').events);
      const [c] = history.conversations;
      return c && roundsOf(history, c, rubric).map(({ seconds }) => seconds);
    };
    expect(waits('嗯')).toEqual([10, 35]);
    expect(waits('嗯 往哪传')).toEqual([10, 65]);
  });
});
