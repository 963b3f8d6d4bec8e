/** Which faults there are and on which database, and the draw of a plan from a seed. */
import { randomOf } from './random.ts';

export const DATABASES = ['sqlite', 'postgres'] as const;
export type DatabaseKind = (typeof DATABASES)[number];

type Row = { on: readonly DatabaseKind[]; weight: number };
const BOTH = DATABASES;
/**
 * The kinds of fault. A new one, such as a node that is killed or a lost message bus, is a row here and its way in
 * `fault-actions.ts`, which the compiler asks for.
 */
export const FAULTS = {
  'killed-in-batch': { on: BOTH, weight: 10 },
  'killed-after-send': { on: BOTH, weight: 10 },
  'killed-at-start': { on: BOTH, weight: 6 },
  'disk-full': { on: BOTH, weight: 8 },
  'read-only': { on: BOTH, weight: 8 },
  'cut-in-frame': { on: BOTH, weight: 14 },
  'sent-again': { on: BOTH, weight: 14 },
  'clock-jumped': { on: BOTH, weight: 12 },
  asleep: { on: BOTH, weight: 10 },
  'database-restarted': { on: ['postgres'], weight: 10 },
  'sessions-ended': { on: ['postgres'], weight: 12 },
  'folder-moved': { on: ['sqlite'], weight: 10 },
  'folder-removed': { on: ['sqlite'], weight: 10 },
} as const satisfies Record<string, Row>;
export type FaultKind = keyof typeof FAULTS;

/** `seed`: what the fault draws its own numbers from, so that it can be replayed without those before it. */
export type Fault = { index: number; kind: FaultKind; seed: number };

/** Every kind of the database once, in a drawn order, and then by weight. The same seed gives the same plan. */
export function planOf(seed: number, count: number, database: DatabaseKind): Fault[] {
  const random = randomOf(seed);
  const kinds = (Object.keys(FAULTS) as FaultKind[]).filter((kind) =>
    (FAULTS[kind].on as readonly DatabaseKind[]).includes(database),
  );
  const bag = kinds.flatMap((kind) => Array.from({ length: FAULTS[kind].weight }, () => kind));
  const first = random.shuffled(kinds);
  return Array.from({ length: count }, (_, index) => {
    const drawn = bag[random.between(0, bag.length - 1)] ?? 'asleep';
    return { index, kind: first[index] ?? drawn, seed: random.between(0, 2_147_483_647) };
  });
}
