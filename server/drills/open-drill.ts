import { failure, type Reply } from '#contract/errors.ts';
import type { Plan } from '#contract/runs.ts';
import { decideWith } from '#drills/judging/judge.ts';
import type { DrillNeeds } from '#drills/live-drill.ts';
import { type From, SHIPPED, type Shelves } from '#drills/shelf.ts';
import { arrivals, DEFAULT_PACE } from '#engine/arrivals.ts';
import { emptyDrill } from '#engine/drill.ts';
import type { DrillEvent, Mode } from '#engine/events.ts';
import type { DrillPlace, DrillRow } from '#storage/storage.ts';

/** Story minutes to a seat minute in every drill opened here (RULES C2). */
export const PACE = DEFAULT_PACE;

export type Opening = {
  id: string;
  guest: string;
  scenarios: readonly string[];
  seed: number;
  mode: Mode;
  /** Whose cases and quick replies besides the shipped ones; left out: nobody's. */
  from?: From;
  /** Null: practice of a guest. */
  place: DrillPlace | null;
  /** How a run sets it up; null: 20 s apart, pace 20, nothing more pinned. */
  setting: { pace: number; arrivals: Plan['arrivals']; minutes: number; incidents: readonly string[] } | null;
};

/** Makes a drill of these scenarios (ids must exist), its clock not started. */
export async function openDrill(
  needs: DrillNeeds,
  shelf: Pick<Shelves, 'contentFrom'>,
  { id, guest, scenarios, seed, mode, place, setting, from = SHIPPED }: Opening,
): Promise<Reply<DrillRow>> {
  const { contents, clock } = needs;
  const { data, hash } = await shelf.contentFrom(from, [...scenarios, ...(setting?.incidents ?? [])]);
  const content = contents.put(hash, data);
  const decided = await decideWith(needs, content, emptyDrill, {
    kind: 'open',
    at: 0,
    contentHash: hash,
    seed,
    mode,
    pace: setting?.pace ?? PACE,
    customers: arrivals(scenarios, setting?.arrivals, setting?.minutes),
  });
  if (!decided.ok) return { ok: false, error: failure(decided.error.code, decided.error.detail) };
  const row: DrillRow = {
    id,
    guest,
    contentHash: hash,
    scenarios,
    mode,
    state: 'opened',
    openedAt: clock.now(),
    endedAt: null,
    score: null,
    place,
    retry: null,
  };
  return storeOpened(needs, row, decided.value);
}

/** Stores a new drill with its first events, its clock standing. */
export function storeOpened(
  { engine, storage, commit, observers }: DrillNeeds,
  row: DrillRow,
  events: readonly DrillEvent[],
): Promise<Reply<DrillRow>> {
  storage.createDrill(row);
  return new Promise((done) => {
    commit.add(
      {
        drill: row.id,
        expectedSeq: 0,
        commandId: null,
        at: row.openedAt,
        events,
        ack: null,
        dueAt: null,
        state: 'opened',
        running: false,
        endedAt: null,
      },
      (result) => {
        if (!result.ok) return done({ ok: false, error: failure('storage-failed') });
        const drill = events.reduce(engine.evolve, emptyDrill);
        observers.happened(row, events, { drill, now: drill.at, running: false });
        done({ ok: true, value: row });
      },
    );
  });
}
