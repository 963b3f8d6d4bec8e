import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { markIn, meanOf, placeAfter } from '#client/features/terms/model/sheet-cells.ts';
import { SheetPage } from '#client/features/terms/sheet-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { cell, jia, sheet } from './class-sheet.ts';

afterEach(() => {
  forgetMe();
  clean();
  sessionStorage.clear();
});

const onPhone = () => {
  const listener = { addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query === '(width < 760px)', ...listener }));
};

const ENTRIES = 'POST /api/classes/c1/terms/m1/entries';
const open = (answers: Parameters<typeof serve>[0] = {}) => {
  const asked = serve({
    'GET /api/me': ok(signedIn()),
    'GET /api/classes/c1/terms/m1/sheet': ok(sheet),
    ...answers,
  });
  renderAt('/classes/c1/terms/m1/sheet', '/classes/:id/terms/:term/sheet', <SheetPage />);
  return asked;
};
const button = (name: RegExp) => screen.findByRole('button', { name });
const entered = (value: number) => ({
  ...jia,
  ...{ cells: jia.cells.map((one) => (one.item === 'learning' ? cell('learning', value) : one)), level: 'fail' },
});

describe('the page of a term’s sheet', () => {
  test('offers its file to whoever is given one, and not to a mentor of another school [J119]', async () => {
    open();
    await screen.findByRole('rowheader', { name: '甲' });
    expect(screen.getByRole('button', { name: /^导出/ })).toBeTruthy();
    clean();
    forgetMe();
    open({ 'GET /api/classes/c1/terms/m1/sheet': ok({ ...sheet, visiting: true }) });
    await screen.findByRole('rowheader', { name: '甲' });
    expect(screen.queryByRole('button', { name: /^导出/ })).toBeNull();
  });

  test('says what is missing and of how many marks a sum is, and where a cell comes from [J6]', async () => {
    open();
    const row = (await screen.findByRole('rowheader', { name: '甲' })).closest('tr') as HTMLElement;
    expect(within(row).getByText('30 / 40')).toBeTruthy();
    expect(within(row).getByText('70 / 90')).toBeTruthy();
    expect(within(row).getByText('缺 1 项')).toBeTruthy();
    fireEvent.focus(await button(/^甲，出勤：40，满分 50，数据还不全/));
    const source = screen.getByRole('region', { name: '这一格的来历' });
    expect(within(source).getByText('2026-11-20 第一节：没到')).toBeTruthy();
  });

  test('takes a number as it is typed, goes down with Enter, and takes it back [J4]', async () => {
    const asked = open({ [ENTRIES]: ok(entered(8.5)) });
    const place = await button(/^甲，学习能力：待填/);
    fireEvent.focus(place);
    fireEvent.keyDown(place, { key: '8' });
    const field = await screen.findByRole('textbox', { name: '甲的学习能力' });
    fireEvent.change(field, { target: { value: '8.55' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    fireEvent.change(field, { target: { value: '8.5' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await button(/^甲，学习能力：8.5/);
    await waitFor(() => expect(document.activeElement?.getAttribute('data-place')).toBe('1 1'));
    const change = { person: 'jia', item: 'learning', value: 8.5, reason: '' };
    expect(asked).toContainEqual({ path: ENTRIES, body: change });
    await waitFor(() => expect(screen.getByRole('button', { name: '撤销' }).hasAttribute('disabled')).toBe(false));
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(asked).toContainEqual({ path: ENTRIES, body: { ...change, value: null } }));
  });

  test('what is being typed in the table is stored when the page goes [J98]', async () => {
    const asked = open({ [ENTRIES]: ok(entered(8)) });
    const place = await button(/^甲，学习能力：待填/);
    fireEvent.focus(place);
    fireEvent.keyDown(place, { key: '8' });
    await screen.findByRole('textbox', { name: '甲的学习能力' });
    fireEvent(window, new Event('pagehide'));
    await waitFor(() =>
      expect(asked).toContainEqual({
        ...{ path: ENTRIES, body: { person: 'jia', item: 'learning', value: 8, reason: '' } },
      }),
    );
  });

  test('leaves a cell as it was with Esc, and asks for a reason where the data is corrected [J4]', async () => {
    const asked = open({ [ENTRIES]: ok(jia) });
    const place = await button(/^甲，学习能力：待填/);
    fireEvent.focus(place);
    fireEvent.keyDown(place, { key: 'Enter' });
    fireEvent.keyDown(await screen.findByRole('textbox', { name: '甲的学习能力' }), { key: 'Escape' });
    const attended = await button(/^甲，出勤/);
    fireEvent.focus(attended);
    fireEvent.keyDown(attended, { key: 'Enter' });
    const dialog = await screen.findByRole('dialog', { name: '改甲的出勤' });
    fireEvent.change(within(dialog).getByLabelText(/^改成几分/), { target: { value: '50' } });
    expect(within(dialog).getByRole('button', { name: BUTTON.save }).hasAttribute('disabled')).toBe(true);
    fireEvent.change(within(dialog).getByLabelText('为什么'), { target: { value: '断网' } });
    fireEvent.click(within(dialog).getByRole('button', { name: BUTTON.save }));
    await waitFor(() =>
      expect(asked.filter(({ path }) => path === ENTRIES)).toEqual([
        { path: ENTRIES, body: { person: 'jia', item: 'attendance', value: 50, reason: '断网' } },
      ]),
    );
  });

  test('keeps an entry that was refused until it is sent again or left', async () => {
    open({ [ENTRIES]: { ok: false, error: { code: 'not-allowed', message: '没有权限。' } } });
    const place = await button(/^甲，学习能力：待填/);
    fireEvent.focus(place);
    fireEvent.keyDown(place, { key: '7' });
    fireEvent.keyDown(await screen.findByRole('textbox', { name: '甲的学习能力' }), { key: 'Tab' });
    await screen.findByText(/^甲的学习能力 7 没有存上/);
    await button(/^甲，学习能力：7，.*没有存上/);
    fireEvent.click(screen.getByRole('button', { name: '不存了' }));
    await button(/^甲，学习能力：待填/);
  });

  test('nothing may be typed by who may not', async () => {
    open({ 'GET /api/classes/c1/terms/m1/sheet': ok({ ...sheet, mayEnter: [] }) });
    const place = await button(/^甲，学习能力：—/);
    fireEvent.focus(place);
    fireEvent.keyDown(place, { key: '7' });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
  });
});

describe('on a phone', () => {
  test('one trainee at a time: a field where one types, a button where the data is corrected [J4]', async () => {
    onPhone();
    const asked = open({ [ENTRIES]: ok(entered(8)) });
    const field = await screen.findByRole('textbox', { name: '甲的学习能力' });
    expect(screen.queryByRole('table')).toBeNull();
    fireEvent.change(field, { target: { value: '11' } });
    fireEvent.blur(field);
    screen.getByText('填 0 到 10，最多一位小数');
    fireEvent.change(field, { target: { value: '8' } });
    fireEvent.blur(field);
    await waitFor(() =>
      expect(asked.filter(({ path }) => path === ENTRIES)).toEqual([
        { path: ENTRIES, body: { person: 'jia', item: 'learning', value: 8, reason: '' } },
      ]),
    );
    screen.getByText('2026-11-20 第一节：没到');
    fireEvent.click(screen.getByRole('button', { name: '改甲的出勤' }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: BUTTON.cancel }));
    fireEvent.click(screen.getByRole('button', { name: '下一位' }));
    await screen.findByRole('textbox', { name: '乙的学习能力' });
    expect(screen.getByRole('button', { name: '下一位' }).hasAttribute('disabled')).toBe(true);
  });

  const sent = { path: ENTRIES, body: { person: 'jia', item: 'learning', value: 8, reason: '' } };
  const type = async () => {
    onPhone();
    const asked = open({ [ENTRIES]: ok(entered(8)) });
    const field = await screen.findByRole('textbox', { name: '甲的学习能力' });
    fireEvent.change(field, { target: { value: '8' } });
    return { asked, field, entries: () => asked.filter(({ path }) => path === ENTRIES) };
  };

  test('Enter stores a mark, once, and the cell says so [J98]', async () => {
    const { entries, field } = await type();
    fireEvent.keyDown(field, { key: 'Enter' });
    await screen.findByText('已存');
    fireEvent.blur(field);
    expect(entries()).toEqual([sent]);
  });

  test('a reload, and Back within the product, store what was typed [J98]', async () => {
    const { entries } = await type();
    fireEvent(window, new Event('pagehide'));
    await waitFor(() => expect(entries()).toEqual([sent]));
    clean();
    const again = await type();
    cleanup();
    await waitFor(() => expect(again.entries()).toEqual([sent]));
  });

  test('what isn’t stored is told beside its field, kept when the page goes, and stored later [J98]', async () => {
    onPhone();
    open({ [ENTRIES]: 'offline' });
    const field = await screen.findByRole('textbox', { name: '甲的学习能力' });
    fireEvent.change(field, { target: { value: '8' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await within(field.closest('li') as HTMLElement).findByRole('alert');
    clean();
    onPhone();
    const asked = open({ [ENTRIES]: ok(entered(8)) });
    const kept = await screen.findByRole('textbox', { name: '甲的学习能力' });
    expect((kept as HTMLInputElement).value).toBe('8');
    const cellOfField = within(kept.closest('li') as HTMLElement);
    cellOfField.getByText(/^没有存上：上次离开这一页时没等到回音/);
    fireEvent.click(cellOfField.getByRole('button', { name: '再存一次' }));
    await screen.findByText('已存');
    expect(asked).toContainEqual(sent);
    expect(sessionStorage.length).toBe(0);
  });
});

describe('cells of a sheet', () => {
  test('a mark has one decimal at most and isn’t above the column’s', () => {
    expect(['8', '8.5', '8,5', ' 10 ', '8.'].map((text) => markIn(text, 10))).toEqual([8, 8.5, 8.5, 10, 8]);
    expect(['', '10.1', '8.55', '-1', '八', '1e1'].map((text) => markIn(text, 10))).toEqual([
      ...[null, null, null, null, null, null],
    ]);
  });

  test('keys stop at the table’s edge; means leave out who has no mark', () => {
    expect(placeAfter('ArrowUp', { row: 0, column: 1 }, 2, 3)).toBeNull();
    expect(placeAfter('ArrowRight', { row: 0, column: 1 }, 2, 3)).toEqual({ row: 0, column: 2 });
    expect(placeAfter('End', { row: 1, column: 0 }, 2, 3)).toEqual({ row: 1, column: 2 });
    expect(meanOf([8, null, 9.5])).toBe(8.8);
    expect(meanOf([null])).toBeNull();
  });
});
