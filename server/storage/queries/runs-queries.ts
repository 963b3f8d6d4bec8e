import type { Plan } from '#contract/runs.ts';
import type { Run, RunsStorage } from '#storage/runs.ts';
import { type Tables, textIn, writeUnlessTaken } from './dialect.ts';
import { seatColumns, seatsStorage } from './seats-queries.ts';

const RUN = [
  ...(['runs.id', 'runs.school', 'runs.class as classId', 'runs.name', 'runs.code', 'runs.plan', 'runs.seed'] as const),
  ...(['runs.stage', 'runs.created_by as createdBy', 'runs.created_at as createdAt'] as const),
  ...(['runs.started_at as startedAt', 'runs.ended_at as endedAt', 'runs.published_at as publishedAt'] as const),
  ...(['runs.locked', 'runs.frozen', 'runs.total_ms as totalMs', 'runs.clock_ms as clockMs'] as const),
  ...(['runs.clock_at as clockAt', 'runs.clock_running as clockRunning'] as const),
] as const;

/** Runs, seats and what belongs to them. */
export const runsStorage = (tables: Tables): RunsStorage => {
  const { db, dialect } = tables;
  const runs = db.selectFrom('runs').select(RUN);
  const openRuns = runs.where('ended_at', 'is', null);
  return {
    createRun: (run, seats) =>
      db.transaction().execute(async (trx) => {
        const inserted = await trx
          .insertInto('runs')
          .values(runColumns(run))
          .onConflict((on) => on.column('code').where('ended_at', 'is', null).doNothing())
          .executeTakeFirst();
        if (inserted.numInsertedOrUpdatedRows === 0n) return false;
        for (const seat of seats) await trx.insertInto('seats').values(seatColumns(seat)).execute();
        return true;
      }),
    run: async (id) => runOrNull(await runs.where('id', '=', id).executeTakeFirst()),
    runByCode: async (code) => runOrNull(await openRuns.where('code', '=', code).executeTakeFirst()),
    runsOf: async (school) => {
      const rows = await db
        .selectFrom('runs')
        .leftJoin('classes', 'classes.id', 'runs.class')
        .select(RUN)
        .select('classes.name as className')
        .select((eb) => {
          const seats = eb.selectFrom('seats').whereRef('seats.run', '=', 'runs.id');
          const count = seats.select((one) => one.fn.countAll<number>().as('n'));
          const joined = count.where('seats.joined_at', 'is not', null);
          return [count.as('seats'), joined.as('joined')];
        })
        .where('runs.school', '=', school)
        .orderBy('runs.created_at', 'desc')
        .orderBy('runs.rowid', 'desc')
        .$narrowType<{ seats: number; joined: number }>()
        .execute();
      return rows.map(({ className, seats, joined, ...row }) => ({ ...runIn(row), seats, joined, className }));
    },
    openRuns: async () => (await openRuns.orderBy('rowid').execute()).map(runIn),
    openExams: async () => {
      const beforeDebrief = openRuns.where('stage', 'in', ['join', 'card', 'drill']);
      return (
        await beforeDebrief
          .where(textIn(dialect, 'plan', 'mode'), '=', 'exam')
          .orderBy('rowid')
          .execute()
      ).map(runIn);
    },
    changeRun: (run) => {
      const { id, school, class: _class, seed, created_by, created_at, ...changedColumns } = runColumns(run);
      return writeUnlessTaken(() => db.updateTable('runs').set(changedColumns).where('id', '=', id).execute());
    },
    ...seatsStorage(tables),
    log: async (run) => {
      const rows = db
        .selectFrom('run_log')
        .select(['id', 'run', 'at', 'by', 'kind', 'seat', 'body'])
        .where('run', '=', run)
        .orderBy('at')
        .orderBy('rowid');
      return (await rows.execute()).map((row) => ({ ...row, body: JSON.parse(row.body) }));
    },
    addLog: async ({ id, run, at, by, kind, seat, body }) => {
      const columns = { id, run, at, by, kind, seat, body: JSON.stringify(body) };
      await db.insertInto('run_log').values(columns).execute();
    },
    templates: async (school) => {
      const rows = db.selectFrom('templates').select(['id', 'school', 'name', 'plan', 'created_at as createdAt']);
      const templates = await rows.where('school', '=', school).orderBy('created_at').orderBy('rowid').execute();
      return templates.map((row) => ({ ...row, plan: planIn(row.plan) }));
    },
    createTemplate: async ({ id, school, name, plan, createdAt }) => {
      const columns = { id, school, name, plan: JSON.stringify(plan), created_at: createdAt };
      await db.insertInto('templates').values(columns).execute();
    },
    removeTemplate: async (id) => {
      await db.deleteFrom('templates').where('id', '=', id).execute();
    },
    replayTasks: (run) =>
      db
        .selectFrom('redos')
        .select(['id', 'run', 'drill', 'conversation', 'turn', 'at', 'closed_at as closedAt'])
        .where('run', '=', run)
        .orderBy('at')
        .orderBy('rowid')
        .execute(),
    addReplayTask: async ({ closedAt, ...redo }) => {
      const { id, run, drill, conversation, turn, at } = redo;
      await db.insertInto('redos').values({ id, run, drill, conversation, turn, at, closed_at: closedAt }).execute();
    },
    closeReplayTask: async (id, at) => {
      const task = db.updateTable('redos').set({ closed_at: at }).where('id', '=', id);
      await task.where('closed_at', 'is', null).execute();
    },
  };
};

const toFlag = (value: boolean): 0 | 1 => (value ? 1 : 0);

/** The plan, and beside it the candidates of its rush and the shops' own cases: they are part of what was planned. */
const planColumn = ({ plan, candidates, shopCases }: Run): string =>
  JSON.stringify({ ...plan, ...(candidates && { candidates }), ...(shopCases && { shopCases }) });

const runColumns = (run: Run) => ({
  ...{ id: run.id, school: run.school, class: run.classId, name: run.name, code: run.code, seed: run.seed },
  ...{ plan: planColumn(run), stage: run.stage, created_by: run.createdBy, created_at: run.createdAt },
  ...{ started_at: run.startedAt, ended_at: run.endedAt, published_at: run.publishedAt },
  ...{ locked: toFlag(run.locked), frozen: toFlag(run.frozen), total_ms: run.totalMs },
  ...{ clock_ms: run.clockMs, clock_at: run.clockAt, clock_running: toFlag(run.clockRunning) },
});

/** A row as the tables have it: flags are 0 and 1, the plan is JSON. */
type RunColumns = Omit<Run, 'plan' | 'candidates' | 'shopCases' | 'locked' | 'frozen' | 'clockRunning'> & {
  plan: string;
  locked: number;
  frozen: number;
  clockRunning: number;
};

const runOrNull = (row: RunColumns | undefined): Run | null => (row === undefined ? null : runIn(row));

const runIn = (row: RunColumns): Run => ({
  ...row,
  ...plannedIn(row.plan),
  locked: row.locked === 1,
  frozen: row.frozen === 1,
  clockRunning: row.clockRunning === 1,
});

const plannedIn = (json: string): Pick<Run, 'plan' | 'candidates' | 'shopCases'> => {
  const { candidates, shopCases, ...plan }: Plan & Pick<Run, 'candidates' | 'shopCases'> = JSON.parse(json);
  return { plan, ...(candidates && { candidates }), ...(shopCases && { shopCases }) };
};

const planIn = (json: string): Plan => {
  const plan: Plan = JSON.parse(json);
  return plan;
};
