/** Drills that a teacher has set into a term's calendar before one of the trade's events (RULES J69). */

/** `event`, `step`: which suggestion it was, by the ids of the trade's year. `day`: 2026-10-21, by the school's clock. */
export type StoredPlannedDrill = {
  id: string;
  term: string;
  event: string;
  step: string;
  day: string;
  by: string;
  at: number;
  /** Epoch milliseconds; null: it stands in the calendar. */
  removedAt: number | null;
};

export type PlannedDrillsTables = {
  planned_drills: Omit<StoredPlannedDrill, 'removedAt'> & { removed_at: number | null };
};

export type PlannedDrillsStorage = {
  add(planned: StoredPlannedDrill): Promise<void>;
  /** By day; those taken away included. */
  ofTerm(term: string): Promise<StoredPlannedDrill[]>;
  /** False where the term has none of that id. */
  change(term: string, id: string, change: Pick<StoredPlannedDrill, 'day' | 'removedAt'>): Promise<boolean>;
};
