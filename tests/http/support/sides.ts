/** A class in a lesson with everything that hangs from it, as often as a test wants: of one school or of another. */
import type { Plan } from '#contract/runs.ts';
import { deskRequest } from '#drills/runner/requests.ts';
import { hashOf, newToken } from '#http/session/cookie-token.ts';
import { createGuest } from '#http/session/guest-cookie.ts';
import { tab } from '#tests/drills/support/desk-room.ts';
import { person } from '#tests/storage/people-contract.ts';
import type { TestServer } from './test-server.ts';

/** What of a class a route can name. `session`: of `person`, a member, who has an account. */
export type SideId =
  | 'class'
  | 'person'
  | 'session'
  | 'run'
  | 'seat'
  | 'drill'
  | 'ruling'
  | 'comment'
  | 'appeal'
  | 'mark'
  | 'code';
export type Side = {
  ids: Readonly<Record<SideId, string>>;
  plan: Plan;
  /** The device on the seat, with the trainee signed in at it and without. */
  cookies: { member: string; device: string };
};

const PLAN: Plan = {
  ...{ scenarios: ['product-advice/toy'], mode: 'lesson', arrivals: 'spaced', pace: 20, minutes: 12, seed: 'same' },
  ...{ attempts: 1, results: 'at-once', incidents: [], stages: [] },
};
const LATER = 4_000_000_000_000;

/** A class `name` of `school`, led by `teacher`; its drill runs, and is commented on, appealed and ruled. */
export const createSide = async (
  { storage, application: { runner } }: TestServer,
  name: string,
  school: string,
  teacher: string,
): Promise<Side> => {
  const { people, runs, discussion, results } = storage;
  const ids = {
    ...{ class: `${name}-class`, person: `${name}-person`, run: `${name}-run`, seat: `${name}-seat` },
    ...{ ruling: `${name}-ruling`, comment: `${name}-comment`, appeal: `${name}-appeal`, mark: `${name}-mark` },
    code: String(100_000 + (hashed(name) % 900_000)),
  };
  const at = Date.now();
  await people.createClass({ id: ids.class, school, name, createdAt: at, archivedAt: null });
  await people.addMembers(ids.class, [{ person: person(ids.person, { school, role: 'trainee' }), no: '1' }]);
  const token = newToken();
  await people.createSession(hashOf(token), ids.person, at, LATER);
  const session = (await people.session(hashOf(token)))?.id ?? '';
  await storage.signIns.add({
    ...{ id: `${name}-signed-in`, school, person: ids.person, kind: 'password-set', by: null, browser: null },
    ...{ system: null, address: '10.1.1.0/24', at, lastAt: at, count: 1 },
  });

  const { guest, setCookie } = await createGuest(storage, at, false);
  const device = setCookie.split(';')[0] ?? '';
  await runs.createRun(
    {
      ...{ id: ids.run, school, classId: ids.class, name, code: ids.code, plan: PLAN, seed: 1, stage: 'drill' },
      ...{ createdBy: teacher, createdAt: at, startedAt: at, endedAt: null, publishedAt: null },
      ...{ locked: false, frozen: false, totalMs: 720_000, clockMs: 0, clockAt: at, clockRunning: true },
    },
    [
      {
        ...{ id: ids.seat, run: ids.run, school, person: ids.person, no: '1', name, place: 0 },
        ...{ guest, joinedAt: at, askingGuest: null, refusedGuest: null },
      },
    ],
  );
  const place = { school, run: ids.run, seat: ids.seat, person: ids.person, redo: null };
  const opened = await runner.open({ guest, scenarios: PLAN.scenarios, seed: 1, mode: 'lesson', place, setting: null });
  if (!opened.ok) throw new Error(opened.error.code);
  const drill = opened.value.id;
  await runner.join(drill, tab(name), 0, true);
  await runner.submit(drill, name, 'start', deskRequest('drill:start', { drillId: drill, commandId: 'start' }));

  const report = { kind: 'report' } as const;
  const said = { drill, place: report, title: name, text: 'x', at };
  await discussion.addComment({ ...said, id: ids.comment, comment: ids.comment, kind: 'written', by: teacher });
  await discussion.addAppeal({ ...said, id: ids.appeal });
  await results.addRuling({
    ...{ id: ids.ruling, drill, finding: null, point: null, verdict: 'score', score: 60, title: name, reason: 'x' },
    ...{ example: false, by: teacher, at, undoneBy: null, undoneAt: null },
  });
  const marked = { drill, conversation: 'c1', message: 'm1', note: '' };
  await runs.addLog({ id: ids.mark, run: ids.run, at, by: teacher, kind: 'mark', seat: ids.seat, body: marked });
  return {
    ids: { ...ids, session, drill },
    plan: PLAN,
    cookies: { member: `${device}; kefu_session=${token}`, device },
  };
};

const hashed = (text: string): number => [...text].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 7);
