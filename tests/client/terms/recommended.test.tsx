import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { EvaluationPages } from '#client/features/terms/evaluation/evaluation-pages.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { OwnRecommendation, RecommendedRow, TermRecommended } from '#contract/terms/recommended.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { sheet } from './class-sheet.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const row = (person: string, over: Partial<RecommendedRow> = {}): RecommendedRow => ({
  ...{ person, no: '01', name: person, total: 92.5, account: true, state: null, steps: [] },
  ...over,
});
const by = (step: 'asked' | 'agreed' | 'declined', name: string) => ({ step, by: name, at: 1 });
const list: TermRecommended = {
  ...{ class: sheet.class, term: sheet.term, mayAsk: true },
  rows: [
    row('甲', { state: 'agreed', steps: [by('asked', '王老师'), by('agreed', '甲')] }),
    row('乙', { account: false, total: null }),
    row('丙'),
    row('丁', { state: 'declined', steps: [by('asked', '王老师'), by('declined', '丁')] }),
  ],
};
const BASE = '/classes/c1/terms/m1';
const GET = `GET /api${BASE}/recommended`;
const open = (answer: Parameters<typeof serve>[0][string], over: Parameters<typeof serve>[0] = {}) => {
  const asked = serve({ 'GET /api/me': ok(signedIn()), [GET]: answer, ...over });
  renderAt(`${BASE}/recommended`, '/classes/:id/terms/*', <EvaluationPages />);
  return asked;
};
const OWN = 'GET /api/my-terms/m1/recommendation';
const own = (state: OwnRecommendation['state']): OwnRecommendation => ({
  ...{ term: { id: 'm1', name: '实训周' }, className: '2403 班', state, steps: [] },
});
const openOwn = (answer: Parameters<typeof serve>[0][string], over: Parameters<typeof serve>[0] = {}) => {
  const asked = serve({ 'GET /api/me': ok(signedIn('trainee')), [OWN]: answer, ...over });
  renderAt('/classes/mine/terms/m1/recommended', '/classes/:id/terms/*', <EvaluationPages />);
  return asked;
};

describe('the page of recommended trainees', () => {
  test('asks who can answer and hasn’t said no, and gives the portfolio of who agreed [R9] [R10]', async () => {
    const asked = open(ok(list), { [`POST /api${BASE}/recommended`]: ok({ state: 'asked' }) });
    expect(await screen.findByRole('button', { name: '下载甲的成长档案' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '下载丁的成长档案' })).toBeNull();
    expect((screen.getByRole('button', { name: '问乙本人' }) as HTMLButtonElement).disabled).toBe(true);
    expect(screen.queryByRole('button', { name: '问丁本人' })).toBeNull();
    expect(screen.getByText('本人不愿意')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '问丙本人' }));
    await waitFor(() =>
      expect(asked).toContainEqual({
        path: `POST /api${BASE}/recommended`,
        body: { person: '丙', recommended: true },
      }),
    );
  });

  test('has no button to ask for a mentor, and says where nobody agreed [R10]', async () => {
    open(ok({ ...list, mayAsk: false, rows: list.rows.slice(0, 1) }));
    expect(await screen.findByRole('button', { name: '下载甲的成长档案' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /不推荐/ })).toBeNull();
    clean();
    forgetMe();
    open(ok({ ...list, mayAsk: false, rows: [] }));
    expect(await screen.findByText('还没有同意推荐的学员')).toBeTruthy();
    clean();
    forgetMe();
    open('offline');
    expect(await screen.findByRole('button', { name: BUTTON.again })).toBeTruthy();
  });
});

describe('a trainee', () => {
  test('is told what is given before they agree, and may withdraw [R9]', async () => {
    const path = 'POST /api/my-terms/m1/recommendation';
    const asked = openOwn(ok(own('asked')), { [path]: ok({ state: 'agreed' }) });
    fireEvent.click(await screen.findByRole('button', { name: '同意推荐' }));
    expect(screen.getByText(/你自己的练习不给/)).toBeTruthy();
    await waitFor(() => expect(asked).toContainEqual({ path, body: { agrees: true } }));
    clean();
    forgetMe();
    const again = openOwn(ok(own('agreed')), { [path]: ok({ state: 'withdrawn' }) });
    fireEvent.click(await screen.findByRole('button', { name: '撤回同意' }));
    await waitFor(() => expect(again).toContainEqual({ path, body: { agrees: false } }));
  });

  test('sees a refusal, and that nobody has asked [R9]', async () => {
    const refusal = { ok: false, error: { code: 'recommendation-changed', message: '推荐刚刚有变化' } } as const;
    openOwn(ok(own('asked')), { 'POST /api/my-terms/m1/recommendation': refusal });
    fireEvent.click(await screen.findByRole('button', { name: '不愿意' }));
    expect((await screen.findByRole('alert')).textContent).toContain('推荐刚刚有变化');
    clean();
    forgetMe();
    openOwn(ok(own(null)));
    expect(await screen.findByText('老师没有问过你')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '同意推荐' })).toBeNull();
  });
});
