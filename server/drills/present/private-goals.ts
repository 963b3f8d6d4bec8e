/** What whoever plays a customer wants, and keeps to themselves: `scenarios/private-goals.yaml` (RULES J89). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type PrivateGoal, privateGoalsFile } from '#library/schema/private-goals.ts';

const PRIVATE_GOALS_FILE = join(import.meta.dirname, '../../../scenarios/private-goals.yaml');

let shipped: ReadonlyMap<string, PrivateGoal> | null = null;

/** By the case's id; the shipped file is read once. Throws where a file isn't as it should be. */
export const readPrivateGoals = (file = PRIVATE_GOALS_FILE): ReadonlyMap<string, PrivateGoal> => {
  const read = (): ReadonlyMap<string, PrivateGoal> =>
    new Map(Object.entries(privateGoalsFile.parse(parse(readFileSync(file, 'utf8')))));
  if (file !== PRIVATE_GOALS_FILE) return read();
  shipped ??= read();
  return shipped;
};
