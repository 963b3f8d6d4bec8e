/**
 * The real server as one of several nodes. Arguments: addresses of its PostgreSQL database and its Redis, folder of its
 * page. Orders come as messages, one after the other.
 */
import { pino } from 'pino';
import { openRedisBus } from '#nodes/redis-bus.ts';
import { applicationOn } from '#scripts/bench/application-on.ts';
import { newRun, newSeats, newTeacher } from '#scripts/bench/class-run.ts';
import { tell } from '#scripts/bench/server-process.ts';
import { openStorage } from '#storage/opening/open-storage.ts';
import { type NodeAnswer, nodeOrderSchema } from './node-orders.ts';

/** The bench prints its figures alone on standard output. */
const STDERR = 2;

const [databaseUrl = '', redisUrl = '', folder = ''] = process.argv.slice(2);

const bus = await openRedisBus(redisUrl, `bench-${process.pid}`, pino({ level: 'error' }, pino.destination(STDERR)));
const storage = await openStorage({ dataDir: folder, durability: 'full', databaseUrl, holding: 'with-others' });
const served = await applicationOn(storage, folder, bus);

const answer = (to: NodeAnswer): void => void process.send?.(to);
process.on('message', async (message) => {
  const order = nodeOrderSchema.parse(message);
  if (order.kind === 'teacher') answer({ kind: 'teacher', cookie: await newTeacher(storage) });
  else if (order.kind === 'run') answer({ kind: 'run', run: await newRun(served) });
  else if (order.kind === 'seats')
    answer({ kind: 'seats', seats: await newSeats(storage, served, order.run, order.places) });
  else {
    const { user, system } = process.cpuUsage();
    answer({ kind: 'spent', us: user + system });
  }
});
tell({ port: await served.listen(), drills: [], cookies: [] });
