import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { type RulingRow, workbook, workbookName } from '#classroom/exports/export-workbook.ts';
import { columnName } from '#classroom/exports/sheet-cells.ts';
import { runResults } from '#classroom/results/results.ts';
import { DESK_COLUMNS } from '#contract/results.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { eventsOf, STARTED_AT } from '#tests/classroom/support/golden-class.ts';
import { resultsRoom } from '#tests/classroom/support/results-room.ts';
import { zipPart } from '#tests/classroom/support/zip-part.ts';

const LOGS = [eventsOf('model'), eventsOf('poor'), eventsOf('silent')];
const ruling: RulingRow = {
  id: 'g1',
  finding: 'vague@c1:1',
  point: null,
  example: false,
  verdict: 'dismissed',
  score: null,
  reason: '+1',
  by: '王老师',
  at: STARTED_AT,
  undone: { by: '李老师', at: STARTED_AT + 60_000 },
  title: '含糊',
  no: '01',
  name: '甲',
};

const sheets = async (rulings: readonly RulingRow[] = []) => {
  const room = await resultsRoom([
    { name: '=HYPERLINK("http://x","点我")', drills: [LOGS[0] ?? []] },
    { name: '+86甲', drills: [LOGS[1] ?? []] },
    { name: '@乙', drills: [LOGS[2] ?? []] },
    { name: '丁', joined: false },
  ]);
  const results = await runResults(room, room.run);
  const bytes = await workbook(results, rulings, room.rubric);
  const read = await readXlsxFile(bytes);
  const rows = (sheet: string): unknown[][] => read.find((one) => one.sheet === sheet)?.data ?? [];
  return { results, bytes, rows, names: read.map(({ sheet }) => sheet) };
};

/** Counted from the events themselves, without any of the product's own code. */
const said = (events: readonly DrillEvent[]) => ({
  customer: events.filter((e) => e.kind === 'customer-said').length,
  trainee: events.filter((e) => e.kind === 'trainee-said' || (e.kind === 'action-done' && e.sends)).length,
  characters: events.flatMap((e) => (e.kind === 'trainee-said' ? [...e.text.replace(/\s/g, '')] : [])).length,
});

