import { describe, expect, test } from 'vitest';
import type { OwnTerms } from '#contract/terms/handover.ts';
import type { OwnSheet, OwnSheetRow, PublishedSheet, SheetAppeals } from '#contract/terms/published.ts';
import type { TermSheet } from '#contract/terms/sheet.ts';
import type { TermRow } from '#contract/terms/term.ts';
import { zipPart } from '#tests/classroom/support/zip-part.ts';
import { cookieOf } from '#tests/http/support/people-world.ts';
import { get, post } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { type TermRoom, termRoom } from './term-room.ts';

const WEEK = { name: '双 11 实训周', firstDay: '2026-11-16', lastDay: '2026-11-27' };
/** `jia`, `yi`: accounts of the two trainees; `trainee`: the device at which 甲 sat. */
type SheetRoom = TermRoom & { term: string; jia: string; yi: string; foreign: string };

const sheetRoom = async (): Promise<SheetRoom> => {
  const server = await termRoom();
  const { storage } = server;
  const made = valueIn(await post(server, 'classes/c1/terms', server.teacher, WEEK)) as TermRow;
  const other = { id: 'fang', name: '方老师', role: 'teacher' as const, login: 'fang', password: null };
  await storage.people.createSchool(
    { id: 's2', name: '二中', createdAt: 1 },
    { ...other, school: 's2', createdAt: 1, disabledAt: null, seenAt: null },
  );
  const [jia, yi, foreign] = [
    await cookieOf(storage, 'jia'),
    await cookieOf(storage, 'yi'),
    await cookieOf(storage, 'fang'),
  ];
  return { ...server, ...{ term: made.id, jia, yi, foreign } };
};
const path = ({ term }: SheetRoom, rest: string): string => `classes/c1/terms/${term}/${rest}`;
const sheetOf = async (server: SheetRoom): Promise<TermSheet> =>
  valueIn(await get(server, path(server, 'sheet'), server.teacher)) as TermSheet;
const enter = (server: SheetRoom, item: string, value: number, person = 'jia', cookie = server.teacher) =>
  post(server, path(server, 'entries'), cookie, { person, item, value, reason: '平时记录' });
const missingOf = ({ rows }: TermSheet): number => rows.reduce((sum, { total }) => sum + total.missing.length, 0);
const publish = async (server: SheetRoom, version: number, over: object = {}, cookie = server.teacher) =>
  post(server, path(server, 'sheet/publish'), cookie, {
    ...{ version, missing: missingOf(await sheetOf(server)), showsRank: false },
    ...over,
  });
const withdraw = (server: SheetRoom, version: number, cookie = server.teacher) =>
  post(server, path(server, 'sheet/withdraw'), cookie, { version, why: '漏了一场考试' });
const own = async (server: SheetRoom, cookie: string): Promise<OwnSheet> =>
  valueIn(await get(server, `sheets/${server.term}`, cookie)) as OwnSheet;
const hasSheet = async (server: SheetRoom, cookie: string): Promise<boolean> =>
  (valueIn(await get(server, 'my-terms', cookie)) as OwnTerms).terms.some(({ sheet }) => sheet);
const mark = ({ row }: OwnSheet, item: string) => row?.cells.find((cell) => cell.item === item);
const appeal = (server: SheetRoom, cookie: string, over: object = {}) =>
  post(server, `sheets/${server.term}/appeals`, cookie, { version: 1, item: 'learning', text: '我交过作业', ...over });
const appealsOf = async (server: SheetRoom, cookie = server.teacher): Promise<SheetAppeals> =>
  valueIn(await get(server, path(server, 'appeals'), cookie)) as SheetAppeals;
const answer = (server: SheetRoom, id: string, body: object, cookie = server.teacher) =>
  post(server, path(server, `appeals/${id}/answer`), cookie, body);

/** Every cell of 甲 is there, 乙 lacks some. */
const wholeRoom = async (): Promise<SheetRoom> => {
  const server = await sheetRoom();
  for (const item of ['discipline', 'learning', 'teamwork', 'exams']) await enter(server, item, 8);
  for (const item of ['indicators', 'mentor']) await enter(server, item, 9, 'jia', server.mentor);
  return server;
};

