import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { resetWallUi } from '#client/features/wall/model/wall-ui.ts';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { clean, ok, serve } from '#tests/client/fixtures/page.tsx';
import { WALL } from '#tests/support/labels.ts';
import { body, enter, fakeLine, NOW, tile } from './class.tsx';

const teacher = {
  person: {
    id: 'p',
    name: '王老师',
    login: 'wang',
    role: 'teacher',
    school: { id: 's', name: '职教中心' },
    machineAdmin: false,
  },
  setup: { needed: false, here: false },
};
const server = () => serve({ 'GET /api/me': ok(teacher) });

/** A browser that keeps its screen on, with the number of locks held. */
const withWakeLock = () => {
  const held = { count: 0 };
  const release = async () => {
    held.count--;
  };
  const request = async () => {
    held.count++;
    return { release };
  };
  Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
  return held;
};

afterEach(() => {
  Reflect.deleteProperty(navigator, 'wakeLock');
  clean();
  forgetMe();
  resetWallUi();
  vi.useRealTimers();
});

const SLEEPS = /不让网页保持亮屏/;

describe('the notices of a run', () => {
  it('hold the screen on during the lesson, and let it go once the run has ended', async () => {
    server();
    const held = withWakeLock();
    const line = fakeLine(body(), [tile(1)]);
    await enter('/runs/r1/wall', line);
    expect(held.count).toBe(1);
    expect(screen.queryByText(SLEEPS)).toBeNull();
    await line.run(body({ stage: 'close', endedAt: NOW + 1, now: NOW + 1 }));
    expect(held.count).toBe(0);
    expect(screen.getByText(/这个场次已经结束/)).toBeTruthy();
  });

  it('say that the screen may sleep where the browser can’t hold it, until that is put away', async () => {
    server();
    const line = fakeLine(body(), []);
    await enter('/runs/r1/wall', line);
    expect(screen.getByText(SLEEPS)).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: WALL.putAway })));
    expect(screen.queryByText(SLEEPS)).toBeNull();
  });

  it('lead on from the wall once the lesson has moved to another stage, and to the results once it is over', async () => {
    server();
    const line = fakeLine(body(), []);
    await enter('/runs/r1/wall', line);
    await line.run(body({ stage: 'debrief', now: NOW + 1 }));
    const next = (text: RegExp) => screen.getByText(text).querySelector('a')?.getAttribute('href');
    expect(next(/演练结束了/)).toBe('/runs/r1/debrief');
    await line.run(body({ stage: 'close', endedAt: NOW + 2, now: NOW + 2 }));
    expect(screen.queryByText(/演练结束了/)).toBeNull();
    expect(next(/这个场次已经结束/)).toBe('/runs/r1/results');
  });
});
