import { describe, expect, test } from 'vitest';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { coalesce, FRAME_MS } from '#wall/coalesce.ts';

describe('coalescing', () => {
  test('sends changes at most four times a second, and nothing where nothing changed', async () => {
    const clock = virtualClock();
    const frames: string[][] = [];
    const changes = coalesce(clock, (keys) => void frames.push([...keys]));
    for (let ms = 0; ms < 1000; ms += 10) {
      changes.mark(ms % 20 === 0 ? 'a' : 'b');
      await clock.advance(10);
    }
    expect(frames.length).toBeLessThanOrEqual(1000 / FRAME_MS + 1);
    expect(frames.slice(1).every((keys) => keys.length === 2)).toBe(true);
    await clock.advance(FRAME_MS);
    const so = frames.length;
    await clock.advance(10_000);
    expect(frames).toHaveLength(so);
    changes.mark('c');
    await clock.advance(0);
    expect(frames.at(-1)).toEqual(['c']);
    changes.mark('d');
    changes.close();
    await clock.advance(1000);
    expect(frames.at(-1)).toEqual(['c']);
  });
});
