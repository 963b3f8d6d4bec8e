import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { EvaluationPages } from '#client/features/terms/evaluation/evaluation-pages.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { OwnSides } from '#contract/terms/sides.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { sideForm, sides } from './class-sides.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const BASE = '/classes/c1/terms/m1';
const open = (rest: string, over: Parameters<typeof serve>[0] = {}, role: 'teacher' | 'mentor' = 'teacher') => {
  const asked = serve({
    ...{ 'GET /api/me': ok(signedIn(role)), [`GET /api${BASE}/sides`]: ok(sides) },
    [`GET /api${BASE}/sides/jia`]: ok(sideForm),
    ...over,
  });
  renderAt(`${BASE}/${rest}`, '/classes/:id/terms/*', <EvaluationPages />);
  return asked;
};
const openOwn = (answer: Parameters<typeof serve>[0][string], over: Parameters<typeof serve>[0] = {}) => {
  const asked = serve({ 'GET /api/my-terms/m1/sides': answer, ...over });
  renderAt('/classes/mine/terms/m1/sides', '/classes/:id/terms/*', <EvaluationPages />);
  return asked;
};
const own = (over: Partial<OwnSides> = {}): OwnSides => ({ ...sideForm, side: 'self', compared: null, ...over });
const press = async (indicator: string, mark: string) =>
  fireEvent.click(within(await screen.findByRole('region', { name: indicator })).getByRole('radio', { name: mark }));

describe('the page of a term’s three sides', () => {
  test('offers its file to whoever is given one, and not to a mentor of another school [J119]', async () => {
    open('sides');
    await screen.findByRole('table', { name: '乙的三方评价' });
    expect(screen.getByRole('button', { name: /^导出/ })).toBeTruthy();
    clean();
    forgetMe();
    open('sides', { [`GET /api${BASE}/sides`]: ok({ ...sides, visiting: true }) }, 'mentor');
    await screen.findByRole('table', { name: '乙的三方评价' });
    expect(screen.queryByRole('button', { name: /^导出/ })).toBeNull();
  });

  test('has the marks beside each other, marks what lies apart, and has no mean [R4]', async () => {
    open('sides');
    const table = await screen.findByRole('table', { name: '乙的三方评价' });
    const rows = within(table).getAllByRole('row');
    const texts = (row: HTMLElement | undefined) =>
      [...(row?.querySelectorAll('td') ?? [])].map((one) => one.textContent);
    expect(texts(rows[1])).toEqual(['5', '2', '—没填', '差 3']);
    expect(texts(rows[2])).toEqual(['4', '3', '—没填', '1']);
    expect(rows[1]?.textContent).toContain('3 场里答错 4 处');
    expect(rows[2]?.textContent).toContain('没有数据');
    expect(screen.getByText('多看卡片')).toBeTruthy();
    expect(screen.getByText('1 项相差 2 分以上')).toBeTruthy();
    const [first] = screen.getAllByRole('listitem');
    expect(first?.textContent).toContain('乙');
  });

  test('says who hasn’t answered by side, and leads to one’s own form [R4]', async () => {
    open('sides');
    const missing = await screen.findByRole('region', { name: '还没填的' });
    expect(missing.textContent).toBe('老师还差 1 / 2 人 甲导师还差 2 / 2 人 乙，甲');
    expect(screen.getByRole('link', { name: /去评\s*甲/ }).getAttribute('href')).toBe(`${BASE}/sides/of/jia`);
    expect(screen.getByRole('link', { name: /改我的\s*乙/ })).toBeTruthy();
    const other = screen.getByRole('table', { name: '甲的三方评价' });
    expect(within(other).getAllByText('已填，你填了才看得到')).toHaveLength(3);
  });

  test('is closed by a teacher by the state that was read, and never by a mentor [R5]', async () => {
    const asked = open('sides', { [`POST /api${BASE}/sides/state`]: ok({ state: 'closed' }) });
    fireEvent.click(await screen.findByRole('button', { name: '截止' }));
    await waitFor(() =>
      expect(asked).toContainEqual({
        path: `POST /api${BASE}/sides/state`,
        body: { from: 'going', to: 'closed' },
      }),
    );
    clean();
    forgetMe();
    open('sides', {}, 'mentor');
    expect(await screen.findByText('正在评')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '截止' })).toBeNull();
    expect(screen.queryByRole('link', { name: '改指标' })).toBeNull();
  });

  test('says so where nobody is in the class, and where it can’t be read', async () => {
    open('sides', { [`GET /api${BASE}/sides`]: ok({ ...sides, rows: [] }) });
    expect(await screen.findByText('班里还没有学员')).toBeTruthy();
    clean();
    forgetMe();
    open('sides', { [`GET /api${BASE}/sides`]: 'offline' });
    expect(await screen.findByRole('button', { name: BUTTON.again })).toBeTruthy();
  });
});

