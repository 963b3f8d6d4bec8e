/**
 * Mentors of other schools: how each was invited, and what a school has shared with them. Times are epoch milliseconds;
 * `by`, `person` and `endedBy` are people's ids.
 */
export type StoredMentorship = {
  id: string;
  school: string;
  /** Lower case; null: invited by a code. */
  login: string | null;
  /** Null: invited by the account's name. */
  code: string | null;
  by: string;
  at: number;
  /** Until when it may be accepted. */
  expiresAt: number;
  /** Who accepted it; null: nobody yet. */
  person: string | null;
  acceptedAt: number | null;
  endedAt: number | null;
  endedBy: string | null;
};

/** `term`: its sheet, evaluation and attendance. */
export type SharedKind = 'run' | 'term';
export type ShareStep = 'shared' | 'taken-back';
/** Nothing is written over: of a run or a term the last step counts. */
export type StoredShare = {
  id: string;
  school: string;
  kind: SharedKind;
  thing: string;
  step: ShareStep;
  by: string;
  at: number;
};

/** The tables, whose columns are the fields above. */
export type MentorsTables = {
  mentorships: {
    id: string;
    school: string;
    login: string | null;
    code: string | null;
    by: string;
    at: number;
    expires_at: number;
    person: string | null;
    accepted_at: number | null;
    ended_at: number | null;
    ended_by: string | null;
  };
  shares: StoredShare;
};

export type MentorsStorage = {
  /** False when its code is taken. */
  invite(mentorship: StoredMentorship): Promise<boolean>;
  mentorship(id: string): Promise<StoredMentorship | null>;
  byCode(code: string): Promise<StoredMentorship | null>;
  /** Newest first. */
  ofSchool(school: string): Promise<StoredMentorship[]>;
  /** What the person accepted, and what waits for the account's name; newest first. */
  ofPerson(person: string, login: string): Promise<StoredMentorship[]>;
  /** False where somebody has accepted it or it has ended. */
  accept(id: string, person: string, at: number): Promise<boolean>;
  /** False where it has ended. */
  end(id: string, by: string, at: number): Promise<boolean>;
  /** Whether the person is a mentor of that other school now. */
  isMentorOf(person: string, school: string): Promise<boolean>;
  /** Reports of the run's own drills, and how many of them the person has commented on. */
  reviewed(run: string, person: string): Promise<{ reports: number; commented: number }>;
  addShare(share: StoredShare): Promise<void>;
  /** Oldest first. */
  shares(kind: SharedKind, thing: string): Promise<StoredShare[]>;
  /** Whether that school shares it now. */
  isShared(school: string, kind: SharedKind, thing: string): Promise<boolean>;
  /** What the school shares now. */
  sharedBy(school: string): Promise<{ kind: SharedKind; thing: string; at: number }[]>;
};
