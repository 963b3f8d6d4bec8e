import { CompiledQuery } from 'kysely';
import type { DrillEvent } from '#engine/model/events.ts';
import type { DrillCases, DrillRow, DrillStage, Storage } from '#storage/storage.ts';
import { parametersOf } from '#storage/tables/compiled-once.ts';
import { compileOnce } from './compile-once.ts';
import { forUpdate, isOneOf, type Tables } from './dialect.ts';

const DRILL = [
  ...(['id', 'guest', 'content_hash', 'scenarios', 'rush', 'mode', 'state', 'opened_at', 'ended_at', 'score'] as const),
  ...(['school', 'run', 'seat', 'person', 'redo'] as const),
  ...(['retry_drill', 'retry_conversation', 'retry_turn', 'retry_since'] as const),
] as const;

type Drills = Pick<
  Storage,
  | 'read'
  | 'lengthOf'
  | 'ackOf'
  | 'createDrill'
  | 'drill'
  | 'drillsOf'
  | 'drillsOfRun'
  | 'retriesOf'
  | 'handOver'
  | 'openDrills'
  | 'heartbeat'
  | 'heartbeatOf'
  | 'setScore'
>;

type StoredRow = { seq: number; at: number; command_id: string | null; body: string };

/** Drills and their logs, but for the append. */
export const drillsStorage = ({ db, dialect }: Tables): Drills => {
  // A drill is there once its first events are. One whose words were deleted stays in its run's figures only.
  const startedDrills = db.selectFrom('drills').select(DRILL).where('seq', '>', 0);
  const readableDrills = startedDrills.where('erased_at', 'is', null);
  // A row holds n events. The row that holds `afterSeq` begins before the events asked for and is read, too.
  const readAfter = compileOnce<{ drill: string; end: number }>((given) =>
    db
      .selectFrom('log')
      .select(['seq', 'at', 'command_id', 'body'])
      .where('drill', '=', given('drill'))
      .where((eb) => eb(eb('seq', '+', eb.ref('n')), '>', given('end')))
      .orderBy('seq'),
  );
  return {
    read: async (drill, afterSeq) => {
      const statement = CompiledQuery.raw(readAfter.sql, parametersOf(readAfter, { drill, end: afterSeq + 1 }));
      const { rows } = await db.executeQuery<StoredRow>(statement);
      return rows.map(({ seq, at, command_id, body }) => {
        const events: DrillEvent[] = JSON.parse(body);
        const skippedEvents = Math.max(0, afterSeq + 1 - seq);
        return {
          drill,
          seq: seq + skippedEvents,
          at,
          commandId: command_id,
          events: skippedEvents === 0 ? events : events.slice(skippedEvents),
        };
      });
    },
    lengthOf: async (drill) =>
      (await db.selectFrom('drills').select('seq').where('id', '=', drill).executeTakeFirst())?.seq ?? 0,
    ackOf: async (drill, commandId) => {
      const rows = db.selectFrom('log').select('ack').where('drill', '=', drill).where('command_id', '=', commandId);
      return (await rows.executeTakeFirst())?.ack ?? null;
    },
    createDrill: async (row) => {
      await db.insertInto('drills').values(drillColumns(row)).execute();
    },
    drill: async (id) => {
      const row = await readableDrills.where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : drillIn(row);
    },
    drillsOf: async (guest, person) => {
      const ownDrills = readableDrills
        .where((eb) => {
          const ofGuest = guest === null ? [] : [eb('guest', '=', guest)];
          return eb.or([...ofGuest, ...(person === null ? [] : [eb('person', '=', person)])]);
        })
        .where('redo', 'is', null)
        .where('retry_drill', 'is', null);
      return (await ownDrills.orderBy('opened_at', 'desc').orderBy('rowid', 'desc').execute()).map(drillIn);
    },
    drillsOfRun: async (run) =>
      (await startedDrills.where('run', '=', run).orderBy('opened_at').orderBy('rowid').execute()).map(drillIn),
    retriesOf: async (drill) =>
      (await readableDrills.where('retry_drill', '=', drill).orderBy('opened_at').orderBy('rowid').execute()).map(
        drillIn,
      ),
    handOver: async (seat, guest) => {
      const drillsOfSeat = forUpdate(
        dialect,
        db.selectFrom('drills').select('id').where('seat', '=', seat).orderBy('id'),
      );
      await db.updateTable('drills').set({ guest }).where('id', 'in', drillsOfSeat).execute();
    },
    openDrills: (now) => {
      const openDrills = db
        .selectFrom('drills')
        .select(['id', 'due_at as dueAt', 'heartbeat_at as heartbeatAt'])
        .where('running', '=', 1)
        .orderBy('rowid');
      if (now === undefined) return openDrills.execute();
      return openDrills.where((eb) => eb.or([eb('lease_node', 'is', null), eb('lease_until', '<=', now)])).execute();
    },
    heartbeat: async (ids, at) => {
      const runningDrills = db
        .selectFrom('drills')
        .select('id')
        .where(isOneOf(dialect, 'id', ids))
        .orderBy('id');
      await db
        .updateTable('drills')
        .set({ heartbeat_at: at })
        .where('id', 'in', forUpdate(dialect, runningDrills))
        .execute();
    },
    heartbeatOf: async (id) => {
      const row = await db.selectFrom('drills').select('heartbeat_at').where('id', '=', id).executeTakeFirst();
      return row?.heartbeat_at ?? null;
    },
    setScore: async (drill, score) => {
      await db.updateTable('drills').set({ score }).where('id', '=', drill).execute();
    },
  };
};

