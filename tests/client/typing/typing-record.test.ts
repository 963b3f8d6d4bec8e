import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  clearRecord,
  type KeptBout,
  keepBout,
  keepPhrase,
  MOST_BOUTS,
  NO_RECORD,
  useTypingRecord,
} from '#client/features/typing/model/typing-record.ts';

const KEY = 'kefu.typing';
const bout = (speed: number): KeptBout => ({ at: speed, speed, accuracy: 1, slips: [] });
const now = () => useTypingRecord.getState();
const stored = () => JSON.parse(localStorage.getItem(KEY) ?? 'null');

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  useTypingRecord.setState({ record: NO_RECORD, isKept: true }, true);
});

describe('what a device keeps of typing [Y5]', () => {
  it('is the last thirty bouts, the best one and the fastest run on each text', () => {
    for (let speed = 1; speed <= MOST_BOUTS + 5; speed += 1) keepBout(bout(speed), {});
    keepBout(bout(3), { a: { speed: 50, length: 9, marks: '1 2' } });
    keepBout(bout(4), { a: { speed: 40, length: 9, marks: '3' }, b: { speed: 9, length: 9, marks: '4' } });
    expect(now().record.bouts).toHaveLength(MOST_BOUTS);
    expect(now().record.bouts.at(-1)?.speed).toBe(4);
    expect(now().record.best?.speed).toBe(MOST_BOUTS + 5);
    expect(now().record.ghosts).toEqual({
      a: { speed: 50, length: 9, marks: '1 2' },
      b: { speed: 9, length: 9, marks: '4' },
    });
    expect(stored()).toEqual(now().record);
    keepBout(bout(4), { a: { speed: 10, length: 10, marks: '5' } });
    expect(now().record.ghosts.a?.marks).toBe('5');
  });

  it('can be cleared, and the clearing taken back', () => {
    keepBout(bout(60), {});
    keepPhrase('here', 3);
    const before = now().record;
    const undo = clearRecord();
    expect(now().record).toEqual(NO_RECORD);
    expect(stored()).toEqual(NO_RECORD);
    undo();
    expect(now().record).toEqual(before);
    expect(stored()).toEqual(before);
  });

  it('stands until the page is left where the device refuses, and is said to', () => {
    const device = localStorage;
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => device.getItem(key),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    keepBout(bout(60), {});
    keepBout(bout(70), {});
    expect(now().isKept).toBe(false);
    expect(now().record.bouts.map(({ speed }) => speed)).toEqual([60, 70]);
    expect(stored()).toBeNull();
    vi.unstubAllGlobals();
    keepBout(bout(80), {});
    expect(now().isKept).toBe(true);
    expect(stored().bouts).toHaveLength(3);
  });

  it('takes in what another tab has added, and leaves out what can’t be read', () => {
    localStorage.setItem(
      KEY,
      JSON.stringify({ bouts: [bout(50), { speed: 'x' }], best: 7, ghosts: { a: 1 }, phrases: { here: 2, look: 'x' } }),
    );
    keepBout(bout(60), {});
    expect(now().record.bouts.map(({ speed }) => speed)).toEqual([50, 60]);
    expect(now().record).toMatchObject({ best: { speed: 60 }, ghosts: {}, phrases: { here: 2 } });
    localStorage.setItem(KEY, '{broken');
    keepBout(bout(61), {});
    expect(now().record.bouts.map(({ speed }) => speed)).toEqual([61]);
  });
});
