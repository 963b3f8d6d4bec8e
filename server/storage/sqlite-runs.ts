import type { Database } from 'better-sqlite3';
import type { RunsStorage } from '#storage/runs.ts';

export function createRunsStorage(_database: Database): RunsStorage {
  const nothing = new Proxy({}, { get: () => () => null });
  return nothing as RunsStorage;
}
