/** 质检 of a drill with two customers: read one after the other, marked as one. */
import { expect, test } from 'vitest';
import type { Marking } from '#contract/practice/inspections.ts';
import { classItemBody } from '#http/bodies/class-inspection-bodies.ts';
import { engine } from '#server/engine-parts.ts';
import {
  classRoom,
  code,
  MINUTE,
  newRun,
  SHOES,
  say,
  seatTab,
  sit,
  TEACHER,
  toDesk,
  value,
} from '#tests/classroom/support/class-room.ts';

test('[I20] a drill of two customers is picked, read customer by customer, and marked as one', async () => {
  const room = await classRoom();
  const run = await newRun(room, { incidents: [], minutes: 3, scenarios: [SHOES, SHOES] });
  const seat = await sit(room, run, 'g1', 1);
  const page = await seatTab(room, seat.seat.id, 'g1');
  await room.classroom.runs.enterStage(run.id, TEACHER, 'drill');
  await room.clock.settle();
  const at = await toDesk(room, page);
  await room.clock.advance(MINUTE);
  await say(room, at, '您好，我是王小明，帮您看一下');
  await room.clock.advance(5 * MINUTE);
  const stored = await room.storage.runs.run(run.id);
  if (stored === null) throw new Error('no run');
  await room.storage.runs.changeRun({ ...stored, publishedAt: room.clock.now() });
  const exercise = await room.classroom.inspections();
  const { drills } = value(await exercise.board(run.id));
  expect(drills).toMatchObject([{ customers: 2, no: null }]);
  value(await exercise.pick(run.id, [drills[0]?.drill ?? '']));
  const teacher = { run: run.id, person: TEACHER.id };
  const opened = value(await exercise.open(teacher, 1));
  const body = classItemBody(opened, engine.prepare(opened.record.content));
  expect(body?.customers).toHaveLength(2);
  expect(new Set(body?.customers?.map(({ conversation }) => conversation)).size).toBe(2);
  expect(JSON.stringify(body)).not.toContain('王小明');
  const line = body?.customers?.flatMap(({ lines }) => lines).find(({ by }) => by === 'trainee')?.id ?? '';
  const { dimensions } = body?.inspection.scorecard ?? { dimensions: [] };
  const marking: Marking = {
    dimensions: Object.fromEntries(
      dimensions.map(({ id, faults }) => [id, { level: 'none', faults: [{ code: faults[0]?.code ?? '', line }] }]),
    ) as unknown as Marking['dimensions'],
    redLine: { crossed: false, code: null, line: null },
    complaint: null,
  };
  expect(code(await exercise.save(teacher, 1, marking))).toBe('ok');
  const comparison = value(await exercise.handIn(teacher, 1));
  expect(comparison.parties.map(({ by }) => by)).toEqual(['own', 'program']);
});
