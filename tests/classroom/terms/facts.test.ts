/** What a term's runs say of each trainee: lessons, homework, papers and exams of parts as they are stored. */
import { describe, expect, test } from 'vitest';
import { publish } from '#classroom/results/publishing.ts';
import { factsOf } from '#classroom/terms/facts.ts';
import type { TermFacts } from '#classroom/terms/sheet-row.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { type ExamRoom, examRoom, PAPER, sitPaper, take } from '#tests/classroom/mock-exams/support.ts';
import { answerAt, beginAt, keysOf, paperRoom, rightAnswer, seatOf } from '#tests/classroom/papers/support.ts';
import { device, MINUTE, TEACHER, value } from '#tests/classroom/support/class-room.ts';
import { homework, run } from '#tests/classroom/terms/support/term-runs.ts';
import { append, row } from '#tests/storage/contract.ts';
import { aResult } from '#tests/storage/results-contract.ts';
import { seat } from '#tests/storage/runs-contract.ts';
import { openReady } from '#tests/storage/support/open-ready.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

const at = (day: number, hour = 10): number => new Date(2026, 10, day, hour).getTime();
const NOW = at(30);
/** Every result is stored already: nothing is scored. */
const runner = {} as Pick<DrillRecords, 'report' | 'record'>;
type Drill = { score: number; at: number; served?: number; firstS?: number };

/** 甲 (`jia`) with a seat in the run, who came where `drills` are. */
const addRun = async (storage: Storage, id: string, over: Partial<Run>, drills: readonly Drill[]): Promise<Run> => {
  const stored = run(id, over);
  const [joinedAt, guest] = drills.length === 0 ? [null, null] : [stored.startedAt, `g-${id}`];
  const own = seat(`s-${id}`, { run: id, person: 'jia', joinedAt, guest });
  await storage.runs.createRun(stored, [own]);
  for (const [place, { score, at: openedAt, served = 1, firstS = 20 }] of drills.entries()) {
    const drill = `${id}-${place}`;
    await storage.createDrill(
      row(drill, { openedAt, place: { school: 's1', run: id, seat: own.id, person: 'jia', redo: null } }),
    );
    await storage.appendAll([append(drill, 0, { state: 'ended', running: false, endedAt: openedAt + MINUTE })]);
    const result = aResult(score);
    const figures = { ...result.figures, served, firstResponseS: firstS };
    await storage.results.putResult(drill, 1, { ...result, figures });
  }
  return stored;
};

const factsAt = async (storage: Storage, runs: readonly Run[], now = NOW): Promise<TermFacts | undefined> => {
  return (await factsOf({ storage, runner }, runs, now)).get('jia');
};

const publishExam = async (room: ExamRoom, id: string): Promise<void> => {
  const stored = await room.storage.runs.run(id);
  if (stored !== null) await publish({ ...room, onRunChanged: () => {} }, stored, 'teacher', true);
};

const examsOf = async (room: ExamRoom, person: string) => {
  const runs = (await room.storage.runs.runsOf('s1')).toReversed();
  return (await factsOf(room, runs, room.clock.now())).get(person)?.exams;
};

