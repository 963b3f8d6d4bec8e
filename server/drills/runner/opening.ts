/** What a drill is opened with. */
import type { Plan } from '#contract/runs.ts';
import type { From } from '#drills/catalog/catalog.ts';
import type { Mode } from '#engine/model/events.ts';
import type { DrillPlace } from '#storage/storage.ts';

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
