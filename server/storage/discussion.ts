/** What people say about reports, and what rulings changed in them. Times are epoch milliseconds. */
import type { AppealEnd, AppealPlace, CommentPlace, FindingStatus } from '#contract/discussion.ts';
import type { StoredRuling } from './results.ts';

/** One writing, editing or deleting; nothing is ever taken off the record. */
export type CommentRow = {
  id: string;
  /** Which comment it is about: the id of its first row. */
  comment: string;
  drill: string;
  place: CommentPlace;
  /** The title of what the comment is about, as it stood then. */
  title: string;
  kind: 'written' | 'edited' | 'deleted';
  /** Empty where it was deleted. */
  text: string;
  /** A person's id. */
  by: string;
  at: number;
};

/** `by`: a person's id, null = the trainee. `ruling`: the ruling that settled it. */
export type AppealClosing = {
  how: AppealEnd;
  by: string | null;
  at: number;
  reason: string;
  ruling: string | null;
};
export type StoredAppeal = {
  id: string;
  drill: string;
  place: AppealPlace;
  title: string;
  text: string;
  at: number;
  closing: AppealClosing | null;
};

/** What a ruling or its undoing changed. */
export type RulingEffect = {
  ruling: string;
  deed: 'ruled' | 'undone';
  /** Null when the report no longer has what was ruled on. */
  change: { from: FindingStatus; to: FindingStatus } | null;
  total: { from: number; to: number };
};

export type DiscussionStorage = {
  addComment(row: CommentRow): Promise<void>;
  /** Oldest first, every row. */
  comments(drill: string): Promise<CommentRow[]>;
  /** False when an appeal is open at the same place of the drill. */
  addAppeal(appeal: Omit<StoredAppeal, 'closing'>): Promise<boolean>;
  /** False when it isn't open any more: the first person who closed it stays on record. */
  closeAppeal(id: string, closing: AppealClosing): Promise<boolean>;
  /** Oldest first. */
  appeals(drill: string): Promise<StoredAppeal[]>;
  /** Of all drills of a run, oldest first. */
  openAppeals(run: string): Promise<StoredAppeal[]>;
  /** How many are open in each of these runs; runs without one are left out. */
  openIn(runs: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * Stores a ruling and, in the same transaction, closes the open appeal at `place` with it. When an `appeal` is named
   * that isn't open any more, nothing is stored and the answer is false.
   */
  rule(ruling: StoredRuling, place: AppealPlace, how: AppealEnd, appeal: string | null): Promise<boolean>;
  /** Each ruling keeps one effect of ruling and one of undoing: the first one stored stays. */
  addEffect(drill: string, effect: RulingEffect): Promise<void>;
  effects(drill: string): Promise<RulingEffect[]>;
};
