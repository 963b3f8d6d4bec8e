import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CheckedText } from '#authoring/check-text.ts';
import { type Checker, createChecker } from '#authoring/checker.ts';
import type { AuthoredBody, AuthoredRow, CaseChecked, CaseSaved } from '#contract/authored.ts';
import { language } from '#i18n/language.ts';
import { engine } from '#server/engine-parts.ts';
import { type VirtualClock, virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { shippedCatalog, top } from '#tests/sockets/shipped-cases.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { cookieOf, twoSchools } from './people-world.ts';
import { type Answer, ask, type TestServer, testServer, valueIn } from './test-server.ts';

const MODEL = 'product-advice/shoe-half-size';
/** The shipped shoe varies, and checking all its cards takes long: this is the plain one it was made of. */
const PLAIN = join(top, 'tests', 'fixtures', 'authored', 'shoe-half-size');
const shipped = (id: string, ending: string): string =>
  readFileSync(id === MODEL ? `${PLAIN}${ending}` : join(top, 'scenarios', 'cases', `${id}${ending}`), 'utf8');
export const OWN = 'product-advice/own-size';
/** A shipped case under a name of one's own: it has no error. */
export const ownYaml = (id = OWN, model = MODEL): string =>
  shipped(model, '.yaml').replace(`id: ${model}`, `id: ${id}`);
export const ownTestplan = (): string => shipped(MODEL, '.testplan.yaml');

const file = (name: string, content: string | Buffer) => ({ name, bytes: Buffer.from(content).toString('base64') });
export const filesOf = (yaml: string | Buffer, testplan: string | Buffer | null = null) => ({
  file: file('own-size.yaml', yaml),
  testplan: testplan === null ? null : file('own-size.testplan.yaml', testplan),
});

const SCENARIOS = join(top, 'scenarios');
/** Ends what hangs, on a machine of any speed. */
const LONGEST_MS = 120_000;
const checker = createChecker(SCENARIOS, LONGEST_MS, LONGEST_MS / 2);
const checked = new Map<string, Promise<CheckedText | null>>();

/**
 * The product's own checker in its own thread, started once for all worlds of a test worker: starting it and reading the
 * library takes longer than most tests. A check depends on the text and the language alone, so the same text is checked once
 * a language; each principal gets a copy, as from the thread.
 */
const sharedChecker: Checker = {
  check: async (text) => {
    const key = JSON.stringify([language(), text]);
    const known = checked.get(key) ?? checker.check(text);
    checked.set(key, known);
    return structuredClone(await known);
  },
  close: () => {},
};

export type AuthoredWorld = {
  server: TestServer;
  clock: VirtualClock;
  dataDir: string;
  get(path: string, cookie?: string | null): Promise<Answer>;
  post(path: string, body?: unknown, cookie?: string | null): Promise<Answer>;
  as(person: string): Promise<string>;
};

/**
 * The real server with what ships, two schools and virtual time; requests come from a teacher of the first. `checks`: the
 * thread that checks cases, shared by default.
 */
export const authoredWorld = async (
  dataDir = tempFolder(),
  checks: 'shared' | 'own' = 'shared',
): Promise<AuthoredWorld> => {
  const clock = virtualClock();
  const server = await testServer({
    catalog: shippedCatalog,
    engine,
    clock,
    scenariosDir: SCENARIOS,
    ...(checks === 'shared' ? { checker: sharedChecker } : {}),
    dataDir,
  });
  if ((await server.storage.people.schools()).length === 0) await twoSchools(server.storage);
  const teacher = await cookieOf(server.storage, 'teacher');
  onTestFinished(() => clock.forget());
  return {
    server,
    clock,
    dataDir,
    as: (person) => cookieOf(server.storage, person),
    get: (path, cookie = teacher) => ask(`${server.url}/api/${path}`, { cookie }),
    post: (path, body = {}, cookie = teacher) => ask(`${server.url}/api/${path}`, { method: 'POST', cookie, body }),
  };
};

/** The value of an answer, as the contract says it is. */
export const checkedIn = (answer: Answer): CaseChecked => valueIn(answer) as CaseChecked;
export const bodyIn = (answer: Answer): AuthoredBody => valueIn(answer) as AuthoredBody;
export const rowsIn = (answer: Answer): AuthoredRow[] => valueIn(answer) as AuthoredRow[];
export const savedIn = (answer: Answer): CaseSaved => valueIn(answer) as CaseSaved;

/** Saves a case of one's own and publishes it. */
export const publishOwn = async ({ post }: AuthoredWorld, yaml = ownYaml()): Promise<CaseSaved> => {
  const saved = savedIn(await post('authored', { files: filesOf(yaml), note: '' }));
  valueIn(await post(`authored/${saved.case}/publish`, { version: saved.saved }));
  return saved;
};
