/** Accounts, schools, classes and rosters: request and response bodies. */
import { z } from 'zod';

export const ROLES = ['admin', 'teacher', 'mentor', 'trainee'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

const name = z.string().trim().min(1).max(30);
/** Unique on this machine, compared without case. */
const login = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[\p{L}\p{N}._@-]+$/u);
const password = z.string().min(8).max(200);

/** `code`: the one that the server prints; needed unless the request comes from the machine itself. */
export const setUpSchema = z.strictObject({
  school: z.string().trim().min(1).max(60),
  name,
  login,
  password,
  code: z.string().max(20).optional(),
});
export const signInSchema = z.strictObject({ login: z.string().max(80), password: z.string().max(200) });
export const newPasswordSchema = z.strictObject({ old: z.string().max(200), password });
export const newPersonSchema = z.strictObject({ name, role: roleSchema.exclude(['trainee']), login, password });
/** `password` sets a new one and ends that person's sessions. */
export const personChangeSchema = z.strictObject({
  name: name.optional(),
  role: roleSchema.exclude(['trainee']).optional(),
  disabled: z.boolean().optional(),
  password: password.optional(),
});
export const newSchoolSchema = z.strictObject({ school: z.string().trim().min(1).max(60), name, login, password });
/** What the school's own mentors see of a class: everything, or only the runs and terms that are shared (RULES J94). */
export const MENTORS_SEE = ['all', 'shared'] as const;
export type MentorsSee = (typeof MENTORS_SEE)[number];
export const classSchema = z.strictObject({ name: z.string().trim().min(1).max(40) });
export const classChangeSchema = z.strictObject({
  name: z.string().trim().min(1).max(40).optional(),
  archived: z.boolean().optional(),
  mentorsSee: z.enum(MENTORS_SEE).optional(),
});

/** `machineAdmin`: an admin of the school set up first, who may add schools. */
export type Me = {
  person: {
    id: string;
    name: string;
    login: string;
    role: Role;
    school: { id: string; name: string };
    machineAdmin: boolean;
    /** Signed in with a common password, and has it still. */
    weakPassword: boolean;
  } | null;
  /** `needed`: nobody has an account yet. `here`: the request comes from the machine itself and needs no code. */
  setup: { needed: boolean; here: boolean };
};

export type PersonRow = {
  id: string;
  name: string;
  role: Role;
  login: string | null;
  disabled: boolean;
  /** Epoch milliseconds; null = never. */
  seenAt: number | null;
};
export type SchoolRow = { id: string; name: string; people: number; classes: number };

export type ClassRow = { id: string; name: string; members: number; runs: number; archived: boolean };
/** `no`: seat number in the class, as the teacher writes it: 7, 07, A3, 2023010107. */
export type Member = { person: string; no: string; name: string; login: string | null; drills: number };
/** `mentors`: how many of its own the school has. */
export type ClassBody = ClassRow & { list: Member[]; mentorsSee?: MentorsSee; mentors?: number };

export const ROSTER_MAX = 200;
/** Long enough for a student number (学号). */
export const NO_MAX = 20;
/** One row of names, pasted or read from a file, with what is wrong in it. */
export type RosterRow = {
  /** Line of the text or row of the sheet, 1-based. */
  line: number;
  no: string;
  name: string;
  errors: RosterFault[];
};
export type RosterFault = 'no-name' | 'long-name' | 'long-no' | 'same-no' | 'same-name' | 'already-there' | 'odd-name';
export type RosterPreview = {
  rows: RosterRow[];
  /** Rows without an error. */
  good: number;
  /** The heads of the columns taken for numbers and names; null where there was no head. */
  columns: { no: string | null; name: string | null };
  /** Rows beyond ROSTER_MAX that were left out. */
  leftOut: number;
};
export const rosterTextSchema = z.strictObject({ text: z.string().max(40_000) });
export const rosterSchema = z.strictObject({
  rows: z
    .array(z.strictObject({ no: z.string().trim().max(NO_MAX), name: z.string().trim().min(1).max(30) }))
    .min(1)
    .max(ROSTER_MAX),
});
export const memberChangeSchema = z.strictObject({
  name: name.optional(),
  no: z.string().trim().max(NO_MAX).optional(),
  /** True takes the person out of the class (their drills stay); false puts them back. */
  left: z.boolean().optional(),
});
/** A trainee's own account, given by the teacher. */
export const memberAccountSchema = z.strictObject({ login, password });
