/** Carries a plan of faults out, room by room, and counts. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CatalogData } from '#drills/catalog/library-catalog.ts';
import { loadCatalog } from '#drills/catalog/load-catalog.ts';
import { NO_RUSH } from '#engine/model/rush.ts';
import { NO_TYPING } from '#library/load-typing.ts';
import { NO_QUESTIONS } from '#library/questions/question.ts';
import { DEFAULT_LEAD_RULES } from '#library/schema/rubric.ts';
import { NO_TRADE_YEAR } from '#library/schema/trade-year.ts';
import { builtProgram } from '#scripts/built-server/built-server.mjs';
import { checkRoom } from './check-room.ts';
import { FAULT_ACTIONS } from './fault-actions.ts';
import { type Place, type PostgresServer, postgresServer, sqlitePlace } from './place.ts';
import type { DatabaseKind, Fault, FaultKind } from './plan.ts';
import { randomOf } from './random.ts';
import { type Building, openRoom, type TestServer } from './room.ts';

export type Failure = { index: number; kind: FaultKind; found: string[] };
export type KindFigures = {
  count: number;
  /** Real milliseconds from the fault's end until every trainee's reply was acknowledged again. */
  worstRecoveryMs: number;
  /** How often `/healthz` told of it. */
  told: number;
};
export type PlanFigures = {
  faults: number;
  seconds: number;
  kinds: Partial<Record<FaultKind, KindFigures>>;
  failures: Failure[];
};

export type PlanOptions = {
  database: DatabaseKind;
  /** Servers on the database, which tell each other by Redis where there are several. Left out: one. */
  nodes?: number;
  /** Trainees in practice, and in a class's run. */
  practising: number;
  seated: number;
  /** Rooms at a time, and faults of each; then another takes its place, with new trainees and an empty database. */
  rooms: number;
  roomFaults: number;
  /** PostgreSQL, and Redis for nodes, which the caller has and ends: for one room at a time. Left out: its own. */
  server?: PostgresServer;
  /** Asked before each fault: true ends the plan there. */
  isStopped?: () => boolean;
  /** Told of every fault when it is over. */
  told?: (fault: Fault, recoveryMs: number, found: readonly string[]) => void;
};

/** Four cases whose customers speak first, of several kinds. */
const CASES = ['promotion/coupon-stack', 'product-advice/shoe-half-size', 'shipping-urge/out-of-stock-truth'] as const;
const TOP = fileURLToPath(new URL('../..', import.meta.url));

