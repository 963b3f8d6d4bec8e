import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { parseScore } from '#client/features/report/model/report-rulings.ts';
import type { Report } from '#contract/report.ts';
import { ok } from '#tests/client/fixtures/page.tsx';
import { report } from '#tests/client/fixtures/report.ts';
import { results, seat } from '#tests/client/results/class.ts';
import { REPORT } from '#tests/support/labels.ts';
import { type Answers, closeReport, openReport, posted, staff } from './run-report.tsx';

afterEach(closeReport);

const [fault] = report.findings.filter((finding) => finding.severity !== 'merit' && finding.marks > 0);
if (fault === undefined) throw new Error('the fixture has no fault');

/** The report as the server gives it after a dismissal. */
const dismissed: Report = {
  ...report,
  machineScore: report.score,
  score: report.score + fault.marks,
  findings: report.findings.map((finding) =>
    finding.id === fault.id
      ? {
          ...finding,
          marks: 0,
          ruling: { id: 'g1', was: fault.marks, verdict: 'dismissed', by: '王老师', at: 1, reason: '说得清楚' },
        }
      : finding,
  ),
};

const open = (answers: Answers, address?: string) => openReport(report, answers, address);
const openAsStaff = (answers: Answers = {}) => open({ ...staff, ...answers });
const block = () => within(document.getElementById(fault.id) ?? document.body);

