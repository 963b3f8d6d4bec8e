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
/** What is to be deleted, what has to be typed for it, and whose password is asked for. */
type Asked = { target: ErasureTarget; name: string; by: ErasedBy; password: SignedIn | null };
type Confirmed = { name: string; password?: string | undefined };

/** Routes that delete people's data for good: each has a preview, and is confirmed by the name of what goes. */
export function erasureRoutes(api: Api, needs: Needs): void {
  const { storage, erasures } = needs;
  const preview = async (asked: Reply<Asked>): Promise<Reply<ErasurePreview>> => {
    if (!asked.ok) return asked;
    const { target, name, password } = asked.value;
    const found = await erasures.preview(target);
    return found === null
      ? refused('nothing-kept')
      : { ok: true, value: { gone: inOrder(found.gone), stays: found.stays, name, password: password !== null } };
  };
  const erase = async (asked: Reply<Asked>, confirmed: Confirmed): Promise<Reply<Erasure>> => {
    if (!asked.ok) return asked;
    const { target, name, by, password } = asked.value;
    if (confirmed.name.trim() !== name.trim()) return refused('name-differs', name);
    const wrong = password === null ? null : await passwordRefusal(needs, password, confirmed.password ?? '');
    if (wrong !== null) return wrong;
    const erasure = await erasures.erase(target, by);
    return erasure === null ? refused('nothing-kept') : { ok: true, value: erasure };
  };

  const practice = ({ guest, person }: Principal): Reply<Asked> => {
    if (guest === null && person === null) return refused('nothing-kept');
    const target = { kind: 'practice', guest, person: person?.id ?? null } as const;
    const by = { actor: person?.id ?? null, school: person?.school ?? null };
    return { ok: true, value: { target, name: say('data:name.practice'), by, password: null } };
  };
  api('GET /api/me/practice/erasure', ({ principal }) => preview(practice(principal)));
  api('POST /api/me/practice/erase', ({ principal, body }) => erase(practice(principal), body));

  /** Of a class it is the teachers' and admins' to say: the marks are the class's, too. */
  const ownDrill = async (id: string, { person }: Principal): Promise<Reply<Asked>> => {
    const row = await storage.drill(id);
    if (row === null) return refused('unknown-drill');
    if (row.place !== null) return refused('drill-of-class');
    const by = { actor: person?.id ?? null, school: person?.school ?? null };
    return { ok: true, value: { target: { kind: 'drill', id }, name: say('data:name.drill'), by, password: null } };
  };
  api('GET /api/drills/:id/erasure', async ({ params, principal }) => preview(await ownDrill(params.id, principal)));
  api('POST /api/drills/:id/erase', async ({ params, principal, body }) =>
    erase(await ownDrill(params.id, principal), body),
  );

  const ofPerson = async (id: string, { person: admin }: { person: SignedIn }): Promise<Reply<Asked>> => {
    const person = await storage.people.person(id);
    if (person === null) return refused('unknown-person');
    if (id === admin.id) return refused('not-allowed');
    if (await isLastAdmin(storage, person)) return refused('last-admin');
    const by = { actor: admin.id, school: admin.school };
    return { ok: true, value: { target: { kind: 'person', id }, name: person.name, by, password: null } };
  };
  api('GET /api/people/:id/erasure', async ({ params, principal }) => preview(await ofPerson(params.id, principal)));
  api('POST /api/people/:id/erase', async ({ params, principal, body }) =>
    erase(await ofPerson(params.id, principal), body),
  );

  const withPassword = (admin: SignedIn, target: ErasureTarget, name: string): Reply<Asked> => ({
    ok: true,
    value: { target, name, by: { actor: admin.id, school: admin.school }, password: admin },
  });
  const ofClass = async (id: string, { person }: { person: SignedIn }): Promise<Reply<Asked>> => {
    const found = await storage.people.schoolClass(id);
    return found === null ? refused('unknown-class') : withPassword(person, { kind: 'class', id }, found.name);
  };
  api('GET /api/classes/:id/erasure', async ({ params, principal }) => preview(await ofClass(params.id, principal)));
  api('POST /api/classes/:id/erase', async ({ params, principal, body }) =>
    erase(await ofClass(params.id, principal), body),
  );

  const ofRun = async (id: string, { person }: { person: SignedIn }): Promise<Reply<Asked>> => {
    const run = await storage.runs.run(id);
    if (run === null) return refused('unknown-run');
    if (person.role !== 'admin' && run.createdBy !== person.id) return refused('run-of-colleague');
    return withPassword(person, { kind: 'run', id }, run.name);
  };
  api('GET /api/runs/:id/erasure', async ({ params, principal }) => preview(await ofRun(params.id, principal)));
  api('POST /api/runs/:id/erase', async ({ params, principal, body }) =>
    erase(await ofRun(params.id, principal), body),
  );

  const drillOfRun = async (run: string, id: string, { person }: { person: SignedIn }): Promise<Reply<Asked>> => {
    const row = await storage.drill(id);
    if (row === null || row.place?.run !== run) return refused('nothing-kept');
    const seat = await storage.runs.seat(row.place.seat);
    const by = { actor: person.id, school: person.school };
    return { ok: true, value: { target: { kind: 'drill', id }, name: seat?.name ?? '', by, password: null } };
  };
  api('GET /api/runs/:id/drills/:drill/erasure', async ({ params, principal }) =>
    preview(await drillOfRun(params.id, params.drill, principal)),
  );
  api('POST /api/runs/:id/drills/:drill/erase', async ({ params, principal, body }) =>
    erase(await drillOfRun(params.id, params.drill, principal), body),
  );

  /** The first school's admins look after the machine: with it gone, another school's would without being asked. */
  const ofSchool = async ({ person }: { person: SignedIn }): Promise<Reply<Asked>> => {
    const schools = await storage.people.schools();
    const own = schools.find(({ id }) => id === person.school);
    if (own === undefined) return refused('nothing-kept');
    if (schools.length > 1 && schools[0]?.id === own.id) return refused('first-school');
    return withPassword(person, { kind: 'school', id: own.id }, own.name);
  };
  api('GET /api/school/erasure', async ({ principal }) => preview(await ofSchool(principal)));
  api('POST /api/school/erase', async ({ principal, body }) => erase(await ofSchool(principal), body));
}

const inOrder = (gone: Erasure['gone']): Erasure['gone'] =>
  gone.toSorted((a, b) => KEPT_KINDS.indexOf(a.what) - KEPT_KINDS.indexOf(b.what));

const isLastAdmin = async ({ people }: Pick<Storage, 'people'>, { id, role, school }: Person): Promise<boolean> =>
  role === 'admin' &&
  !(await people.peopleOf(school)).some((one) => one.id !== id && one.role === 'admin' && one.disabledAt === null);

/** Null where it is the person's own password. Wrong ones count like those of a change of password. */
async function passwordRefusal(
  { storage, passwords, throttle }: Needs,
  { id }: SignedIn,
  password: string,
): Promise<Reply<never> | null> {
  const key = `change ${id}`;
  const waitS = throttle.begin(key);
  if (waitS > 0) return refused('sign-in-wait', String(waitS));
  const stored = (await storage.people.person(id))?.password ?? null;
  if (!(await passwords.matches(password, stored))) return refused('wrong-password');
  throttle.succeeded(key);
  return null;
}
