import '#client/drill/status/practice-strings.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { SheetNotices } from '#client/features/practice/notices/sheet-notices.tsx';
import { OwnSheetPage } from '#client/features/terms/published-pages/own-sheet-page.tsx';
import type { OwnSheet } from '#contract/terms/published.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { BUTTON } from '#tests/support/labels.ts';
import { jia, publication, sheet, yi } from './class-sheet.ts';

afterEach(clean);

const { people: _, missing: __, ...told } = publication();
const { class: schoolClass, term, rules } = sheet;
const own: OwnSheet = {
  ...{ term, class: schoolClass, publication: told, rules, row: jia, scholarship: null, ranked: 1 },
  ...{ appeals: [], mayAppeal: ['discipline', 'attendance'] },
};
const appealed = {
  ...{ id: 'q1', version: 1, item: 'learning', value: null, text: '我交过作业', at: 1 },
  end: { how: 'changed' as const, to: 9.5, reason: '补查了作业', by: '王老师', at: 2 },
};
const open = (answer: Parameters<typeof serve>[0][string], answers: Parameters<typeof serve>[0] = {}) => {
  const asked = serve({ 'GET /api/sheets/m1': answer, ...answers });
  renderAt('/classes/c1/terms/m1/sheet/mine', '/classes/:id/terms/:term/sheet/mine', <OwnSheetPage />);
  return asked;
};

describe('a trainee’s own sheet', () => {
  test('has each cell with its source, and a missing one as missing and no nought [J10] [J11]', async () => {
    open(ok(own));
    const school = await screen.findByRole('region', { name: '学校评价' });
    const [discipline, learning] = within(school)
      .getAllByRole('listitem')
      .filter((item) => item.querySelector('b'));
    within(discipline as HTMLElement).getByText('30');
    within(discipline as HTMLElement).getByText(/^王老师 .* 填 30 \/ 40/);
    within(learning as HTMLElement).getByText('缺');
    const enterprise = screen.getByRole('region', { name: '企业评价' });
    within(enterprise).getByText('2026-11-20 第一节：没到');
    screen.getByText('70 / 90');
    expect(screen.getAllByText('缺 1 项')[0]?.closest('article')).toBeNull();
    expect(screen.queryByText(/^奖学金/)).toBeNull();
  });

  test('appeals a cell in words, once, and reads the answer [J13] [J14]', async () => {
    const asked = open(ok({ ...own, appeals: [appealed] }), { 'POST /api/sheets/m1/appeals': ok(own) });
    await screen.findByText(/^王老师 .* 更正为 9.5：补查了作业$/);
    expect(screen.queryByRole('button', { name: '申诉学习能力' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '申诉出勤' }));
    const dialog = await screen.findByRole('dialog', { name: '申诉出勤' });
    const send = within(dialog).getByRole('button', { name: '交上去' });
    expect(send.hasAttribute('disabled')).toBe(true);
    fireEvent.change(within(dialog).getByLabelText('为什么'), { target: { value: ' 那天断网 ' } });
    fireEvent.click(send);
    const body = { version: 1, item: 'attendance', text: '那天断网' };
    await waitFor(() => expect(asked).toContainEqual({ path: 'POST /api/sheets/m1/appeals', body }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('keeps what was written where the appeal is refused', async () => {
    const error = { code: 'sheet-appealed' as const, message: '这一版的这一格已经申诉过一次。' };
    open(ok(own), { 'POST /api/sheets/m1/appeals': { ok: false, error } });
    fireEvent.click(await screen.findByRole('button', { name: '申诉出勤' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('为什么'), { target: { value: '那天断网' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '交上去' }));
    await within(dialog).findByText(/已经申诉过一次/);
    expect(within(dialog).getByDisplayValue('那天断网')).toBeTruthy();
  });

  test('has the rank with its rule where the teacher shows it, and an open appeal waits [J15]', async () => {
    const rank = { person: 'yi', rank: 2, shared: true, byExams: false, award: 'first', yuan: 1500 };
    const waiting = { ...appealed, version: 2, item: 'discipline', end: null };
    open(ok({ ...own, row: yi, scholarship: rank, ranked: 7, appeals: [waiting] }));
    await screen.findByText('奖学金并列第 2 名（共排 7 人），一等奖学金，1,500 元');
    screen.getByText(/^总评相同看考试考核/);
    screen.getByText('等老师答复');
    screen.getByText('第 2 版时是 缺');
  });

  test('prints on one page with a line for the trainee [J16]', async () => {
    open(ok(own));
    const page = await screen.findByRole('article', { name: '学员成绩评定表，甲' });
    for (const text of ['学校指导教师：', '企业导师：', '学生签名：', '日期：', /^2026-11-27 .*发布，第 1 版$/])
      within(page).getByText(text);
    within(page).getByText('缺');
  });

  test('says when and why it was withdrawn, what isn’t theirs, and that it couldn’t be read [J11] [J12]', async () => {
    const withdrawn = { at: Date.parse('2026-11-28T09:00:00+08:00'), by: '王老师', why: '漏了考试' };
    open(ok({ ...own, row: null, mayAppeal: [], publication: { ...told, withdrawn } }));
    await screen.findByText(/^2026-11-28 .* 撤回了：漏了考试$/);
    expect(screen.queryByRole('button')).toBeNull();
    clean();
    open({ ok: false, error: { code: 'unknown-sheet', message: '没有这张成绩评定表，或者不是你的。' } });
    await screen.findByText('没有这张成绩评定表');
    screen.getByRole('link', { name: BUTTON.home });
    clean();
    open('offline');
    await screen.findByRole('alert');
  });
});

test('the home page leads to one’s published sheets, and says nothing where there is none [J11]', async () => {
  const row = {
    ...{ term: 'm1', class: schoolClass, name: '实训周', firstDay: '2026-11-16', lastDay: '2026-11-27', at: 1 },
    ...{ total: 86.5, level: '良好', openAppeals: 1 },
  };
  serve({ 'GET /api/sheets': ok([row, { ...row, term: 'm2', name: '秋季', total: null, level: null }]) });
  renderAt('/', '/', <SheetNotices />);
  const [first, second] = await screen.findAllByRole('link');
  expect(first?.getAttribute('href')).toBe('/classes/c1/terms/m1/sheet/mine');
  for (const text of ['实训周', '良好', '总评 86.5', '1 条申诉等答复']) within(first as HTMLElement).getByText(text);
  within(second as HTMLElement).getByText('还有缺项');
  clean();
  const asked = serve({ 'GET /api/sheets': ok([]) });
  renderAt('/', '/', <SheetNotices />);
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(screen.queryByRole('link')).toBeNull();
});