describe('publishing a sheet', () => {
  test('keeps it as it is; the living sheet goes on, and the page knows what changed since [J9]', async () => {
    const server = await wholeRoom();
    expect((await sheetOf(server)).published).toEqual({
      ...{ publications: [], rulesVersion: null, marks: {}, openAppeals: 0 },
    });
    expect(valueIn(await publish(server, 0))).toEqual({ version: 1 });
    await enter(server, 'learning', 5);
    const living = await sheetOf(server);
    expect(living.published).toMatchObject({
      publications: [{ version: 1, by: '王老师', people: 2, missing: 6, showsRank: false, withdrawn: null }],
      rulesVersion: 0,
      marks: { jia: { learning: 8 }, yi: { learning: null } },
    });
    expect(mark(await own(server, server.jia), 'learning')).toMatchObject({ value: 8, entries: [{ by: '王老师' }] });
    const { rules } = living;
    const shipped = { levels: rules.levels, indicators: rules.indicators };
    const columns = rules.columns.map(({ name: _, ownName, ...column }) => ({ ...column, name: ownName }));
    const renamed = columns.map((column) => (column.id === 'learning' ? { ...column, name: '学习态度' } : column));
    const levels = shipped.levels.map(({ name: _, ownName, ...level }) => ({ ...level, name: ownName }));
    const changed = { version: 0, rules: { columns: renamed, levels, indicators: shipped.indicators } };
    expect(codeOf(await post(server, path(server, 'sheet'), server.teacher, changed))).toBe('ok');
    expect((await own(server, server.jia)).rules.columns[1]?.name).toBe('学习能力');
    expect(valueIn(await publish(server, 1))).toEqual({ version: 2 });
    const now = await own(server, server.jia);
    expect([now.publication.version, now.rules.columns[1]?.name, mark(now, 'learning')?.value]).toEqual([
      ...[2, '学习态度', 5],
    ]);
    // What it stands on is kept as data, and said in the language of whoever reads it.
    const english = await own(server, `${server.jia}; kefu_lang=en`);
    expect(english.rules.columns[0]?.name).toBe('Discipline');
    expect(mark(english, 'attendance')?.because.join()).toContain('1 of 1');
    const first = valueIn(await get(server, path(server, 'sheet/versions/1'), server.mentor)) as PublishedSheet;
    expect(first.rows[0]?.cells.find(({ item }) => item === 'learning')?.value).toBe(8);
    expect(first.term).toMatchObject({ id: server.term, name: '双 11 实训周' });
    expect(codeOf(await get(server, path(server, 'sheet/versions/3'), server.mentor))).toBe('unknown-sheet');
    const trail = (await server.storage.audit.after(0, 99)).filter(({ kind }) => kind === 'sheet-published');
    expect(trail.map(({ subject, details }) => [subject, details.version])).toEqual([
      [server.term, 1],
      [server.term, 2],
    ]);
  });

  test('needs who publishes to know how many cells are missing; trainees see them as missing [J10]', async () => {
    const server = await sheetRoom();
    await enter(server, 'learning', 8);
    const missing = missingOf(await sheetOf(server));
    const refused = await publish(server, 0, { missing: missing - 1 });
    expect(codeOf(refused)).toBe('sheet-missing-changed');
    expect(JSON.stringify(refused.reply)).toContain(`现在缺 ${missing} 格`);
    expect(codeOf(await publish(server, 0, {}, server.mentor))).toBe('not-allowed');
    expect(codeOf(await publish(server, 1))).toBe('sheet-published-meanwhile');
    expect(codeOf(await publish(server, 0))).toBe('ok');
    expect(codeOf(await publish(server, 0))).toBe('sheet-published-meanwhile');
    const { row } = await own(server, server.jia);
    expect(row?.cells.find(({ item }) => item === 'mentor')?.value).toBeNull();
    expect(row?.total.missing).toContain('mentor');
    expect(row?.level).toBeNull();
  });

  test('is refused where nobody is in the class [J10]', async () => {
    const server = await sheetRoom();
    for (const person of ['jia', 'yi'])
      await server.storage.people.changeMember('c1', person, { name: null, no: null, left: true }, 1);
    expect(codeOf(await publish(server, 0, { missing: 0 }))).toBe('sheet-nobody');
  });

  test('a withdrawn version is gone from the trainees’ pages, with the reason, and stays on record [J12]', async () => {
    const server = await wholeRoom();
    await publish(server, 0);
    expect(valueIn(await get(server, 'sheets', server.jia))).toHaveLength(1);
    expect(codeOf(await withdraw(server, 1, server.mentor))).toBe('not-allowed');
    expect(codeOf(await withdraw(server, 2))).toBe('sheet-published-meanwhile');
    expect(codeOf(await withdraw(server, 1))).toBe('ok');
    expect(codeOf(await withdraw(server, 1))).toBe('sheet-published-meanwhile');
    const gone = await own(server, server.jia);
    expect(gone).toMatchObject({ row: null, mayAppeal: [], publication: { withdrawn: { why: '漏了一场考试' } } });
    expect(valueIn(await get(server, 'sheets', server.jia))).toEqual([]);
    expect(codeOf(await appeal(server, server.jia))).toBe('sheet-published-meanwhile');
    const { published } = await sheetOf(server);
    expect(published).toMatchObject({
      ...{ marks: {}, rulesVersion: null },
      publications: [{ version: 1, withdrawn: { by: '王老师', why: '漏了一场考试' } }],
    });
    expect(codeOf(await get(server, path(server, 'sheet/versions/1'), server.teacher))).toBe('ok');
    expect(codeOf(await publish(server, 1))).toBe('ok');
    expect((await own(server, server.jia)).row?.name).toBe('甲');
    const kinds = (await server.storage.audit.after(0, 99)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith('sheet-') && kind !== 'sheet-entered')).toEqual([
      ...['sheet-published', 'sheet-withdrawn', 'sheet-published'],
    ]);
  });
});

