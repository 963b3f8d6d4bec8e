/** The tables of written papers, as `tables.ts` has all of them. */
import type { Flag } from './run-tables.ts';

export type PapersTable = { run: string; questions: string; body: string };
export type SittingsTable = { seat: string; run: string; begun_at: number; handed_in_at: number | null };
export type PaperAnswersTable = { seat: string; question: string; answer: string | null; flagged: Flag; at: number };
