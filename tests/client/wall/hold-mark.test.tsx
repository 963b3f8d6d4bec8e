/** 挂起 on the wall: one mark on a seat's tile, on a phone in its row. */
import { act, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { tickWall } from '#client/features/wall/model/wall-clock.ts';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { clean, ok, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { onDesktop, onPhone } from '#tests/client/fixtures/viewport.ts';
import { body, customer, enter, fakeLine, tile } from './class.tsx';

afterEach(() => {
  vi.useRealTimers();
  onDesktop();
  clean();
  forgetMe();
});

const HELD = [
  customer({ key: 'c1', name: '小鹿', waitMs: null, backMs: 40_000 }),
  customer({ key: 'c2', name: '阿木', waitMs: null, backMs: 5000 }),
  customer({ key: 'c3', name: '老周', waitMs: null }),
];
const open = async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] });
  serve({ 'GET /api/me': ok(signedIn()) });
  await enter('/runs/r1/wall', fakeLine(body(), [tile(1, { conversations: HELD, state: 'running' }), tile(2)]));
};
const mark = () => screen.getByTitle(/^挂起/);
const pass = (ms: number) =>
  act(async () => {
    vi.advanceTimersByTime(ms);
    tickWall();
  });

it('[Z28] counts who is on hold, names them with the time left, and warns once one is over', async () => {
  await open();
  expect(mark().textContent).toMatch(/^2/);
  expect(mark().title).toBe('挂起：小鹿 还有 0:40、阿木 还有 0:05');
  expect(mark().className).not.toContain('warn');
  await pass(12_000);
  expect(mark().title).toBe('挂起：小鹿 还有 0:28、阿木 过点 0:07');
  expect(mark().className).toContain('text-warn');
  expect(document.querySelector('[data-seat="s2"]')?.textContent).not.toContain('挂起');
});

it('[Z28] has it on a phone, too', async () => {
  onPhone();
  await open();
  expect(document.body.textContent).not.toMatch(/undefined|NaN/);
  await act(async () => screen.getByRole('radio', { name: /全部/ }).click());
  expect(mark().closest('[data-seat]')?.getAttribute('data-seat')).toBe('s1');
});
