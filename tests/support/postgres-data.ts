/** The folder in which a run's PostgreSQL servers find the data folder that all of them begin with. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string | null = null;

/** Vitest calls it before the first file of a project, before its workers are started, which have its environment. */
export const setup = (): void => {
  if (process.env.POSTGRES_DATA !== undefined) return;
  folder = mkdtempSync(join(tmpdir(), 'pg-data-'));
  process.env.POSTGRES_DATA = folder;
};

/** And this after the last one. */
export const teardown = (): void => {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
};
