import { Worker } from 'node:worker_threads';
import { ConnectionLost } from '#storage/health/storage-errors.ts';
import type { AppendStatements } from './append-rows.ts';
import type { Answers, FromThread, Question, SentError, ToThread } from './in-thread.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import type { FileOptions } from './sqlite-file.ts';

export type ThreadOptions = FileOptions & {
  /** The thread has died: what was asked is rejected, and so is all that will be. */
  onLost(error: ConnectionLost): void;
  /** Tests pass their own. */
  start?: () => Worker;
};
type Open = { resolve(value: unknown): void; reject(error: Error): void };

export const THREAD = new URL('./thread.mjs', import.meta.url);
const startThread = (): Worker => new Worker(THREAD, { execArgv: [] });

/**
 * Opens a file in a thread of its own, which does what it is asked in that order. An append of a hundred drills is one
 * message each way; it takes a fifth of the loop's time that doing it here takes, and the wait for the disk none.
 */
export const openInThread = async (path: string, options: ThreadOptions): Promise<SqliteConnection> => {
  const { onLost, start = startThread, ...fileOptions } = options;
  const thread = start();
  const open = new Map<number, Open>();
  let lastId = 0;
  let sentStatements: AppendStatements | null = null;
  let lastError: unknown = null;
  let lost: ConnectionLost | null = null;
  let isClosed = false;

  const ask = <Kind extends Question['kind']>(question: Extract<Question, { kind: Kind }>): Promise<Answers[Kind]> =>
    new Promise<unknown>((resolve, reject) => {
      if (lost !== null || isClosed) return reject(lost ?? new Error('the database is closed'));
      lastId += 1;
      // With nothing open the thread doesn't keep the process alive.
      if (open.size === 0) thread.ref();
      open.set(lastId, { resolve, reject });
      thread.postMessage({ id: lastId, question } satisfies ToThread);
      // The cast is safe: the thread answers each kind of question with its kind of answer.
    }) as Promise<Answers[Kind]>;

  thread.on('message', (answer: FromThread) => {
    const asked = open.get(answer.id);
    open.delete(answer.id);
    if (open.size === 0) thread.unref();
    if (answer.ok) asked?.resolve(answer.value);
    else asked?.reject(errorOf(answer.error));
  });
  thread.on('error', (error) => {
    lastError = error;
  });
  // Comes after the error, and alone where the thread was ended.
  thread.on('exit', (code) => {
    lost = new ConnectionLost(lastError ?? new Error(`its thread ended with code ${code}`));
    for (const { reject } of open.values()) reject(lost);
    open.clear();
    if (!isClosed) onLost(lost);
  });
  const close = async (last: Promise<unknown>): Promise<void> => {
    isClosed = true;
    try {
      await last;
    } finally {
      await thread.terminate();
    }
  };

  const opening = ask({ kind: 'open', path, options: fileOptions });
  await opening.catch(() => close(opening));
  return {
    query: (sql, values) => ask({ kind: 'query', sql, values }),
    exec: (sql) => ask({ kind: 'exec', sql }),
    append: (statements, rows) => {
      const isKnown = statements === sentStatements;
      sentStatements = statements;
      return ask({ kind: 'append', statements: isKnown ? null : statements, rows });
    },
    close: () => close(ask({ kind: 'close' })),
  };
};

/** As the thread threw it: with its name and SQLite's code. */
const errorOf = ({ name, message, code, stack }: SentError): Error => {
  const error = Object.assign(new Error(message), code === null ? {} : { code });
  error.name = name;
  error.stack = stack;
  return error;
};
