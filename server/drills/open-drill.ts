import { failure, type Reply } from '#contract/errors.ts';
import type { Plan } from '#contract/runs.ts';
import type { DrillNeeds } from '#drills/live-drill.ts';
import type { Shelf } from '#drills/shelf.ts';
import { arrivals, DEFAULT_PACE } from '#engine/arrivals.ts';
import { emptyDrill } from '#engine/drill.ts';
import type { Mode } from '#engine/events.ts';
import type { DrillPlace, DrillRow } from '#storage/storage.ts';

/** Story minutes to a seat minute in every drill opened here (RULES C2). */
export const PACE = DEFAULT_PACE;

export type Opening = {
  id: string;
  guest: string;
  scenarios: readonly string[];
  seed: number;
  mode: Mode;
  /** Null: practice of a guest. */
  place: DrillPlace | null;
  /** How a run sets it up; null: 20 s apart, pace 20, nothing more pinned. */
  setting: { pace: number; arrivals: Plan['arrivals']; minutes: number; incidents: readonly string[] } | null;
};

/** Makes a drill of these scenarios (ids must exist), its clock not started. */
export async function openDrill(
  { engine, storage, commit, contents, clock }: DrillNeeds,
  shelf: Shelf,
  { id, guest, scenarios, seed, mode, place }: Opening,
): Promise<Reply<DrillRow>> {
  const { data, hash } = await shelf.contentFor(scenarios);
  const content = contents.put(hash, data);
  const decided = engine.decide(content, emptyDrill, {
    kind: 'open',
    at: 0,
    contentHash: hash,
    seed,
    mode,
    pace: PACE,
    customers: arrivals(scenarios),
  });
  if (!decided.ok) return { ok: false, error: failure(decided.error.code, decided.error.detail) };
  const openedAt = clock.now();
  const row: DrillRow = {
    id,
    guest,
    contentHash: hash,
    scenarios,
    mode,
    state: 'opened',
    openedAt,
    endedAt: null,
    score: null,
    place,
  };
  storage.createDrill(row);
  return new Promise((done) => {
    commit.add(
      {
        drill: id,
        expectedSeq: 0,
        commandId: null,
        at: openedAt,
        events: decided.value,
        ack: null,
        dueAt: null,
        state: 'opened',
        running: false,
        endedAt: null,
      },
      (result) => done(result.ok ? { ok: true, value: row } : { ok: false, error: failure('storage-failed') }),
    );
  });
}
