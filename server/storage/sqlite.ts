import type { Database, Statement } from 'better-sqlite3';
import type { Owner } from '#common/access.ts';
import type { Resource } from '#contract/who-may.ts';
import type { Result } from '#engine/model/commands.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { hearErrors } from '#storage/health/heard-storage.ts';
import type { StorageHealth } from '#storage/health/storage-health.ts';
import { createAuthoredStorage } from './sqlite-authored.ts';
import { createDiscussionStorage } from './sqlite-discussion.ts';
import { createPeopleStorage } from './sqlite-people.ts';
import { createPortfolioStorage } from './sqlite-portfolio.ts';
import { createQuickRepliesStorage } from './sqlite-quick-replies.ts';
import { createResultsStorage } from './sqlite-results.ts';
import { createRunsStorage } from './sqlite-runs.ts';
import { createSignInsStorage } from './sqlite-sign-ins.ts';
import type { Append, AppendError, DrillRow, DrillStage, OpenDrillRow, Storage } from './storage.ts';

type DrillColumns = {
  id: string;
  guest: string;
  content_hash: string;
  scenarios: string;
  mode: string;
  state: DrillRow['state'];
  opened_at: number;
  ended_at: number | null;
  score: number | null;
  school: string | null;
  run: string | null;
  seat: string | null;
  person: string | null;
  redo: string | null;
  retry_drill: string | null;
  retry_conversation: string | null;
  retry_turn: number | null;
  retry_since: number | null;
};
type LogColumns = { seq: number; n: number; at: number; body: string };

const DRILL = `id, guest, content_hash, scenarios, mode, state, opened_at, ended_at, score, school, run, seat, person, redo,
  retry_drill, retry_conversation, retry_turn, retry_since`;

/**
 * The storage on an opened, migrated database. Statements are prepared once; the append is the hot path
 * (one update by key, one insert). `health` hears of the errors; `closed` runs after the connection is closed.
 */
export function createSqliteStorage(database: Database, health: StorageHealth, closed: () => void): Storage {
  return { ...hearErrors(callsOn(database, closed), health.failed), health };
}

