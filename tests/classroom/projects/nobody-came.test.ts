/** A seat of a project task to which nobody was handed has drilled nothing: neither its results nor its term count it. */

import { expect, test } from 'vitest';
import { classReport } from '#classroom/results/class-report.ts';
import { entriesOf } from '#classroom/results/portfolio.ts';
import { runResults } from '#classroom/results/results.ts';
import { factsOf } from '#classroom/terms/facts.ts';
import { playedRuns } from '#classroom/terms/faults.ts';
import { createCatalogs } from '#drills/catalog/catalogs.ts';
import { TEACHER, value } from '#tests/classroom/support/class-room.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';
import { type ProjectRoom, projectRoom, serveSize } from './support.ts';

const afterTheBell = async (project: ProjectRoom) => {
  const { room } = project;
  value(await room.classroom.runs.enterStage(project.run.id, TEACHER, 'debrief'));
  await room.clock.settle();
  const run = await room.storage.runs.run(project.run.id);
  if (run === null) throw new Error('no run');
  const facts = await factsOf(room, [run], room.clock.now());
  const people = (await room.storage.runs.seats(run.id)).map(({ person }) => facts.get(person ?? ''));
  return { run, people, results: await runResults(room, run) };
};

test('[J72] where the bell comes before the hand-over, the other roles have no drill of nought marks', async () => {
  const project = await projectRoom();
  const { room } = project;
  const first = await project.deskOf(1);
  await project.deskOf(2);
  await project.deskOf(3);
  await project.say(first, '在的，您脚长多少厘米，脚背高不高？');
  const { run, people, results } = await afterTheBell(project);
  expect(people.map((own) => own?.drills.length)).toEqual([1, 0, 0]);
  expect(people.map((own) => own?.planned)).toEqual([1, 0, 0]);
  expect(people.map((own) => own?.attended[0]?.there)).toEqual([true, true, true]);
  const [played] = await playedRuns(room, [run], room.clock.now());
  expect(played?.drills).toHaveLength(1);
  expect(results.figures).toMatchObject({ n: 1, leftOut: 2, mean: results.seats[0]?.result?.score });
  expect(results.seats.map(({ result, notes }) => [result === null, notes])).toEqual([
    [false, []],
    [true, ['没有客户交到这里']],
    [true, ['没有客户交到这里']],
  ]);
  // Nothing was asked of them: the report names nobody of them.
  const talk = { debrief: { picks: [] }, cards: new Map() } as unknown as Parameters<typeof classReport>[1];
  const { help } = classReport(results, talk, run.plan.scenarios, shipped().catalog.data);
  const unreached = results.seats.filter(({ empty }) => empty === 'nobody-came').map(({ name }) => name);
  expect(unreached).toHaveLength(2);
  expect(help.seats.filter(({ name }) => unreached.includes(name))).toEqual([]);
  const rows = await room.storage.drillsOfRun(run.id);
  const needs = { ...room, catalogs: createCatalogs(shipped().catalog, room.storage.authored) };
  expect((await entriesOf(needs, rows)).map(({ drill }) => drill)).toEqual([first.drill]);
  const third = rows.find(({ place }) => place?.person === 'm3');
  expect(await room.runner.report(third?.id ?? '')).toMatchObject({
    value: { conversations: [], findings: [], verdict: '没有客户来到你这里，这一场不算你的分。' },
  });
});

test('[J72] who was handed a customer has a drill that counts, with that customer as their standard', async () => {
  const project = await projectRoom();
  const first = await project.deskOf(1);
  const second = await project.deskOf(2);
  await serveSize(project, first);
  await project.handOn(first, '脚长24.5脚背高，拿了39.5。已答应首次换码来回运费店里出');
  await project.say(second, '您好，我看到前面的记录了，这双39.5偏小可以换40');
  const { people, results } = await afterTheBell(project);
  expect(people.map((own) => [own?.drills.length, own?.planned])).toEqual([
    [1, 1],
    [1, 1],
    [0, 0],
  ]);
  expect(results.seats[1]?.result).toMatchObject({ came: 1, planned: 1, injected: 0 });
});
