import { describe, expect, test } from 'vitest';
import type { ClassRoom } from '#tests/classroom/support/class-room.ts';
import {
  classRoom,
  code,
  MINUTE,
  newRun,
  type SeatTab,
  say,
  seatTab,
  sit,
  TEACHER,
  toDesk,
  value,
} from '#tests/classroom/support/class-room.ts';

/** Two seats drilling, the first has answered once. */
const drilling = async () => {
  const room = await classRoom();
  const run = await newRun(room);
  const pages = await Promise.all(
    ['g1', 'g2'].map(async (guest, index) => {
      const { seat } = await sit(room, run, guest, index + 1);
      return await seatTab(room, seat.id, guest);
    }),
  );
  value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
  await room.clock.settle();
  const [page] = pages;
  if (page === undefined) throw new Error('no page');
  const desk = await toDesk(room, page);
  await room.clock.advance(8000);
  await say(room, desk, '亲，穿37码合适。');
  await room.clock.advance(20_000);
  return { room, run, pages, desk };
};

/** The turn answered first, done again by both seats; the drill stage is over. */
const redoing = async () => {
  const { room, run, pages, desk } = await drilling();
  value(await room.classroom.runs.enterStage(run.id, TEACHER, 'debrief'));
  await room.clock.settle();
  value(await room.classroom.runs.openReplayTask(run.id, TEACHER, { drill: desk.drill, conversation: 'c1', turn: 1 }));
  await room.clock.settle();
  return { room, run, pages, desk };
};

const stored = async ({ storage }: ClassRoom, runId: string) => {
  const run = await storage.runs.run(runId);
  if (run === null) throw new Error('no run');
  return run;
};
const states = async ({ storage }: ClassRoom, runId: string): Promise<string[]> =>
  (await storage.drillsOfRun(runId)).map(({ place, state }) => `${place?.redo === null ? 'attempt' : 'redo'} ${state}`);

describe('a server killed in the middle of', () => {
  test('ending a run ends the drills of the run when it is back', async () => {
    const { room, run } = await drilling();
    await room.storage.runs.changeRun({ ...(await stored(room, run.id)), stage: 'close', clockRunning: false });
    await room.restart(MINUTE);
    await room.clock.advance(1000);
    expect(await states(room, run.id)).toEqual(['attempt ended', 'attempt ended']);
    value(await room.classroom.runs.end(run.id, TEACHER));
    expect(await stored(room, run.id)).toMatchObject({ stage: 'close', clockRunning: false });
    expect((await stored(room, run.id)).endedAt).not.toBeNull();
  });

  test('leaving a replay task leaves none of its drills open', async () => {
    const { room, run, desk } = await redoing();
    await room.storage.runs.changeRun({ ...(await stored(room, run.id)), stage: 'debrief' });
    await room.restart(MINUTE);
    await room.clock.advance(1000);
    expect((await states(room, run.id)).filter((state) => state !== 'attempt ended')).toEqual([
      'redo ended',
      'redo ended',
    ]);
    const turn = { drill: desk.drill, conversation: 'c1', turn: 1 };
    expect(code(await room.classroom.runs.openReplayTask(run.id, TEACHER, turn))).toBe('ok');
  });

  test('closing a replay task ends its answers when it is back', async () => {
    const { room, run } = await redoing();
    const [redo] = await room.storage.runs.replayTasks(run.id);
    await room.storage.runs.closeReplayTask(redo?.id ?? '', room.clock.now());
    await room.restart(MINUTE);
    await room.clock.advance(1000);
    expect((await states(room, run.id)).filter((state) => state !== 'attempt ended')).toEqual([
      'redo ended',
      'redo ended',
    ]);
  });
});

describe('a replay task', () => {
  test('[C4] that was frozen is still frozen after a restart', async () => {
    const { room, run, pages } = await redoing();
    const [page] = pages as [SeatTab, SeatTab];
    value(await room.classroom.runs.freeze(run.id, TEACHER, true));
    await room.restart(MINUTE);
    const again = await seatTab(room, (await room.storage.runs.seats(run.id))[0]?.id ?? '', 'g1');
    const drill = again.last().redo?.drill ?? '';
    const desk = { ...page, sendEvents: () => {}, sendTyping: () => {}, sendTaken: () => {} };
    await room.runner.join(drill, desk, 0, true);
    await room.clock.settle();
    const { deskRequest } = await import('#drills/runner/requests.ts');
    const start = deskRequest('drill:start', { drillId: drill, commandId: 's1' });
    value(await room.runner.submit(drill, desk.id, 's1', start));
    await room.clock.advance(20_000);
    expect(await room.runner.join(drill, desk, 0, true)).toMatchObject({ value: { running: false } });
  });

  test('that is closed at once leaves no answer open', async () => {
    const { room, run, desk } = await drilling();
    value(await room.classroom.runs.enterStage(run.id, TEACHER, 'debrief'));
    await room.clock.settle();
    const turn = { drill: desk.drill, conversation: 'c1', turn: 1 };
    value(await room.classroom.runs.openReplayTask(run.id, TEACHER, turn));
    value(await room.classroom.runs.closeReplayTask(run.id));
    await room.clock.advance(1000);
    expect((await states(room, run.id)).filter((state) => !state.endsWith('ended'))).toEqual([]);
  });
});

test('a run counts as over only once all its drills have ended, so no restart takes it up again', async () => {
  const { room, run } = await drilling();
  const write = room.storage.runs.changeRun;
  const open: string[][] = [];
  room.storage.runs.changeRun = async (next) => {
    if (next.endedAt !== null) open.push((await states(room, run.id)).filter((state) => !state.endsWith('ended')));
    return await write(next);
  };
  value(await room.classroom.runs.end(run.id, TEACHER));
  expect(open).toEqual([[]]);
});

test('a run that two requests end at once ends once', async () => {
  const { room, run } = await drilling();
  const both = await Promise.all([1, 2].map(() => room.classroom.runs.end(run.id, TEACHER)));
  expect(both.map(code)).toEqual(['ok', 'ok']);
  const kinds = (await room.storage.runs.log(run.id)).map(({ kind, body }) =>
    kind === 'stage' ? String(body.stage) : kind,
  );
  expect(kinds).toEqual(['join', 'drill', 'close', 'end']);
  expect(await states(room, run.id)).toEqual(['attempt ended', 'attempt ended']);
  expect(code(await room.classroom.runs.end(run.id, TEACHER))).toBe('run-over');
});
