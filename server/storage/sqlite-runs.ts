import type { Database } from 'better-sqlite3';
import type { Plan } from '#contract/runs.ts';
import type { ReplayTask, Run, RunEntry, RunsStorage, Seat, StoredTemplate } from './runs.ts';

/** A row as SQLite has it: booleans are 0 and 1, plans and bodies JSON. */
type RunColumns = Omit<Run, 'plan' | 'locked' | 'frozen' | 'clockRunning'> & {
  plan: string;
  locked: number;
  frozen: number;
  clockRunning: number;
};
type ListColumns = RunColumns & { seats: number; joined: number; className: string | null };
type LogColumns = Omit<RunEntry, 'body'> & { body: string };
type TemplateColumns = Omit<StoredTemplate, 'plan'> & { plan: string };

const RUN = `runs.id, runs.school, runs.class as classId, runs.name, runs.code, runs.plan, runs.seed, runs.stage,
  runs.created_by as createdBy, runs.created_at as createdAt, runs.started_at as startedAt, runs.ended_at as endedAt,
  runs.published_at as publishedAt, runs.locked, runs.frozen, runs.total_ms as totalMs, runs.clock_ms as clockMs,
  runs.clock_at as clockAt, runs.clock_running as clockRunning`;
const SEAT = `id, run, school, person, no, name, place, guest, joined_at as joinedAt, asking_guest as askingGuest,
  refused_guest as refusedGuest`;

