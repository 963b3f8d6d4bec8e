/** What the file's thread does: opens the file, then does what it is asked, in order. */
import { parentPort } from 'node:worker_threads';
import { type AppendOutcome, type AppendRow, type AppendStatements, appendRows } from './append-rows.ts';
import { openFile } from './open-file.ts';
import type { FileOptions, QueryAnswer, SqliteFile, SqlValue } from './sqlite-file.ts';

export type Question =
  | { kind: 'open'; path: string; options: FileOptions }
  | { kind: 'query'; sql: string; values: readonly SqlValue[] }
  | { kind: 'exec'; sql: string }
  /** `statements`: with the first append, or with other ones than before. */
  | { kind: 'append'; statements: AppendStatements | null; rows: readonly AppendRow[] }
  | { kind: 'close' };
export type Answers = {
  open: undefined;
  query: QueryAnswer;
  exec: undefined;
  append: AppendOutcome[];
  close: undefined;
};
export type ToThread = { id: number; question: Question };
export type FromThread = { id: number; ok: true; value: unknown } | { id: number; ok: false; error: SentError };
/** An error as it is sent: a message would carry no more of it than its text. */
export type SentError = { name: string; message: string; code: string | null; stack: string };

let file: SqliteFile | null = null;
let appendStatements: AppendStatements | null = null;

const answerTo = (question: Question): Answers[Question['kind']] => {
  if (question.kind === 'open') {
    file = openFile(question.path, question.options);
    return;
  }
  if (file === null) throw new Error('no file is open');
  if (question.kind === 'query') return file.query(question.sql, question.values);
  if (question.kind === 'append') {
    appendStatements = question.statements ?? appendStatements;
    if (appendStatements === null) throw new Error('no statements of the append');
    return appendRows(file, appendStatements, question.rows);
  }
  if (question.kind === 'exec') file.exec(question.sql);
  else file.close();
};

const sentError = (error: unknown): SentError => {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), code: null, stack: '' };
  const { name, message, stack = '' } = error;
  return { name, message, code: 'code' in error && typeof error.code === 'string' ? error.code : null, stack };
};

const answerFor = (id: number, question: Question): FromThread => {
  try {
    return { id, ok: true, value: answerTo(question) };
  } catch (error) {
    return { id, ok: false, error: sentError(error) };
  }
};

parentPort?.on('message', ({ id, question }: ToThread) => parentPort?.postMessage(answerFor(id, question)));
