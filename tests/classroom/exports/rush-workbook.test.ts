/** The results of a class that had a rush, as figures and as a workbook. */
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { workbook } from '#classroom/exports/export-workbook.ts';
import { runResults } from '#classroom/results/results.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { eventsOf } from '#tests/classroom/support/golden-class.ts';
import { resultsRoom } from '#tests/classroom/support/results-room.ts';
import { opened } from '#tests/engine/support/rush-drill.ts';

const HEADS = ['接完(位)', '丢掉(位)', '首响 P80(秒)', '最多同时(位)'];
const asRush = (events: readonly DrillEvent[]): DrillEvent[] =>
  events.map((event) => (event.kind === 'drill-opened' ? { ...event, rush: opened() } : event));

const marksOf = async (logs: readonly DrillEvent[][]) => {
  const room = await resultsRoom([
    ...logs.map((events, i) => ({ name: `学员${i}`, drills: [events] })),
    { name: '缺席', joined: false },
  ]);
  const results = await runResults(room, room.run);
  const read = await readXlsxFile(await workbook(results, [], room.rubric));
  const sheet = (name: string): unknown[][] => read.find((one) => one.sheet === name)?.data ?? [];
  return { results, marks: sheet('成绩'), rules: sheet('公式').flat() };
};

test('[Q24] a rush has its figures beside the marks, and an empty cell for who never came', async () => {
  const { results, marks, rules } = await marksOf([asRush(eventsOf('model')), asRush(eventsOf('silent'))]);
  const [head = [], ...rows] = marks;
  const from = head.indexOf(HEADS[0]);
  expect(head.slice(from, from + 4)).toEqual(HEADS);
  const cells = (row: number): unknown[] => (rows[row] ?? []).slice(from, from + 4);
  const [model, silent] = results.seats.map(({ result }) => result);
  expect(cells(0)).toEqual([1, 0, model?.rush?.p80FirstS, 1]);
  expect(cells(1)).toEqual([0, 1, silent?.rush?.p80FirstS ?? null, 1]);
  expect(cells(2)).toEqual([null, null, null, null]);
  expect(results.figures.rush).toMatchObject({ served: 0.5, lost: 0.5, mostAtOnce: 1 });
  expect(cells(3).slice(0, 2)).toEqual([0.5, 0.5]);
  expect(rules).toContain('大促进线');
  expect(JSON.stringify(marks)).not.toMatch(/undefined|NaN/);
});

test('[Q24] a class without a rush has none of these columns', async () => {
  const { results, marks, rules } = await marksOf([eventsOf('model')]);
  expect(marks[0]?.filter((head) => HEADS.includes(String(head)))).toEqual([]);
  expect(results.figures).not.toHaveProperty('rush');
  expect(rules).not.toContain('大促进线');
});
