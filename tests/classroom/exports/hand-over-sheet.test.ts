/** The workbook's sheet on a project task: a row a part, with what the note to it was worth. */
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { workbook } from '#classroom/exports/export-workbook.ts';
import { runResults } from '#classroom/results/results.ts';
import type { ProjectBoard } from '#contract/plans/projects.ts';
import { resultsRoom } from '#tests/classroom/support/results-room.ts';

const seat = { id: 's1', no: '01', name: '李静' };
const BOARD: ProjectBoard = {
  run: { id: 'r1', name: '项目任务' },
  roles: ['售前', '售后'],
  groups: [
    {
      group: 0,
      seats: [seat, null],
      tasks: [
        {
          ...{ task: 'race-shoes', title: '半马前的那双鞋', customer: '阿栗要破二' },
          parts: [
            { role: '售前', seat, state: 'handed', heldMs: 65_000, place: null, score: 92, handOver: null },
            {
              ...{ role: '售后', seat: null, state: 'here', heldMs: 5000, place: null, score: null },
              handOver: {
                note: '脚长24.5',
                items: [
                  { id: 'foot', says: '脚长24.5', promise: false, held: true },
                  { id: 'race', says: '22号跑', promise: false, held: false },
                ],
                again: [{ says: '22号跑', quote: '哪天比赛', held: false }],
                broken: [],
                waitedMs: 20_000,
              },
            },
          ],
        },
      ],
    },
  ],
  free: [],
  now: 0,
};

test('[J43] says who had the customer, what the note held and lacked, what was asked again and how long they waited', async () => {
  const room = await resultsRoom([{ name: '李静', joined: false }]);
  const results = await runResults(room, room.run);
  const read = await readXlsxFile(await workbook(results, [], room.rubric, [], { project: BOARD }));
  const rows = read.find(({ sheet }) => sheet === '项目任务的交接')?.data ?? [];
  expect(rows).toHaveLength(3);
  expect(rows[1]?.slice(0, 8)).toEqual([
    1,
    '半马前的那双鞋',
    '阿栗要破二',
    '售前',
    '李静',
    '交出去了',
    '1 分 5 秒',
    92,
  ]);
  expect(rows[2]?.slice(8)).toEqual(['脚长24.5', '脚长24.5', '22号跑', '22号跑：「哪天比赛」', null, '20 秒']);
  const without = await readXlsxFile(await workbook(results, [], room.rubric));
  expect(without.map(({ sheet }) => sheet)).not.toContain('项目任务的交接');
});