describe('a ruling', () => {
  it('shows everybody who ruled, what it was, what it is and why', async () => {
    open({ 'GET /api/drills/d1/report': ok(dismissed) });
    await screen.findByText(report.verdict);
    expect(block().getByText(`王老师改判 −${fault.marks} → 0：`)).toBeTruthy();
    expect(block().getByText('说得清楚', { exact: false })).toBeTruthy();
    expect(screen.getByText(`改判前机器给 ${report.score} 分`)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
    expect(screen.queryByRole('button', { name: '改判' })).toBeNull();
  });

  it('of staff needs a reason, is stored, and can be taken back from the toast', async () => {
    const asked = openAsStaff({
      'POST /api/drills/d1/rulings': ok(dismissed),
      'POST /api/drills/d1/rulings/g1/undo': ok(report),
    });
    await screen.findAllByRole('button', { name: '改判' });
    fireEvent.click(block().getByRole('button', { name: '改判' }));
    const dialog = within(screen.getByRole('dialog', { name: '改判这一条' }));
    expect(dialog.getByRole('button', { name: '改判' }).hasAttribute('disabled')).toBe(true);
    expect(dialog.getByText('还没写理由')).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('理由'), { target: { value: ' 说得清楚 ' } });
    fireEvent.submit(dialog.getByLabelText('理由').closest('form') as HTMLFormElement);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.find((request) => request.path === 'POST /api/drills/d1/rulings')?.body).toEqual({
      finding: fault.key,
      verdict: 'dismissed',
      reason: '说得清楚',
    });
    expect(block().getByText(`王老师改判 −${fault.marks} → 0：`)).toBeTruthy();
    const toast = screen.getByText('改判已记下').closest('li');
    await act(async () => fireEvent.click(within(toast as HTMLElement).getByText('撤销')));
    expect(posted(asked).at(-1)?.path).toBe('POST /api/drills/d1/rulings/g1/undo');
    await waitFor(() => expect(block().queryByText(/王老师改判/)).toBeNull());
  });

  it('takes only a total within 0–100', async () => {
    const asked = openAsStaff({ 'POST /api/drills/d1/rulings': ok(report) });
    fireEvent.click(await screen.findByRole('button', { name: '改总分' }));
    const dialog = within(screen.getByRole('dialog', { name: '改总分' }));
    fireEvent.change(dialog.getByLabelText('理由'), { target: { value: '当堂补答了' } });
    fireEvent.change(dialog.getByLabelText('总分，0–100'), { target: { value: '101' } });
    expect(dialog.getByRole('button', { name: '改判' }).hasAttribute('disabled')).toBe(true);
    fireEvent.change(dialog.getByLabelText('总分，0–100'), { target: { value: '８２.5' } });
    fireEvent.submit(dialog.getByLabelText('理由').closest('form') as HTMLFormElement);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.find((request) => request.path.startsWith('POST'))?.body).toEqual({
      finding: null,
      verdict: 'score',
      score: 82.5,
      reason: '当堂补答了',
    });
  });

  it('that is refused says why in the dialog and keeps what was written', async () => {
    openAsStaff({
      'POST /api/drills/d1/rulings': {
        ok: false,
        error: { code: 'unknown-finding', message: '报告里没有这一条。' },
      },
    });
    await screen.findAllByRole('button', { name: '改判' });
    fireEvent.click(block().getByRole('button', { name: '改判' }));
    const field = screen.getByLabelText<HTMLTextAreaElement>('理由');
    fireEvent.change(field, { target: { value: '说得清楚' } });
    fireEvent.submit(field.closest('form') as HTMLFormElement);
    expect((await screen.findByRole('alert')).textContent).toContain('报告里没有这一条。');
    expect(field.value).toBe('说得清楚');
  });

  it('reads a score with full-width digits and one decimal, and nothing above 100', () => {
    expect(['82', '82.5', '８２', '100', '100.5', '-1', '', '8 2', '82.55'].map(parseScore)).toEqual([
      82,
      82.5,
      82,
      100,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a report of a run', () => {
  it('leads back to the seat, for staff to the run', async () => {
    open({});
    const back = await screen.findByRole('link', { name: REPORT.toSeat });
    expect(back.getAttribute('href')).toBe('/seats/s1');
    closeReport();
    openAsStaff();
    const run = await screen.findByRole('link', { name: '回场次成绩' });
    expect(run.getAttribute('href')).toBe('/runs/r1/results');
  });

  it('says to staff whose it is, on paper too, and leads to the run’s next one in the order of its results', async () => {
    const seats = [
      seat(1, { seat: 's0', no: '07', name: '周舟', drill: 'd0' }),
      seat(2, { seat: 's1', no: '01', name: '林可欣', drill: 'd1' }),
      // This trainee never came: no report, so the link to the next one skips them.
      seat(3, { seat: 's2', name: '陈思远', drill: null, result: null }),
      seat(4, { seat: 's3', no: '03', name: '黄雨桐', drill: 'd3' }),
    ];
    const asked = openAsStaff({ 'GET /api/runs/r1/results': ok({ ...results(), seats }) });
    const nameElement = await screen.findByText('01 林可欣 · 周三上午场');
    expect(nameElement.closest('.print\\:hidden')).toBeNull();
    const next = await screen.findByRole('link', { name: '下一席：03 黄雨桐' });
    expect(next.getAttribute('href')).toBe('/drills/d3/report');
    expect(next.closest('.print\\:hidden')).toBeTruthy();
    const previous = screen.getByRole('link', { name: '上一席：07 周舟' });
    expect(previous.getAttribute('href')).toBe('/drills/d0/report');
    expect(asked.map(({ path }) => path)).toContain('GET /api/runs/r1/results');
  });

  it('leads a trainee to no other seat, and shows their own name only on paper', async () => {
    const asked = open({});
    const nameElement = await screen.findByText('01 林可欣');
    expect(nameElement.className).toBe('hidden print:inline');
    expect(screen.queryByRole('link', { name: /一席/ })).toBeNull();
    expect(asked.map(({ path }) => path)).not.toContain('GET /api/runs/r1/results');
  });

  it('that isn’t published yet says so calmly and leads to the seat', async () => {
    open({
      'GET /api/drills/d1/report': {
        ok: false,
        error: { code: 'report-not-published', message: '老师还没有发布成绩，发布后就能看。' },
      },
    });
    expect(await screen.findByText('老师还没有发布')).toBeTruthy();
    expect((await screen.findByRole('link', { name: REPORT.toSeat })).getAttribute('href')).toBe('/seats/s1');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('opens at the moment that a figure was counted from', async () => {
    const line = report.transcript.find((transcriptLine) => transcriptLine.by === 'trainee');
    if (line === undefined) throw new Error('the fixture has no reply');
    open({}, `/drills/d1/report?at=${line.conversation}:${line.at}`);
    await screen.findByText(report.verdict);
    await waitFor(() => expect(document.activeElement?.id).toBe(`line-${line.id}`));
    expect(document.activeElement?.getAttribute('aria-current')).toBe('location');
  });

  it('opens at its beginning when the address names a moment that doesn’t exist', async () => {
    open({}, '/drills/d1/report?at=c99:1');
    await screen.findByText(report.verdict);
    expect(document.querySelector('[aria-current="location"]')).toBeNull();
  });
});
