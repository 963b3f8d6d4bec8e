import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import '#client/drill/status/practice-strings.ts';
import { HomeworkNotices } from '#client/features/practice/homework-notices.tsx';
import type { WaitingHomework } from '#contract/homework/homework.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';

afterEach(clean);

const NOW = Date.UTC(2026, 10, 25, 9, 0);
const HOUR = 3600_000;
const waiting = (seat: string, over: Partial<WaitingHomework>): WaitingHomework => ({
  ...{ seat, mine: true, code: '482913', name: seat, className: null, begun: false, phase: 'open', now: NOW },
  ...{ opensAt: NOW - HOUR, dueAt: NOW + 90 * HOUR, lastAt: NOW + 90 * HOUR },
  ...over,
});

it('[H8] tells of homework not begun, half done, due soon, overdue and missed, each with its way', async () => {
  serve({
    'GET /api/homework': ok([
      waiting('甲', {}),
      waiting('乙', { begun: true }),
      waiting('丙', { dueAt: NOW + 20 * HOUR }),
      waiting('丁', { phase: 'late', dueAt: NOW - HOUR }),
      waiting('戊', { phase: 'over', dueAt: NOW - HOUR, lastAt: NOW - HOUR }),
      waiting('己', { mine: false }),
    ]),
  });
  renderAt('/', '/', <HomeworkNotices />);
  await screen.findByRole('heading', { name: '要交的作业' });
  const link = (name: RegExp) => screen.getByRole('link', { name });
  expect(link(/^甲.*没有开始/).getAttribute('href')).toBe('/seats/%E7%94%B2');
  expect(link(/^乙.*做了一半.*接着做/)).toBeTruthy();
  expect(link(/^丙.*快到截止/)).toBeTruthy();
  expect(link(/^丁.*过期了，还能补交/)).toBeTruthy();
  expect(link(/^戊.*没有交/)).toBeTruthy();
  expect(link(/^己/).getAttribute('href')).toBe('/join/482913');
});

it('[H8] stands nowhere when there is none', async () => {
  const asked = serve({ 'GET /api/homework': ok([]) });
  const { container } = renderAt('/', '/', <HomeworkNotices />);
  await expect.poll(() => asked.length).toBe(1);
  expect(container.querySelector('section')).toBeNull();
});
