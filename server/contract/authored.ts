/** Cases that teachers write for their own school: what is uploaded, and what its page shows. */
import { z } from 'zod';
import type { Failure } from './errors.ts';

/** Most bytes and lines of one file: no shipped case has a fifth of the bytes or a third of the lines. */
export const CASE_BYTES = 256 * 1024;
export const CASE_LINES = 2000;
export const NOTE_LENGTH = 200;
const NAME_LENGTH = 120;

/** Base64, so that a file that isn't UTF-8 arrives as it is and can be told from one that is. */
const fileSchema = z.strictObject({
  name: z.string().max(NAME_LENGTH),
  bytes: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/),
});
/** The case and, where there is one, its testplan. */
export const caseFilesSchema = z.strictObject({ file: fileSchema, testplan: fileSchema.nullable() });
export type CaseFilesBody = z.infer<typeof caseFilesSchema>;

/** `case`: the case that would get a new version; null: it would be a new case. */
export const checkCaseSchema = z.strictObject({ files: caseFilesSchema, case: z.string().nullable() });
export const saveCaseSchema = z.strictObject({ files: caseFilesSchema, note: z.string().trim().max(NOTE_LENGTH) });
const hash = z.string().max(64);
export const versionSchema = z.strictObject({ version: hash });
/** Cards of a version are listed by so many, from one number on. */
export const CARDS_A_PAGE = 20;
/** A deck begins again behind its last card, with other wordings. */
const MAX_CARD = 99_999;
const cardNumber = z.number().int().min(0).max(MAX_CARD);
export const cardsSchema = z.strictObject({ version: hash, from: z.coerce.number().pipe(cardNumber).default(0) });
/** `card`: which of the common deck; left out: one drawn at random. A plain case is the same on each. */
export const trialSchema = z.strictObject({ version: hash, card: cardNumber.optional() });
export const diffSchema = z.strictObject({ from: hash, to: hash });
export const filePartSchema = z.strictObject({ version: hash, part: z.enum(['case', 'testplan']).default('case') });

export type CaseDiagnostic = {
  /** The file's name as it was uploaded. */
  file: string;
  /** 1-based. */
  line: number;
  column: number;
  /** Stable: docs/writing-a-case.md lists them. */
  code: string;
  severity: 'error' | 'warning';
  message: string;
  /** The line as it stands in the file. */
  text: string;
};
/** What is known of a file that can be read as a case. */
export type CaseHead = { id: string; title: string; level: number; shopName: string };
/** How far the check of a case that varies went within its time. Its cards are numbered from 0, the usual one. */
export type CardsChecked = {
  all: number;
  /** In so many cards every pair of draws occurs. */
  covering: number;
  /** Of these: judged, and played by the model and one trainee more; played by all trainees. */
  judged: number;
  played: number;
  /** Whether all other cards were written out and no slot or choice is left open in them. */
  allWritten: boolean;
};
export type CaseChecked = {
  /** Null when the file can't be read as a case. */
  head: CaseHead | null;
  errors: number;
  warnings: number;
  /** Errors first, each in reading order; the first few hundred. */
  diagnostics: CaseDiagnostic[];
  /** Null where the case is plain, or can't be read. */
  cards: CardsChecked | null;
  /** Why it couldn't be stored as it is; null when it could be, with errors or without. */
  refused: Failure | null;
  /** The school's other case of the same id. */
  taken: { case: string; title: string; by: string } | null;
};

export type AuthoredRow = {
  case: string;
  /** The scenario's id, type/name. */
  id: string;
  /** Title, type, shop and level are of the published version, else of the newest. */
  title: string;
  typeName: string;
  shopName: string;
  level: number;
  /** How many versions, and which of them is published. */
  versions: number;
  published: { version: string; no: number; at: number } | null;
  /** When the newest version was saved, and by whom. */
  savedAt: number;
  savedBy: string;
  /** Why a published case is in no list: a release ships the same id, or its shop or persona no longer exists. */
  hidden: 'case-id-shipped' | 'unknown-shop' | 'unknown-persona' | null;
};
export type AuthoredVersionBody = {
  version: string;
  no: number;
  title: string;
  note: string;
  by: string;
  at: number;
  errors: number;
  warnings: number;
  hasTestplan: boolean;
};
export type AuthoredEntry = {
  at: number;
  by: string;
  kind: 'saved' | 'published' | 'withdrawn';
  /** Number of the version it is about. */
  no: number | null;
};
/** By the author's names. `value`: as text, or whether a condition holds. */
export type CardValue = { name: string; value: string | boolean };
/** A card of the common deck: what is drawn, and what the right answer hangs on. */
export type CaseCard = { card: number; drawn: CardValue[]; right: CardValue[] };
/** `all`: how many cards the version has; none where it is plain (`varies` false), or where its shop has changed since. */
export type CaseCards = { varies: boolean; all: number; from: number; cards: CaseCard[] };
/** Versions and record newest first. */
export type AuthoredBody = AuthoredRow & { all: AuthoredVersionBody[]; record: AuthoredEntry[] };
/** `saved`: the version just stored. */
export type CaseSaved = AuthoredBody & { saved: string };
/** The differences of both files as `git diff` prints them; empty where nothing differs. */
export type CaseDiff = { diff: string };