test('the file of a version has what was published, whatever the sheet says now [J9]', async () => {
  const server = await wholeRoom();
  await publish(server, 0);
  await enter(server, 'learning', 5);
  const file = async (query: string) => {
    const url = `${server.url}/api/${path(server, 'sheet.xlsx')}${query}`;
    const bytes = Buffer.from(await (await fetch(url, { headers: { cookie: server.mentor } })).arrayBuffer());
    return /<c r="D3"[^>]*><v>([^<]*)/.exec(zipPart(bytes, 'xl/worksheets/sheet1.xml'))?.[1];
  };
  expect([await file('?version=1'), await file('')]).toEqual(['8', '5']);
  for (const [version, code] of [
    ['2', 'unknown-sheet'],
    ['x', 'bad-request'],
  ])
    expect(codeOf(await get(server, path(server, `sheet.xlsx?version=${version}`), server.teacher))).toBe(code);
});

describe('a trainee’s own row', () => {
  test('is theirs alone: by account, or by the device that sat for them [J11]', async () => {
    const server = await wholeRoom();
    const sheet = `sheets/${server.term}`;
    expect(codeOf(await get(server, sheet, server.jia))).toBe('unknown-sheet');
    await publish(server, 0);
    for (const cookie of [server.jia, server.trainee]) expect((await own(server, cookie)).row?.person).toBe('jia');
    expect(JSON.stringify(await own(server, server.jia))).not.toContain('"乙"');
    expect((await own(server, server.yi)).row?.person).toBe('yi');
    const [listed] = valueIn(await get(server, 'sheets', server.trainee)) as OwnSheetRow[];
    expect(listed).toMatchObject({ term: server.term, class: { id: 'c1' }, total: 60, level: '及格', openAppeals: 0 });
    for (const cookie of [server.stranger, server.foreign, server.mentor, server.teacher, '']) {
      expect(codeOf(await get(server, sheet, cookie))).toBe('unknown-sheet');
      expect(codeOf(await appeal(server, cookie))).toBe('unknown-sheet');
      expect(valueIn(await get(server, 'sheets', cookie))).toEqual([]);
    }
  });

  test('isn’t opened by a name that was just tapped, nor by a device whose seat was given up [J11]', async () => {
    const server = await wholeRoom();
    await publish(server, 0);
    const { runs } = server.storage;
    const run = await runs.run('r1');
    const seat = await runs.seat('seat1');
    if (run === null || seat === null) throw new Error('no run');
    // A lesson that still goes on: whoever tapped 甲 there hasn't sat a lesson for 甲.
    await runs.changeSeat({ ...seat, guest: null });
    const next = { ...run, id: 'r2', code: '222222', endedAt: null, stage: 'drill' as const };
    await runs.createRun(next, [{ ...seat, id: 'seat9', run: 'r2', guest: 'g9', askingGuest: null }]);
    for (const cookie of [server.trainee, server.stranger])
      expect(codeOf(await get(server, `sheets/${server.term}`, cookie))).toBe('unknown-sheet');
    expect(codeOf(await get(server, `sheets/${server.term}`, server.jia))).toBe('ok');
    expect(await hasSheet(server, server.jia)).toBe(true);
  });

  test('has the rank only where the teacher chose to show it [J15]', async () => {
    const server = await wholeRoom();
    expect(await hasSheet(server, server.jia)).toBe(false);
    await publish(server, 0);
    expect(await own(server, server.jia)).toMatchObject({ scholarship: null, ranked: 1 });
    await publish(server, 1, { showsRank: true });
    expect((await own(server, server.jia)).scholarship).toMatchObject({ rank: 1, award: 'first', yuan: 1000 });
    expect((await own(server, server.yi)).scholarship).toBeNull();
    expect((await sheetOf(server)).order).toMatchObject([{ person: 'jia', rank: 1, shared: false }]);
  });

  test('who isn’t in the newest version has no sheet any more [J11] [J102]', async () => {
    const server = await wholeRoom();
    const left = (is: boolean) =>
      server.storage.people.changeMember('c1', 'jia', { name: null, no: null, left: is }, 1);
    expect(await hasSheet(server, server.jia)).toBe(false);
    await publish(server, 0);
    expect(await hasSheet(server, server.jia)).toBe(true);
    await left(true);
    await publish(server, 1);
    // Back in the class the term is theirs again, the sheet isn't.
    await left(false);
    expect(codeOf(await get(server, `sheets/${server.term}`, server.jia))).toBe('unknown-sheet');
    const terms = (valueIn(await get(server, 'my-terms', server.jia)) as OwnTerms).terms;
    expect(terms.map(({ sheet }) => sheet)).toEqual([false]);
  });
});

