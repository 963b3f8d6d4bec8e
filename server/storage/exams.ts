/** Exams of parts, of a class and sat alone: what was set, who sits again what, and what was typed. Times are epoch milliseconds. */
import type { PartKind } from '#contract/plans/exam.ts';
import type { PastAppeal, Sitting, StoredAnswer, StoredPaperAppeal } from './papers.ts';

/** `of`: the first exam's run; null: this is one. `body`: what the parts are made of, as JSON; no later version changes it. */
export type StoredExam = { run: string; of: string | null; body: string };
/** A seat of a re-sit. `first`: the trainee's seat at the first exam; `parts`: what it failed. */
export type Resit = { seat: string; run: string; first: string; parts: readonly PartKind[] };
/** A seat that has begun to type. `endedAt` null: the time or the trainee hasn't ended it. `typed`: text by text. */
export type TypingSitting = {
  seat: string;
  run: string;
  begunAt: number;
  endedAt: number | null;
  typed: readonly string[];
  /** How often the page was left, and something pasted. */
  left: number;
  pasted: number;
};

export type ExamsStorage = {
  /** With the seats of a re-sit. */
  create(exam: StoredExam, resits: readonly Resit[]): Promise<void>;
  exam(run: string): Promise<StoredExam | null>;
  /** Runs of the re-sits of a first exam, oldest first. */
  resitRuns(of: string): Promise<string[]>;
  resit(seat: string): Promise<Resit | null>;
  /** In the order in which they were made. */
  resitsOfRun(run: string): Promise<Resit[]>;
  /** Of a seat at the first exam, oldest first. */
  resitsOfSeat(first: string): Promise<Resit[]>;
  /** False: the seat had begun before, and its first time stays. */
  beginTyping(sitting: Pick<TypingSitting, 'seat' | 'run' | 'begunAt'>): Promise<boolean>;
  typing(seat: string): Promise<TypingSitting | null>;
  typingOfRun(run: string): Promise<TypingSitting[]>;
  /** Puts what stands typed in the place of what stood before; nothing once it has ended. */
  putTyped(seat: string, typed: Pick<TypingSitting, 'typed' | 'left' | 'pasted' | 'endedAt'>): Promise<void>;
  /** Notes that the page of a part was left once more. */
  noteLeft(seat: string, part: PartKind): Promise<void>;
  /** How often the page of a part was left, as `noteLeft` was told. */
  left(seat: string): Promise<ReadonlyMap<PartKind, number>>;
  /** Seats of the device or of the person at exams, also in runs that are over; the newest first. */
  seatsHeld(guest: string | null, person: string | null): Promise<string[]>;
};

/** `by`: a person's id. `aside`: the sitting counts as none; else its figure stays. */
export type StoredTypingRuling = { aside: boolean; reason: string; by: string; at: number };
/** Of the typing at one seat, as of a question of a paper. */
export type StoredTypingAppeal = Omit<StoredPaperAppeal, 'question' | 'ruling' | 'earlier'> & {
  ruling: StoredTypingRuling | null;
  earlier: PastAppeal<StoredTypingRuling>[];
};

/** Kept with those about a paper's questions, which also count the open ones of both. */
export type TypingAppealsStorage = {
  /** False: an appeal about the typing waits at this seat. */
  add(appeal: Pick<StoredTypingAppeal, 'seat' | 'run'> & { text: string; at: number }): Promise<boolean>;
  /** False: none waits there. */
  withdraw(place: Pick<StoredTypingAppeal, 'seat' | 'run'>, at: number): Promise<boolean>;
  /** Settles the appeal that waits; where none does, it takes the place of the last ruling. */
  rule(ruling: Pick<StoredTypingAppeal, 'seat' | 'run'> & StoredTypingRuling): Promise<void>;
  ofSeat(seat: string): Promise<StoredTypingAppeal | null>;
  ofRun(run: string): Promise<StoredTypingAppeal[]>;
};

/** What was done of an exam sat alone. Null: not begun. */
export type PrivateWork = {
  paper: (Omit<Sitting, 'seat' | 'run'> & { answers: readonly Omit<StoredAnswer, 'seat'>[] }) | null;
  typing: Omit<TypingSitting, 'seat' | 'run'> | null;
};
/**
 * `guest`: the device it was begun on; `person`: who was signed in there, or claimed the practice later. `body`: what its
 * parts are made of, as JSON; nothing changes it. `drill`: of its customers. `endedAt`: when its owner gave up the rest.
 */
export type StoredPrivateExam = {
  id: string;
  guest: string;
  person: string | null;
  at: number;
  endedAt: number | null;
  drill: string | null;
  body: string;
  work: PrivateWork;
};

export type PrivateExamsStorage = {
  create(exam: Omit<StoredPrivateExam, 'endedAt' | 'drill' | 'work'>): Promise<void>;
  exam(id: string): Promise<StoredPrivateExam | null>;
  /** Of the device or the person, the newest first. */
  held(guest: string | null, person: string | null, limit: number): Promise<StoredPrivateExam[]>;
  putWork(id: string, work: PrivateWork): Promise<void>;
  putDrill(id: string, drill: string): Promise<void>;
  /** The first time stays. */
  end(id: string, at: number): Promise<void>;
};
