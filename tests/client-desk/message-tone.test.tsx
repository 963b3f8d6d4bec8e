/** The tone for a new message: asked for, remembered, and silent for what a reload brings back. */
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { emptyView } from '#client/drill/model/drill-view.ts';
import { toggleMessageSound, useMessageSound } from '#client/features/desk/message-sound.ts';
import { MessageTone } from '#client/features/desk/message-tone.tsx';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { arrived, said } from './fake-server.ts';

let tones = 0;
class Audio {
  currentTime = 0;
  destination = {};
  resume = () => Promise.resolve();
  createGain = () => ({ gain: { setValueAtTime: () => 0, exponentialRampToValueAtTime: () => 0 }, connect: () => 0 });
  createOscillator = () => ({
    frequency: { value: 0 },
    connect: <T,>(next: T) => next,
    start: () => {
      tones += 1;
    },
    stop: () => 0,
  });
}

beforeEach(() => {
  localStorage.clear();
  tones = 0;
  useMessageSound.setState({ isOn: false });
  vi.stubGlobal('AudioContext', Audio);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const push = (...events: WireEvent[]) =>
  act(() =>
    useDrill.setState(({ view }) => ({ view: events.reduce((old, event, i) => foldDrill(old, event, i + 1), view) })),
  );

describe('the tone for a new message', () => {
  it('is off until it is asked for, and this browser remembers it', async () => {
    expect(useMessageSound.getState().isOn).toBe(false);
    const heard = () => [useMessageSound.getState().isOn, localStorage.getItem('kefu.message-sound'), tones];
    toggleMessageSound();
    await vi.waitFor(() => expect(heard()).toEqual([true, 'true', 1]));
    toggleMessageSound();
    // Its part is loaded by now: a second tone would have sounded.
    await import('#client/features/desk/tone.ts');
    expect(heard()).toEqual([false, 'false', 1]);
  });

  it('sounds for a message as it comes, and not for what a reload brings back', async () => {
    useDrill.setState({ view: emptyView, isCaughtUp: false });
    useMessageSound.setState({ isOn: true });
    render(<MessageTone />);
    push(arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗'));
    await import('#client/features/desk/tone.ts');
    expect(tones).toBe(0);
    act(() => useDrill.setState({ isCaughtUp: true }));
    push(said('c1', 3000, '几点发'));
    await vi.waitFor(() => expect(tones).toBe(1));
  });
});