describe('appeals about a published sheet', () => {
  test('are made once per cell and version, in bounded words, and are counted for staff [J13]', async () => {
    const server = await wholeRoom();
    await publish(server, 0);
    for (const text of ['', '字', '字'.repeat(301)])
      expect(codeOf(await appeal(server, server.jia, { text }))).toBe('bad-request');
    expect(codeOf(await appeal(server, server.jia, { item: 'nothing' }))).toBe('bad-request');
    expect(codeOf(await appeal(server, server.jia, { version: 2 }))).toBe('sheet-published-meanwhile');
    const after = valueIn(await appeal(server, server.trainee)) as OwnSheet;
    expect(after.appeals).toMatchObject([{ item: 'learning', value: 8, text: '我交过作业', end: null }]);
    expect(after.mayAppeal).not.toContain('learning');
    expect(codeOf(await appeal(server, server.jia))).toBe('appeal-open');
    expect((await own(server, server.yi)).appeals).toEqual([]);
    expect((await sheetOf(server)).published.openAppeals).toBe(1);
    expect(valueIn(await get(server, 'classes/c1/terms', server.mentor))).toMatchObject({
      terms: [{ openAppeals: 1 }],
    });
    expect(valueIn(await get(server, `classes/c1/terms/${server.term}`, server.mentor))).toMatchObject({
      openAppeals: 1,
    });
    const [{ id = '' } = {}] = (await appealsOf(server)).appeals;
    await answer(server, id, { outcome: 'kept', reason: '记录里没有' });
    expect(codeOf(await appeal(server, server.jia))).toBe('sheet-appealed');
    await publish(server, 1);
    expect(codeOf(await appeal(server, server.jia, { version: 2 }))).toBe('ok');
    // An open appeal of an older version waits for its answer first.
    await publish(server, 2);
    expect(codeOf(await appeal(server, server.jia, { version: 3 }))).toBe('appeal-open');
  });

  test('are answered by who may enter the column: kept, or corrected by an entry with the reason [J14]', async () => {
    const server = await wholeRoom();
    await publish(server, 0);
    await appeal(server, server.jia);
    await appeal(server, server.jia, { item: 'mentor' });
    const { appeals } = await appealsOf(server);
    expect(appeals.map(({ column, mayAnswer, most, name }) => [column.name, mayAnswer, most, name])).toEqual([
      ['学习能力', true, 10, '甲'],
      ['导师管理评价', false, 10, '甲'],
    ]);
    expect((await appealsOf(server, server.mentor)).appeals.map(({ mayAnswer }) => mayAnswer)).toEqual([false, true]);
    const [learning = '', mentor = ''] = appeals.map(({ id }) => id);
    const corrected = { outcome: 'changed', value: 9.5, reason: '补查了作业' };
    expect(codeOf(await answer(server, learning, corrected, server.mentor))).toBe('not-allowed');
    expect(codeOf(await answer(server, mentor, corrected))).toBe('not-allowed');
    for (const value of [10.5, 9.55])
      expect(codeOf(await answer(server, learning, { ...corrected, value }))).toBe('bad-request');
    expect(codeOf(await answer(server, learning, { ...corrected, reason: ' ' }))).toBe('bad-request');
    expect(codeOf(await answer(server, learning, corrected))).toBe('ok');
    const second = await answer(server, learning, { outcome: 'kept', reason: '维持原分' });
    expect(codeOf(second)).toBe('appeal-settled');
    expect(JSON.stringify(second.reply)).toContain('王老师已更正，补查了作业');
    expect(codeOf(await answer(server, mentor, { outcome: 'kept', reason: '分没有错' }, server.mentor))).toBe('ok');
    const seen = await own(server, server.jia);
    expect(seen.appeals.map(({ end }) => end)).toMatchObject([
      { how: 'changed', to: 9.5, reason: '补查了作业', by: '王老师' },
      { how: 'kept', to: null, reason: '分没有错', by: '周导师' },
    ]);
    // The version stays as it was published; the living sheet has the correction, with its reason.
    expect(mark(seen, 'learning')?.value).toBe(8);
    const living = (await sheetOf(server)).rows[0]?.cells.find(({ item }) => item === 'learning');
    expect(living).toMatchObject({ value: 9.5, entries: [{ value: 8 }, { value: 9.5, reason: '补查了作业' }] });
    const trail = (await server.storage.audit.after(0, 99)).filter(({ kind }) => kind === 'appeal-decided');
    expect(trail.map(({ subject }) => subject)).toEqual(['jia', 'jia']);
    expect((await sheetOf(server)).published.openAppeals).toBe(0);
  });

  test('about a column that the sheet has no more can only be kept [J14]', async () => {
    const server = await wholeRoom();
    await publish(server, 0);
    await appeal(server, server.jia);
    const { rules } = await sheetOf(server);
    const columns = rules.columns
      .map(({ name: _, ownName, ...column }) => ({ ...column, name: ownName }))
      .filter(({ id }) => id !== 'learning')
      .map((column) => (column.id === 'discipline' ? { ...column, weight: 20 } : column));
    const levels = rules.levels.map(({ name: _, ownName, ...level }) => ({ ...level, name: ownName }));
    const change = { version: 0, rules: { columns, levels, indicators: rules.indicators } };
    expect(codeOf(await post(server, path(server, 'sheet'), server.teacher, change))).toBe('ok');
    const [{ id = '', most = 0 } = {}] = (await appealsOf(server)).appeals;
    expect(most).toBeNull();
    expect(codeOf(await answer(server, id, { outcome: 'changed', value: 9, reason: '补查了' }))).toBe(
      'sheet-item-gone',
    );
    expect(codeOf(await answer(server, id, { outcome: 'kept', reason: '这一项取消了' }))).toBe('ok');
  });
});