const drillColumns = ({ place, retry, ...row }: DrillRow) => ({
  ...{ id: row.id, guest: row.guest, content_hash: row.contentHash },
  ...{
    scenarios: JSON.stringify(row.rush === undefined ? row.scenarios : row.drawn),
    rush: row.rush === undefined ? null : JSON.stringify(row.rush),
  },
  ...{ mode: row.mode, state: row.state, opened_at: row.openedAt, ended_at: row.endedAt, score: row.score },
  ...{ school: place?.school ?? null, run: place?.run ?? null, seat: place?.seat ?? null },
  ...{ person: place?.person ?? null, redo: place?.redo ?? null },
  ...{ retry_drill: retry?.drill ?? null, retry_conversation: retry?.conversation ?? null },
  ...{ retry_turn: retry?.turn ?? null, retry_since: retry?.since ?? null, heartbeat_at: row.openedAt },
});

type DrillColumns = Omit<ReturnType<typeof drillColumns>, 'heartbeat_at'>;

const drillIn = (row: DrillColumns): DrillRow => {
  const { school, run, seat, person, redo } = row;
  const { retry_drill: drill, retry_conversation: conversation, retry_turn: turn, retry_since: since } = row;
  return {
    ...{ id: row.id, guest: row.guest, contentHash: row.content_hash, mode: row.mode },
    ...casesIn(row),
    openedAt: row.opened_at,
    ...stageIn(row),
    place: school === null || run === null || seat === null ? null : { school, run, seat, person, redo },
    retry: drill === null || conversation === null || turn === null ? null : { drill, conversation, turn, since },
  };
};

const casesIn = ({ scenarios, rush }: DrillColumns): DrillCases => {
  const cases: string[] = JSON.parse(scenarios);
  return rush === null ? { scenarios: cases } : { rush: JSON.parse(rush), drawn: cases };
};

const stageIn = ({ state, opened_at, ended_at, score }: DrillColumns): DrillStage => {
  // The column allows an ended drill without an end; it counts as ended when it was opened.
  if (state === 'ended') return { state, endedAt: ended_at ?? opened_at, score };
  return { state, endedAt: null, score: null };
};
