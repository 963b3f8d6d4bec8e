/** Practice that its owner handed in. A row is all that makes it visible: without one nobody else sees a practice drill. */
import type { HandedInTo } from '#contract/homework/handed-in.ts';

/** `by`: a person's id. `score`: 0 to 100; null: words alone. */
export type StoredMark = { at: number; by: string; score: number | null; note: string };
/** Times are epoch milliseconds. */
export type StoredHandedIn = {
  drill: string;
  school: string;
  /** Null: a run without a roster. */
  classId: string | null;
  run: string;
  seat: string;
  to: HandedInTo;
  /** Of the cases, as they were called then. */
  titles: readonly string[];
  at: number;
  mark: StoredMark | null;
};

export type HandedInStorage = {
  /** False: the drill is handed in already. */
  add(handedIn: Omit<StoredHandedIn, 'mark'>): Promise<boolean>;
  find(drill: string): Promise<StoredHandedIn | null>;
  /** What was handed in to the run's homework, oldest first. */
  ofRun(run: string): Promise<StoredHandedIn[]>;
  /** Of all runs of the class, whatever it was handed in to, newest first. */
  ofClass(classId: string): Promise<StoredHandedIn[]>;
  /** Of these seats, newest first. */
  ofSeats(seats: readonly string[]): Promise<StoredHandedIn[]>;
  /** False: it was marked meanwhile, or isn't handed in. */
  takeBack(drill: string): Promise<boolean>;
  /** In the place of an earlier mark. False: it was taken back meanwhile. */
  mark(drill: string, mark: StoredMark): Promise<boolean>;
};
