import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findingDoubts } from '#client/lib/reports/report-doubts.ts';
import type { PointReply, Report, ReportFinding } from '#contract/report.ts';
import { drill } from '#tests/client/fixtures/cards.ts';
import { ok } from '#tests/client/fixtures/page.tsx';
import { report as kept } from '#tests/client/fixtures/report.ts';
import { type Answers, closeReport, openReport, posted, staff } from './run-report.tsx';

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(closeReport);

/** Nothing in it is in doubt. */
const plain: Report = { ...kept, findings: kept.findings.map((finding) => ({ ...finding, unsure: false })) };
const [row] = plain.ledger;
const point = row?.points[0];
if (row === undefined || point === undefined) throw new Error('the fixture has no point');
const PLACE = { conversation: row.conversation, point: point.id, turn: 1 };
const MOMENT = { conversation: row.conversation, at: 1000 };
const WORDS = '邮路上的钱不用您操心';
const reply: PointReply = {
  ...{ turn: 1, at: 12_000, customer: row.text, words: WORDS, heard: 'unsure', doubtful: true },
  ...{ ruling: null, proposal: null },
};
const given = (verdict: 'covered' | 'wrong' | 'not-said', reason = '') => ({
  doubtful: false,
  ruling: { id: 'g1', verdict, by: '王老师', at: 1, reason },
});

/** The report with one point in doubt, as `over` says. */
const doubtful = (over: Partial<PointReply> = {}, whole: Partial<Report> = {}): Report => {
  const own = { ...reply, ...over };
  const state = own.doubtful ? 'unsure' : own.ruling?.verdict === 'covered' ? 'covered' : 'missed';
  return {
    ...plain,
    range: own.doubtful ? [plain.score - 4, plain.score + 4] : [plain.score, plain.score],
    doubts: own.doubtful ? 1 : 0,
    ledger: plain.ledger.map((ledgerRow) =>
      ledgerRow === row
        ? { ...ledgerRow, points: [{ ...point, state, replies: [own] }, ...ledgerRow.points.slice(1)] }
        : ledgerRow,
    ),
    ...whole,
  };
};

const open = async (report: Report, answers: Answers = {}, address?: string) => {
  const asked = openReport(report, answers, address);
  await screen.findByText(report.verdict);
  return asked;
};
const section = () => within(screen.getByRole('region', { name: /待核/ }));

