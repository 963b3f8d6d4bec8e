/** Contests as their host and the schools that enter see them: bodies of requests and answers. */
import { z } from 'zod';
import type { ContestBoard, ContestPhase } from './board.ts';
import type { ContestRules } from './rules.ts';

const team = z.string().trim().min(1).max(20);
/** `classId` null: no roster, everybody types a name that only their own school sees. */
export const enterSchema = z.strictObject({ classId: z.string().max(64).nullable(), team });
export const enterByCodeSchema = z.strictObject({ code: z.string().max(40), ...enterSchema.shape });
export const newCodeSchema = z.strictObject({ forWhom: z.string().trim().min(1).max(30) });
export const codeNameSchema = z.strictObject({ code: z.string().max(40) });
/** Null: back to 「团队 · 03」. */
export const contestNameSchema = z.strictObject({ name: z.string().trim().min(1).max(12).nullable() });
/** `to`: how many places are told from now on, counted from the last. */
export const unveilSchema = z.strictObject({ to: z.number().int().min(0).max(10_000) });
/** The file as text; `trust`: the fingerprint of a key that this school hasn't known, compared with the other site. */
export const fileSchema = z.strictObject({ file: z.string().max(2_000_000) });
export const mergeSchema = z.strictObject({ file: z.string().max(2_000_000), trust: z.string().max(100).nullable() });
export const unmergeSchema = z.strictObject({ fingerprint: z.string().max(100), source: z.string().max(64) });

export type ContestListRow = {
  id: string;
  name: string;
  host: string;
  isHost: boolean;
  phase: ContestPhase;
  opensAt: number;
  closesAt: number;
  /** The school's own runs in it. */
  teams: string[];
};
/** A run of the contest. `run`, `code`: only of one's own school. `playing`: at a customer now. */
export type EntryRow = {
  team: string;
  school: string;
  people: number;
  entered: number;
  left: boolean;
  own: { run: string; code: string; locked: boolean } | null;
};
export type CodeRow = { code: string; forWhom: string; usedBy: string | null };
export type MergedRow = { fingerprint: string; source: string; name: string; host: string; rows: number; at: number };

/** `host`: what only the school that holds it sees. */
export type ContestBody = {
  id: string;
  name: string;
  rules: ContestRules;
  titles: string[];
  entries: EntryRow[];
  board: ContestBoard;
  host: {
    codes: CodeRow[];
    merged: MergedRow[];
    /** As it stands now, also while the public board stands still. */
    live: Pick<ContestBoard, 'rows' | 'teams'>;
    /** All drills have ended and are scored: the unveiling may begin. */
    settled: boolean;
  } | null;
  fingerprint: string;
};

/** What a file of results proved to be. `unknown`: signed whole, by a key that nobody here knows. */
export type FileVerdict = 'own' | 'known' | 'unknown' | 'changed' | 'unreadable';
export type FileCheck = {
  verdict: FileVerdict;
  /** Null where it can't be read. */
  fingerprint: string | null;
  file: { contest: string; host: string; rulesCode: string; signedAt: number; rows: number; first: string[] } | null;
  /** This server's own, to compare with. */
  own: string;
};