describe('the facts of a term', () => {
  test('take the drill that counts of each published lesson and homework, and leave exams to their column [J3]', async () => {
    const storage = await openReady(tempFolder());
    const published = { publishedAt: 1 };
    const lesson = await addRun(storage, 'a', published, [
      { score: 60, at: at(5) },
      { score: 80, at: at(6), firstS: 12 },
    ]);
    const last = { ...homework(at(12)), homework: { ...homework(at(12)).homework, counts: 'last' } } as Run['plan'];
    const task = await addRun(storage, 'h', { ...published, plan: last }, [
      { score: 90, at: at(12, 1) },
      { score: 70, at: at(12, 2), served: 3 },
    ]);
    const waiting = await addRun(storage, 'w', {}, [{ score: 50, at: at(7) }]);
    const going = await addRun(storage, 'g', { ...published, stage: 'drill' }, [{ score: 50, at: at(8) }]);
    const missed = await addRun(storage, 'm', published, []);
    const exam = await addRun(storage, 'e', { ...published, plan: { ...run('x').plan, mode: 'exam' } }, [
      { score: 88, at: at(9) },
    ]);
    const all = await factsAt(storage, [lesson, task, waiting, going, missed, exam]);
    expect(all?.drills).toMatchObject([
      { score: 80, firstResponseS: 12, served: 1 },
      { score: 70, served: 3 },
    ]);
    expect(all).toMatchObject({ planned: 3, waiting: 2, exams: [{ name: '场次 e', state: 'marked', mark: 88 }] });
    // Homework has no hour at which somebody is there, and what still goes on isn't held yet.
    expect(all?.attended.map(({ name, there }) => [name, there])).toEqual([
      ['场次 a', true],
      ['场次 w', true],
      ['场次 m', false],
      ['场次 e', true],
    ]);
    await storage.close();
  });

  test('an exam at the desk that nobody sat is absence, one that isn’t published waits [J3]', async () => {
    const storage = await openReady(tempFolder());
    const plan = { ...run('x').plan, mode: 'exam' as const };
    const absent = await addRun(storage, 'a', { plan, publishedAt: 1 }, []);
    const waiting = await addRun(storage, 'b', { plan }, [{ score: 70, at: at(5) }]);
    expect((await factsAt(storage, [absent, waiting]))?.exams).toMatchObject([
      { state: 'absent', mark: null },
      { state: 'waiting', mark: null },
    ]);
    expect(await factsOf({ storage, runner }, [absent, waiting], NOW, 'yi')).toEqual(new Map());
    await storage.close();
  });

  test('a paper has the mark of who sat it once it is published [J3]', async () => {
    const room = await paperRoom();
    await beginAt(room, 1, 'g1');
    for (const question of (await keysOf(room, seatOf(room, 1))).slice(0, 6))
      value(await answerAt(room, 1, 'g1', question.id, rightAnswer(question)));
    value(await room.classroom.papers.handIn(seatOf(room, 1), device('g1')));
    const seats = await room.storage.runs.seats(room.run);
    const exams = async () => {
      const stored = await room.storage.runs.run(room.run);
      if (stored === null) throw new Error('no run');
      const all = await factsOf({ storage: room.storage, runner }, [stored], room.clock.now());
      return seats.map(({ person }) => all.get(person ?? '')?.exams[0]);
    };
    expect((await exams()).map((exam) => exam?.state)).toEqual(['waiting', 'waiting', 'waiting']);
    value(await room.classroom.runs.enterStage(room.run, TEACHER, 'debrief'));
    const stored = await room.storage.runs.run(room.run);
    if (stored !== null) await publish({ ...room, onRunChanged: () => {} }, stored, 'teacher', true);
    const [sat, ...others] = await exams();
    expect(sat).toMatchObject({ state: 'marked', mark: 75 });
    expect(others).toMatchObject([{ state: 'absent' }, { state: 'absent' }]);
  });

  test('an exam of parts counts its re-sit once that is published, and the re-sit is no exam of its own [J3]', async () => {
    const room = await examRoom({ parts: [{ ...PAPER, weight: 100 }] });
    await sitPaper(room, room.run, await take(room, 1, 'g1'), 'g1', 2);
    const person = (await room.storage.runs.seats(room.run))[0]?.person ?? '';
    await room.clock.advance(61 * MINUTE);
    await publishExam(room, room.run);
    expect(await examsOf(room, person)).toMatchObject([{ state: 'marked', mark: 25 }]);
    const others = await room.storage.runs.seats(room.run);
    expect(await examsOf(room, others[1]?.person ?? '')).toMatchObject([{ state: 'absent' }]);
    const now = room.clock.now();
    const asked = { seats: [room.seats[0] ?? ''], opensAt: now, dueAt: now + 60 * MINUTE };
    value(await room.classroom.exams.resit(room.run, TEACHER, asked));
    const resit = (await room.storage.exams.resitRuns(room.run))[0] ?? '';
    const [own] = await room.storage.runs.seats(resit);
    const code = (await room.storage.runs.run(resit))?.code ?? '';
    value(await room.classroom.seats.join(code, device('g1'), { seat: own?.id ?? '' }));
    await sitPaper(room, resit, own?.id ?? '', 'g1', 6);
    await room.clock.advance(61 * MINUTE);
    expect(await examsOf(room, person)).toMatchObject([{ mark: 25 }]);
    await publishExam(room, resit);
    expect(await examsOf(room, person)).toMatchObject([{ state: 'marked', mark: 75 }]);
  });
});