describe('待核', () => {
  it('has no section where the judge was sure of everything', async () => {
    await open(plain);
    expect(screen.queryByRole('region', { name: /待核/ })).toBeNull();
  });

  it('shows question, point and words, and the score’s range leads to it', async () => {
    await open(doubtful());
    expect(section().getByRole('heading', { name: '待核 1 处' })).toBeTruthy();
    expect(section().getByRole('article', { name: row.text })).toBeTruthy();
    expect(section().getByText(`要说到：${point.text}`)).toBeTruthy();
    expect(section().getByText(WORDS)).toBeTruthy();
    const link = screen.getByRole('link', { name: '因为 1 处待核' });
    await act(async () => fireEvent.click(link));
    expect(document.activeElement?.id).toBe('doubts');
    expect(Element.prototype.scrollIntoView).toHaveBeenCalled();
  });

  it('is focused by an address with #doubts', async () => {
    await open(doubtful(), {}, '/drills/d1/report#doubts');
    expect(document.activeElement?.id).toBe('doubts');
  });

  it('asks the trainee, keeps their answer, and says that no mark moves', async () => {
    const asked = await open(doubtful(), { 'POST /api/drills/d1/proposals': ok(doubtful({ proposal: true })) });
    expect(section().queryByText('答到了', { exact: true })).toBeNull();
    fireEvent.click(section().getByRole('radio', { name: '我答到了' }));
    await waitFor(() => expect(section().getByText('记下了。分数不变，老师改判后才算')).toBeTruthy());
    expect(posted(asked).at(-1)).toEqual({ path: 'POST /api/drills/d1/proposals', body: { ...PLACE, said: true } });
    expect(section().getByRole('radio', { name: '我答到了' }).getAttribute('aria-checked')).toBe('true');
    fireEvent.click(section().getByRole('radio', { name: '我答到了' }));
    await waitFor(() => expect(posted(asked).at(-1)?.body).toEqual({ ...PLACE, said: null }));
  });

  it('[M99] tells nobody in practice that somebody will rule, nor asks for a view that none of these has', async () => {
    const late = { ...plain.findings[0], family: 'late', turn: 9, unsure: true, ruling: null } as never;
    const inPractice = { 'GET /api/drills/d1': ok(drill({ id: 'd1', run: null })) };
    await open({ ...plain, doubts: 1, findings: [late] }, inPractice);
    await waitFor(() => expect(section().getByText('这几句拿不准，只算几成。自己练时没有人改判。')).toBeTruthy());
    closeReport();
    await open(doubtful(), inPractice);
    await waitFor(() => expect(section().getByText(/没有人改判，你可以记下自己的看法/)).toBeTruthy());
  });

  it('[M98] lists a late answer in doubt, unless its turn’s words are', () => {
    const late = { ...plain.findings[0], conversation: PLACE.conversation, family: 'late', turn: 1 } as ReportFinding;
    const unsure = { ...late, unsure: true, ruling: null };
    expect(findingDoubts({ ...plain, ledger: [], findings: [unsure] })).toHaveLength(1);
    expect(findingDoubts({ ...doubtful(), findings: [unsure] })).toHaveLength(0);
    expect(findingDoubts({ ...doubtful(), findings: [{ ...unsure, turn: 7 }] })).toHaveLength(1);
  });

  it('[M111] lists and counts a doubt that nobody can rule on', async () => {
    const doubts = [{ ...MOMENT, text: '「您问哪款」算不算答' }];
    const lost = [{ text: '待核 1 处', marks: 1, finding: null, place: MOMENT, doubts }];
    const dimensions = plain.dimensions.map((dimension, i) =>
      i === 0 ? { ...dimension, lost } : { ...dimension, lost: [] },
    );
    await open({ ...plain, dimensions, range: [plain.score - 1, plain.score + 1] });
    expect(section().getByRole('heading', { name: '待核 1 处' })).toBeTruthy();
    expect(section().getByText('「您问哪款」算不算答')).toBeTruthy();
    expect(section().getByRole('link').getAttribute('href')).toContain(`?at=${MOMENT.conversation}:${MOMENT.at}`);
    expect(screen.getByRole('link', { name: '因为 1 处待核' })).toBeTruthy();
  });

  it('[M208] says of a point told later that only this reply is in doubt', async () => {
    const report = doubtful();
    expect(report.ledger.flatMap(({ points }) => points).find(({ id }) => id === point.id)?.state).not.toBe('covered');
    const ledger = report.ledger.map((one) => ({
      ...one,
      points: one.points.map((other) => (other.id === point.id ? { ...other, state: 'covered' as const } : other)),
    }));
    await open({ ...report, ledger });
    expect(section().getByText('这一点后来答到了，待核的只是这一句算不算答到')).toBeTruthy();
  });

  it('[M115] says of a point that stands wrong that it is charged in full', async () => {
    const report = doubtful();
    const ledger = report.ledger.map((one) => ({
      ...one,
      points: one.points.map((other) => (other.id === point.id ? { ...other, state: 'wrong' as const } : other)),
    }));
    await open({ ...report, ledger });
    expect(section().getByText(/这一点按说错的扣了/)).toBeTruthy();
  });

  it('says in practice that it never counts in full', async () => {
    await open(doubtful({ proposal: false }), { 'GET /api/drills/d1': ok(drill({ id: 'd1', run: null })) });
    await waitFor(() => expect(section().getByText('记下了。自己练时没有人改判，待核一直只算几成')).toBeTruthy());
  });

  it('keeps the trainee’s words when they are refused, and says why', async () => {
    await open(doubtful(), {
      'POST /api/drills/d1/proposals': {
        ok: false,
        error: { code: 'unknown-point', message: '报告里没有这一处要点。' },
      },
    });
    fireEvent.click(section().getByRole('radio', { name: '没答到' }));
    expect(await screen.findByText('报告里没有这一处要点。')).toBeTruthy();
    expect(section().getByRole('radio', { name: '没答到' }).getAttribute('aria-checked')).toBe('false');
  });

  it('is ruled on by staff with one press, as an example unless they say no, and taken back from the toast', async () => {
    const ruled = doubtful(given('covered'));
    const asked = await open(doubtful({ proposal: true }), {
      ...staff,
      'POST /api/drills/d1/rulings': ok(ruled),
      'POST /api/drills/d1/rulings/g1/undo': ok(doubtful({ proposal: true })),
    });
    await waitFor(() => expect(section().getByText('学员认为答到了')).toBeTruthy());
    expect(section().queryByRole('radio', { name: '我答到了' })).toBeNull();
    fireEvent.click(section().getByRole('radio', { name: '答到了' }));
    await waitFor(() => expect(section().getByText('王老师改判 待核 → 答到了')).toBeTruthy());
    expect(asked.find((request) => request.path === 'POST /api/drills/d1/rulings')?.body).toEqual({
      ...{ point: PLACE, verdict: 'covered', reason: '', example: true },
    });
    expect(screen.getByRole('heading', { name: '待核都定下来了' })).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: '收作例句' })).toBeNull();
    const toast = screen.getByText('改判已记下').closest('li');
    await act(async () => fireEvent.click(within(toast as HTMLElement).getByText('撤销')));
    expect(posted(asked).at(-1)?.path).toBe('POST /api/drills/d1/rulings/g1/undo');
    await waitFor(() => expect(screen.getByRole('heading', { name: '待核 1 处' })).toBeTruthy());
  });

  it('is ruled on with a reason, and not as an example, in the dialog', async () => {
    const asked = await open(doubtful(), { ...staff, 'POST /api/drills/d1/rulings': ok(doubtful(given('wrong'))) });
    await waitFor(() => expect(section().getByRole('checkbox', { name: '收作例句' })).toBeTruthy());
    fireEvent.click(section().getByRole('button', { name: '写理由' }));
    const dialog = within(screen.getByRole('dialog', { name: '改判这一点' }));
    expect(dialog.getByText(WORDS)).toBeTruthy();
    fireEvent.click(dialog.getByRole('radio', { name: /答错了/ }));
    fireEvent.click(dialog.getByRole('checkbox', { name: '收作例句' }));
    fireEvent.change(dialog.getByLabelText('理由（可以不写）'), { target: { value: ' 运费要买家出 ' } });
    fireEvent.submit(dialog.getByLabelText('理由（可以不写）').closest('form') as HTMLFormElement);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.find((request) => request.path === 'POST /api/drills/d1/rulings')?.body).toEqual({
      ...{ point: PLACE, verdict: 'wrong', reason: '运费要买家出', example: false },
    });
  });

  it('that is ruled on shows the trainee who ruled and why, and asks nothing more', async () => {
    await open(doubtful({ ...given('not-said', '没说谁出'), proposal: true }));
    expect(section().getByText('王老师改判 待核 → 没答到：')).toBeTruthy();
    expect(section().getByText('没说谁出', { exact: false })).toBeTruthy();
    expect(section().getByText('学员认为答到了')).toBeTruthy();
    expect(section().queryByRole('radio')).toBeNull();
    expect(section().queryByRole('button', { name: '撤销' })).toBeNull();
  });

  it('lists a possible red line too, which is ruled on like a finding', async () => {
    const fault = plain.findings.find((finding) => finding.severity !== 'merit' && finding.family !== 'late');
    if (fault === undefined) throw new Error('no fault');
    const findings = plain.findings.map((finding) =>
      finding === fault ? { ...finding, unsure: true, marks: 0 } : finding,
    );
    await open(doubtful({}, { findings, doubts: 2 }), staff);
    await waitFor(() => expect(section().getAllByRole('button', { name: '改判' })).toHaveLength(1));
    expect(section().getByRole('article', { name: fault.title })).toBeTruthy();
    fireEvent.click(section().getByRole('button', { name: '改判' }));
    expect(screen.getByRole('dialog', { name: '改判这一条' })).toBeTruthy();
  });
});

describe('the ledger', () => {
  it('lets staff rule on points the judge was sure of, and shows the ruling', async () => {
    const wrong = doubtful({ heard: 'wrong', doubtful: false });
    const ruled = doubtful({ heard: 'wrong', ...given('covered') });
    const asked = await open(wrong, { ...staff, 'POST /api/drills/d1/rulings': ok(ruled) });
    fireEvent.click(await screen.findByRole('button', { name: `改判：${point.text}` }));
    const dialog = within(screen.getByRole('dialog', { name: '改判这一点' }));
    fireEvent.submit(dialog.getByLabelText('理由（可以不写）').closest('form') as HTMLFormElement);
    await waitFor(() => expect(screen.getByText('王老师改判 说错了 → 答到了')).toBeTruthy());
    expect(asked.find((request) => request.path === 'POST /api/drills/d1/rulings')?.body).toMatchObject({
      verdict: 'covered',
    });
  });

  it('offers a trainee no ruling', async () => {
    await open(doubtful({ heard: 'wrong', doubtful: false }));
    expect(screen.queryByRole('button', { name: /^改判/ })).toBeNull();
  });
});
