import type { LoginThrottle } from '#classroom/accounts/login-throttle.ts';
import type { Passwords } from '#classroom/accounts/passwords.ts';
import type { ErasedBy, Erasures } from '#classroom/personal-data/erasures.ts';
import type { Principal, SignedIn } from '#common/access.ts';
import { type Reply, refused } from '#contract/errors.ts';
import { type Erasure, type ErasurePreview, KEPT_KINDS } from '#contract/personal-data/erasing.ts';
import { say } from '#i18n/say.ts';
import type { Person } from '#storage/people.ts';
import type { ErasureTarget } from '#storage/personal-data.ts';
import type { Storage } from '#storage/storage.ts';
import type { Api } from './api.ts';

type Needs = { storage: Storage; erasures: Erasures; passwords: Passwords; throttle: LoginThrottle };
/** What is to be deleted, the name to type as confirmation, who deletes it and whose password is needed (null: nobody's). */
type ErasureRequest = { target: ErasureTarget; name: string; by: ErasedBy; password: SignedIn | null };
type Confirmation = { name: string; password?: string | undefined };

/** Routes that delete people's data for good: each has a preview, and is confirmed by the name of what goes. */
export const erasureRoutes = (api: Api, needs: Needs): void => {
  const { storage, erasures } = needs;
  const preview = async (request: Reply<ErasureRequest>): Promise<Reply<ErasurePreview>> => {
    if (!request.ok) return request;
    const { target, name, password } = request.value;
    const counts = await erasures.preview(target);
    return counts === null
      ? refused('nothing-kept')
      : {
          ok: true,
          value: { gone: inReadingOrder(counts.gone), stays: counts.stays, name, password: password !== null },
        };
  };
  const erase = async (request: Reply<ErasureRequest>, confirmation: Confirmation): Promise<Reply<Erasure>> => {
    if (!request.ok) return request;
    const { target, name, by, password } = request.value;
    if (confirmation.name.trim() !== name.trim()) return refused('name-differs', name);
    const passwordFault =
      password === null ? null : await passwordRefusal(needs, password, confirmation.password ?? '');
    if (passwordFault !== null) return passwordFault;
    const erasure = await erasures.erase(target, by);
    return erasure === null ? refused('nothing-kept') : { ok: true, value: erasure };
  };

  const practiceRequest = ({ guest, person }: Principal): Reply<ErasureRequest> => {
    if (guest === null && person === null) return refused('nothing-kept');
    const target = { kind: 'practice', guest, person: person?.id ?? null } as const;
    const by = { actor: person?.id ?? null, school: person?.school ?? null };
    return { ok: true, value: { target, name: say('data:name.practice'), by, password: null } };
  };
  api('GET /api/me/practice/erasure', ({ principal }) => preview(practiceRequest(principal)));
  api('POST /api/me/practice/erase', ({ principal, body }) => erase(practiceRequest(principal), body));

  /** Of a class it is the teachers' and admins' to say: the marks are the class's, too. */
  const ownDrillRequest = async (id: string, { person }: Principal): Promise<Reply<ErasureRequest>> => {
    const row = await storage.drill(id);
    if (row === null) return refused('unknown-drill');
    if (row.place !== null) return refused('drill-of-class');
    const by = { actor: person?.id ?? null, school: person?.school ?? null };
    return { ok: true, value: { target: { kind: 'drill', id }, name: say('data:name.drill'), by, password: null } };
  };
  api('GET /api/drills/:id/erasure', async ({ params, principal }) =>
    preview(await ownDrillRequest(params.id, principal)),
  );
  api('POST /api/drills/:id/erase', async ({ params, principal, body }) =>
    erase(await ownDrillRequest(params.id, principal), body),
  );

  const personRequest = async (id: string, { person: admin }: { person: SignedIn }): Promise<Reply<ErasureRequest>> => {
    const person = await storage.people.person(id);
    if (person === null) return refused('unknown-person');
    if (id === admin.id) return refused('not-allowed');
    if (await isLastAdmin(storage, person)) return refused('last-admin');
    const by = { actor: admin.id, school: admin.school };
    return { ok: true, value: { target: { kind: 'person', id }, name: person.name, by, password: null } };
  };
  api('GET /api/people/:id/erasure', async ({ params, principal }) =>
    preview(await personRequest(params.id, principal)),
  );
  api('POST /api/people/:id/erase', async ({ params, principal, body }) =>
    erase(await personRequest(params.id, principal), body),
  );

  const requestWithPassword = (admin: SignedIn, target: ErasureTarget, name: string): Reply<ErasureRequest> => ({
    ok: true,
    value: { target, name, by: { actor: admin.id, school: admin.school }, password: admin },
  });
  const classRequest = async (id: string, { person }: { person: SignedIn }): Promise<Reply<ErasureRequest>> => {
    const counts = await storage.people.schoolClass(id);
    return counts === null ? refused('unknown-class') : requestWithPassword(person, { kind: 'class', id }, counts.name);
  };
  api('GET /api/classes/:id/erasure', async ({ params, principal }) =>
    preview(await classRequest(params.id, principal)),
  );
  api('POST /api/classes/:id/erase', async ({ params, principal, body }) =>
    erase(await classRequest(params.id, principal), body),
  );

  const runRequest = async (id: string, { person }: { person: SignedIn }): Promise<Reply<ErasureRequest>> => {
    const run = await storage.runs.run(id);
    if (run === null) return refused('unknown-run');
    if (person.role !== 'admin' && run.createdBy !== person.id) return refused('run-of-colleague');
    return requestWithPassword(person, { kind: 'run', id }, run.name);
  };
  api('GET /api/runs/:id/erasure', async ({ params, principal }) => preview(await runRequest(params.id, principal)));
  api('POST /api/runs/:id/erase', async ({ params, principal, body }) =>
    erase(await runRequest(params.id, principal), body),
  );

  const drillOfRunRequest = async (
    run: string,
    id: string,
    { person }: { person: SignedIn },
  ): Promise<Reply<ErasureRequest>> => {
    const row = await storage.drill(id);
    if (row === null || row.place?.run !== run) return refused('nothing-kept');
    const seat = await storage.runs.seat(row.place.seat);
    const by = { actor: person.id, school: person.school };
    return { ok: true, value: { target: { kind: 'drill', id }, name: seat?.name ?? '', by, password: null } };
  };
  api('GET /api/runs/:id/drills/:drill/erasure', async ({ params, principal }) =>
    preview(await drillOfRunRequest(params.id, params.drill, principal)),
  );
  api('POST /api/runs/:id/drills/:drill/erase', async ({ params, principal, body }) =>
    erase(await drillOfRunRequest(params.id, params.drill, principal), body),
  );

  /** The first school's admins look after the machine: with it gone, another school's would without being asked. */
  const schoolRequest = async ({ person }: { person: SignedIn }): Promise<Reply<ErasureRequest>> => {
    const schools = await storage.people.schools();
    const ownSchool = schools.find(({ id }) => id === person.school);
    if (ownSchool === undefined) return refused('nothing-kept');
    if (schools.length > 1 && schools[0]?.id === ownSchool.id) return refused('first-school');
    return requestWithPassword(person, { kind: 'school', id: ownSchool.id }, ownSchool.name);
  };
  api('GET /api/school/erasure', async ({ principal }) => preview(await schoolRequest(principal)));
  api('POST /api/school/erase', async ({ principal, body }) => erase(await schoolRequest(principal), body));
};

const inReadingOrder = (deleted: Erasure['gone']): Erasure['gone'] =>
  deleted.toSorted((a, b) => KEPT_KINDS.indexOf(a.what) - KEPT_KINDS.indexOf(b.what));

const isLastAdmin = async ({ people }: Pick<Storage, 'people'>, { id, role, school }: Person): Promise<boolean> =>
  role === 'admin' &&
  !(await people.peopleOf(school)).some((one) => one.id !== id && one.role === 'admin' && one.disabledAt === null);

/** Null where it is the person's own password. Wrong ones count like those of a change of password. */
const passwordRefusal = async (
  { storage, passwords, throttle }: Needs,
  { id }: SignedIn,
  password: string,
): Promise<Reply<never> | null> => {
  const key = `change ${id}`;
  const waitS = throttle.begin(key);
  if (waitS > 0) return refused('sign-in-wait', String(waitS));
  const stored = (await storage.people.person(id))?.password ?? null;
  if (!(await passwords.matches(password, stored))) return refused('wrong-password');
  throttle.succeeded(key);
  return null;
};
