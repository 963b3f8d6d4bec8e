/** Which faults there are and on which database, and the draw of a plan from a seed. */
import { randomOf } from './random.ts';

export const DATABASES = ['sqlite', 'postgres'] as const;
export type DatabaseKind = (typeof DATABASES)[number];

/** Where faults are done: to one server on a database, or to several nodes on PostgreSQL and Redis. */
export type Ground = DatabaseKind | 'nodes';

type Row = { on: readonly Ground[]; weight: number };
const ALONE = DATABASES;
const ALL = [...DATABASES, 'nodes'] as const;
/** Faults that several nodes alone have; how each is done stands in `node-fault-actions.ts`. */
const NODE_FAULTS = {
  'node-killed': { on: ['nodes'], weight: 14 },
  'all-nodes-killed': { on: ['nodes'], weight: 8 },
  'node-asleep': { on: ['nodes'], weight: 14 },
  'redis-restarted': { on: ['nodes'], weight: 10 },
  'redis-asleep': { on: ['nodes'], weight: 8 },
  'redis-cut-in-frame': { on: ['nodes'], weight: 12 },
  'redis-out-of-reach': { on: ['nodes'], weight: 10 },
  'database-asleep': { on: ['nodes'], weight: 10 },
  'moved-between-nodes': { on: ['nodes'], weight: 14 },
} as const satisfies Record<string, Row>;
export type NodeFaultKind = keyof typeof NODE_FAULTS;
/**
 * The kinds of fault. A new one is a row here and its way in `fault-actions.ts`, which the compiler asks for. Rows of one
 * ground keep their order and weights: with others an old seed would draw another plan.
 */
export const FAULTS = {
  'killed-in-batch': { on: ALONE, weight: 10 },
  'killed-after-send': { on: ALONE, weight: 10 },
  'killed-at-start': { on: ALONE, weight: 6 },
  'disk-full': { on: ALL, weight: 8 },
  'read-only': { on: ALONE, weight: 8 },
  'cut-in-frame': { on: ALL, weight: 14 },
  'sent-again': { on: ALL, weight: 14 },
  'clock-jumped': { on: ALONE, weight: 12 },
  asleep: { on: ALONE, weight: 10 },
  'database-restarted': { on: ['postgres', 'nodes'], weight: 10 },
  'sessions-ended': { on: ['postgres', 'nodes'], weight: 12 },
  'folder-moved': { on: ['sqlite'], weight: 10 },
  'folder-removed': { on: ['sqlite'], weight: 10 },
  ...NODE_FAULTS,
} as const satisfies Record<string, Row>;
export type FaultKind = keyof typeof FAULTS;

export const kindsOn = (ground: Ground): FaultKind[] =>
  (Object.keys(FAULTS) as FaultKind[]).filter((kind) => (FAULTS[kind].on as readonly Ground[]).includes(ground));

/** `seed`: what the fault draws its own numbers from, so that it can be replayed without those before it. */
export type Fault = { index: number; kind: FaultKind; seed: number };

/** Every kind of the ground once, in a drawn order, and then by weight. The same seed gives the same plan. */
export const planOf = (seed: number, count: number, ground: Ground): Fault[] => {
  const random = randomOf(seed);
  const kinds = kindsOn(ground);
  const bag = kinds.flatMap((kind) => Array.from({ length: FAULTS[kind].weight }, () => kind));
  const first = random.shuffled(kinds);
  return Array.from({ length: count }, (_, index) => {
    const drawn = bag[random.between(0, bag.length - 1)] ?? 'asleep';
    return { index, kind: first[index] ?? drawn, seed: random.between(0, 2_147_483_647) };
  });
};
