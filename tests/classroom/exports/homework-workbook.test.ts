/** The results of homework as a workbook. */
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { workbook } from '#classroom/exports/export-workbook.ts';
import { runResults } from '#classroom/results/results.ts';
import type { Homework } from '#contract/homework/homework.ts';
import { lessonPlan } from '#tests/classroom/support/class-room.ts';
import { eventsOf } from '#tests/classroom/support/golden-class.ts';
import { resultsRoom } from '#tests/classroom/support/results-room.ts';

const HEADS = ['计入成绩', '计分', '作业', '迟交(天)', '迟交扣分', '交来的练习', '换设备(次)'];

test('[H9] the workbook has what counts and by which rule beside the score, and a lesson’s has not', async () => {
  const homework: Homework = { opensAt: 0, dueAt: 4_000_000_000_000, attempts: 2, counts: 'mean', late: null };
  const room = await resultsRoom(
    [
      { name: '甲', drills: [eventsOf('poor'), eventsOf('model')] },
      { name: '乙', joined: false },
    ],
    { plan: { ...lessonPlan, incidents: [], homework } },
  );
  const results = await runResults(room, room.run);
  const read = await readXlsxFile(await workbook(results, [], room.rubric));
  const sheet = (name: string): unknown[][] => read.find((one) => one.sheet === name)?.data ?? [];
  const [head = [], first = [], second = [], means = []] = sheet('成绩');
  const from = head.indexOf(HEADS[0]);
  expect(head.slice(from, from + HEADS.length)).toEqual(HEADS);
  const scores = results.seats[0]?.attempts.map(({ score }) => score ?? 0) ?? [];
  const mean = Math.round((scores.reduce((a, b) => a + b, 0) / scores.length) * 10) / 10;
  expect(first.slice(from, from + HEADS.length)).toEqual([mean, '平均分', '已交', 0, 0, 0, 0]);
  expect(first[head.indexOf('次数')]).toBe(2);
  expect(second.slice(from, from + HEADS.length)).toEqual([null, '平均分', '没有开始', 0, 0, 0, 0]);
  expect([means[from], results.figures.mean]).toEqual([mean, mean]);
  expect(means[head.indexOf('总分')]).toBe(Math.max(...scores));
  expect(sheet('公式').flat()).toContain('计入成绩');

  const lesson = await runResults(room, { ...room.run, plan: lessonPlan });
  const other = await readXlsxFile(await workbook(lesson, [], room.rubric));
  expect(other.find((one) => one.sheet === '成绩')?.data[0]).not.toContain('计入成绩');
});
