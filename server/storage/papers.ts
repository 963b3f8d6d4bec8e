/** Written papers of runs, who sits them, and what they answered. Times are epoch milliseconds. */
import type { GivenAnswer } from '#contract/questions.ts';

/** What a run's paper is drawn from: no later change of the bank, nor another version, changes it. */
export type StoredPaper = {
  run: string;
  /** Ids of its questions. */
  questions: readonly string[];
  /** The questions with their keys and what their numbers are drawn from, as JSON. */
  body: string;
};
/** A seat that has begun. `handedInAt` null: its trainee hasn't handed in; the paper's end does it for them. */
export type Sitting = { seat: string; run: string; begunAt: number; handedInAt: number | null };
/** The last answer to a question. `answer` null: taken back, or only flagged. */
export type StoredAnswer = {
  seat: string;
  question: string;
  answer: GivenAnswer | null;
  flagged: boolean;
  at: number;
};

export type PapersStorage = {
  create(paper: StoredPaper): Promise<void>;
  paper(run: string): Promise<StoredPaper | null>;
  /** Ids of the questions of these runs' papers, each once. */
  questionsOf(runs: readonly string[]): Promise<string[]>;
  /** False: the seat had begun before, and its first time stays. */
  begin(sitting: Omit<Sitting, 'handedInAt'>): Promise<boolean>;
  sitting(seat: string): Promise<Sitting | null>;
  /** Seats of the device or of the person that have begun a paper, in runs that are over as well; the newest first. */
  seatsSat(guest: string | null, person: string | null): Promise<string[]>;
  /** In the order in which they began. */
  sittings(run: string): Promise<Sitting[]>;
  /** The first time stays. */
  handIn(seat: string, at: number): Promise<void>;
  /** Puts the answer in the place of the question's last one. */
  putAnswer(answer: StoredAnswer): Promise<void>;
  answers(seat: string): Promise<StoredAnswer[]>;
  answersOfRun(run: string): Promise<StoredAnswer[]>;
};

/** What a question is worth: nothing, half or everything. */
export type StoredCredit = 0 | 0.5 | 1;
/** `credit` null: the marking stays. `by`: a person's id. */
export type StoredPaperRuling = { credit: StoredCredit | null; reason: string; by: string; at: number };
/** An appeal that another followed. `text`, `at` null: ruled without an appeal; `ruling` null: withdrawn. */
export type PastAppeal<Ruling> = { text: string | null; at: number | null; ruling: Ruling | null };
/**
 * Of one question at one seat: the newest appeal that wasn't withdrawn, and those beside it. `text`, `at` null: ruled
 * without an appeal, or all withdrawn. `ruling`: in force, also while a newer appeal `waits`.
 */
export type StoredPaperAppeal = {
  seat: string;
  run: string;
  question: string;
  text: string | null;
  at: number | null;
  ruling: StoredPaperRuling | null;
  waits: boolean;
  /** Oldest first. */
  earlier: PastAppeal<StoredPaperRuling>[];
};
type Place = Pick<StoredPaperAppeal, 'seat' | 'run' | 'question'>;

export type PaperAppealsStorage = {
  /** False: an appeal about the question waits at this seat. */
  add(appeal: Place & { text: string; at: number }): Promise<boolean>;
  /** False: none waits there. */
  withdraw(place: Place, at: number): Promise<boolean>;
  /** Settles the appeal that waits; where none does, it takes the place of the last ruling. */
  rule(ruling: Place & StoredPaperRuling): Promise<void>;
  ofSeat(seat: string): Promise<StoredPaperAppeal[]>;
  ofRun(run: string): Promise<StoredPaperAppeal[]>;
  /** How many wait in each of these runs, those about typing with them; runs without one are left out. */
  open(runs: readonly string[]): Promise<ReadonlyMap<string, number>>;
};
