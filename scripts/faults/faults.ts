/**
 * `npm run -s faults -- --seed N --count M --database sqlite|postgres [--nodes 2]`: draws faults from a seed and does
 * them, one after the other, to real server processes with simulated trainees. After each it looks from outside whether all that
 * was acknowledged is there and every drill goes on. Exits with 1 where something was found; Ctrl+C ends it
 * after the faults it is at, with the figures up to there.
 */
import { z } from 'zod';
import { readArguments, stop } from '#scripts/read-arguments.ts';
import { hasNodePrograms } from './place.ts';
import { DATABASES, kindsOn, planOf } from './plan.ts';
import { runPlan } from './run-plan.ts';

const USAGE = `usage: npm run -s faults -- --database sqlite --seed 1 --count 500
  --database D   sqlite or postgres (needs PostgreSQL's programs on this machine)
  --nodes N      servers that share the database and tell each other by Redis (1 to 4, default 1: one server, no Redis);
                 several need --database postgres, and their plan has faults of nodes and of Redis
  --seed N       draws the plan (default 1)
  --count M      faults (default 100)
  --only INDEX   does this fault of the plan alone
  --kind K       does only faults of this kind: ${[...new Set([...DATABASES.flatMap(kindsOn), ...kindsOn('nodes')])].join(', ')}
  --rooms R      servers at a time (default 2)
  --json         one JSON value at the end, nothing else`;

/** Real milliseconds of a recovery that is told of each time. */
const SLOW_MS = 8000;
const whole = z.coerce.number().int().min(0).max(1_000_000);
const schema = z.object({
  database: z.enum(DATABASES),
  seed: whole.default(1),
  count: whole.default(100),
  nodes: z.coerce.number().int().min(1).max(4).default(1),
  only: whole.optional(),
  kind: z.string().optional(),
  rooms: whole.default(2),
  json: z.boolean().default(false),
});
const text = { type: 'string' } as const;
const { values } = readArguments(USAGE, {
  options: {
    database: text,
    nodes: text,
    seed: text,
    count: text,
    only: text,
    kind: text,
    rooms: text,
    json: { type: 'boolean' },
  },
});
const parsed = schema.safeParse(values);
if (!parsed.success) stop(`${z.prettifyError(parsed.error)}\n${USAGE}`);
const { database, nodes, seed, count, only, kind, rooms, json } = parsed.data ?? stop(USAGE);
if (nodes > 1 && database !== 'postgres') stop(`several nodes need --database postgres\n${USAGE}`);
if (nodes > 1 && !hasNodePrograms()) stop('several nodes need the programs of PostgreSQL and Redis on this machine');
const ground = nodes > 1 ? 'nodes' : database;
const kinds = kindsOn(ground);
if (kind !== undefined && !kinds.some((one) => one === kind))
  stop(`${kind} is no kind of fault here; there are: ${kinds.join(', ')}\n${USAGE}`);

const plan = planOf(seed, Math.max(count, (only ?? -1) + 1), ground).filter(
  (fault) => (only === undefined || fault.index === only) && (kind === undefined || fault.kind === kind),
);
let isStopped = false;
process.once('SIGINT', () => {
  isStopped = true;
});
const figures = await runPlan(plan, {
  isStopped: () => isStopped,
  ...{ database, nodes, practising: 4, seated: 2, rooms, roomFaults: 25 },
  told: (fault, recoveryMs, found) => {
    if (json) return;
    if (found.length > 0 || recoveryMs > SLOW_MS || fault.index % 10 === 9 || only !== undefined)
      console.log(`${fault.index} ${fault.kind}: ${Math.round(recoveryMs)} ms`);
    for (const one of found)
      console.log(
        `  ${one}\n  again: npm run -s faults -- --database ${database}${nodes > 1 ? ` --nodes ${nodes}` : ''} --seed ${seed} --only ${fault.index}`,
      );
  },
});
if (!json) console.table(figures.kinds);
console.log(JSON.stringify({ database, nodes, seed, ...figures }));
process.exit(figures.failures.length > 0 ? 1 : 0);
