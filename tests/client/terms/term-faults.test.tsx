/** 接下来教什么 on a term's page: faults run by run, and the cases to teach next. */
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { TermFaults } from '#client/features/terms/term-faults.tsx';
import type { TermFaults as Faults } from '#contract/terms/faults.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';

afterEach(clean);

const faults: Faults = {
  trainees: 24,
  runs: [
    { run: 'r1', name: '第一节', day: '2026-11-16', trainees: 24 },
    { run: 'r2', name: '第二节', day: '2026-11-18', trainees: 0 },
    { run: 'r3', name: '第三节', day: '2026-11-20', trainees: 20 },
  ],
  faults: [{ family: 'late', name: '响应慢', trainees: 18, count: 40, marks: 96.5, percent: [75, null, 35] }],
  cases: [{ scenario: 'promotion/coupon-stack', title: '到底多少钱', why: '这个案例最练手速。' }],
};
const open = (answer: Parameters<typeof serve>[0][string], mayWrite = true): void => {
  serve({ 'GET /api/classes/c1/terms/m1/faults': answer });
  renderAt(
    '/classes/c1/terms/m1',
    '/classes/:id/terms/:term',
    <TermFaults classId="c1" term="m1" mayWrite={mayWrite} />,
  );
};

describe('what to teach next in a term', () => {
  test('is each fault with its share of every run, and the cases with why [J8]', async () => {
    open(ok(faults));
    const row = (await screen.findByRole('rowheader', { name: /^响应慢/ })).closest('tr') as HTMLElement;
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['18 / 24 人', '40', '96.5', '75%', '–', '35%']);
    expect(within(row).getByText('40 次，共扣 96.5 分，从 75% 到 35%')).toBeTruthy();
    expect(screen.getByRole('link', { name: '到底多少钱' }).getAttribute('href')).toBe(
      '/start?scenarios=promotion/coupon-stack',
    );
  });

  test('each case opens the new-run form with class and case filled in, for teachers alone [J77]', async () => {
    open(ok(faults));
    const start = await screen.findByRole('link', { name: '用「到底多少钱」开课' });
    const { pathname, searchParams } = new URL(start.getAttribute('href') ?? '', 'http://x');
    expect([pathname, searchParams.get('class'), searchParams.get('cases')]).toEqual([
      ...['/runs/new', 'c1', 'promotion/coupon-stack'],
    ]);
    clean();
    open(ok(faults), false);
    expect(await screen.findByRole('link', { name: '到底多少钱' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /开课/ })).toBeNull();
  });

  test('says when there is nothing yet, nothing wrong, or nothing could be read', async () => {
    open(ok({ trainees: 0, runs: [], faults: [], cases: [] }));
    expect(await screen.findByText('还没有可以看的演练')).toBeTruthy();
    clean();
    open(ok({ ...faults, faults: [] }));
    expect(await screen.findByText('公布了的演练里没有扣分的毛病。')).toBeTruthy();
    clean();
    open('offline');
    expect(await screen.findByRole('button', { name: /再试|重试/ })).toBeTruthy();
  });
});
