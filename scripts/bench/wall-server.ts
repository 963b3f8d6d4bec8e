/** The real server with runs whose seats all have a drill. Arguments: folder, number of runs, seats in each. */
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createWorkerDocuments } from '#classroom/documents/worker-documents.ts';
import { systemClock } from '#common/clock.ts';
import { loadCatalog } from '#drills/catalog/load-catalog.ts';
import { createWorkerJudge } from '#drills/judging/worker-judge.ts';
import { createWorkerReports } from '#drills/reports/worker-reports.ts';
import { hashOf, newToken } from '#http/session/cookie-token.ts';
import { createGuest } from '#http/session/guest-cookie.ts';
import { createApplication } from '#server/application.ts';
import { engine } from '#server/engine-parts.ts';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { portOf, tell } from './server-process.ts';

const [folder = '', runCount = '1', seatCount = '1'] = process.argv.slice(2);

const clientDir = join(folder, 'client');
mkdirSync(clientDir, { recursive: true });
writeFileSync(join(clientDir, 'index.html'), '<!doctype html>');
const top = fileURLToPath(new URL('../..', import.meta.url));
const { catalog } = await loadCatalog(top);
/** Always the same case, whose customer speaks first: figures of another case couldn't be compared. */
const scenario = catalog?.data.scenarios.find(({ id }) => id === 'promotion/coupon-stack')?.id;
if (!catalog || scenario === undefined) throw new Error('the library has no case');
const storage = await openSqlite(folder, 'full');
const logger = pino({ level: 'error' });
const { httpServer, runner, classroom } = await createApplication({
  config: { publicUrl: null, trustedProxies: () => false },
  storage,
  catalog,
  engine,
  clock: systemClock,
  judge: createWorkerJudge(logger),
  maker: createWorkerReports(catalog.data.scenarios),
  documents: createWorkerDocuments(),
  logger,
  setUpCode: '',
  clientDir,
  shopsDir: join(top, 'scenarios', 'shops'),
});

const now = Date.now();
const teacher = { id: 'p1', school: 's1', name: '老师', role: 'admin', login: 't', password: '' } as const;
await storage.people.createSchool(
  { id: 's1', name: '学校', createdAt: now },
  { ...teacher, createdAt: now, disabledAt: null, seenAt: null },
);
const session = newToken();
await storage.people.createSession(hashOf(session), 'p1', now, now + 3_600_000);

const plan = {
  scenarios: [scenario],
  mode: 'lesson',
  arrivals: 'spaced',
  pace: 20,
  minutes: 60,
  seed: 'same',
  attempts: 1,
  results: 'at-once',
  incidents: [],
  stages: [],
} as const;
const setting = { pace: 20, arrivals: 'spaced', minutes: 60, incidents: [] } as const;

type Seated = { drill: string; cookie: string };

/** A run whose seats have a device and a drill each. */
async function newRun(): Promise<{ run: string; seats: Seated[] }> {
  const wanted = {
    name: '课',
    classId: null,
    plan: { ...plan, scenarios: [...plan.scenarios], incidents: [], stages: [] },
  };
  const made = await classroom.runs.create({ id: 'p1', school: 's1' }, wanted);
  if (!made.ok) throw new Error(made.error.code);
  const run = made.value.id;
  const opened = Array.from({ length: Number(seatCount) }, async (_, index) => {
    const seat = `${run}-${index}`;
    const empty = { person: null, guest: null, askingGuest: null, refusedGuest: null };
    await storage.runs.addSeat({
      ...empty,
      id: seat,
      run,
      school: 's1',
      no: String(index),
      name: `学员${index}`,
      place: index,
      joinedAt: now,
    });
    const { guest, setCookie } = await createGuest(storage, now, false);
    const place = { school: 's1', run, seat, person: null, redo: null };
    const reply = await runner.open({ guest, scenarios: [scenario ?? ''], seed: 1, mode: 'lesson', place, setting });
    if (!reply.ok) throw new Error(reply.error.code);
    return { drill: reply.value.id, cookie: setCookie.split(';')[0] ?? '' };
  });
  return { run, seats: await Promise.all(opened) };
}

const runs: string[] = [];
const seats: Seated[] = [];
for (let runIndex = 0; runIndex < Number(runCount); runIndex++) {
  const made = await newRun();
  runs.push(made.run);
  seats.push(...made.seats);
}
httpServer.listen(0, '127.0.0.1');
await once(httpServer, 'listening');
tell({
  port: portOf(httpServer.address()),
  drills: seats.map(({ drill }) => drill),
  cookies: seats.map(({ cookie }) => cookie),
  wall: { cookie: `kefu_session=${session}`, runs },
});
