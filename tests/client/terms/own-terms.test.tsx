import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { HandoverPage } from '#client/features/terms/pages/handover-page.tsx';
import { TermPages } from '#client/features/terms/pages/term-pages.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { HandoverNote, OwnHandover, OwnTerms, TermHandover } from '#contract/terms/handover.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { leave } from './class-attendance.ts';
import { sheet } from './class-sheet.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const SUMS = { present: 3, late: 0, leave: 0, absent: 1 };
const own: OwnTerms = {
  ...{ name: '乙', signedIn: true, today: '2026-11-20' },
  terms: [
    {
      term: { id: 'm1', name: '实训周', firstDay: '2026-11-16', lastDay: '2026-11-27' },
      ...{ className: '2403 班', place: { team: '谷炊', leader: false, shift: 'late' }, open: 2, sheet: true },
      signed: {
        rules: { lateMinutes: 5, lateShare: 50, absentShare: null },
        sums: SUMS,
        recommended: null,
        sessions: [
          {
            ...{ run: 'r1', name: '周三第一节', day: '2026-11-18', shift: null, mark: 'present', byData: 'absent' },
            ...{ lateMs: 0, entries: [{ mark: 'present', reason: '点名时在', by: '王老师', at: 1 }] },
          },
        ],
        leaves: [
          leave(),
          leave({ id: 'l2', day: '2026-11-19', state: 'refused', decidedBy: '周导师', note: '有考试' }),
        ],
      },
    },
  ],
};
const openOwn = (value: OwnTerms = own, over: Parameters<typeof serve>[0] = {}) => {
  const asked = serve({ 'GET /api/my-terms': ok(value), ...over });
  renderAt('/classes/mine/terms', '/classes/:id/terms/*', <TermPages />);
  return asked;
};

describe('one’s own terms', () => {
  test('has team and shift, what to take, the published sheet, attendance and how each leave stands [A7] [J102]', async () => {
    openOwn();
    const term = await screen.findByRole('region', { name: '实训周' });
    expect(term.textContent).toContain('谷炊，晚班');
    expect(
      within(term)
        .getByRole('link', { name: /交接班.*2 条待接/ })
        .getAttribute('href'),
    ).toBe('/classes/mine/terms/m1/handover');
    const link = within(term).getByRole('link', { name: '我的成绩评定表' });
    expect(link.getAttribute('href')).toBe('/classes/mine/terms/m1/sheet/mine');
    expect(within(term).getByRole('button', { name: /到 3，迟到 0，请假 0，旷训 1/ })).toBeTruthy();
    expect(within(term).getByText('原来是旷训，老师改过：点名时在')).toBeTruthy();
    expect(within(term).getByText(/没批，周导师.*有考试/)).toBeTruthy();
  });

  test('leave is asked for and withdrawn there [A5]', async () => {
    const [ask, withdraw] = ['POST /api/my-terms/m1/leaves', 'POST /api/my-terms/m1/leaves/l1/withdraw'];
    const asked = openOwn(own, { [ask]: ok({ id: 'l3' }), [withdraw]: ok(null) });
    fireEvent.click(await screen.findByRole('button', { name: '请假' }));
    const dialog = await screen.findByRole('dialog');
    expect((within(dialog).getByLabelText('哪一天') as HTMLInputElement).value).toBe('2026-11-20');
    fireEvent.change(within(dialog).getByLabelText('时段'), { target: { value: 'pm' } });
    const send = within(dialog).getByRole('button', { name: '交上去' }) as HTMLButtonElement;
    expect(send.disabled).toBe(true);
    fireEvent.change(within(dialog).getByLabelText('原因'), { target: { value: '去医院复查' } });
    fireEvent.click(send);
    const body = { day: '2026-11-20', span: 'pm', reason: '去医院复查' };
    await waitFor(() => expect(asked).toContainEqual({ path: ask, body }));
    fireEvent.click(await screen.findByRole('button', { name: '撤回 2026-11-20 的请假' }));
    await waitFor(() => expect(asked.map(({ path }) => path)).toContain(withdraw));
  });

  test('without an account has no attendance and asks to sign in; of nobody it says so [A7]', async () => {
    const [term] = own.terms;
    if (term === undefined) throw new Error('no term');
    openOwn({ ...own, signedIn: false, terms: [{ ...term, signed: null }] });
    expect((await screen.findByRole('link', { name: BUTTON.logIn })).getAttribute('href')).toContain('mine');
    expect(screen.queryByRole('button', { name: '请假' })).toBeNull();
    clean();
    openOwn({ ...own, name: null, signedIn: false, terms: [] });
    expect(await screen.findByText('还不知道你是谁')).toBeTruthy();
    clean();
    openOwn({ ...own, terms: [] });
    expect(await screen.findByText('还没有学期')).toBeTruthy();
    clean();
    openOwn(own, { 'GET /api/my-terms': 'offline' });
    expect(await screen.findByRole('alert')).toBeTruthy();
  });
});

