import { screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { TermPage } from '#client/features/terms/term-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { TermBody } from '#contract/terms/term.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { sheet } from './class-sheet.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const body: TermBody = { class: sheet.class, term: sheet.term, items: [], openAppeals: 0, leavesAsked: 2 };
const open = (value: TermBody) => {
  serve({ 'GET /api/me': ok(signedIn('mentor')), 'GET /api/classes/c1/terms/m1': ok(value) });
  renderAt('/classes/c1/terms/m1', '/classes/:id/terms/:term', <TermPage />);
};

test('a term’s page leads to attendance and handover notes, and says how many leaves wait [A6]', async () => {
  open(body);
  const link = await screen.findByRole('link', { name: /考勤.*2 份请假待批/ });
  expect(link.getAttribute('href')).toBe('/classes/c1/terms/m1/attendance');
  expect(screen.getByRole('link', { name: '交接班' }).getAttribute('href')).toBe('/classes/c1/terms/m1/handover');
  clean();
  open({ ...body, leavesAsked: 0 });
  expect(await screen.findByRole('link', { name: '考勤' })).toBeTruthy();
});
