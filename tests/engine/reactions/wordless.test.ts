/** What a customer says to operations that come without a word (RULES J228). */
import { describe, expect, it } from 'vitest';
import { act, drive, of, say, tick, words } from '#tests/engine/support/drive.ts';
import { SAID, shipBeat, shoesWith, sizeBeat } from '#tests/engine/support/shoes.ts';
import { contentOf, line, need, noReacts, order } from '#tests/engine/support/tiny.ts';

describe('[J228] an operation that completes what was asked for', () => {
  const resolved = { ...noReacts, slots: { resolved: line('嗯 有信了喊我') } };
  const content = (operation: string) =>
    contentOf([
      shoesWith({
        beats: [sizeBeat({ needs: [need({ do: operation })], reacts: resolved }), shipBeat()],
        orders: [order({})],
      }),
    ]);
  const heardAfter = (operation: string, ...more: Parameters<typeof drive>[1]) =>
    words(drive(content(operation), [say(10_000, SAID.size), act(30_000, operation), ...more, tick(60_000)]).log);

  it('is only seen where no word comes with it', () => {
    const heard = heardAfter('change-sku');
    expect(heard).toContain('看到了');
    expect(heard).not.toContain('嗯 有信了喊我');
  });

  it('gets a plain word where no customer sees it', () => {
    const heard = heardAfter('remark');
    expect(heard.some((words) => words.startsWith('passed'))).toBe(true);
    expect(heard).not.toContain('嗯 有信了喊我');
  });

  it('waits for its words, and both get one answer', () => {
    const { log } = drive(content('change-sku'), [
      say(10_000, SAID.size),
      act(30_000, 'change-sku'),
      say(36_000, '给您弄好了'),
      tick(60_000),
    ]);
    expect(of(log, 'turn-closed')).toHaveLength(2);
    expect(words(log)).toContain('嗯 有信了喊我');
  });
});
