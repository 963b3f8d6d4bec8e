import { describe, expect, test } from 'vitest';
import type { SheetCell, SheetRow, TermSheet } from '#contract/terms/sheet.ts';
import type { TermRow } from '#contract/terms/term.ts';
import { get, post } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { type TermRoom, termRoom } from './term-room.ts';

const WEEK = { name: '双 11 实训周', firstDay: '2026-11-16', lastDay: '2026-11-27' };
type SheetRoom = TermRoom & { term: string };

/** The class of `termRoom` with one term. */
const sheetRoom = async (withMentor = true): Promise<SheetRoom> => {
  const server = await termRoom(withMentor);
  const made = valueIn(await post(server, 'classes/c1/terms', server.teacher, WEEK)) as TermRow;
  return { ...server, term: made.id };
};
const path = ({ term }: SheetRoom, rest: string): string => `classes/c1/terms/${term}/${rest}`;
const sheetOf = async (server: SheetRoom, cookie = server.teacher): Promise<TermSheet> =>
  valueIn(await get(server, path(server, 'sheet'), cookie)) as TermSheet;
const enter = (server: SheetRoom, cookie: string, item: string, value: number | null, over = {}) =>
  post(server, path(server, 'entries'), cookie, { person: 'jia', item, value, reason: '', ...over });
const cell = ({ cells }: Pick<SheetRow, 'cells'>, item: string): SheetCell | undefined =>
  cells.find((one) => one.item === item);

