/** Runs of a class with a teacher and seats, written past the doors, where sitting down takes a page for each. */
import type { Plan } from '#contract/runs.ts';
import { hashOf, newToken } from '#http/session/cookie-token.ts';
import { createGuest } from '#http/session/guest-cookie.ts';
import type { Storage } from '#storage/storage.ts';
import type { Served } from './application-on.ts';

const SCHOOL = 's1';
const TEACHER = { id: 'p1', school: SCHOOL, name: '老师', role: 'admin', login: 't', password: '' } as const;

/** Makes the only school and its teacher: the teacher's cookie. */
export const newTeacher = async (storage: Storage): Promise<string> => {
  const now = Date.now();
  await storage.people.createSchool(
    { id: SCHOOL, name: '学校', createdAt: now },
    { ...TEACHER, createdAt: now, disabledAt: null, seenAt: null },
  );
  const session = newToken();
  await storage.people.createSession(hashOf(session), TEACHER.id, now, now + 3_600_000);
  return `kefu_session=${session}`;
};

const setting = { pace: 20, arrivals: 'spaced', minutes: 60, incidents: [] } as const;

/** The id of a new run, still without seats. */
export const newRun = async ({ classroom, scenario }: Served): Promise<string> => {
  const plan: Plan = {
    ...{ mode: 'lesson', pace: 20, arrivals: 'spaced', minutes: 60, seed: 'same', attempts: 1, results: 'at-once' },
    ...{ scenarios: [scenario], incidents: [], stages: [] },
  };
  const made = await classroom.runs.create({ id: TEACHER.id, school: SCHOOL }, { name: '课', classId: null, plan });
  if (!made.ok) throw new Error(made.error.code);
  return made.value.id;
};

export type Seated = { drill: string; cookie: string };

/** Seats of the run, each with a device and a drill that this server opens. */
export const newSeats = (
  storage: Storage,
  { runner, scenario }: Served,
  run: string,
  places: readonly number[],
): Promise<Seated[]> =>
  Promise.all(
    places.map(async (index) => {
      const now = Date.now();
      const seat = `${run}-${index}`;
      const empty = { person: null, guest: null, askingGuest: null, refusedGuest: null };
      const where = { run, school: SCHOOL, no: String(index), name: `学员${index}`, place: index };
      await storage.runs.addSeat({ ...empty, ...where, id: seat, joinedAt: now });
      const { guest, setCookie } = await createGuest(storage, now, false);
      const place = { school: SCHOOL, run, seat, person: null, redo: null };
      const reply = await runner.open({ guest, scenarios: [scenario], seed: 1, mode: 'lesson', place, setting });
      if (!reply.ok) throw new Error(reply.error.code);
      return { drill: reply.value.id, cookie: setCookie.split(';')[0] ?? '' };
    }),
  );