const note = (id: string, over: Partial<HandoverNote> = {}): HandoverNote => ({
  ...{ id, day: '2026-11-20', shift: 'early', text: `第 ${id} 件事`, by: '甲', at: 1 },
  ...{ taken: null, mine: false, mayTake: false },
  ...over,
});
const handover: OwnHandover = {
  ...{ term: { id: 'm1', name: '实训周' }, place: { team: '谷炊', leader: false, shift: 'late' }, open: 1, left: 3 },
  notes: [
    note('1', { mayTake: true }),
    note('2', { taken: { by: '丙', at: 1 } }),
    note('3', { shift: 'late', by: '乙', mine: true }),
  ],
};
const HANDOVER = '/api/my-terms/m1/handover';
const openNotes = (value: OwnHandover = handover, over: Parameters<typeof serve>[0] = {}) => {
  const asked = serve({ [`GET ${HANDOVER}`]: ok(value), ...over });
  renderAt('/classes/mine/terms/m1/handover', '/classes/:id/terms/*', <TermPages />);
  return asked;
};

describe('the handover notes of one’s own team', () => {
  test('are taken over by the other shift and taken back by who wrote them [A9]', async () => {
    const [take, remove] = [`POST ${HANDOVER}/1/take`, `POST ${HANDOVER}/3/remove`];
    const asked = openNotes(handover, { [take]: ok(null), [remove]: ok(null) });
    expect(await screen.findByText(/已接 丙/)).toBeTruthy();
    expect(screen.getByText('更早的还有 3 条，没列出来')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '接下甲写的：第 1 件事' }));
    await waitFor(() => expect(asked.map(({ path }) => path)).toContain(take));
    await waitFor(() => expect(asked.filter(({ path }) => path === `GET ${HANDOVER}`)).toHaveLength(2));
    fireEvent.click(screen.getByRole('button', { name: BUTTON.withdraw }));
    await waitFor(() => expect(asked.map(({ path }) => path)).toContain(remove));
  });

  test('are written one thing at a time, and a refusal keeps what was written [A8]', async () => {
    const full = { code: 'handover-full', message: '这个班次今天已经写了 20 条交接。' } as const;
    const asked = openNotes(handover, { [`POST ${HANDOVER}`]: { ok: false, error: full } });
    const field = (await screen.findByLabelText(/写给下一个班次/)) as HTMLTextAreaElement;
    fireEvent.change(field, { target: { value: '退款单 8 没到账' } });
    fireEvent.click(screen.getByRole('button', { name: '交下去' }));
    expect(await screen.findByText(/20 条交接/)).toBeTruthy();
    expect(field.value).toBe('退款单 8 没到账');
    expect(asked.at(-1)?.body).toEqual({ text: '退款单 8 没到账' });
  });

  test('say what is missing: notes, a shift, a team, the term [A8]', async () => {
    openNotes({ ...handover, notes: [], left: 0, open: 0 });
    expect(await screen.findByText('还没有交接')).toBeTruthy();
    clean();
    openNotes({ ...handover, place: { team: '谷炊', leader: false, shift: null } });
    expect(await screen.findByText(/还没给你分早晚班/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '交下去' })).toBeNull();
    clean();
    openNotes({ ...handover, place: null, notes: [] });
    expect(await screen.findByText('你还没进团队')).toBeTruthy();
    clean();
    const unknown = { code: 'unknown-term', message: '没有这个学期。' } as const;
    openNotes(handover, { [`GET ${HANDOVER}`]: { ok: false, error: unknown } });
    expect(await screen.findByText('没有这个学期')).toBeTruthy();
  });
});

describe('the handover notes of a term', () => {
  const body: TermHandover = {
    ...{ class: sheet.class, term: sheet.term },
    teams: [
      { team: '谷炊', notes: [note('1')], left: 0 },
      { team: '汀禾', notes: [], left: 0 },
    ],
  };
  const openAll = (value: TermHandover) => {
    serve({ 'GET /api/me': ok(signedIn('mentor')), 'GET /api/classes/c1/terms/m1/handover': ok(value) });
    renderAt('/classes/c1/terms/m1/handover', '/classes/:id/terms/:term/handover', <HandoverPage />);
  };

  test('stand team by team for staff, who take none [A8]', async () => {
    openAll(body);
    const team = await screen.findByRole('region', { name: '谷炊' });
    expect(team.textContent).toContain('待接 1 条');
    expect(within(team).queryByRole('button')).toBeNull();
    expect(screen.getByRole('region', { name: '汀禾' }).textContent).toContain('还没有交接');
    clean();
    openAll({ ...body, teams: [] });
    expect(await screen.findByRole('link', { name: '去团队页' })).toBeTruthy();
  });
});
