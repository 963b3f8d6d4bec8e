import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { changedFindings } from '#client/features/report/model/rubric-changes.ts';
import type { Report } from '#contract/report.ts';
import { ok } from '#tests/client/fixtures/page.tsx';
import { report } from '#tests/client/fixtures/report.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { closeReport, openReport } from './run-report.tsx';

afterEach(() => {
  closeReport();
  vi.restoreAllMocks();
});

const NOW = { id: '2027-03', date: '2027-03-01' };
const pinned: Report = { ...report, rubric: { ...report.rubric, id: '2026-11', current: NOW } };
const first = report.findings.find(({ marks }) => marks > 0);
if (first === undefined) throw new Error('nothing cost a mark');
/** The total falls by 8.5 and under the pass, one dimension by 2; one finding costs 2 more and one is new. */
const fresh: Report = {
  ...report,
  score: 60,
  grade: 'fail',
  dimensions: report.dimensions.map((dimension, index) =>
    index === 0 ? { ...dimension, marks: (dimension.marks ?? 0) - 2 } : dimension,
  ),
  findings: [
    ...report.findings.map((finding) =>
      finding.key === first.key ? { ...finding, marks: finding.marks + 2 } : finding,
    ),
    { ...first, id: 'f99', key: 'new', title: '新版才有的一条', marks: 1.5 },
  ],
  rubric: { ...NOW, current: null },
};
const RESCORED = 'GET /api/drills/d1/report?rubric=current';

describe('by today’s rubric', () => {
  it('is offered only where today’s rubric isn’t the one the drill was marked by', async () => {
    openReport(report);
    await screen.findByText(report.verdict);
    expect(screen.queryByRole('button', { name: '按新版再算' })).toBeNull();
    closeReport();
    openReport({ ...pinned, rubric: { ...pinned.rubric, current: { ...NOW, id: '2026-11' } } });
    expect(await screen.findByText('按 2026-11 版评分；这一版后来改过。')).toBeTruthy();
  });

  it('shows both marks side by side and what changed, and the report stays as it is', async () => {
    const asked = openReport(pinned, { [RESCORED]: ok(fresh) });
    expect(await screen.findByText('按 2026-11 版评分；现在是 2027-03 版。')).toBeTruthy();
    expect(asked.map(({ path }) => path)).not.toContain(RESCORED);
    fireEvent.click(screen.getByRole('button', { name: '按新版再算' }));
    const part = within(await screen.findByRole('region', { name: '按现在的 2027-03 版再算' }));
    const total = await part.findByRole('row', { name: /总分/ });
    expect(total.textContent).toBe('总分及格68.5 / 100不及格60 / 100−8.5');
    expect(part.getByRole('row', { name: /响应时效/ }).textContent).toContain('−2');
    expect(part.getByText('换了分的 2 处')).toBeTruthy();
    expect(part.getByText(`−${first.marks} → −${first.marks + 2}`)).toBeTruthy();
    expect(part.getByText('新版才算：−1.5')).toBeTruthy();
    expect(screen.getByTestId('where').textContent).toBe('/drills/d1/report?rubric=current');
    expect(asked.every(({ path }) => path.startsWith('GET '))).toBe(true);
    fireEvent.click(part.getByRole('button', { name: BUTTON.fold }));
    expect(screen.queryByRole('region', { name: '按现在的 2027-03 版再算' })).toBeNull();
  });

  it('is part of the address, and says why it isn’t possible', async () => {
    const error = { code: 'rubric-not-compatible', message: '按新版算不了：现在的评分标准缺规则（vague）。' } as const;
    openReport(pinned, { [RESCORED]: { ok: false, error } }, '/drills/d1/report?rubric=current');
    const why = /按新版算不了：现在的评分标准缺规则（vague）。/;
    expect(await screen.findByText(why)).toBeTruthy();
  });

  it('lists no finding whose marks are the same, but one that no longer counts', () => {
    expect(changedFindings(report, report)).toEqual([]);
    const without = { ...report, findings: report.findings.filter(({ key }) => key !== first.key) };
    expect(changedFindings(report, without)).toEqual([{ finding: first, before: first.marks, after: null }]);
  });
});

describe('the report as a file', () => {
  const files = (answer: () => Response) => {
    const told = openReport(report);
    const served = globalThis.fetch;
    const asked: string[] = [];
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
      if (!/report\.(docx|json)$/.test(path)) return served(path, init);
      asked.push(path);
      return Promise.resolve(answer());
    });
    return { told, asked };
  };
  const choose = async (kind: string) => {
    fireEvent.click(await screen.findByRole('button', { name: '下载' }));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: new RegExp(kind) })));
  };

  it('is saved under the name the server gives it, JSON too', async () => {
    const saved: string[] = [];
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    const coded = encodeURIComponent('改进报告-林可欣-2026-11-20.json');
    const headers = {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="?.json"; filename*=UTF-8''${coded}`,
    };
    const { asked } = files(() => new Response('{}', { headers }));
    await choose('JSON 数据');
    await waitFor(() => expect(saved).toEqual(['改进报告-林可欣-2026-11-20.json']));
    expect(asked).toEqual(['/api/drills/d1/report.json']);
  });

  it('says why it can’t be downloaded', async () => {
    const reply = { ok: false, error: { code: 'report-not-published', message: '老师还没有发布成绩，发布后就能看。' } };
    files(() => new Response(JSON.stringify(reply), { status: 403 }));
    await choose('Word 文档');
    expect((await screen.findAllByText('没有下载。老师还没有发布成绩，发布后就能看。')).length).toBeGreaterThan(0);
  });
});

describe('on paper', () => {
  it('names the trainee on every page while the report is open', async () => {
    const written = vi.spyOn(CSSStyleSheet.prototype, 'replaceSync');
    openReport(report);
    await waitFor(() => expect(written.mock.lastCall?.[0]).toMatch(/content: "改进报告 01 林可欣 \d{4}-/));
    expect(written.mock.lastCall?.[0]).toContain('counter(page)');
    expect(document.adoptedStyleSheets).toHaveLength(1);
    closeReport();
    expect(document.adoptedStyleSheets).toHaveLength(0);
  });
});