test('another class’s term, version and appeal have nothing here, and another school’s staff none of it [J1] [J11]', async () => {
  const server = await wholeRoom();
  await publish(server, 0);
  await appeal(server, server.jia);
  const [{ id = '' } = {}] = (await appealsOf(server)).appeals;
  const kept = { outcome: 'kept', reason: '没有依据' };
  const elsewhere = { ...server, term: 'elsewhere' };
  const asks = [
    (room: SheetRoom, cookie: string) =>
      post(room, path(room, 'sheet/publish'), cookie, { version: 1, missing: 0, showsRank: false }),
    (room: SheetRoom, cookie: string) => withdraw(room, 1, cookie),
    (room: SheetRoom, cookie: string) => get(room, path(room, 'sheet/versions/1'), cookie),
    (room: SheetRoom, cookie: string) => get(room, path(room, 'appeals'), cookie),
    (room: SheetRoom, cookie: string) => answer(room, id, kept, cookie),
  ];
  for (const asked of asks) {
    expect(codeOf(await asked(elsewhere, server.teacher))).toBe('unknown-term');
    expect(codeOf(await asked(server, server.foreign))).toBe('unknown-class');
    expect(codeOf(await asked(server, server.jia))).toBe('not-allowed');
    expect(codeOf(await asked(server, server.trainee))).toBe('not-signed-in');
  }
  expect(codeOf(await get(server, 'sheets/elsewhere', server.jia))).toBe('unknown-sheet');
  expect(codeOf(await appeal(elsewhere, server.jia))).toBe('unknown-sheet');
  expect(codeOf(await answer(server, 'nothing', kept))).toBe('unknown-appeal');
});
