/** What whoever plays a customer wants, and keeps to themselves: `scenarios/private-goals.yaml` (RULES J89). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type PrivateGoal, privateGoalsFile } from '#library/schema/private-goals.ts';

const PRIVATE_GOALS_FILE = join(import.meta.dirname, '../../../scenarios/private-goals.yaml');

/** By the case's id. Throws where the file isn't as it should be. */
export const readPrivateGoals = (file = PRIVATE_GOALS_FILE): ReadonlyMap<string, PrivateGoal> =>
  new Map(Object.entries(privateGoalsFile.parse(parse(readFileSync(file, 'utf8')))));
