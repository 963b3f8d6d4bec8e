/** A contest's board as it crosses the wire. Of another school's people it has the shown name alone. */
import type { ContestRules } from './rules.ts';

/**
 * `before` it opens; `open`; `frozen`: the last minutes; `closed`: nothing counts any more and nothing is told;
 * `unveiling`: from the last place upward; `told`: all is.
 */
export type ContestPhase = 'before' | 'open' | 'frozen' | 'closed' | 'unveiling' | 'told';

/** What is compared: total, then fewer red lines, then the faster first response. `firstS` null: nothing to measure. */
export type ContestMarks = { total: number; redLines: number; firstS: number | null };
export type ContestRow = ContestMarks & {
  key: string;
  /** Equal marks share a place. */
  place: number;
  /** The name the contestant chose, or 「团队 · 03」. */
  label: string;
  team: string;
  rounds: number;
  /** In an unveiling: whether its end is told; the others stand as they did when the board froze. */
  told: boolean;
  mine: boolean;
  /** They chose a name for the board; without one others have no row of theirs. */
  listed: boolean;
  /** For the contestant's own school alone. */
  name?: string;
  /** Whether its counted rounds may be watched. */
  replay: boolean;
  /** The server its file came from; absent: this one. */
  from?: string;
};
/** `of`: how many of its people count; fewer than the rule says are filled up with 0. */
export type ContestTeam = ContestMarks & {
  key: string;
  place: number;
  team: string;
  of: number;
  people: number;
  mine: boolean;
};

/**
 * Who stands first, and since when. `labels`: of those whom the reader may read; `unnamed`: how many others share it.
 * `margin`: before the next, by what decides their places; `n` null: the next one's first response can't be measured.
 */
export type ContestLead = {
  labels: string[];
  unnamed: number;
  margin: { by: 'total' | 'redLines' | 'firstS'; n: number | null } | null;
  since: number;
};

export type ContestHead = Pick<
  ContestRules,
  | 'kind'
  | 'counted'
  | 'rounds'
  | 'minutes'
  | 'teamBest'
  | 'teamsBy'
  | 'opensAt'
  | 'closesAt'
  | 'freezeMinutes'
  | 'lateEntry'
  | 'replays'
> & {
  id: string;
  name: string;
  /** The school that holds it. */
  host: string;
  /** How many customers a round has. */
  customers: number;
  /** The first signs of the rules' hash, to compare by eye. */
  rulesCode: string;
};
export type ContestBoard = {
  contest: ContestHead;
  phase: ContestPhase;
  /** Epoch milliseconds on the server. */
  now: number;
  rows: ContestRow[];
  teams: ContestTeam[];
  /** While it goes on, and until the results are told; frozen with the board. Null: no round has ended. Absent: told. */
  lead?: ContestLead | null;
  /** Places taken, and contestants with a customer before them now. */
  entered: number;
  playing: number;
  /** Contestants with a place who aren't among the rows, because they chose no name; their teams count them. */
  unlisted: number;
  /** Null: the unveiling hasn't begun. */
  unveiled: { done: number; of: number } | null;
};

/** A contest in which whoever asks has a seat. */
export type OwnContest = {
  seat: string;
  name: string;
  team: string;
  phase: ContestPhase;
  opensAt: number;
  closesAt: number;
  now: number;
};

/** One's own place in a contest, beside what the seat itself says. */
export type SeatContest = {
  contest: string;
  team: string;
  /** What the board shows, and what it would show where no name is chosen. */
  label: string;
  usual: string;
  chosen: string | null;
  /** Its school has left the contest. */
  left: boolean;
};
