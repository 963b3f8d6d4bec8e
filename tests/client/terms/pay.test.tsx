import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { TermPages } from '#client/features/terms/pages/term-pages.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { PaySlip, TermPay } from '#contract/terms/pay.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { sheet } from './class-sheet.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const slip = (over: Partial<PaySlip> = {}): PaySlip => ({
  ...{ person: 'jia', no: '01', name: '甲', reached: 90, coefficient: 1, total: 4450 },
  lines: [
    { id: 'base', said: '底薪 3000 元', yuan: 3000 },
    { id: 'performance', said: '绩效 = 1500 元 × 系数 1', yuan: 1500 },
    { id: 'absent', said: '旷训 1 次 × 50 元 = 扣 50 元', yuan: -50 },
    { id: 'redLine', said: '红线 0 次', yuan: 0 },
  ],
  ...over,
});
const pay: TermPay = {
  ...{ class: sheet.class, term: sheet.term, version: 3, own: true, published: 2, opened: false, openedBy: null },
  rules: {
    ...{ base: 3000, performance: 1500, absent: 50, redLine: 100 },
    steps: [
      { from: 85, coefficient: 1 },
      { from: 0, coefficient: 0.5 },
    ],
  },
  slips: [slip(), slip({ person: 'yi', no: '02', name: '乙', reached: null, coefficient: null, total: null })],
};
const BASE = '/classes/c1/terms/m1';
const GET = `GET /api${BASE}/pay`;
const open = (value: unknown = pay, over: Parameters<typeof serve>[0] = {}, role: 'teacher' | 'mentor' = 'teacher') => {
  const asked = serve({ 'GET /api/me': ok(signedIn(role)), [GET]: ok(value), ...over });
  renderAt(
    `${BASE}/pay`,
    '/classes/:id/terms/*',
    <Suspense fallback={null}>
      <TermPages />
    </Suspense>,
  );
  return asked;
};
const openOwn = (answer: Parameters<typeof serve>[0][string]) => {
  serve({ 'GET /api/my-terms/m1/pay': answer });
  renderAt(
    '/classes/mine/terms/m1/pay',
    '/classes/:id/terms/*',
    <Suspense fallback={null}>
      <TermPages />
    </Suspense>,
  );
};

describe('the page of a term’s trial of pay', () => {
  test('spells each line out and says that it is no wage [R7]', async () => {
    open();
    const jia = await screen.findByRole('region', { name: '甲的试算' });
    expect(
      within(jia)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(['底薪 3000 元3000', '绩效 = 1500 元 × 系数 11500', '旷训 1 次 × 50 元 = 扣 50 元−50', '红线 0 次0']);
    expect(jia.textContent).toContain('合计4450 元');
    expect(screen.getByRole('region', { name: '乙的试算' }).textContent).toContain('还算不出来');
    expect(screen.getByText(/不是工资/)).toBeTruthy();
    expect(screen.getByText(/已公布的成绩评定表（第 2 版）/)).toBeTruthy();
  });

  test('tries other coefficients without saving them, and saves by the version that was read [R8]', async () => {
    const [preview, rules] = [`POST /api${BASE}/pay/preview`, `POST /api${BASE}/pay/rules`];
    const tried = { ...pay, slips: [slip({ total: 9999 })] };
    const asked = open(pay, { [preview]: ok(tried), [rules]: ok({ version: 4 }) });
    const form = await screen.findByRole('form', { name: '金额和系数' });
    fireEvent.change(within(form).getByLabelText('底薪（元）'), { target: { value: '3200' } });
    fireEvent.click(within(form).getByRole('button', { name: '试算' }));
    expect(await screen.findByText('9999 元')).toBeTruthy();
    expect(screen.getByText('下面按还没保存的系数试算。')).toBeTruthy();
    expect(asked.at(-1)).toEqual({ path: preview, body: { ...pay.rules, base: 3200 } });
    fireEvent.click(screen.getByRole('button', { name: BUTTON.save }));
    await waitFor(() =>
      expect(asked).toContainEqual({ path: rules, body: { version: 3, rules: { ...pay.rules, base: 3200 } } }),
    );
  });

  test('says why coefficients can’t be tried [R8]', async () => {
    open();
    const form = await screen.findByRole('form', { name: '金额和系数' });
    const [first] = within(form).getAllByLabelText('系数');
    fireEvent.change(first as HTMLElement, { target: { value: '0.2' } });
    expect((within(form).getByRole('button', { name: '试算' }) as HTMLButtonElement).disabled).toBe(true);
    expect(within(form).getByText(/系数不能越低越大/)).toBeTruthy();
  });

  test('is opened to trainees by a teacher; a mentor only reads [R8]', async () => {
    const path = `POST /api${BASE}/pay/opening`;
    const asked = open(pay, { [path]: ok({ opened: true }) });
    fireEvent.click(await screen.findByRole('button', { name: '给学员看各自的' }));
    await waitFor(() => expect(asked).toContainEqual({ path, body: { from: false, to: true } }));
    clean();
    forgetMe();
    open(pay, {}, 'mentor');
    expect(await screen.findByRole('region', { name: '甲的试算' })).toBeTruthy();
    expect(screen.queryByRole('form')).toBeNull();
    expect(screen.queryByRole('button', { name: '给学员看各自的' })).toBeNull();
  });

  test('says so where nobody is in the class, and where it can’t be read', async () => {
    open({ ...pay, slips: [] });
    expect(await screen.findByText('班里还没有学员')).toBeTruthy();
    clean();
    forgetMe();
    open(pay, { [GET]: 'offline' });
    expect(await screen.findByRole('button', { name: BUTTON.again })).toBeTruthy();
  });
});

test('a trainee reads their own once it is opened [R8]', async () => {
  const term = { id: 'm1', name: '实训周' };
  openOwn(ok({ term, slip: null, published: null }));
  expect(await screen.findByText('老师还没开放')).toBeTruthy();
  clean();
  openOwn(ok({ term, slip: slip(), published: null }));
  expect(await screen.findByText('4450 元')).toBeTruthy();
  expect(screen.getByText(/不是工资/)).toBeTruthy();
});