function callsOn(database: Database, closed: () => void): Omit<Storage, 'health'> {
  const prepare = <P extends unknown[], R>(sql: string) => database.prepare<P, R>(sql);
  const advance = prepare<
    [number, DrillRow['state'], number, number | null, number, number | null, string, number],
    never
  >(
    `update drills set seq = seq + ?, state = ?, running = ?, due_at = ?, heartbeat_at = ?, ended_at = ?
     where id = ? and seq = ?`,
  );
  const insertLog = prepare<[string, number, number, number, string | null, string | null, string], never>(
    'insert into log (drill, seq, n, at, command_id, ack, body) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const selectAck = prepare<[string, string], { ack: string | null }>(
    'select ack from log where drill = ? and command_id = ?',
  );
  // A row holds n events. The row that holds `afterSeq` begins before the events asked for and is read, too.
  const selectLog = prepare<[string, number], LogColumns>(
    'select seq, n, at, body from log where drill = ? and seq + n - 1 > ? order by seq',
  );
  const selectLength = prepare<[string], { seq: number }>('select seq from drills where id = ?');
  const insertDrill = prepare<
    [
      ...[id: string, guest: string, hash: string, scenarios: string, mode: string, state: string],
      ...[openedAt: number, endedAt: number | null, score: number | null],
      ...[school: string | null, run: string | null, seat: string | null, person: string | null, redo: string | null],
      ...[retryDrill: string | null, retryConversation: string | null, retryTurn: number | null, since: number | null],
      heartbeatAt: number,
    ],
    never
  >(`insert into drills (${DRILL}, heartbeat_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const selectDrill = prepare<[string], DrillColumns>(`select ${DRILL} from drills where id = ? and seq > 0`);
  const selectDrillsOf = prepare<[string | null, string | null], DrillColumns>(
    `select ${DRILL} from drills where (guest = ? or person = ?) and redo is null and retry_drill is null and seq > 0
     order by opened_at desc, rowid desc`,
  );
  const selectDrillsOfRun = prepare<[string], DrillColumns>(
    `select ${DRILL} from drills where run = ? and seq > 0 order by opened_at, rowid`,
  );
  const selectRetriesOf = prepare<[string], DrillColumns>(
    `select ${DRILL} from drills where retry_drill = ? and seq > 0 order by opened_at, rowid`,
  );
  const updateGuest = prepare<[string, string], never>('update drills set guest = ? where seat = ?');
  const selectOpen = prepare<[], OpenDrillRow>(
    'select id, due_at as dueAt, heartbeat_at as heartbeatAt from drills where running = 1 order by rowid',
  );
  const updateHeartbeat = prepare<[number, string], never>('update drills set heartbeat_at = ? where id = ?');
  const updateScore = prepare<[number, string], never>('update drills set score = ? where id = ?');
  const insertContent = prepare<[string, string], never>('insert into contents values (?, ?) on conflict do nothing');
  const selectContent = prepare<[string], { body: string }>('select body from contents where hash = ?');
  const insertGuest = prepare<[string, string, number], never>('insert into guests values (?, ?, ?)');
  const selectGuest = prepare<[string], { id: string }>('select id from guests where token_hash = ?');

  const selectOwner: Record<Resource, Statement<[string], Owner>> = {
    // A retry belongs to the owner of the drill it does again, on every device and after a change of hands. It has no
    // school.
    drill: prepare(
      `select own.school, coalesce(first.guest, own.guest) as guest, iif(first.id is null, own.person, first.person) as person
       from drills own left join drills first on first.id = own.retry_drill where own.id = ? and own.seq > 0`,
    ),
    seat: prepare(
      'select school, guest, person, coalesce(asking_guest, refused_guest) as asking from seats where id = ?',
    ),
    run: prepare('select school, null as guest, null as person from runs where id = ?'),
    class: prepare('select school, null as guest, null as person from classes where id = ?'),
    person: prepare('select school, null as guest, id as person from people where id = ?'),
    template: prepare('select school, null as guest, null as person from templates where id = ?'),
    case: prepare('select school, null as guest, null as person from authored_cases where id = ?'),
  };
  const ownerOf = (resource: Resource, id: string): Owner | null => selectOwner[resource].get(id) ?? null;

  const results = createResultsStorage(database);

  const appendEvents = (item: Append): Result<void, AppendError> => {
    const { drill, expectedSeq, commandId, events } = item;
    if (commandId !== null && selectAck.get(drill, commandId) !== undefined) {
      return { ok: false, error: 'duplicate-command' };
    }
    const { changes } = advance.run(
      events.length,
      item.state,
      item.running ? 1 : 0,
      item.dueAt,
      item.at,
      item.endedAt,
      drill,
      expectedSeq,
    );
    if (changes === 0) return { ok: false, error: 'seq-conflict' };
    insertLog.run(drill, expectedSeq + 1, events.length, item.at, commandId, item.ack, JSON.stringify(events));
    return { ok: true, value: undefined };
  };

  return {
    appendAll: database.transaction((batch: readonly Append[]) => batch.map(appendEvents)),
    read: (drill, afterSeq) =>
      selectLog.all(drill, afterSeq).map(({ seq, at, body }) => {
        const events: DrillEvent[] = JSON.parse(body);
        const skip = Math.max(0, afterSeq + 1 - seq);
        return { drill, seq: seq + skip, at, events: skip === 0 ? events : events.slice(skip) };
      }),
    lengthOf: (drill) => selectLength.get(drill)?.seq ?? 0,
    ackOf: (drill, commandId) => selectAck.get(drill, commandId)?.ack ?? null,
    createDrill: (row) => {
      insertDrill.run(
        row.id,
        row.guest,
        row.contentHash,
        JSON.stringify(row.scenarios),
        row.mode,
        row.state,
        row.openedAt,
        row.endedAt,
        row.score,
        row.place?.school ?? null,
        row.place?.run ?? null,
        row.place?.seat ?? null,
        row.place?.person ?? null,
        row.place?.redo ?? null,
        row.retry?.drill ?? null,
        row.retry?.conversation ?? null,
        row.retry?.turn ?? null,
        row.retry?.since ?? null,
        row.openedAt,
      );
    },
    drill: (id) => {
      const row = selectDrill.get(id);
      return row === undefined ? null : drillRow(row);
    },
    drillsOf: (guest, person) => selectDrillsOf.all(guest, person).map(drillRow),
    drillsOfRun: (run) => selectDrillsOfRun.all(run).map(drillRow),
    retriesOf: (drill) => selectRetriesOf.all(drill).map(drillRow),
    handOver: (seat, guest) => void updateGuest.run(guest, seat),
    ownerOf,
    openDrills: () => selectOpen.all(),
    heartbeat: database.transaction((drills: readonly string[], at: number) => {
      for (const drill of drills) updateHeartbeat.run(at, drill);
    }),
    setScore: (drill, score) => void updateScore.run(score, drill),
    putContent: (hash, body) => void insertContent.run(hash, body),
    content: (hash) => selectContent.get(hash)?.body ?? null,
    createGuest: (tokenHash, id, at) => void insertGuest.run(tokenHash, id, at),
    guestByToken: (tokenHash) => selectGuest.get(tokenHash)?.id ?? null,
    people: createPeopleStorage(database),
    runs: createRunsStorage(database),
    results,
    portfolio: createPortfolioStorage(database),
    discussion: createDiscussionStorage(database, results),
    authored: createAuthoredStorage(database),
    quickReplies: createQuickRepliesStorage(database),
    signIns: createSignInsStorage(database),
    close: () => {
      database.close();
      closed();
    },
  };
}

function stageOf({ state, opened_at, ended_at, score }: DrillColumns): DrillStage {
  // The column allows an ended drill without an end; it counts as ended when it was opened.
  if (state === 'ended') return { state, endedAt: ended_at ?? opened_at, score };
  return { state, endedAt: null, score: null };
}

function drillRow(row: DrillColumns): DrillRow {
  const scenarios: string[] = JSON.parse(row.scenarios);
  const {
    school,
    run,
    seat,
    person,
    redo,
    retry_drill: drill,
    retry_conversation: conversation,
    retry_turn: turn,
    retry_since: since,
  } = row;
  return {
    id: row.id,
    guest: row.guest,
    contentHash: row.content_hash,
    scenarios,
    mode: row.mode,
    openedAt: row.opened_at,
    ...stageOf(row),
    place: school === null || run === null || seat === null ? null : { school, run, seat, person, redo },
    retry: drill === null || conversation === null || turn === null ? null : { drill, conversation, turn, since },
  };
}