/** Carries out the faults, several rooms at a time. Rejects only where the harness itself can't work. */
export const runPlan = async (faults: readonly Fault[], options: PlanOptions): Promise<PlanFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-faults-'));
  const figures: PlanFigures = { faults: 0, seconds: 0, kinds: {}, failures: [] };
  const from = performance.now();
  const building = await prepared(folder);
  const parts = partsOf(faults, options.roomFaults);
  try {
    await Promise.all(
      Array.from({ length: Math.min(options.rooms, parts.length) }, async () => {
        const postgres = options.server ?? (await ownServer(options));
        try {
          for (let part = parts.shift(); part !== undefined; part = parts.shift())
            await inRoom(part, building, folder, postgres, options, figures);
        } finally {
          if (options.server === undefined) await postgres?.remove();
        }
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  figures.seconds = Math.round((performance.now() - from) / 1000);
  figures.failures.sort((a, b) => a.index - b.index);
  return figures;
};

const ownServer = async ({ database, nodes = 1 }: PlanOptions): Promise<PostgresServer | null> => {
  if (database === 'sqlite') return null;
  const server = await postgresServer({ nodes: nodes > 1 });
  if (server === null) throw new Error(`there is no PostgreSQL here${nodes > 1 ? ', or no Redis' : ''}`);
  return server;
};

const partsOf = (faults: readonly Fault[], length: number): Fault[][] =>
  Array.from({ length: Math.ceil(faults.length / length) }, (_, part) =>
    faults.slice(part * length, (part + 1) * length),
  );

/** The faults one after the other, in one room; after one that left something broken, in another. */
const inRoom = async (
  faults: readonly Fault[],
  building: Building,
  folder: string,
  postgres: PostgresServer | null,
  { practising, seated, nodes = 1, told, isStopped = () => false }: PlanOptions,
  figures: PlanFigures,
): Promise<void> => {
  const size = { practising, seated, nodes };
  let room: TestServer | null = null;
  const leave = async (): Promise<void> => {
    const left = room;
    room = null;
    await left?.close();
    await left?.place.remove();
  };
  try {
    for (const fault of faults) {
      if (isStopped()) return;
      if (room === null) {
        room = await openRoom(building, await newPlace(folder, postgres, fault.index), size);
        await checkRoom(room);
        room.watch.takeFound();
      }
      const { recoveryMs, found } = await suffered(room, fault);
      const kind = figures.kinds[fault.kind] ?? { count: 0, worstRecoveryMs: 0, told: 0 };
      kind.count += 1;
      kind.worstRecoveryMs = Math.max(kind.worstRecoveryMs, Math.round(recoveryMs));
      if (room.watch.takeCodes().length > 0) kind.told += 1;
      figures.kinds[fault.kind] = kind;
      figures.faults += 1;
      told?.(fault, recoveryMs, found);
      if (found.length === 0) continue;
      figures.failures.push({ index: fault.index, kind: fault.kind, found });
      await leave();
    }
  } finally {
    await leave();
  }
};

const suffered = async (room: TestServer, fault: Fault): Promise<{ recoveryMs: number; found: string[] }> => {
  try {
    room.watch.beginning();
    const during = (await FAULT_ACTIONS[fault.kind](room, randomOf(fault.seed))) ?? 0;
    const after = await checkRoom(room);
    return { recoveryMs: Math.max(during, after), found: room.watch.takeFound() };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { recoveryMs: 0, found: [...room.watch.takeFound(), said] };
  }
};

const newPlace = async (folder: string, postgres: PostgresServer | null, index: number): Promise<Place> => {
  const own = join(folder, `place-${index}`, 'data');
  return postgres === null ? sqlitePlace(own) : await postgres.place(own);
};

const prepared = async (folder: string): Promise<Building> => {
  const { catalog } = await loadCatalog(TOP);
  if (catalog === null) throw new Error('the library has no case');
  const scenarios = catalog.data.scenarios.filter(({ id }) => (CASES as readonly string[]).includes(id));
  const [first, ...rest] = scenarios.map(({ id }) => id);
  // Short ones: a customer reads four characters a second before anything else comes.
  const [text, ...texts] = catalog.data.shops
    .flatMap(({ quickReplies }) => quickReplies.map((one) => one.text))
    .toSorted((a, b) => a.length - b.length);
  if (first === undefined || text === undefined) throw new Error('the library lacks the cases of the harness');
  // From its sources each of its many starts would take three seconds and not a third of one.
  const program = await builtProgram(TOP, 'scripts/faults/faulted-server.ts');
  if (program === null) throw new Error('the server of the harness could not be built');
  const catalogFile = join(folder, 'catalog.json');
  // The harness's own cases don't vary, so the servers need no template to deal cards from.
  const kept: CatalogData = {
    ...{ data: { ...catalog.data, scenarios }, marks: [] },
    ...{
      templates: [],
      short: [],
      tasks: [],
      parts: [],
      shopFacts: [],
      rush: NO_RUSH,
      bank: NO_QUESTIONS,
      typing: NO_TYPING,
      stages: [],
      tradeYear: NO_TRADE_YEAR,
      lead: DEFAULT_LEAD_RULES,
    },
  };
  writeFileSync(catalogFile, JSON.stringify(kept));
  return {
    ...{ program, catalogFile, shopsDir: join(TOP, 'scenarios', 'shops') },
    scenarios: [first, ...rest],
    texts: [text, ...texts.slice(0, 20)],
  };
};
