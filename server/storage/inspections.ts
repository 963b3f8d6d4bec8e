/** 质检 in a class: which drills of a run are marked, and what was marked of each. Times are epoch milliseconds. */
import type { Marking } from '#contract/practice/inspections.ts';

export type InspectionItem = { run: string; drill: string; no: number };
/** Either a seat's or a person's. `handedInAt` null: it may still change. */
export type StoredMarking = {
  run: string;
  drill: string;
  inspector: { seat: string } | { person: string };
  marking: Marking;
  at: number;
  handedInAt: number | null;
};

export type InspectionsStorage = {
  /** In the order of their numbers. */
  items(run: string): Promise<InspectionItem[]>;
  /** Takes out those that are no longer named and have no marking, and adds the new ones with the next numbers. */
  pick(run: string, drills: readonly string[], at: number): Promise<void>;
  /** False: it was handed in before, and stays as it is. */
  save(marking: Omit<StoredMarking, 'handedInAt'>): Promise<boolean>;
  /** False: there is none, or it was handed in before. */
  handIn(drill: string, inspector: string, at: number): Promise<boolean>;
  markings(run: string): Promise<StoredMarking[]>;
  /** What these seats and this person marked, in any run. */
  markingsOf(seats: readonly string[], person: string | null): Promise<StoredMarking[]>;
};
