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
  /** Calls back after every deletion, for whoever keeps somebody's words in memory. */
  erased(forget: () => void): void;
};

export type ErasureNeeds = {
  storage: Storage;
  runner: DrillControl & Pick<DrillRecords, 'report'>;
  classroom: {
    runs: { end(runId: string, by: { id: string; school: string }): Promise<unknown> };
    forget(runId: string): Promise<void>;
  };
  catalogs: { changed(school: string): void };
  /** Cuts the connections of sessions that are no more. */
  sessionEnds: { tell(): void };
  clock: Pick<Clock, 'now'>;
  logger: Logger;
};

/** `by` of a run's end that the server itself brings about. */
const SERVER = 'server';

export function createErasures({
  storage,
  runner,
  classroom,
  catalogs,
  sessionEnds,
  clock,
  logger,
}: ErasureNeeds): Erasures {
  const listeners: (() => void)[] = [];

  /** Ends what goes on, so that nobody is in the middle of what is deleted. */
  const endAll = async ({ runs, drills, stripped }: ErasureScope, by: ErasedBy): Promise<void> => {
    for (const id of runs) {
      const run = await storage.runs.run(id);
      if (run !== null && run.endedAt === null)
        await classroom.runs.end(id, { id: by.actor ?? SERVER, school: run.school });
    }
    for (const id of [...drills, ...stripped]) {
      if ((await storage.drill(id))?.state !== 'ended') await runner.end(id, 'teacher');
    }
  };

  /** The marks that stay must be there, with figures that only the log can tell. */
  const settle = async (stripped: readonly string[]): Promise<void> => {
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
      const lost = lostMs(await storage.read(id, 0), pausedSpansOf(await storage.runs.log(row.place.run)));
      if (lost !== result.lostMs) await storage.results.putResult(id, clock.now(), { ...result, lostMs: lost });
      await new Promise((next) => setImmediate(next));
    }
  };

  const carryOut = async (
    scope: ErasureScope,
    { actor, school }: ErasedBy,
    { kind, subject, details }: Pick<Parameters<Storage['personalData']['erase']>[1], 'kind' | 'subject' | 'details'>,
  ): Promise<Erasure> => {
    const concerned = [...scope.drills, ...scope.stripped];
    const touched = new Set(scope.runs);
    for (const id of concerned) {
      const run = (await storage.drill(id))?.place?.run;
      if (run !== undefined) touched.add(run);
    }
    for (const id of [...scope.seats, ...scope.nameless]) {
      const run = (await storage.runs.seat(id))?.run;
      if (run !== undefined) touched.add(run);
    }
    runner.forget(concerned);
    const note = { at: clock.now(), school, actor, kind, subject, details };
    const erasure = await storage.personalData.erase(scope, note);
    // Who came in between is let go once more.
    runner.forget(concerned);
    for (const forget of listeners) forget();
    for (const id of scope.schools) catalogs.changed(id);
    if (scope.people.length > 0) sessionEnds.tell();
    for (const run of touched) await classroom.forget(run);
    return erasure;
  };

  const eraseScope: Erasures['eraseScope'] = async (scope, by, rule, subject) => {
    await settle(scope.stripped);
    return carryOut(scope, by, { kind: 'retention-done', subject, details: { rule } });
  };

  return {
    preview: async (target) => {
      const scope = await storage.personalData.erasureScope(target);
      return scope === null ? null : await storage.personalData.weigh(scope);
    },
    // One after the other among all nodes: two that concern the same drill would count it twice.
    erase: (target, by) =>
      storage.locks.hold('erasure', async () => {
        const before = await storage.personalData.erasureScope(target);
        if (before === null) return null;
        await endAll(before, by);
        // A drill that was opened meanwhile, or a run that is over now, is among it.
        const scope = (await storage.personalData.erasureScope(target)) ?? before;
        await settle(scope.stripped);
        const subject = target.kind === 'practice' ? (target.person ?? target.guest) : target.id;
        return carryOut(scope, by, { kind: 'data-erased', subject, details: { target: target.kind } });
      }),
    eraseScope,
    erased: (forget) => void listeners.push(forget),
  };
}
