import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What a backup leaves in the data folder when it is whole. `at`: epoch milliseconds; `file`: the backup's path. */
const backupSchema = z.object({ at: z.int().nonnegative(), file: z.string().min(1), bytes: z.int().nonnegative() });
export type Backup = z.infer<typeof backupSchema>;

/** The last backup of a data folder; null when there was none, or its note can't be read. */
export async function lastBackup(dataDir: string): Promise<Backup | null> {
  try {
    return backupSchema.parse(JSON.parse(await readFile(join(dataDir, 'backup.json'), 'utf8')));
  } catch {
    return null;
  }
}