describe('a side’s form', () => {
  test('keeps each mark as a draft and hands in the whole once none is missing [R3]', async () => {
    const [draft, handIn] = [`POST /api${BASE}/sides/jia/draft`, `POST /api${BASE}/sides/jia`];
    const asked = open('sides/of/jia', { [draft]: ok({ at: 1 }), [handIn]: ok({ at: 2 }) }, 'mentor');
    await press('答得对', '4');
    await waitFor(() =>
      expect(asked.at(-1)).toEqual({ path: draft, body: { version: 2, marks: { answers: 4 }, note: '' } }),
    );
    const button = screen.getByRole('button', { name: '提交' }) as HTMLButtonElement;
    expect([button.disabled, screen.getByText('还有 2 项没打分') !== null]).toEqual([true, true]);
    await press('态度与情绪', '1');
    await press('办理与跟进', '5');
    fireEvent.change(screen.getByLabelText('一句话（可不填）'), { target: { value: ' 被骂会急 ' } });
    fireEvent.click(button);
    const marks = { answers: 4, manner: 1, handling: 5 };
    await waitFor(() => expect(asked.at(-1)?.path).not.toBe(draft));
    expect(asked).toContainEqual({ path: handIn, body: { version: 2, marks, note: '被骂会急' } });
    await waitFor(() => expect(screen.getByTestId('where').textContent).toBe(`${BASE}/sides`));
  });

  test('says that a draft wasn’t kept, and keeps what was chosen [R3]', async () => {
    open('sides/of/jia', { [`POST /api${BASE}/sides/jia/draft`]: 'offline' }, 'mentor');
    await press('答得对', '4');
    expect((await screen.findByRole('alert')).textContent).toContain('草稿没存上');
    const chosen = within(screen.getByRole('region', { name: '答得对' })).getByRole('radio', { name: '4' });
    expect(chosen.getAttribute('aria-checked')).toBe('true');
  });

  test('has no fields once the term is closed [R3]', async () => {
    open('sides/of/jia', { [`GET /api${BASE}/sides/jia`]: ok({ ...sideForm, state: 'closed' }) });
    expect(await screen.findByText(/已经截止，不能再填/)).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
  });
});

describe('a trainee’s own', () => {
  test('is judged there; a refusal is shown and nothing is lost [R6]', async () => {
    const refusal = { ok: false, error: { code: 'sides-closed', message: '已经截止' } } as const;
    const draft = { marks: { answers: 2, manner: 3, handling: 3 }, note: '', at: 1 };
    openOwn(ok(own({ draft })), { 'POST /api/my-terms/m1/sides': refusal });
    fireEvent.click(await screen.findByRole('button', { name: '提交' }));
    expect((await screen.findByRole('alert')).textContent).toContain('已经截止');
    expect(screen.getAllByRole('radio', { checked: true })).toHaveLength(3);
  });

  test('shows the other sides once published, and before only that it is closed [R6]', async () => {
    openOwn(ok(own({ state: 'closed' })));
    expect(await screen.findByText(/已经截止，你没有填/)).toBeTruthy();
    clean();
    const [row] = sides.rows;
    if (row === undefined) throw new Error('no row');
    const { sides: three, differ, figures } = row;
    openOwn(ok(own({ state: 'published', compared: { sides: three, differ, figures } })));
    expect(await screen.findByText('多看卡片')).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
  });

  test('sends whoever isn’t known here to the door [R6]', async () => {
    openOwn({ ok: false, error: { code: 'unknown-term', message: '没有这个学期' } });
    expect((await screen.findByRole('link', { name: BUTTON.logIn })).getAttribute('href')).toContain('/login?back=');
    clean();
    openOwn('offline');
    expect(await screen.findByRole('button', { name: BUTTON.again })).toBeTruthy();
  });
});

describe('the indicators', () => {
  test('are changed; a text that nobody touched stays what ships [R1]', async () => {
    const path = `POST /api${BASE}/sides/rules`;
    const asked = open('sides/rules', { [path]: ok({ version: 1 }) });
    const names = await screen.findAllByLabelText('名称');
    fireEvent.change(names[0] as HTMLElement, { target: { value: '话术' } });
    fireEvent.click(screen.getByRole('button', { name: BUTTON.save }));
    await waitFor(() => expect(asked.at(-1)?.path).not.toBe(`GET /api${BASE}/sides`));
    const sent = asked.find((one) => one.path === path)?.body;
    expect(sent).toMatchObject({
      version: 0,
      rules: { indicators: [{ id: 'answers', name: '话术', low: null }, { name: null }, { name: null }] },
    });
  });

  test('can’t be fewer than three, nor be without a name [R1]', async () => {
    open('sides/rules');
    const names = await screen.findAllByLabelText('名称');
    expect(screen.queryByRole('button', { name: /^删掉/ })).toBeNull();
    fireEvent.change(names[0] as HTMLElement, { target: { value: ' ' } });
    expect((screen.getByRole('button', { name: BUTTON.save }) as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: '加一项' }));
    expect(screen.getAllByRole('button', { name: /^删掉/ })).toHaveLength(4);
  });
});
