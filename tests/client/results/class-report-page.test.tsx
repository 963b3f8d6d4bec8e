import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ClassReportPage } from '#client/features/results/class-report/class-report-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { nobody, signedIn } from '#tests/client/fixtures/people.ts';
import { classReport } from './class.ts';

afterEach(() => {
  clean();
  forgetMe();
});

const show = (report: unknown = classReport(), me: unknown = signedIn()) => {
  serve({ 'GET /api/me': ok(me), 'GET /api/runs/r1/class-report': ok(report) });
  renderAt('/runs/r1/class-report', '/runs/:id/class-report', <ClassReportPage />);
};

describe('the class report', () => {
  it('shows the spread, the dimensions, what to teach, which cases to drill, and who needs a word', async () => {
    show();
    expect(await screen.findByRole('img', { name: '50–59 分 1 人，80–89 分 1 人' })).toBeTruthy();
    expect(screen.getByText('71.5')).toBeTruthy();
    expect(screen.getAllByText('75.0%').length).toBe(3);
    expect(screen.getByText('600W 能用')).toBeTruthy();
    expect(screen.getByRole('link', { name: '脚背高，买多大' }).getAttribute('href')).toBe(
      '/start?scenarios=product-advice/shoe-half-size',
    );
    expect(screen.getByText('整场没有回一句')).toBeTruthy();
    expect(screen.getByText('能用多大功率')).toBeTruthy();
    expect(screen.getByText('亲，应该可以的')).toBeTruthy();
    expect(screen.getByText('还有 3 人')).toBeTruthy();
    expect(screen.getByText(/只算可比的 2 人，另有 1 人不计入/)).toBeTruthy();
  });

  it('mentions no left-out seats where there are none', async () => {
    const report = classReport();
    show({ ...report, figures: { ...report.figures, leftOut: 0 } });
    expect(await screen.findByText(/^以上是演练过的 2 人/)).toBeTruthy();
    expect(screen.queryByText(/0 人/)).toBeNull();
  });

  it('hides names for the projector and keeps the reasons', async () => {
    show();
    await screen.findByText('陈思远');
    await act(async () => fireEvent.click(screen.getByLabelText('隐去姓名（投屏时）')));
    expect(screen.queryByText('陈思远')).toBeNull();
    expect(screen.queryByText('林可欣')).toBeNull();
    expect(screen.queryByText('02')).toBeNull();
    expect(screen.getByText('整场没有回一句')).toBeTruthy();
  });

  it('[M32] names whose words were pasted, and has no such list where nobody’s were', async () => {
    const report = classReport();
    show(report);
    await screen.findByText('林可欣');
    expect(screen.queryByRole('region', { name: /不是手打的/ })).toBeNull();
    clean();
    show({ ...report, brought: { seats: [{ name: '周一', no: '07', why: '粘贴 4 条' }], more: 2 } });
    const list = await screen.findByRole('region', { name: '不是手打的（只说明，不算错）' });
    expect(list.textContent).toContain('07周一粘贴 4 条还有 2 人');
  });

  it('names who needs a word even where no marks are comparable', async () => {
    const report = classReport();
    show({ ...report, figures: { ...report.figures, n: 0 }, teach: [], well: { seats: [], more: 0 } });
    expect(await screen.findByText('还没有可以统计的成绩')).toBeTruthy();
    expect(screen.getByText('陈思远')).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('is for staff: anybody else is sent to sign in', async () => {
    show(classReport(), nobody());
    expect(await screen.findByText('/login?back=%2Fruns%2Fr1%2Fclass-report')).toBeTruthy();
  });
});
