/** Schools, people, their sessions, classes and rosters. Times are epoch milliseconds. */
import type { MentorsSee, Role } from '#contract/people.ts';
import type { Browser, System } from '#contract/sign-ins.ts';

export type School = { id: string; name: string; createdAt: number };
export type Person = {
  id: string;
  school: string;
  name: string;
  role: Role;
  /** Lower case; null: a trainee without an account. */
  login: string | null;
  /** As `classroom/accounts/passwords.ts` wrote it. */
  password: string | null;
  createdAt: number;
  disabledAt: number | null;
  seenAt: number | null;
};
export type SchoolClass = {
  id: string;
  school: string;
  name: string;
  createdAt: number;
  archivedAt: number | null;
  /** What the school's own mentors see of it; left out: everything. */
  mentorsSee?: MentorsSee;
};
export type ClassMember = { person: string; no: string; name: string; place: number; login: string | null };

/** Where a session began. `weak`: by a common password. `address`: of the network; null: not known. */
export type SessionOrigin = { browser: Browser | null; system: System | null; address: string | null; weak: boolean };
/** `id` names it to people: the token's hash is shown to nobody. `seenAt`: to ten minutes. */
export type StoredSession = SessionOrigin & { id: string; person: string; createdAt: number; seenAt: number };

export type PeopleStorage = {
  /** Oldest first; admins of the first school look after the machine. */
  schools(): Promise<School[]>;
  /** Stores a school with its first admin, both or neither. */
  createSchool(school: School, admin: Person): Promise<void>;
  person(id: string): Promise<Person | null>;
  personByLogin(login: string): Promise<Person | null>;
  /** False when the login is taken. */
  createPerson(person: Person): Promise<boolean>;
  /** Writes all but id, school and createdAt. False when the login is taken. */
  changePerson(person: Person): Promise<boolean>;
  /** People with an account, staff first, by name. */
  peopleOf(school: string): Promise<Person[]>;
  /** Starts a session and notes that the person was seen at `at`. Sessions that are over by then are deleted. */
  createSession(
    tokenHash: string,
    person: string,
    at: number,
    expiresAt: number,
    origin?: SessionOrigin,
  ): Promise<void>;
  /** The session's person, unless it is over or the person disabled. */
  sessionPerson(tokenHash: string, now: number): Promise<Person | null>;
  session(tokenHash: string): Promise<StoredSession | null>;
  /** Those that aren't over, the one seen last first. */
  sessionsOf(person: string, now: number): Promise<StoredSession[]>;
  /** Notes where and when a session was last seen. */
  noteSessionSeen(tokenHash: string, at: number, address: string): Promise<void>;
  /** Notes that the person has another password than a common one now. */
  clearWeakPassword(person: string): Promise<void>;
  endSession(tokenHash: string): Promise<void>;
  /** Ends one of the person's sessions by its id. False when there is none such. */
  endSessionOf(person: string, id: string): Promise<boolean>;
  /** Ends all of a person's sessions but one. */
  endSessions(person: string, exceptTokenHash: string | null): Promise<void>;
  /** Oldest first, archived ones last. */
  classes(school: string): Promise<(SchoolClass & { members: number; runs: number })[]>;
  schoolClass(id: string): Promise<SchoolClass | null>;
  /** Those the person is in now. */
  classesOf(person: string): Promise<SchoolClass[]>;
  createClass(row: SchoolClass): Promise<void>;
  changeClass(row: SchoolClass): Promise<void>;
  /** In order of place. */
  members(classId: string): Promise<(ClassMember & { drills: number })[]>;
  /** Adds trainees with their places after the last one, all or none. */
  addMembers(classId: string, people: readonly { person: Person; no: string }[]): Promise<void>;
  /**
   * `left`: true takes a member out (drills stay), false puts them back, null leaves that alone. False when not of
   * this class.
   */
  changeMember(
    classId: string,
    person: string,
    change: { name: string | null; no: string | null; left: boolean | null },
    at: number,
  ): Promise<boolean>;
};
