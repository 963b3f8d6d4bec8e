/** Pasted words and words faster than a hand types, in the class's table, its report and a trainee's Word file. */
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { workbook } from '#classroom/exports/export-workbook.ts';
import { reportDocument } from '#classroom/exports/word/report-document.ts';
import { classReport } from '#classroom/results/class-report.ts';
import { debriefOf } from '#classroom/results/debrief.ts';
import { runResults } from '#classroom/results/results.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { makeReport } from '#scoring/report.ts';
import { content, eventsOf, goldenCatalog, plan, STARTED_AT } from '#tests/classroom/support/golden-class.ts';
import { resultsRoom } from '#tests/classroom/support/results-room.ts';
import { zipPart } from '#tests/classroom/support/zip-part.ts';

const poor = eventsOf('poor');
/** The same log, its first `many` messages pasted. */
const pasted = (many: number): DrillEvent[] => {
  let left = many;
  return poor.map((e) => {
    if (e.kind !== 'trainee-said' || left === 0) return e;
    left -= 1;
    return { ...e, made: { how: 'pasted', quickReply: null, edited: 0, similarity: 0 } };
  });
};

test('[M32] pasted words are counted in the table and the class’s report, most first, and no other seat is named there', async () => {
  const room = await resultsRoom([
    { name: '甲', drills: [pasted(1)] },
    { name: '乙', drills: [pasted(2)] },
    { name: '丙', drills: [poor] },
    { name: '丁', joined: false },
  ]);
  const results = await runResults(room, room.run);
  const talk = await debriefOf(room, room.rubric, room.run, results);
  const { brought } = classReport(results, talk, plan.scenarios, goldenCatalog.data);
  expect(brought).toEqual({
    seats: [
      { name: '乙', no: '02', why: '粘贴 2 条' },
      { name: '甲', no: '01', why: '粘贴 1 条' },
    ],
    more: 0,
  });
  const [sheet] = await readXlsxFile(await workbook(results, [], room.rubric));
  const [head = [], ...rows] = sheet?.data ?? [];
  const column = (name: string): unknown[] => rows.slice(0, 4).map((row) => row[head.indexOf(name)] ?? null);
  expect(column('粘贴(条)')).toEqual([1, 2, 0, null]);
  expect(column('快过手打(条)')).toEqual([0, 0, 0, null]);
});

test('[M32] pasted words are told in the Word file as in the report, and neither mentions them where there are none', async () => {
  const xmlOf = async (events: readonly DrillEvent[]): Promise<string> => {
    const report = makeReport(content, events);
    const { id, date } = report.rubric;
    const file = { schema: 'kefu-drill/report', version: 1, drill: 'd1', contentHash: 'c', mode: 'lesson' } as const;
    const times = { openedAt: STARTED_AT, endedAt: STARTED_AT + 1 };
    const bytes = await reportDocument({ ...file, ...times, rubric: { id, date }, seat: null, report, audit: [] });
    return zipPart(bytes, 'word/document.xml');
  };
  expect(await xmlOf(pasted(2))).toMatch(/条里，2 条是粘贴进来的，如 \d+:\d\d「/);
  expect(await xmlOf(poor)).not.toContain('粘贴');
});
