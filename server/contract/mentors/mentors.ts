/** Mentors of other schools: invitations, what is shared with them, and a mentor's own page. Times are epoch milliseconds. */
import { z } from 'zod';

/** `login`: the account's name; null: a code is made, for whoever has it. */
export const inviteSchema = z.strictObject({ login: z.string().trim().min(2).max(40).nullable() });
/** By the invitation's id, or by the code that somebody was given. */
export const acceptSchema = z.union([
  z.strictObject({ mentorship: z.string().max(40) }),
  z.strictObject({ code: z.string().trim().min(1).max(20) }),
]);
export const shareSchema = z.strictObject({ shared: z.boolean() });

export type MentorshipState = 'invited' | 'expired' | 'active' | 'ended';
/** As the inviting school's admins see it: whether there is an account of that name isn't told. */
export type MentorshipRow = {
  id: string;
  state: MentorshipState;
  login: string | null;
  code: string | null;
  /** Of who accepted it; null: nobody yet. */
  name: string | null;
  by: string;
  at: number;
  expiresAt: number;
  acceptedAt: number | null;
  ended: { at: number; by: string } | null;
};

/** Whether the school's mentors of other schools see a run or a term, and every step by which that came about. */
export type Share = {
  shared: boolean;
  steps: { step: 'shared' | 'taken-back'; by: string; at: number }[];
  /** How many mentors of other schools the school has now. */
  mentors: number;
  /** How many of the school's own see it only while it is shared; absent: they see it anyway, or there are none. */
  own?: number;
};

/** Which invitation it was, and whose. */
export type MentorshipDone = { mentorship: string; id: string; school: string };
export type MentorInvite = { id: string; school: string; at: number; expiresAt: number };
/** `leaves`: to decide. `sides`: trainees whom no mentor has evaluated while it is going. `appeals`: open, about columns of the enterprise. */
export type MentorTerm = {
  class: { id: string; name: string };
  term: { id: string; name: string; firstDay: string; lastDay: string };
  leaves: number;
  sides: number;
  appeals: number;
};
/** `reports`: of ended drills. `commented`: of those, how many the mentor has commented on. */
export type MentorRun = {
  run: string;
  name: string;
  className: string | null;
  at: number;
  reports: number;
  commented: number;
};
/** `mentorship` null: the school of the account, whose runs stand under 上课. */
export type MentorSchool = {
  mentorship: string | null;
  name: string;
  since: number | null;
  terms: MentorTerm[];
  runs: MentorRun[];
  /** Of the account's own school: how many terms and runs aren't shared with its mentors. */
  kept?: { terms: number; runs: number };
};
/** `schools`: the account's own first, then the others, the one accepted last first. */
export type MentorHome = { invites: MentorInvite[]; schools: MentorSchool[] };

/**
 * A trainee of one of a mentor's terms. `score`: 关键指标达成率 out of 100, from `drills` published drills; null: nothing to
 * measure. `attendance`: sessions at which they were there, of those that count. `total`: the sheet's marks so far, and of
 * how many marks they are. `lastDrillAt` null: none in the term.
 */
export type MentorTrainee = {
  school: string;
  class: { id: string; name: string };
  term: { id: string; name: string };
  person: string;
  no: string;
  name: string;
  score: number | null;
  drills: number;
  attendance: { there: number; held: number; absent: number };
  total: { value: number; of: number };
  lastDrillAt: number | null;
};
/** `schools`: names, the account's own first, also where it has no such term. `today`: by the school's clock. */
export type MentorTrainees = { schools: string[]; rows: MentorTrainee[]; today: string };
