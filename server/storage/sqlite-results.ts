import type { Database } from 'better-sqlite3';
import type { ResultsStorage } from '#storage/results.ts';

export function createResultsStorage(_database: Database): ResultsStorage {
  const nothing = new Proxy({}, { get: () => () => null });
  return nothing as ResultsStorage;
}