describe('a term’s sheet', () => {
  test('has its figures from the published runs of the term, each with what it stands on [J3]', async () => {
    const server = await sheetRoom();
    const [before] = (await sheetOf(server)).rows;
    expect(cell(before as SheetRow, 'indicators')).toMatchObject({ value: null, partial: true });
    expect(cell(before as SheetRow, 'attendance')).toMatchObject({ value: 10 });
    await post(server, 'runs/r1/publish', server.teacher, { published: true });
    const { rows, rules } = await sheetOf(server);
    const [jia, yi] = rows as [SheetRow, SheetRow];
    expect(rows.map(({ no, name }) => [no, name])).toEqual([
      ['01', '甲'],
      ['02', '乙'],
    ]);
    const indicators = cell(jia, 'indicators');
    expect(indicators?.value).toBeGreaterThan(20);
    expect(indicators?.because.join()).toContain('标准工作量：接待 1 位，标准 1 位');
    // 乙 was planned a customer and served none: nothing was measured, which is no nought.
    expect(cell(yi, 'indicators')).toMatchObject({ value: null });
    expect(cell(yi, 'attendance')).toMatchObject({
      value: 0,
      because: [expect.stringContaining('到了 0 次'), expect.stringContaining('周三第一节：没到')],
    });
    expect(cell(jia, 'exams')).toMatchObject({ value: null, because: ['这个学期里还没有考试'] });
    expect(jia.total.missing).toEqual(['discipline', 'learning', 'teamwork', 'exams', 'mentor']);
    expect(rules.columns.map(({ name }) => name)).toContain('服从管理');
  });

  test('is typed by who may: the teacher the school’s, the mentor the enterprise’s [J4]', async () => {
    const server = await sheetRoom();
    expect((await sheetOf(server)).mayEnter).toEqual(['discipline', 'learning', 'teamwork', 'exams', 'attendance']);
    expect((await sheetOf(server, server.mentor)).mayEnter).toEqual(['attendance', 'indicators', 'mentor']);
    const typed = valueIn(await enter(server, server.teacher, 'learning', 8.5)) as SheetRow;
    expect(cell(typed, 'learning')).toMatchObject({ value: 8.5, entries: [{ value: 8.5, by: '王老师' }] });
    expect(codeOf(await enter(server, server.teacher, 'mentor', 8))).toBe('not-allowed');
    expect(codeOf(await enter(server, server.mentor, 'learning', 8))).toBe('not-allowed');
    expect(codeOf(await enter(server, server.mentor, 'mentor', 8))).toBe('ok');
    expect(codeOf(await enter(server, server.stranger, 'learning', 8))).toBe('not-signed-in');
    const trail = (await server.storage.audit.after(0, 99)).filter(({ kind }) => kind === 'sheet-entered');
    expect(trail.map(({ subject, details }) => [subject, details.item, details.mark])).toEqual([
      ['jia', 'learning', 8.5],
      ['jia', 'mentor', 8],
    ]);
  });

  test('is the teachers’ alone where the school has no mentor [J4]', async () => {
    const server = await sheetRoom(false);
    expect((await sheetOf(server)).mayEnter).toHaveLength(7);
    expect(codeOf(await enter(server, server.teacher, 'mentor', 8))).toBe('ok');
  });

  test('a correction of the data needs a reason and stays on record, taken back or not [J4]', async () => {
    const server = await sheetRoom();
    expect(codeOf(await enter(server, server.teacher, 'attendance', 9))).toBe('bad-request');
    const reason = { reason: '断网，人在教室', person: 'yi' };
    const corrected = valueIn(await enter(server, server.teacher, 'attendance', 9, reason)) as SheetRow;
    expect(cell(corrected, 'attendance')).toMatchObject({ value: 9, byData: 0, corrected: true });
    const back = valueIn(await enter(server, server.mentor, 'attendance', null, { person: 'yi' })) as SheetRow;
    expect(cell(back, 'attendance')).toMatchObject({
      ...{ value: 0, corrected: false },
      entries: [
        { value: 9, by: '王老师', reason: reason.reason },
        { value: null, by: '周导师' },
      ],
    });
  });

  test('refuses marks above the column’s, finer than a tenth, and of who isn’t in the class [J4]', async () => {
    const server = await sheetRoom();
    for (const value of [10.1, 8.25, -1])
      expect(codeOf(await enter(server, server.teacher, 'learning', value))).toBe('bad-request');
    expect(codeOf(await enter(server, server.teacher, 'nothing', 1))).toBe('bad-request');
    expect(codeOf(await enter(server, server.teacher, 'learning', 8, { person: 'wang' }))).toBe('unknown-person');
  });

  test('its columns are the term’s own, saved by the version that was read [J2]', async () => {
    const server = await sheetRoom();
    const { rules, version } = await sheetOf(server);
    const columns = rules.columns.map(({ name: _, ownName, ...column }) =>
      column.id === 'learning' ? { ...column, name: '学习态度' } : { ...column, name: ownName },
    );
    const levels = rules.levels.map(({ name: _, ownName, ...level }) => ({ ...level, name: ownName }));
    const change = { version, rules: { columns, levels, indicators: rules.indicators } };
    expect(codeOf(await post(server, path(server, 'sheet'), server.mentor, change))).toBe('not-allowed');
    expect(valueIn(await post(server, path(server, 'sheet'), server.teacher, change))).toEqual({ version: 1 });
    expect(codeOf(await post(server, path(server, 'sheet'), server.teacher, change))).toBe('sheet-changed');
    expect(await sheetOf(server)).toMatchObject({ version: 1, own: true });
    expect((await sheetOf(server)).rules.columns[1]).toMatchObject({ name: '学习态度', ownName: '学习态度' });
    const restored = { version: 1, rules: null };
    expect(codeOf(await post(server, path(server, 'sheet'), server.teacher, restored))).toBe('ok');
    expect(await sheetOf(server)).toMatchObject({ version: 2, own: false });
  });

  test('its file is asked for by staff, and leaves a row in the trail [J7]', async () => {
    const server = await sheetRoom();
    const file = (cookie: string) => fetch(`${server.url}/api/${path(server, 'sheet.xlsx')}`, { headers: { cookie } });
    const got = await file(server.mentor);
    expect(got.headers.get('content-disposition')).toContain('.xlsx');
    expect(Buffer.from(await got.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK');
    expect((await file(server.stranger)).status).toBe(401);
    const trail = await server.storage.audit.after(0, 99);
    expect(trail.at(-1)).toMatchObject({ kind: 'data-exported', subject: server.term, details: { what: 'sheet' } });
  });

  test('another class’s term has no sheet here [J1]', async () => {
    const server = await sheetRoom();
    const other = { ...server, term: 'elsewhere' };
    expect(codeOf(await get(server, path(other, 'sheet'), server.teacher))).toBe('unknown-term');
    expect(codeOf(await post(server, path(other, 'sheet'), server.teacher, { version: 0, rules: null }))).toBe(
      'unknown-term',
    );
    expect(codeOf(await get(server, path(other, 'sheet.xlsx'), server.teacher))).toBe('unknown-term');
    expect(codeOf(await enter(other, server.teacher, 'learning', 8))).toBe('unknown-term');
  });
});
