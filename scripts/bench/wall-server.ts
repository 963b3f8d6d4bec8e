/** The real server with runs whose seats all have a drill. Arguments: folder, number of runs, seats in each. */
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { applicationOn } from './application-on.ts';
import { newRun, newSeats, newTeacher, type Seated } from './class-run.ts';
import { tell } from './server-process.ts';

const [folder = '', runCount = '1', seatCount = '1'] = process.argv.slice(2);

const storage = await openSqlite(folder, 'full', { inThread: { onLost: () => process.exit(1) } });
const served = await applicationOn(storage, folder);
const cookie = await newTeacher(storage);
const places = Array.from({ length: Number(seatCount) }, (_, index) => index);
const runs: string[] = [];
const seats: Seated[] = [];
for (let made = 0; made < Number(runCount); made++) {
  const run = await newRun(served);
  runs.push(run);
  seats.push(...(await newSeats(storage, served, run, places)));
}
tell({
  port: await served.listen(),
  drills: seats.map(({ drill }) => drill),
  cookies: seats.map(({ cookie }) => cookie),
  wall: { cookie, runs },
});
