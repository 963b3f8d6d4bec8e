/** Deletes people's data for good: what runs is ended first, what is kept in memory is dropped. */

import type { Logger } from 'pino';
import { lostMs, pausedSpansOf } from '#classroom/results/lost-time.ts';
import type { Clock } from '#common/clock.ts';
import type { Erasure } from '#contract/personal-data/erasing.ts';
import type { DrillControl, DrillRecords } from '#drills/runner/ports.ts';
import type { ErasureScope, ErasureTarget } from '#storage/personal-data.ts';
import type { Storage } from '#storage/storage.ts';

/** `actor`: a person's id, or null for a device or the server. `subject`: the id that the audit trail names. */
export type ErasedBy = { actor: string | null; school: string | null };
export type Erasures = {
  /** What would go and what stays; null when there is no such thing. */
  preview(target: ErasureTarget): Promise<Erasure | null>;
  /** Deletes it and all that hangs from it. It can't be taken back. Null when there is no such thing. */
  erase(target: ErasureTarget, by: ErasedBy): Promise<Erasure | null>;
  /** The same for what a retention rule has found; `rule` stands in the audit trail. */
  eraseScope(scope: ErasureScope, by: ErasedBy, rule: string, subject: string | null): Promise<Erasure>;
  /** Registers a callback for after every deletion: caches that hold somebody's words are emptied by it. */
  onErased(forget: () => void): void;
};

export type ErasureNeeds = {
  storage: Storage;
  runner: DrillControl & Pick<DrillRecords, 'report'>;
  classroom: {
    runs: { end(runId: string, by: { id: string; school: string }): Promise<unknown> };
    forget(runId: string): Promise<void>;
  };
  catalogs: { forgetSchool(school: string): void };
  /** Cuts the connections of sessions that are no more. */
  sessionEnds: { notify(): void };
  clock: Pick<Clock, 'now'>;
  logger: Logger;
};

/** `by` of a run's end that the server itself brings about. */
const SERVER_ACTOR = 'server';

export const createErasures = ({
  storage,
  runner,
  classroom,
  catalogs,
  sessionEnds,
  clock,
  logger,
}: ErasureNeeds): Erasures => {
  const listeners: (() => void)[] = [];

  /** Ends what goes on, so that nobody is in the middle of what is deleted. */
  const endAll = async ({ runs, drills, anonymisedDrills }: ErasureScope, by: ErasedBy): Promise<void> => {
    for (const id of runs) {
      const run = await storage.runs.run(id);
      if (run !== null && run.endedAt === null)
        await classroom.runs.end(id, { id: by.actor ?? SERVER_ACTOR, school: run.school });
    }
    for (const id of [...drills, ...anonymisedDrills]) {
      if ((await storage.drill(id))?.state !== 'ended') await runner.end(id, 'teacher');
    }
  };

  /** Stores the marks that stay, with the figures that can be computed only while the log is there. */
  const storeMarks = async (stripped: readonly string[]): Promise<void> => {
    for (const id of stripped) {
      const row = await storage.drill(id);
      if (row === null || row.place === null || row.place.redo !== null) continue;
      if ((await storage.results.result(id)) === null) {
        // A drill that can't be scored has no marks to keep, and loses its words all the same.
        await runner.report(id).catch((error: unknown) => {
          logger.warn({ err: error, drill: id }, 'drill deleted without marks');
        });
      }
      const result = await storage.results.result(id);
      if (result === null) continue;
      const lostConnectionMs = lostMs(await storage.read(id, 0), pausedSpansOf(await storage.runs.log(row.place.run)));
      if (lostConnectionMs !== result.lostMs)
        await storage.results.putResult(id, clock.now(), { ...result, lostMs: lostConnectionMs });
      await new Promise((next) => setImmediate(next));
    }
  };

  const eraseNow = async (
    scope: ErasureScope,
    { actor, school }: ErasedBy,
    { kind, subject, details }: Pick<Parameters<Storage['personalData']['erase']>[1], 'kind' | 'subject' | 'details'>,
  ): Promise<Erasure> => {
    const drillIds = [...scope.drills, ...scope.anonymisedDrills];
    const touchedRuns = new Set(scope.runs);
    for (const id of drillIds) {
      const run = (await storage.drill(id))?.place?.run;
      if (run !== undefined) touchedRuns.add(run);
    }
    for (const id of [...scope.seats, ...scope.anonymisedSeats]) {
      const run = (await storage.runs.seat(id))?.run;
      if (run !== undefined) touchedRuns.add(run);
    }
    runner.forget(drillIds);
    const note = { at: clock.now(), school, actor, kind, subject, details };
    const erasure = await storage.personalData.erase(scope, note);
    // A drill may have been loaded while its rows were being deleted.
    runner.forget(drillIds);
    for (const forget of listeners) forget();
    for (const id of scope.schools) catalogs.forgetSchool(id);
    if (scope.people.length > 0) sessionEnds.notify();
    for (const run of touchedRuns) await classroom.forget(run);
    return erasure;
  };

  const eraseScope: Erasures['eraseScope'] = async (scope, by, rule, subject) => {
    await storeMarks(scope.anonymisedDrills);
    return eraseNow(scope, by, { kind: 'retention-done', subject, details: { rule } });
  };

  return {
    preview: async (target) => {
      const scope = await storage.personalData.erasureScope(target);
      return scope === null ? null : await storage.personalData.preview(scope);
    },
    // One after the other among all nodes: two that concern the same drill would count it twice.
    erase: (target, by) =>
      storage.locks.hold('erasure', async () => {
        const scopeBefore = await storage.personalData.erasureScope(target);
        if (scopeBefore === null) return null;
        await endAll(scopeBefore, by);
        // A drill that was opened meanwhile, or a run that is over now, is among it.
        const scope = (await storage.personalData.erasureScope(target)) ?? scopeBefore;
        await storeMarks(scope.anonymisedDrills);
        const subject = target.kind === 'practice' ? (target.person ?? target.guest) : target.id;
        return eraseNow(scope, by, { kind: 'data-erased', subject, details: { target: target.kind } });
      }),
    eraseScope,
    onErased: (forget) => void listeners.push(forget),
  };
};
