import type { ResourceKind } from '#contract/who-may.ts';
import { createGuest } from '#http/session/guest-cookie.ts';
import type { Storage } from '#storage/storage.ts';
import { toyScenario } from '#tests/drills/support/toy-content.ts';
import { writeCase } from '#tests/storage/authored-contract.ts';
import { person, school } from '#tests/storage/people-contract.ts';
import { cookieOf } from './people-world.ts';
import type { TestServer } from './test-server.ts';

/** Principals without an account, each a device. */
export const DEVICES = ['nobody', 'stranger', 'asking', 'owner'] as const;
/** People of the school whose resources are asked for; `trainee` sits on the seat, `classmate` doesn't. */
export const OWN = ['trainee', 'classmate', 'mentor', 'teacher', 'admin'] as const;
/**
 * People of another school, and the admin of the school that was set up first. `visitor` is a mentor of the first one, too,
 * with whom the run and the term are shared; `mentor-b` isn't.
 */
export const FOREIGN = ['teacher-b', 'admin-b', 'mentor-b', 'visitor', 'machine-admin'] as const;
export const ASKERS = [...DEVICES, ...OWN, ...FOREIGN] as const;
export type AskerName = (typeof ASKERS)[number];

/** One school's things and everybody's cookies, made anew for each request: what is allowed changes them. */
export type World = {
  ids: Record<ResourceKind, string>;
  member: string;
  term: string;
  code: string;
  cookies: Record<AskerName, string | null>;
};

const PLAN = {
  scenarios: ['product-advice/toy'],
  mode: 'lesson' as const,
  arrivals: 'spaced' as const,
  pace: 20,
  minutes: 12,
  seed: 'same' as const,
  attempts: 1,
  results: 'at-once' as const,
  incidents: [],
  stages: [],
};

const CONTEST_RULES = {
  ...{ scenarios: ['product-advice/toy'], minutes: 12, arrivals: 'spaced' as const, seed: '校赛', counted: 1 },
  ...{ kind: 'arena' as const, rounds: null, teamBest: 3, teamsBy: 'entry' as const, freezeMinutes: 0 },
  ...{ opensAt: 0, closesAt: 4_000_000_000_000, lateEntry: true, replays: false, hash: 'h' },
};

/** Three schools with their people: the machine's first, the one whose things are asked for, and another. */
export const createSchools = async ({ people, mentors }: Storage): Promise<void> => {
  await people.createSchool(school('first', 1000), person('machine-admin', { school: 'first', role: 'admin' }));
  await people.createSchool(school('a', 2000), person('admin', { school: 'a', role: 'admin' }));
  await people.createSchool(school('b', 3000), person('admin-b', { school: 'b', role: 'admin' }));
  for (const role of ['teacher', 'mentor', 'trainee'] as const)
    await people.createPerson(person(role, { school: 'a', role }));
  await people.createPerson(person('classmate', { school: 'a', role: 'trainee' }));
  await people.createPerson(person('teacher-b', { school: 'b', role: 'teacher' }));
  await people.createPerson(person('mentor-b', { school: 'b', role: 'mentor' }));
  await people.createPerson(person('visitor', { school: 'b', role: 'mentor' }));
  await mentors.invite({
    ...{ id: 'k1', school: 'a', login: 'visitor', code: null, by: 'admin', at: 1, expiresAt: 2 },
    ...{ person: 'visitor', acceptedAt: 1, endedAt: null, endedBy: null },
  });
};

let made = 0;

/** `practice`: the drill is the owner's own, of no run. */
export const createWorld = async ({ storage, application }: TestServer, practice = false): Promise<World> => {
  made += 1;
  const { people, runs, terms, mentors } = storage;
  const named = (thing: string): string => `${thing}-${made}`;
  const ids = {
    seat: named('seat'),
    run: named('run'),
    class: named('class'),
    person: named('person'),
    template: named('template'),
    case: named('case'),
    contest: named('contest'),
  };
  const member = named('member');
  const code = String(100_000 + made);
  const at = Date.now();

  await people.createPerson(person(ids.person, { school: 'a' }));
  await people.createClass({ id: ids.class, school: 'a', name: '一班', createdAt: at, archivedAt: null });
  const trainee = person(member, { school: 'a', role: 'trainee', login: null, password: null });
  await people.addMembers(ids.class, [{ person: trainee, no: '1' }]);
  writeCase(storage, { id: ids.case, school: 'a', by: 'teacher', scenario: toyScenario(`product-advice/${ids.case}`) });
  await runs.createTemplate({ id: ids.template, school: 'a', name: '模板', plan: PLAN, createdAt: at });
  await storage.contests.create({
    ...{ id: ids.contest, school: 'a', name: '比赛', rules: CONTEST_RULES, by: 'teacher', at },
    ...{ unveiled: null, openedAt: null },
  });
  const devices = {
    stranger: await createGuest(storage, at, false),
    asking: await createGuest(storage, at, false),
    owner: await createGuest(storage, at, false),
  };
  await runs.createRun(
    {
      ...{ id: ids.run, school: 'a', classId: ids.class, name: '场次', code, plan: PLAN, seed: 1, stage: 'drill' },
      ...{ createdBy: 'teacher', createdAt: at, startedAt: at, endedAt: null, publishedAt: null },
      ...{ locked: false, frozen: false, totalMs: 720_000, clockMs: 0, clockAt: at, clockRunning: true },
    },
    [
      {
        ...{ id: ids.seat, run: ids.run, school: 'a', person: 'trainee', no: '1', name: '张三', place: 0 },
        ...{ guest: devices.owner.guest, joinedAt: at, askingGuest: devices.asking.guest, refusedGuest: null },
      },
    ],
  );
  const term = named('term');
  await terms.create({
    ...{ id: term, school: 'a', classId: ids.class, name: '实训周', firstDay: '2026-11-02', lastDay: '2026-11-13' },
    ...{ rules: null, version: 0, createdBy: 'teacher', createdAt: at },
  });
  for (const [kind, thing] of [
    ['run', ids.run],
    ['term', term],
  ] as const)
    await mentors.addShare({ id: `h-${thing}`, school: 'a', kind, thing, step: 'shared', by: 'teacher', at });
  const opened = await application.runner.open({
    guest: devices.owner.guest,
    scenarios: PLAN.scenarios,
    seed: 1,
    mode: practice ? 'practice' : 'lesson',
    place: practice ? null : { school: 'a', run: ids.run, seat: ids.seat, person: 'trainee', redo: null },
    setting: null,
  });
  if (!opened.ok) throw new Error(opened.error.code);

  const deviceCookie = (name: keyof typeof devices): string => devices[name].setCookie.split(';')[0] ?? '';
  const signedIn = await Promise.all(
    [...OWN, ...FOREIGN].map(async (id) => [id, await cookieOf(storage, id)] as const),
  );
  return {
    ids: { ...ids, drill: opened.value.id },
    member,
    term,
    code,
    cookies: {
      nobody: null,
      stranger: deviceCookie('stranger'),
      asking: deviceCookie('asking'),
      owner: deviceCookie('owner'),
      trainee: null,
      classmate: null,
      mentor: null,
      teacher: null,
      admin: null,
      'teacher-b': null,
      'admin-b': null,
      'mentor-b': null,
      visitor: null,
      'machine-admin': null,
      ...Object.fromEntries(signedIn),
    },
  };
};
