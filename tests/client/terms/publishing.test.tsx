import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { changesOf } from '#client/features/terms/model/published-changes.ts';
import { faultOf, rulesIn, withAward } from '#client/features/terms/model/rules-draft.ts';
import { SheetAppealsPage } from '#client/features/terms/published-pages/appeals-page.tsx';
import { ScholarshipPage } from '#client/features/terms/published-pages/scholarship-page.tsx';
import { SlipsPage } from '#client/features/terms/published-pages/slips-page.tsx';
import { VersionPage } from '#client/features/terms/published-pages/version-page.tsx';
import { VersionsPage } from '#client/features/terms/published-pages/versions-page.tsx';
import { SheetPage } from '#client/features/terms/sheet-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { SheetAppealRow } from '#contract/terms/published.ts';
import type { TermSheet } from '#contract/terms/sheet.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { cell, jia, publication, sheet, yi } from './class-sheet.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const TERM = '/api/classes/c1/terms/m1';
const marksOf = (learning: number | null) => ({
  jia: { discipline: 30, learning, attendance: 40 },
  yi: { discipline: 5, learning: 5, attendance: 40 },
});
const published: TermSheet = {
  ...sheet,
  published: { publications: [publication()], rulesVersion: 2, marks: marksOf(8), openAppeals: 2 },
};
const openSheet = (
  body: TermSheet,
  answers: Parameters<typeof serve>[0] = {},
  role: 'teacher' | 'mentor' = 'teacher',
) => {
  const asked = serve({ 'GET /api/me': ok(signedIn(role)), [`GET ${TERM}/sheet`]: ok(body), ...answers });
  renderAt('/classes/c1/terms/m1/sheet', '/classes/:id/terms/:term/sheet', <SheetPage />);
  return asked;
};
const strip = () => screen.findByRole('region', { name: '发布' });