describe('the exported workbook', () => {
  test('has its four sheets, the seats in the roster’s order', async () => {
    const { rows, names } = await sheets();
    expect(names).toEqual(['成绩', '赤兔指标', '公式', '改判记录']);
    const [head, first, , , fourth] = rows('成绩');
    expect(head?.slice(0, 3)).toEqual(['学号', '姓名', '总分']);
    expect(first?.[0]).toBe('01');
    expect(fourth?.slice(0, 3)).toEqual(['04', '丁', null]);
    expect(fourth?.at(-2)).toBe('否');
    expect(fourth?.at(-1)).toBe('没有进来');
  });

  test('has marks and figures as numbers, the same as in the logs', async () => {
    const { rows, results } = await sheets();
    const marks = rows('成绩');
    expect(marks.slice(1, 4).map((row) => row[2])).toEqual(
      results.seats.slice(0, 3).map(({ result }) => result?.score),
    );
    const [head = [], ...lines] = rows('赤兔指标');
    expect(head).toHaveLength(2 + DESK_COLUMNS.length);
    const value = (row: number, name: string): unknown => lines[row]?.[head.indexOf(name)];
    for (const [i, events] of LOGS.entries()) {
      const counted = said(events);
      expect(value(i, '买家消息数')).toBe(counted.customer);
      expect(value(i, '客服消息数')).toBe(counted.trainee);
      expect(value(i, '总消息数')).toBe(counted.customer + counted.trainee);
      expect(value(i, '客服字数')).toBe(counted.characters);
      expect(value(i, '答问比')).toBe(Math.round((counted.trainee / counted.customer) * 100) / 100);
    }
    expect(value(2, '未回复人数')).toBe(1);
    expect(value(0, '未回复人数')).toBe(0);
    expect(value(3, '买家消息数')).toBeNull();
  });

  test('makes the class row of formulas over the comparable seats', async () => {
    const { bytes } = await sheets();
    const xml = zipPart(bytes, 'xl/worksheets/sheet2.xml');
    const formulas = [...xml.matchAll(/<c r="([A-Z]+)6"[^>]*><f>([^<]*)<\/f>/g)].map(([, column, text]) => [
      column,
      text,
    ]);
    expect(formulas).toHaveLength(DESK_COLUMNS.length);
    expect(formulas[0]).toEqual(['C', 'SUMIF($B$2:$B$5,"是",C2:C5)']);
    expect(formulas.find(([column]) => column === columnName(2 + DESK_COLUMNS.indexOf('answerRatio')))?.[1]).toBe(
      'IFERROR(J6/I6,"")',
    );
  });

  test('stores the class row’s values too, for a reader that doesn’t calculate formulas', async () => {
    const { rows, results } = await sheets();
    const [head = [], ...lines] = rows('赤兔指标');
    const value = (row: number, name: string): unknown => lines[row]?.[head.indexOf(name)];
    const total = (name: string): number => [0, 1, 2].reduce((sum, row) => sum + Number(value(row, name)), 0);
    for (const name of ['聊天人数', '买家消息数', '客服消息数', '未回复人数']) expect(value(4, name)).toBe(total(name));
    expect(value(4, '答问比')).toBeCloseTo(total('客服消息数') / total('买家消息数'), 10);
    expect(value(4, '最大同时聊天数')).toBe(1);
    expect(value(4, '首次响应(秒)')).toBeCloseTo(results.figures.firstResponseS ?? 0, 1);
    expect(lines[4]?.slice(2)).not.toContain(null);
  });

  test('keeps the formulas of the class row when nobody is comparable, and shows no means', async () => {
    const room = await resultsRoom([{ name: '丁', joined: false }]);
    const bytes = await workbook(await runResults(room, room.run), [], room.rubric);
    const [sheet = { data: [] }] = (await readXlsxFile(bytes)).filter((one) => one.sheet === '赤兔指标');
    const [head = [], , line = []] = sheet.data;
    expect(line[head.indexOf('聊天人数')]).toBe(0);
    expect(line[head.indexOf('首次响应(秒)')] ?? null).toBeNull();
  });

  test('shows each dimension’s mark beside the marks that were on offer', async () => {
    const { rows, results } = await sheets();
    const [head = [], ...lines] = rows('成绩');
    for (const [row, { result }] of results.seats.entries()) {
      for (const { name, marks, weight } of result?.dimensions ?? []) {
        expect(lines[row]?.[head.indexOf(name)] ?? null).toBe(marks);
        expect(lines[row]?.[head.indexOf(`${name}满分`)] ?? null).toBe(marks === null ? null : weight);
      }
    }
    expect(lines[4]?.[1]).toBe('平均只算可比的 3 人，1 人没有进来');
  });

  test('never runs typed words as a formula, whatever they begin with', async () => {
    const { rows, bytes } = await sheets([ruling]);
    expect(
      rows('赤兔指标')
        .slice(1, 4)
        .map((row) => row[0]),
    ).toEqual(['=HYPERLINK("http://x","点我")', '+86甲', '@乙']);
    for (const sheet of [1, 3, 4]) {
      expect(zipPart(bytes, `xl/worksheets/sheet${sheet}.xml`)).not.toContain('<f>');
    }
    expect(zipPart(bytes, 'xl/worksheets/sheet2.xml')).not.toContain('HYPERLINK');
  });

  test('keeps the head rows in sight', async () => {
    const { bytes } = await sheets();
    for (const sheet of [1, 2, 3, 4]) {
      expect(zipPart(bytes, `xl/worksheets/sheet${sheet}.xml`)).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    }
  });

  test('gives every column of figures its formula and source, and leaves no gap to fill in', async () => {
    const { rows } = await sheets();
    const [figures = []] = rows('赤兔指标');
    const formulas = rows('公式');
    expect(formulas.slice(1, 1 + DESK_COLUMNS.length).map((row) => row[0])).toEqual(figures.slice(2));
    for (const row of formulas.slice(1, 1 + DESK_COLUMNS.length)) {
      expect(String(row[2])).not.toMatch(/[{}]|null/);
      expect(String(row[3])).toMatch(/\d{4}-\d{2}-\d{2}/);
    }
  });

  test('lists every ruling, the undone ones too', async () => {
    const { rows } = await sheets([ruling]);
    expect(rows('改判记录')[1]).toEqual([
      '01',
      '甲',
      '驳回',
      '含糊',
      null,
      '+1',
      '王老师',
      '2026-11-20 14:00',
      '李老师',
      '2026-11-20 14:01',
    ]);
  });
});

describe('the workbook’s name', () => {
  const named = (name: string): string =>
    workbookName({
      run: { id: 'r', name, className: null, at: STARTED_AT, minutes: 12, publishedAt: null, mode: 'lesson' },
    });

  test('is the run’s, made safe for Windows', () => {
    expect(named('周三第一节')).toBe('周三第一节-2026-11-20.xlsx');
    expect(named('3班/第1节: "促销"?')).toBe('3班 第1节 促销-2026-11-20.xlsx');
    expect(named(' ..')).toBe('场次-2026-11-20.xlsx');
    expect(named('con')).toBe('场次-2026-11-20.xlsx');
  });
});
