import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ClassHandedInPage, RunHandedInPage } from '#client/features/handed-in/handed-in-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { HandedInRow } from '#contract/homework/handed-in.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const row = (over: Partial<HandedInRow> = {}): HandedInRow => ({
  ...{ drill: 'd1', seat: 's1', no: '01', name: '陈小雨', to: 'homework', where: '第一周作业', titles: ['两双鞋'] },
  ...{ score: 71.4, endedAt: 1000, at: 2000, mark: null },
  ...over,
});

it('[G4] a teacher marks what was handed in, starting from the program’s mark, or writes words alone', async () => {
  const asked = serve({
    'GET /api/me': ok(signedIn()),
    'GET /api/runs/r1/handed-in': ok([row()]),
    'POST /api/seats/s1/handed-in/d1/mark': ok(row()),
  });
  renderAt('/runs/r1/handed-in', '/runs/:id/handed-in', <RunHandedInPage />);
  const line = within(await screen.findByRole('row', { name: /陈小雨/ }));
  expect(line.getByText('自己练的')).toBeTruthy();
  expect(line.getByRole('link', { name: '看陈小雨的报告' }).getAttribute('href')).toBe('/drills/d1/report');
  fireEvent.click(line.getByRole('button', { name: '批陈小雨的练习' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect((dialog.getByLabelText('分数') as HTMLInputElement).value).toBe('71');
  fireEvent.click(dialog.getByLabelText('给分'));
  expect(dialog.getByRole('button', { name: '批好' }).hasAttribute('disabled')).toBe(true);
  fireEvent.change(dialog.getByLabelText('写给学员的话'), { target: { value: '开头接得好' } });
  fireEvent.click(dialog.getByRole('button', { name: '批好' }));
  const marked = { path: 'POST /api/seats/s1/handed-in/d1/mark', body: { score: null, note: '开头接得好' } };
  await waitFor(() => expect(asked).toContainEqual(marked));
});

it('a class’s list says what went where; a mentor reads and marks nothing', async () => {
  const mark = { score: 80, note: '好', by: '王老师', at: 3000 };
  serve({
    'GET /api/me': ok(signedIn('mentor')),
    'GET /api/classes/k1/handed-in': ok([row({ to: 'class', where: '电商 2 班', mark })]),
  });
  renderAt('/classes/k1/handed-in', '/classes/:id/handed-in', <ClassHandedInPage />);
  expect(await screen.findByText(/电商 2 班（不算哪份作业）/)).toBeTruthy();
  expect(screen.getByText('80 分，好')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /批/ })).toBeNull();
});