/** Runs, seats and what belongs to them, on an opened, migrated database. */
export function createRunsStorage(database: Database): RunsStorage {
  const prepare = <P extends unknown[] | object, R>(sql: string) =>
    database.prepare<P extends unknown[] ? P : [P], R>(sql);
  const insertRun = prepare<RunColumns, never>(
    `insert into runs values (@id, @school, @classId, @name, @code, @plan, @seed, @stage, @createdBy, @createdAt,
     @startedAt, @endedAt, @publishedAt, @locked, @frozen, @totalMs, @clockMs, @clockAt, @clockRunning)`,
  );
  const updateRun = prepare<RunColumns, never>(
    `update runs set name = @name, code = @code, plan = @plan, stage = @stage, started_at = @startedAt,
     ended_at = @endedAt, published_at = @publishedAt, locked = @locked, frozen = @frozen, total_ms = @totalMs,
     clock_ms = @clockMs, clock_at = @clockAt, clock_running = @clockRunning where id = @id`,
  );
  const selectRun = prepare<[string], RunColumns>(`select ${RUN} from runs where id = ?`);
  const selectByCode = prepare<[string], RunColumns>(`select ${RUN} from runs where code = ? and ended_at is null`);
  const selectRuns = prepare<[string], ListColumns>(
    `select ${RUN}, classes.name as className,
     (select count(*) from seats where seats.run = runs.id) as seats,
     (select count(*) from seats where seats.run = runs.id and seats.joined_at is not null) as joined
     from runs left join classes on classes.id = runs.class
     where runs.school = ? order by runs.created_at desc, runs.rowid desc`,
  );
  const selectOpen = prepare<[], RunColumns>(`select ${RUN} from runs where ended_at is null order by rowid`);
  const selectExams = prepare<[], RunColumns>(
    `select ${RUN} from runs where ended_at is null and stage in ('join', 'card', 'drill') and json_extract(plan, '$.mode') = 'exam' order by rowid`,
  );
  const insertSeat = prepare<Seat, never>(
    `insert into seats values (@id, @run, @school, @person, @no, @name, @place, @guest, @joinedAt, @askingGuest,
     @refusedGuest)`,
  );
  const updateSeat = prepare<Seat, never>(
    `update seats set person = @person, no = @no, name = @name, guest = @guest, joined_at = @joinedAt,
     asking_guest = @askingGuest, refused_guest = @refusedGuest where id = @id`,
  );
  const selectSeats = prepare<[string], Seat>(`select ${SEAT} from seats where run = ? order by place, rowid`);
  const selectSeat = prepare<[string], Seat>(`select ${SEAT} from seats where id = ?`);
  const selectSchool = prepare<[string], { school: string }>(
    'select school from seats where guest = ? order by joined_at desc, rowid desc limit 1',
  );
  const insertLog = prepare<LogColumns, never>('insert into run_log values (@id, @run, @at, @by, @kind, @seat, @body)');
  const selectLog = prepare<[string], LogColumns>('select * from run_log where run = ? order by at, rowid');
  const insertTemplate = prepare<TemplateColumns, never>(
    'insert into templates (id, school, name, plan, created_at) values (@id, @school, @name, @plan, @createdAt)',
  );
  const selectTemplates = prepare<[string], TemplateColumns>(
    'select id, school, name, plan, created_at as createdAt from templates where school = ? order by created_at, rowid',
  );
  const deleteTemplate = prepare<[string], never>('delete from templates where id = ?');
  const insertRedo = prepare<ReplayTask, never>(
    'insert into redos values (@id, @run, @drill, @conversation, @turn, @at, @closedAt)',
  );
  const selectRedos = prepare<[string], ReplayTask>(
    'select id, run, drill, conversation, turn, at, closed_at as closedAt from redos where run = ? order by at, rowid',
  );
  const updateRedo = prepare<[number, string], never>(
    'update redos set closed_at = ? where id = ? and closed_at is null',
  );

  return {
    createRun: database.transaction((run: Run, seats: readonly Seat[]) => {
      if (!writeUnlessTaken(() => insertRun.run(runColumns(run)))) return false;
      for (const seat of seats) insertSeat.run(seat);
      return true;
    }),
    run: (id) => runOrNull(selectRun.get(id)),
    runByCode: (code) => runOrNull(selectByCode.get(code)),
    runsOf: (school) =>
      selectRuns.all(school).map((row) => ({
        ...runOf(row),
        seats: row.seats,
        joined: row.joined,
        className: row.className,
      })),
    openRuns: () => selectOpen.all().map(runOf),
    openExams: () => selectExams.all().map(runOf),
    changeRun: (run) => writeUnlessTaken(() => updateRun.run(runColumns(run))),
    seats: (run) => selectSeats.all(run),
    seat: (id) => selectSeat.get(id) ?? null,
    schoolOfDevice: (guest) => selectSchool.get(guest)?.school ?? null,
    addSeat: (seat) => void insertSeat.run(seat),
    changeSeat: (seat) => writeUnlessTaken(() => updateSeat.run(seat)),
    log: (run) => selectLog.all(run).map((row) => ({ ...row, body: JSON.parse(row.body) })),
    addLog: (entry) => void insertLog.run({ ...entry, body: JSON.stringify(entry.body) }),
    templates: (school) => selectTemplates.all(school).map((row) => ({ ...row, plan: planOf(row.plan) })),
    createTemplate: (template) => void insertTemplate.run({ ...template, plan: JSON.stringify(template.plan) }),
    removeTemplate: (id) => void deleteTemplate.run(id),
    redos: (run) => selectRedos.all(run),
    addRedo: (redo) => void insertRedo.run(redo),
    closeRedo: (id, at) => void updateRedo.run(at, id),
  };
}

/** Writes; false when two open runs would have one code, or one device two seats of a run. */
function writeUnlessTaken(write: () => void): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE') return false;
    throw error;
  }
}

const runColumns = (run: Run): RunColumns => ({
  ...run,
  plan: JSON.stringify(run.plan),
  locked: Number(run.locked),
  frozen: Number(run.frozen),
  clockRunning: Number(run.clockRunning),
});

const runOrNull = (row: RunColumns | undefined): Run | null => (row === undefined ? null : runOf(row));

function runOf(row: RunColumns): Run {
  return {
    id: row.id,
    school: row.school,
    classId: row.classId,
    name: row.name,
    code: row.code,
    plan: planOf(row.plan),
    seed: row.seed,
    stage: row.stage,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    publishedAt: row.publishedAt,
    locked: row.locked === 1,
    frozen: row.frozen === 1,
    totalMs: row.totalMs,
    clockMs: row.clockMs,
    clockAt: row.clockAt,
    clockRunning: row.clockRunning === 1,
  };
}

function planOf(json: string): Plan {
  const plan: Plan = JSON.parse(json);
  return plan;
}
