/** Who passes their only customer on before a word was due has no mark, and the standard goes with the customer. */
import { expect, test } from 'vitest';
import { classReport } from '#classroom/results/class-report.ts';
import { entriesOf } from '#classroom/results/portfolio.ts';
import { runResults } from '#classroom/results/results.ts';
import { runServiceData } from '#classroom/results/service-data.ts';
import { factsOf } from '#classroom/terms/facts.ts';
import { playedRuns } from '#classroom/terms/faults.ts';
import { DEFAULT_RULES } from '#classroom/terms/rules.ts';
import { computeRow } from '#classroom/terms/sheet-row.ts';
import { createCatalogs } from '#drills/catalog/catalogs.ts';
import { TEACHER, value } from '#tests/classroom/support/class-room.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';
import { SAID } from '#tests/engine/support/shoes.ts';
import { type TransferRoom, transferRoom, two } from './support.ts';

const afterTheBell = async ({ room, run: { id } }: TransferRoom) => {
  value(await room.classroom.runs.enterStage(id, TEACHER, 'debrief'));
  await room.clock.settle();
  const run = await room.storage.runs.run(id);
  if (run === null) throw new Error('no run');
  const facts = await factsOf(room, [run], room.clock.now());
  const people = (await room.storage.runs.seats(id)).map(({ person }) => facts.get(person ?? ''));
  return { run, people, results: await runResults(room, run) };
};

test('[J96] who passes their only customer on before a word has no mark, anywhere, and nobody to have served', async () => {
  const lesson = await transferRoom();
  const { room, pages } = lesson;
  const [first, second] = two(lesson);
  await lesson.pass(first, second, '39.5码，问今天能不能发');
  await lesson.answer(second, 'c2', true);
  await lesson.say(second, SAID.size);
  await lesson.say(second, SAID.size, 'c2');
  const { run, people, results } = await afterTheBell(lesson);
  const [giver, taker] = results.seats;
  expect(giver).toMatchObject({ result: null, comparable: false, empty: 'passed-on', notes: ['客户都转给了同学'] });
  expect(giver?.attempts).toMatchObject([{ score: null }]);
  expect(results.figures).toMatchObject({ n: 1, leftOut: 1, mean: taker?.result?.score });
  expect(people.map((own) => [own?.drills.length, own?.planned, own?.unserved])).toEqual([
    [0, 0, [{ run: run.id, planned: 0 }]],
    [1, 2, []],
  ]);
  // The sheet has no indicators of whoever had nothing to do, and no nought.
  const sheets = people.map((own) => own && computeRow(DEFAULT_RULES, own, new Map()));
  expect(sheets.map((row) => row?.cells.find(({ item }) => item === 'indicators')?.value === null)).toEqual([
    true,
    false,
  ]);
  const [played] = await playedRuns(room, [run], room.clock.now());
  expect(played?.drills.map(({ by }) => by)).toEqual(['m2']);
  const talk = { debrief: { picks: [] }, cards: new Map() } as unknown as Parameters<typeof classReport>[1];
  const { spread, help } = classReport(results, talk, run.plan.scenarios, shipped().catalog.data);
  expect(spread.reduce((sum, n) => sum + n, 0)).toBe(1);
  expect(help.seats.map(({ name }) => name)).not.toContain('王小明');
  const rows = await room.storage.drillsOfRun(run.id);
  expect(rows.find(({ id }) => id === first.drill)?.score).toBeNull();
  const needs = { ...room, catalogs: createCatalogs(shipped().catalog, room.storage.authored) };
  expect((await entriesOf(needs, rows)).map(({ drill }) => drill)).toEqual([second.drill]);
  expect(await room.runner.report(first.drill)).toMatchObject({
    value: { unjudged: true, findings: [], verdict: '客户还没等你回就转给同学了，这一场不算你的分。' },
  });
  const data = await runServiceData(needs, run, (seat) => seat);
  expect(data.rows.map(({ who }) => who)).toEqual([second.seat, second.seat]);
  expect(pages[0]?.last().reports).toMatchObject([{ drill: first.drill, score: null }]);
});

test('[J97] who was answered before they went on is of both standards, and who was declined of none but the giver’s', async () => {
  const lesson = await transferRoom();
  const [first, second] = two(lesson);
  await lesson.say(first, SAID.instep);
  await lesson.pass(first, second, '39.5码，问今天能不能发');
  await lesson.answer(second, 'c2', false, '手上有三位');
  await lesson.pass(first, second, '39.5码，问今天能不能发');
  await lesson.answer(second, 'c3', true);
  await lesson.say(second, SAID.size, 'c3');
  const { people, results } = await afterTheBell(lesson);
  expect(people.map((own) => [own?.drills[0]?.served, own?.planned])).toEqual([
    [1, 1],
    [1, 2],
  ]);
  expect(results.seats[1]?.result).toMatchObject({ came: 2, planned: 2 });
});
