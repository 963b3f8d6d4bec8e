/** A run that a mentor may not read: nothing failed, and somebody else has to share it. */
import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ResultsPage } from '#client/features/results/results-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { Role } from '#contract/people.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';

afterEach(() => {
  clean();
  forgetMe();
});

const open = (role: Role, code: 'not-shared' | 'unknown-run') => {
  const error = { code, message: '能共享的是这所学校的老师。' };
  serve({ 'GET /api/me': ok(signedIn(role)), 'GET /api/runs/r1/results': { ok: false, error } });
  renderAt('/runs/r1/results', '/runs/:id/results', <ResultsPage />);
};

it('[J103] a run that isn’t shared says so and who can share it, with no other try', async () => {
  open('mentor', 'not-shared');
  await screen.findByText('没有共享给企业导师');
  screen.getByText('能共享的是这所学校的老师。');
  expect(screen.getByRole('link', { name: '看共享了的' }).getAttribute('href')).toBe('/mentor');
  expect(screen.queryByRole('button', { name: BUTTON.again })).toBeNull();
});

it('[J103] of another school a mentor isn’t told whether there is such a run, and a teacher is told what failed', async () => {
  open('mentor', 'unknown-run');
  await screen.findByText('没有这一场，或者没有共享给你');
  screen.getByText(/那边的老师在成绩页点了「共享给企业」/);
  clean();
  forgetMe();
  open('teacher', 'unknown-run');
  await screen.findByRole('button', { name: BUTTON.again });
});
