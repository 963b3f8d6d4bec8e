import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { masked } from '#classroom/inspections/masked.ts';
import type { ClassInspection, ClassItemBody, InspectionBoard } from '#contract/practice/class-inspections.ts';
import type { Comparison, InspectionBody, Marking } from '#contract/practice/inspections.ts';
import { hashOf, newToken } from '#http/session/cookie-token.ts';
import { GUEST_COOKIE } from '#http/session/guest-cookie.ts';
import { SESSION_COOKIE } from '#http/session/principal.ts';
import { eventsOf } from '#tests/classroom/support/golden-class.ts';
import { get, post, type Room, resultsServer } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { person } from '#tests/storage/people-contract.ts';

type Class = Room & { mentor: string; second: string };

/** Two seats that have drilled, their teacher and a mentor; published unless said otherwise. */
const room = async (isPublished = true): Promise<Class> => {
  const server = await resultsServer(
    [
      { name: '林可欣', drills: [eventsOf('poor')] },
      { name: '陈思远', drills: [eventsOf('model')] },
    ],
    'published',
  );
  const { people } = server.storage;
  await people.createPerson({ ...person('li', { school: 's1', role: 'mentor' }), name: '李导师' });
  const [session, guest] = [newToken(), newToken()];
  await people.createSession(hashOf(session), 'li', Date.now(), Date.now() + 3_600_000);
  await server.storage.createGuest(hashOf(guest), 'g2', Date.now());
  if (isPublished) await post(server, 'runs/r1/publish', server.teacher, { published: true });
  return { ...server, mentor: `${SESSION_COOKIE}=${session}`, second: `${GUEST_COOKIE}=${guest}` };
};
const board = async (server: Class) =>
  valueIn(await get(server, 'runs/r1/inspection', server.teacher)) as InspectionBoard;
const picked = async (server: Class): Promise<InspectionBoard> => {
  const drills = (await board(server)).drills.map(({ drill }) => drill);
  return valueIn(await post(server, 'runs/r1/inspection', server.teacher, { drills })) as InspectionBoard;
};
const noOf = ({ drills }: InspectionBoard, seatName: string): number =>
  drills.find((one) => one.seatName === seatName)?.no ?? 0;

const whole = ({ scorecard }: InspectionBody, level: 'full' | 'none' = 'full'): Marking => ({
  dimensions: Object.fromEntries(
    scorecard.dimensions.map(({ id, faults }) => [
      id,
      { level, faults: level === 'full' ? [] : [{ code: faults[0]?.code ?? '', line: null }] },
    ]),
  ) as unknown as Marking['dimensions'],
  redLine: { crossed: false, code: null, line: null },
  complaint: null,
});
const hand = async (server: Class, path: string, cookie: string, level: 'full' | 'none' = 'full') => {
  const { inspection } = valueIn(await get(server, path, cookie)) as ClassItemBody;
  await post(server, path, cookie, { marking: whole(inspection, level) });
  return await post(server, `${path}/hand-in`, cookie);
};

