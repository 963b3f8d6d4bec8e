import type { Reports } from '#drills/reports/reports.ts';
import type { DrillRow } from '#storage/storage.ts';
import { type Attendance, createAttendance } from './attendance.ts';
import { type DrillNeeds, HeldElsewhere } from './drill-needs.ts';
import { waitsInExam } from './exam-disconnect-budget.ts';
import { type Heartbeat, startHeartbeat } from './heartbeat.ts';
import { createLiveDrill, type LiveDrill, type StoredDrill } from './live-drill.ts';

export type Live = { drill: LiveDrill; attendance: Attendance };
export type Registry = Awaited<ReturnType<typeof createRegistry>>;

/** The drills in memory: read from the log when asked for, let go once they stand still and nobody is there. */
export async function createRegistry(needs: DrillNeeds, reports: Pick<Reports, 'score'>) {
  const { storage, contents, clock, logger, observers, hold } = needs;
  const lives = new Map<string, Live>();
  /** Drills being read: whoever asks meanwhile gets the same one. */
  const waking = new Map<string, Promise<Live | null>>();
  const scored = new Set<string>();
  /**
   * Ids of frozen drills. They outlast a drill's stay in memory: a trainee who comes back into a freeze stays frozen
   * (RULES C4).
   */
  const frozen = new Set<string>();

  const letGo = (live: Live): void => {
    const { drill, attendance } = live;
    if (drill.busy() || drill.running() || drill.isWatched() || attendance.expects()) return;
    if (lives.get(drill.id) !== live) return;
    drill.dispose();
    attendance.dispose();
    lives.delete(drill.id);
    scored.delete(drill.id);
    void hold?.give(drill.id);
  };

  /** Lets go of a drill that another node has, without a word to the storage. */
  const drop = (drillId: string): void => {
    const live = lives.get(drillId);
    if (live === undefined) return;
    lives.delete(drillId);
    scored.delete(drillId);
    const { drill, attendance } = live;
    attendance.dispose();
    if (drill.desk.isTaken()) observers.attended(drill.row(), false);
    drill.drop();
  };

  /** Null when there is no such drill. Rejects with HeldElsewhere where another node has it. */
  const wake = async (drillId: string): Promise<Live | null> => {
    const known = lives.get(drillId) ?? waking.get(drillId);
    if (known !== undefined) return known;
    const woken = readDrill(drillId).finally(() => waking.delete(drillId));
    waking.set(drillId, woken);
    return woken;
  };

  const readDrill = async (drillId: string): Promise<Live | null> => {
    await hold?.take(drillId);
    let live: Live | null = null;
    try {
      live = await readStored(drillId);
    } finally {
      if (live === null) void hold?.give(drillId);
    }
    return live;
  };

  const readStored = async (drillId: string): Promise<Live | null> => {
    const row = await storage.drill(drillId);
    if (row === null) return null;
    if (hold !== undefined) await readFrozen(row);
    const [content, log] = [await contents.get(row.contentHash), await storage.read(drillId, 0)];
    const aliveAt = hold === undefined ? null : await storage.heartbeatOf(drillId);
    // The row is read once more: while the log was read, the drill may have been given to another device.
    const live = takeIn({ row: (await storage.drill(drillId)) ?? row, content, log });
    if (aliveAt !== null) await standSinceDeath(live, aliveAt);
    return live;
  };

  /** A drill whose clock runs though no node had it was a dead node's: it stands from where that was last alive. */
  const standSinceDeath = async ({ drill, attendance }: Live, aliveAt: number): Promise<void> => {
    if (!drill.running() && !waitsInExam(drill.drill())) return;
    hold?.tookOver();
    await new Promise<void>((done) => attendance.stopForServer(aliveAt, done));
  };

  /** A freeze made on another node stands in the run. */
  const readFrozen = async ({ id, place }: DrillRow): Promise<void> => {
    const run = place === null ? null : await storage.runs.run(place.run);
    if (run?.frozen === true) frozen.add(id);
    else if (run !== null) frozen.delete(id);
  };

  const takeIn = (stored: StoredDrill): Live => {
    const drillId = stored.row.id;
    const isFrozen = (): boolean => frozen.has(drillId);
    // The hooks are called only later, when `live` is there.
    const drill = createLiveDrill(needs, stored, {
      woken: () => pulse.check(),
      frozen: isFrozen,
      notLeased: () => {
        if (lives.get(drillId) === live) drop(drillId);
      },
      settled: (ended) => {
        if (ended) frozen.delete(drillId);
        if (ended && !scored.has(drillId)) {
          scored.add(drillId);
          reports.score(drillId);
        }
        const live = lives.get(drillId);
        if (live !== undefined) setImmediate(letGo, live);
      },
    });
    const attendance = createAttendance(drill, clock, {
      left: () => letGo(live),
      attended: (there) => observers.attended(drill.row(), there),
      frozen: isFrozen,
    });
    const live: Live = { drill, attendance };
    lives.set(drillId, live);
    return live;
  };

  const pulse: Heartbeat = startHeartbeat(
    clock,
    (now) => {
      const beating = [...lives.values()].flatMap(({ drill }) =>
        drill.running() || waitsInExam(drill.drill()) ? [drill.id] : [],
      );
      if (beating.length === 0) return;
      storage.heartbeat(beating, now).catch((error: unknown) => logger.error({ err: error }, 'heartbeat failed'));
    },
    (aliveAt) => {
      logger.warn({ aliveAt }, 'the server was asleep');
      for (const { attendance } of lives.values()) attendance.slept(aliveAt);
    },
  );

  await recover();

  /** Drills that ran when the last process died, or a node did, stand still from its last heartbeat on (RULES C4). */
  async function recover(): Promise<void> {
    for (const { id, heartbeatAt } of await storage.openDrills(hold === undefined ? undefined : clock.now())) {
      await takeUp(id, hold === undefined ? heartbeatAt : null);
    }
  }

  /**
   * Whether it was taken up: another node may have been quicker. `aliveAt`: when the last process was alive (epoch
   * milliseconds); null: waking it has stopped its clock.
   */
  async function takeUp(drillId: string, aliveAt: number | null): Promise<boolean> {
    try {
      const live = await wake(drillId);
      if (live === null) return false;
      if (aliveAt === null) letGo(live);
      else live.attendance.stopForServer(aliveAt, () => letGo(live));
      return true;
    } catch (error) {
      if (!(error instanceof HeldElsewhere)) logger.error({ err: error, drill: drillId }, 'drill not recovered');
      return false;
    }
  }

  /** Takes up what other nodes wrote of the drills in memory while they couldn't say so: whose they are, and freezes. */
  async function readAgain(): Promise<void> {
    for (const { drill, attendance } of lives.values()) {
      const row = await storage.drill(drill.id);
      if (row === null || lives.get(drill.id)?.drill !== drill) continue;
      if (row.guest !== drill.row().guest) {
        drill.giveTo(row.guest);
        attendance.dismiss();
      }
      const before = frozen.has(drill.id);
      await readFrozen(row);
      if (frozen.has(drill.id) !== before) attendance.frozenChanged(() => {});
    }
  }

  return {
    wake,
    letGo,
    drop,
    takeUp,
    readAgain,
    get: (drillId: string): Live | undefined => lives.get(drillId),
    all: (): Live[] => [...lives.values()],
    /** Notices that the machine slept, before anything else is done. */
    check: pulse.check,
    freeze: (drillId: string, cold: boolean): void => void (cold ? frozen.add(drillId) : frozen.delete(drillId)),
    /** Lets go of a drill that is deleted, whoever is there. */
    forget: (drillId: string): void => {
      const live = lives.get(drillId);
      frozen.delete(drillId);
      scored.delete(drillId);
      if (live === undefined) return;
      lives.delete(drillId);
      live.attendance.dismiss();
      live.drill.dispose();
      live.attendance.dispose();
    },
    /** Stops every clock where the server could last store something (RULES C4). */
    standSince: (wall: number): void => {
      for (const { attendance } of lives.values()) attendance.slept(wall);
    },
    /** Stops every clock now and waits until that is stored. */
    close: async (): Promise<void> => {
      pulse.stop();
      const now = clock.now();
      const stop = ({ drill, attendance }: Live): Promise<void> =>
        new Promise((stopped) => {
          attendance.stopForServer(now, () => {
            drill.dispose();
            attendance.dispose();
            stopped();
          });
        });
      const held = [...lives.values()];
      await Promise.all(held.map(stop));
      lives.clear();
      if (hold === undefined) return;
      await Promise.all(held.map(({ drill }) => hold.give(drill.id)));
      // Those at other nodes come back, and find the drill free.
      for (const { drill } of held) drill.drop();
    },
  };
}
