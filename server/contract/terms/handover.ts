/** 交接班记录 between the shifts of a team, and a trainee's own page of a term. */
import { z } from 'zod';
import type { AttendanceCell, AttendanceRules, AttendanceSession, AttendanceSums, Leave } from './attendance.ts';
import type { RecommendationStep } from './recommended.ts';
import type { Shift } from './teams.ts';
import type { TermRow } from './term.ts';

export const LONGEST_NOTE = 300;
export const noteSchema = z.strictObject({ text: z.string().trim().min(2).max(LONGEST_NOTE) });

/** `by`, `taken.by`: names. `mine`: whoever asks wrote it. `mayTake`: whoever asks is of the shift it was written for. */
export type HandoverNote = {
  id: string;
  /** 2026-11-20, by the school's clock. */
  day: string;
  /** The shift that ended. */
  shift: Shift;
  text: string;
  by: string;
  at: number;
  taken: { by: string; at: number } | null;
  mine: boolean;
  mayTake: boolean;
};
/** Newest first. `left`: older ones that aren't here. */
export type HandoverNotes = { notes: HandoverNote[]; left: number };
export type TeamHandover = HandoverNotes & { team: string };
/** `teams`: those of the term in their order, then names that no team has any more. */
export type TermHandover = { class: { id: string; name: string }; term: TermRow; teams: TeamHandover[] };

/** Where a trainee is in a term. */
export type OwnPlace = { team: string; leader: boolean; shift: Shift | null };
/** `place` null: in no team. `shift` of the place null: reads, and neither writes nor takes. */
export type OwnHandover = HandoverNotes & {
  term: { id: string; name: string };
  place: OwnPlace | null;
  /** What there is to take for whoever asks. */
  open: number;
};

type OwnSession = Pick<AttendanceSession, 'run' | 'name' | 'day' | 'shift'> & AttendanceCell;
/** `open`: notes to take. `sheet`: a published 成绩评定表 has a row that whoever asks may read. `signed` null: whoever asks isn't signed in, and reads neither attendance nor leave. */
export type OwnTerm = {
  term: { id: string; name: string; firstDay: string; lastDay: string };
  className: string;
  place: OwnPlace | null;
  open: number;
  sheet: boolean;
  signed: {
    rules: AttendanceRules;
    sums: AttendanceSums;
    sessions: OwnSession[];
    leaves: Leave[];
    /** To the enterprise; null: nobody has asked. */
    recommended: RecommendationStep | null;
  } | null;
};
/** `name` null: nobody is known here. `today`: by the school's clock. `terms`: the one that begins last first. */
export type OwnTerms = { name: string | null; signedIn: boolean; today: string; terms: OwnTerm[] };