describe('quality inspection in a class', () => {
  test('a seat marks the others’ drills without a name in them, and never its own [I4]', async () => {
    const server = await room();
    const picks = await picked(server);
    expect(picks.drills.map(({ no }) => no).toSorted()).toEqual([1, 2]);
    const list = valueIn(await get(server, 'seats/seat1/inspection', server.trainee)) as ClassInspection;
    expect(list.items.map(({ no }) => no)).toEqual([noOf(picks, '陈思远')]);
    expect(codeOf(await get(server, `seats/seat1/inspection/${noOf(picks, '林可欣')}`, server.trainee))).toBe(
      'unknown-inspection',
    );
    // Drill time alone: a time of day would say whose seat was open then.
    const path = `seats/seat1/inspection/${noOf(picks, '陈思远')}`;
    expect(JSON.stringify(valueIn(await get(server, path, server.trainee)))).not.toMatch(/(?<!\d)1[5-9]\d{11}(?!\d)/);
    const told = JSON.stringify(
      await Promise.all([
        get(server, 'seats/seat1/inspection', server.trainee),
        get(server, `seats/seat1/inspection/${noOf(picks, '陈思远')}`, server.trainee),
      ]),
    );
    for (const secret of ['陈思远', 'seat2', 'd2-1', '"score"', '"findings"', '"parties":['])
      expect(told.includes(secret), secret).toBe(false);
    expect(masked('我是陈思远，电话13912345678，打欣吧', ['陈思远', '欣'])).toBe('我是**，电话**，打欣吧');
  });

  test('nothing is picked before publication, and nobody else’s seat or run is marked [I4]', async () => {
    const server = await room(false);
    const drills = (await board(server)).drills.map(({ drill }) => drill);
    expect(codeOf(await post(server, 'runs/r1/inspection', server.teacher, { drills }))).toBe(
      'inspection-not-published',
    );
    await post(server, 'runs/r1/publish', server.teacher, { published: true });
    const picks = valueIn(
      await post(server, 'runs/r1/inspection', server.teacher, { drills: [...drills, 'none-such'] }),
    ) as InspectionBoard;
    expect(picks.drills.filter(({ no }) => no !== null)).toHaveLength(2);
    const path = `seats/seat1/inspection/${noOf(picks, '陈思远')}`;
    expect(codeOf(await get(server, path, server.stranger))).toBe('unknown-seat');
    expect(codeOf(await post(server, `${path}/hand-in`, server.second))).toBe('unknown-seat');
    expect(codeOf(await get(server, 'runs/r1/inspection/1', server.trainee))).toBe('not-signed-in');
    expect(codeOf(await post(server, 'runs/r1/inspection', server.mentor, { drills: [] }))).toBe('not-allowed');
    expect(codeOf(await get(server, 'runs/r1/inspection/99', server.teacher))).toBe('unknown-inspection');
  });

  test('it is saved as one goes, handed in once, and told only then [I4]', async () => {
    const server = await room();
    const path = `seats/seat1/inspection/${noOf(await picked(server), '陈思远')}`;
    const { inspection } = valueIn(await get(server, path, server.trainee)) as ClassItemBody;
    expect(codeOf(await post(server, `${path}/hand-in`, server.trainee))).toBe('marking-incomplete');
    const half = { ...whole(inspection), redLine: null };
    expect(codeOf(await post(server, path, server.trainee, { marking: half }))).toBe('ok');
    expect(codeOf(await post(server, `${path}/hand-in`, server.trainee))).toBe('marking-incomplete');
    const begun = valueIn(await get(server, path, server.trainee)) as ClassItemBody;
    expect(begun).toMatchObject({ marking: half, comparison: null });
    const compared = valueIn(await hand(server, path, server.trainee)) as Comparison;
    expect(compared.parties.map(({ by }) => by)).toEqual(['own', 'program']);
    expect(codeOf(await post(server, path, server.trainee, { marking: half }))).toBe('marking-handed-in');
    expect(codeOf(await post(server, `${path}/hand-in`, server.trainee))).toBe('marking-handed-in');
    expect((valueIn(await get(server, path, server.trainee)) as ClassItemBody).comparison).toEqual(compared);
    // What was marked stays when the teacher takes everything out.
    const emptied = valueIn(
      await post(server, 'runs/r1/inspection', server.teacher, { drills: [] }),
    ) as InspectionBoard;
    expect(emptied.drills.filter(({ no }) => no !== null).map(({ seatName }) => seatName)).toEqual(['陈思远']);
  });

  test('teachers are calibrated on the same transcript: the board and its file have everybody’s agreement [I4]', async () => {
    const server = await room();
    const no = noOf(await picked(server), '陈思远');
    await hand(server, `runs/r1/inspection/${no}`, server.teacher);
    await hand(server, `runs/r1/inspection/${no}`, server.mentor, 'none');
    const compared = valueIn(await hand(server, `seats/seat1/inspection/${no}`, server.trainee)) as Comparison;
    expect(compared.parties.map(({ by }) => by)).toEqual(['own', 'program', 'teacher', 'teacher']);
    expect(compared.agreements).toHaveLength(6);
    const { inspectors, calibration } = await board(server);
    const trainee = inspectors.find(({ isStaff }) => !isStaff);
    expect(trainee).toMatchObject({ name: '林可欣', handedIn: 1, withTeachers: { lines: 14, agreed: 8 } });
    expect(inspectors.filter(({ isStaff }) => isStaff).map(({ withTeachers }) => withTeachers?.agreed)).toEqual([1, 1]);
    expect(calibration).toEqual([
      expect.objectContaining({
        transcripts: 1,
        agreement: expect.objectContaining({ lines: 7, agreed: 1, difference: 100, compared: 6 }),
      }),
    ]);
    const file = await fetch(`${server.url}/api/runs/r1/inspection.xlsx`, { headers: { cookie: server.teacher } });
    const sheets = await readXlsxFile(Buffer.from(await file.arrayBuffer()));
    const text = JSON.stringify(sheets);
    for (const word of ['林可欣', '李导师', '8 / 14', '1 / 7']) expect(text.includes(word), word).toBe(true);
  });
});

test('markings go with their seat, their drill and their run, and are given to who made them [I4]', async () => {
  const server = await room();
  const no = noOf(await picked(server), '陈思远');
  await hand(server, `seats/seat1/inspection/${no}`, server.trainee);
  const own = await server.storage.inspections.markingsOf(['seat1'], null);
  expect(own.map(({ handedInAt }) => handedInAt !== null)).toEqual([true]);
  const nothing = {
    ...{ schools: [], people: [], classes: [], runs: [], seats: [], anonymisedSeats: [] },
    ...{ replayTasks: [], drills: [], anonymisedDrills: [], privateExams: [], devices: [] },
  };
  const preview = await server.storage.personalData.preview({ ...nothing, anonymisedSeats: ['seat1'] });
  expect(preview.gone).toContainEqual({ what: 'markings', n: 1 });
  const { gone } = await server.storage.personalData.preview({ ...nothing, runs: ['r1'] });
  expect(gone).toContainEqual({ what: 'markings', n: 1 });
});