describe('publishing on the page of a sheet', () => {
  test('says how many cells are missing before it publishes, and sends that number [J10]', async () => {
    const asked = openSheet(sheet, { [`POST ${TERM}/sheet/publish`]: ok({ version: 1 }) });
    const bar = await strip();
    within(bar).getByText('还没有发布');
    expect(within(bar).queryByRole('button', { name: BUTTON.withdraw })).toBeNull();
    fireEvent.click(within(bar).getByRole('button', { name: '发布' }));
    const dialog = await screen.findByRole('dialog', { name: '发布成绩评定表' });
    within(dialog).getByText(/^还缺 1 格（1 人）/);
    fireEvent.click(within(dialog).getByLabelText('学员能看到自己的奖学金名次'));
    fireEvent.click(within(dialog).getByRole('button', { name: '发布' }));
    const body = { version: 0, missing: 1, showsRank: true };
    await waitFor(() => expect(asked).toContainEqual({ path: `POST ${TERM}/sheet/publish`, body }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.filter(({ path }) => path === `GET ${TERM}/sheet`)).toHaveLength(2);
  });

  test('keeps the dialog open with the refusal, and shows what a colleague entered meanwhile', async () => {
    const error = { code: 'sheet-missing-changed' as const, message: '缺的格数变了，现在缺 0 格，看看再发布。' };
    const answers = { [`POST ${TERM}/sheet/publish`]: { ok: false as const, error } };
    const asked = openSheet(sheet, answers);
    fireEvent.click(within(await strip()).getByRole('button', { name: '发布' }));
    const dialog = await screen.findByRole('dialog');
    const whole = { ...jia, level: 'good', total: { value: 80, of: 100, missing: [] } };
    serve({ 'GET /api/me': ok(signedIn()), [`GET ${TERM}/sheet`]: ok({ ...sheet, rows: [whole, yi] }), ...answers });
    fireEvent.click(within(dialog).getByRole('button', { name: '发布' }));
    await within(dialog).findByText(/现在缺 0 格/);
    await within(dialog).findByText('各格都齐了。');
    expect(asked.filter(({ path }) => path === `GET ${TERM}/sheet`)).toHaveLength(1);
  });

  test('says since when it is published, which cells have changed, and how many appeals wait [J9] [J13]', async () => {
    openSheet(published);
    const bar = await strip();
    within(bar).getByText(/^已发布于 2026-11-2\d .*第 1 版/);
    within(bar).getByText('发布后改了 1 格');
    within(bar).getByText('甲的学习能力：8 → 缺');
    expect(within(bar).getByRole('link', { name: '2 条申诉待答' }).getAttribute('href')).toBe(
      '/classes/c1/terms/m1/appeals',
    );
    within(bar).getByRole('button', { name: '再发布' });
  });

  test('withdraws with a reason [J12]', async () => {
    const asked = openSheet(published, { [`POST ${TERM}/sheet/withdraw`]: ok({ version: 1 }) });
    fireEvent.click(within(await strip()).getByRole('button', { name: BUTTON.withdraw }));
    const dialog = await screen.findByRole('dialog', { name: '撤回发布的成绩评定表' });
    const withdraw = within(dialog).getByRole('button', { name: BUTTON.withdraw });
    expect(withdraw.hasAttribute('disabled')).toBe(true);
    fireEvent.change(within(dialog).getByLabelText(/^为什么撤回/), { target: { value: '漏了考试' } });
    fireEvent.click(withdraw);
    const body = { version: 1, why: '漏了考试' };
    await waitFor(() => expect(asked).toContainEqual({ path: `POST ${TERM}/sheet/withdraw`, body }));
  });

  test('is the teachers’; a mentor sees what is published', async () => {
    openSheet(published, {}, 'mentor');
    const bar = await strip();
    within(bar).getByText(/^已发布于/);
    expect(within(bar).queryByRole('button', { name: '再发布' })).toBeNull();
    expect(within(bar).queryByRole('button', { name: BUTTON.withdraw })).toBeNull();
  });

  test('what differs: marks, people and rules, and nothing of a column that is new [J9]', () => {
    expect(changesOf(published, [jia, yi])).toMatchObject({ added: [], left: 0, rules: false });
    expect(changesOf({ ...published, version: 3 }, [yi])).toEqual({ cells: [], added: [], left: 1, rules: true });
    const more = { ...yi, person: 'bing', name: '丙' };
    const fresh = { ...yi, cells: [...yi.cells, cell('new', 3)] };
    expect(changesOf(published, [fresh, more])).toEqual({ cells: [], added: ['丙'], left: 1, rules: false });
  });
});

describe('paper', () => {
  test('has the class on one sheet with lines to sign; what is missing and not published says so [J16]', async () => {
    openSheet(sheet);
    await strip();
    const paper = document.querySelector<HTMLElement>('section[aria-hidden=true]');
    if (paper === null) throw new Error('nothing to print');
    for (const text of ['学校指导教师：', '企业导师：', '日期：', '班级：2403 班', '还没有发布', '缺 1 项'])
      within(paper).getByText(text);
    within(paper).getByText('缺');
    expect(within(paper).queryByText('学生签名：')).toBeNull();
  });

  test('has each trainee, or one, on a page with a line for the trainee [J16]', async () => {
    serve({ 'GET /api/me': ok(signedIn()), [`GET ${TERM}/sheet`]: ok(published) });
    renderAt('/classes/c1/terms/m1/sheet/slips', '/classes/:id/terms/:term/sheet/slips', <SlipsPage />);
    const pages = await screen.findAllByRole('article');
    expect(pages).toHaveLength(2);
    for (const text of ['学校指导教师：', '企业导师：', '学生签名：', '日期：', /^打印的是现在的表，和第 1 版不一样/])
      within(pages[0] as HTMLElement).getByText(text);
    within(pages[0] as HTMLElement).getByText('缺');
    within(pages[0] as HTMLElement).getByText(/上课和笔试 5 次，到了 4 次/);
    fireEvent.change(screen.getByLabelText('打印谁的'), { target: { value: 'yi' } });
    expect(screen.getAllByRole('article').map((page) => page.getAttribute('aria-label'))).toEqual([
      '学员成绩评定表，乙',
    ]);
  });
});

describe('the scholarships', () => {
  const open = (body: TermSheet) => {
    serve({ 'GET /api/me': ok(signedIn()), [`GET ${TERM}/sheet`]: ok(body) });
    renderAt('/classes/c1/terms/m1/scholarships', '/classes/:id/terms/:term/scholarships', <ScholarshipPage />);
  };

  test('stand in their order, with what decided it, and who isn’t ranked [J15]', async () => {
    const rank = { rank: 1, shared: true, byExams: false, award: 'first', yuan: 500 };
    open({
      ...sheet,
      rows: [jia, yi, { ...yi, person: 'bing', name: '丙' }],
      order: [
        { person: 'yi', ...rank },
        { person: 'bing', ...rank },
      ],
    });
    const row = (await screen.findByRole('rowheader', { name: '02，乙' })).closest('tr') as HTMLElement;
    for (const text of ['50', '一等奖学金', '500 元']) within(row).getByText(text);
    // Beside the rank, which stands before the name on a phone.
    expect(within(row).getAllByText('并列')).toHaveLength(2);
    screen.getByText('另有 1 人缺项，没有排。');
    screen.getByText(/合计 1,000 元/);
    screen.getByText(/^按总评排；总评相同看考试考核/);
  });

  test('say that nobody is ranked yet, and what went wrong', async () => {
    open({ ...sheet, order: [] });
    await screen.findByText('还没有人各项都齐');
    clean();
    serve({ 'GET /api/me': ok(signedIn()), [`GET ${TERM}/sheet`]: 'offline' });
    renderAt('/classes/c1/terms/m1/scholarships', '/classes/:id/terms/:term/scholarships', <ScholarshipPage />);
    await screen.findByRole('alert');
  });

  test('are changed with the rules: they fall, and have a place at least [J15]', () => {
    const { rules } = sheet;
    const more = withAward(rules, '新的一等');
    expect(more.awards[1]).toEqual({ id: 'own-1', name: '新的一等', ownName: '新的一等', places: 1, yuan: 1000 });
    expect(faultOf(more)).toBeNull();
    const raised = more.awards.map((award) => (award.id === 'own-1' ? { ...award, yuan: 1001 } : award));
    expect(faultOf({ ...more, awards: raised })).toBe('awards');
    expect(faultOf({ ...rules, awards: rules.awards.map((award) => ({ ...award, places: 0 })) })).toBe('awards');
    expect(rulesIn(more, rules).awards?.map(({ name }) => name)).toEqual([null, '新的一等']);
  });
});

describe('published versions', () => {
  const VERSIONS = '/classes/:id/terms/:term/sheet/versions';
  const at = (path: string) => `/classes/c1/terms/m1/sheet/versions${path}`;

  test('are listed with what became of them [J12]', async () => {
    const publications = [
      publication({ version: 2, withdrawn: { at: 5, by: '李老师', why: '漏了考试' } }),
      publication({ missing: 3 }),
    ];
    const body = { ...sheet, published: { ...sheet.published, publications } };
    serve({ 'GET /api/me': ok(signedIn()), [`GET ${TERM}/sheet`]: ok(body) });
    renderAt(at(''), VERSIONS, <VersionsPage />);
    const [newest, older] = await screen.findAllByRole('listitem');
    within(newest as HTMLElement).getByText('已撤回');
    within(newest as HTMLElement).getByText(/由李老师撤回：漏了考试/);
    within(older as HTMLElement).getByText('已换成新的一版');
    within(older as HTMLElement).getByText('2 人，缺 3 格，学员看不到名次');
  });

  test('none says how there would be one', async () => {
    serve({ 'GET /api/me': ok(signedIn()), [`GET ${TERM}/sheet`]: ok(sheet) });
    renderAt(at(''), VERSIONS, <VersionsPage />);
    await screen.findByText('还没有发布过');
  });

  test('one is shown as it was, and nothing can be typed in it [J9]', async () => {
    const { class: schoolClass, rules, rows, order, term } = sheet;
    const body = { class: schoolClass, rules, rows, order, term, publication: publication() };
    serve({ 'GET /api/me': ok(signedIn()), [`GET ${TERM}/sheet/versions/1`]: ok(body) });
    renderAt(at('/1'), `${VERSIONS}/:version`, <VersionPage />);
    const place = await screen.findByRole('button', { name: /^甲，学习能力：—/ });
    fireEvent.focus(place);
    fireEvent.keyDown(place, { key: '7' });
    expect(screen.queryByRole('textbox')).toBeNull();
    screen.getByRole('heading', { name: '第 1 版成绩评定表' });
  });
});

describe('appeals on the staff’s page', () => {
  const appeal = (over: Partial<SheetAppealRow> = {}): SheetAppealRow => ({
    ...{ id: 'q1', version: 1, item: 'learning', value: 8, text: '我交过作业', at: 1, end: null },
    ...{ person: 'jia', no: '01', name: '甲', column: sheet.rules.columns[1] as SheetAppealRow['column'] },
    ...{ now: cell('learning', 7), most: 10, mayAnswer: true },
    ...over,
  });
  const ANSWER = `POST ${TERM}/appeals/q1/answer`;
  const open = (appeals: SheetAppealRow[], answers: Parameters<typeof serve>[0] = {}) => {
    const body = { class: { id: 'c1', name: '2403 班' }, term: { id: 'm1', name: '实训周' }, appeals };
    const asked = serve({ 'GET /api/me': ok(signedIn()), [`GET ${TERM}/appeals`]: ok(body), ...answers });
    renderAt('/classes/c1/terms/m1/appeals', '/classes/:id/terms/:term/appeals', <SheetAppealsPage />);
    return asked;
  };

  test('are corrected with another mark and a reason [J14]', async () => {
    const asked = open([appeal()], { [ANSWER]: ok({ person: 'jia', item: 'learning' }) });
    await screen.findByText('第 1 版是 8 / 10，现在是 7 / 10');
    fireEvent.click(screen.getByRole('button', { name: '更正甲的学习能力' }));
    const dialog = await screen.findByRole('dialog', { name: '更正甲的学习能力' });
    fireEvent.change(within(dialog).getByLabelText(/^改成几分/), { target: { value: '10.5' } });
    fireEvent.change(within(dialog).getByLabelText('答复'), { target: { value: '补查了作业' } });
    expect(within(dialog).getByRole('button', { name: '更正' }).hasAttribute('disabled')).toBe(true);
    fireEvent.change(within(dialog).getByLabelText(/^改成几分/), { target: { value: '9.5' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '更正' }));
    const body = { outcome: 'changed', value: 9.5, reason: '补查了作业' };
    await waitFor(() => expect(asked).toContainEqual({ path: ANSWER, body }));
  });

  test('are kept with a reason; of a column that is gone that is all [J14]', async () => {
    const asked = open([appeal({ now: null, most: null })], { [ANSWER]: ok({ person: 'jia', item: 'learning' }) });
    await screen.findByText(/现在的表里没有这一格了$/);
    expect(screen.queryByRole('button', { name: /^更正/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '维持甲的学习能力' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('答复'), { target: { value: '这一项取消了' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '维持' }));
    const body = { outcome: 'kept', reason: '这一项取消了' };
    await waitFor(() => expect(asked).toContainEqual({ path: ANSWER, body }));
  });

  test('say who answers, and what was answered; none and a failure are told, too', async () => {
    const end = { how: 'kept', to: null, reason: '记录里没有', by: '周导师', at: 2 } as const;
    const column = { ...(sheet.rules.columns[1] as SheetAppealRow['column']), by: 'mentor' as const };
    open([appeal({ mayAnswer: false, column }), appeal({ id: 'q2', end })]);
    await screen.findByText('由企业导师答');
    screen.getByText(/^周导师 .* 维持：记录里没有$/);
    clean();
    open([]);
    await screen.findByText('没有申诉');
    clean();
    open([], { [`GET ${TERM}/appeals`]: 'offline' });
    await screen.findByRole('alert');
  });
});
