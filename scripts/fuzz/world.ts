/** Who and what there is for the fuzz: a school with everybody and everything of it, made over HTTP as people make it. */
import type { ResourceKind } from '#contract/who-may.ts';
import { createTraineeClient } from '#scripts/bots/http-client.ts';
import { OWN_CONNECTION, SET_UP_CODE } from './fuzz-server.ts';
import type { SeedTexts } from './generate.ts';

export type World = {
  ids: Record<ResourceKind, string>;
  code: string;
  member: string;
  /** Of the machine's admin, the school's people, its trainees' devices, a stranger and nobody. */
  cookies: readonly string[];
  /** The device that has the drills and the seat. */
  owner: string;
  words: SeedTexts;
};

const PASSWORD = 'q8-Lantern-Harvest-41';
const CASE = 'promotion/coupon-stack';
const PLAN = {
  ...{ scenarios: [CASE], mode: 'lesson', arrivals: 'spaced', pace: 20, minutes: 120, seed: 'own', attempts: 2 },
  ...{ results: 'at-once', incidents: [], stages: [] },
};
const contestRules = (now: number) => ({
  ...{ scenarios: [CASE], minutes: 10, arrivals: 'spaced', seed: 'fuzz', kind: 'arena', counted: 1, rounds: null },
  ...{ teamBest: 3, teamsBy: 'entry', opensAt: now, closesAt: now + 86_400_000, freezeMinutes: 0 },
  ...{ lateEntry: true, replays: true },
});

let made = 0;

/** Makes a new school; the first one is the machine's. `caseYaml`: a case that has no error. */
export const makeWorld = async (url: string, caseYaml: string): Promise<World> => {
  made += 1;
  const named = (what: string): string => `${what}${made}`;
  const post = async (
    path: string,
    body: object,
    cookie = '',
  ): Promise<{ value: Record<string, unknown>; cookie: string }> => {
    const response = await fetch(`${url}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie, ...OWN_CONNECTION },
      body: JSON.stringify(body),
    });
    const reply = await response.json();
    if (!reply.ok) throw new Error(`${path}: ${reply.error.code}`);
    const set = response.headers.getSetCookie().find((one) => one.startsWith('kefu_session='));
    return { value: reply.value ?? {}, cookie: set?.split(';')[0] ?? '' };
  };
  const signedIn = async (login: string): Promise<string> =>
    (await post('session', { login, password: PASSWORD })).cookie;
  const idIn = ({ value }: { value: Record<string, unknown> }): string => String(value.id);

  const account = { name: 'Fuzz', password: PASSWORD };
  if (made === 1) await post('set-up', { ...account, school: 'First', login: 'machine', code: SET_UP_CODE });
  const machine = await signedIn('machine');
  await post('schools', { ...account, school: named('School'), login: named('admin') }, machine);
  const admin = await signedIn(named('admin'));
  const person = idIn(await post('people', { ...account, role: 'teacher', login: named('teacher') }, admin));
  await post('people', { ...account, role: 'mentor', login: named('mentor') }, admin);
  const teacher = await signedIn(named('teacher'));
  const inClass = await post('classes', { name: named('Class') }, teacher);
  const roster = await post(
    `classes/${idIn(inClass)}/roster`,
    {
      rows: [
        { no: '1', name: 'Ann' },
        { no: '2', name: 'Bo' },
      ],
    },
    teacher,
  );
  const members = roster.value.members as { id: string }[];
  const template = idIn(await post('templates', { name: named('Plan'), plan: PLAN }, teacher));
  const bytes = Buffer.from(caseYaml.replace(/^id: .*$/m, `id: promotion/own-${made}`)).toString('base64');
  const files = { file: { name: 'own.yaml', bytes }, testplan: null };
  const saved = (await post('authored', { files, note: '' }, teacher)).value;
  const run = (await post('runs', { name: named('Run'), classId: null, plan: PLAN }, teacher)).value;
  await post(`runs/${run.id}/stage`, { stage: 'drill' }, teacher);
  const [trainee, stranger] = [createTraineeClient(url), createTraineeClient(url)];
  const code = String(run.code);
  await trainee.join(code);
  const seat = await trainee.claim(code, { name: named('Ann') });
  const drill = await trainee.openDrill([CASE]);
  await stranger.openDrill([CASE]);
  if (!seat.ok || !drill.ok) throw new Error('no seat or no drill');
  const contest = await post('contests', { name: named('Cup'), ...contestRules(Date.now()) }, teacher);
  const ids = {
    ...{ drill: drill.value.id, seat: seat.value.seat.id, run: String(run.id), class: idIn(inClass), person },
    ...{ template, case: String(saved.case), contest: idIn(contest) },
  };
  return {
    ...{ ids, code, member: members[0]?.id ?? '', owner: trainee.cookie() },
    cookies: [machine, admin, teacher, await signedIn(named('mentor')), trainee.cookie(), stranger.cookie(), ''],
    words: [
      ...([CASE, 'c1', 'q-1', code, 'suibu', named('teacher'), PASSWORD, String(saved.saved)] as [string, ...string[]]),
      ...Object.values(ids),
      ...['m1', '2026-11-23', 'case', 'remark', 'Ann', '1', '3600000', 'QUJD'],
    ],
  };
};
