import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { say } from '#i18n/say.ts';
import { databaseIn } from '#storage/files/data-files.ts';
import { BackupError } from './backup-error.ts';

/**
 * Bytes read and written at a time, each brought to the disk before the next: a server's commit on the same disk waits
 * for what is on its way there, and 200 MB at once took it 75 ms.
 */
const AT_ONCE = 1_048_576;
/** A database and what SQLite keeps beside it that isn't in it yet. */
const PARTS = ['', '-wal', '-journal'];

/**
 * Copies a SQLite database with the log beside it into `folder`, which is made, and compares: the copy is read back, and
 * the source is read a second time, so that one that changed meanwhile is found. Answers with the copy's path. To call
 * in a process that holds no lock on the database: closing the file would drop it, as POSIX has it.
 *
 * The file itself must not change meanwhile; whoever holds it keeps back the log's checkpoints (`Storage.holdFile`).
 * The log may grow: what is read of it ends with a whole commit, since SQLite passes over one whose checksum is wrong.
 */
export async function copyDatabase(source: string, folder: string): Promise<string> {
  await mkdir(folder, { mode: 0o700 });
  const copy = databaseIn(folder);
  for (const part of PARTS) if (existsSync(source + part)) await copyFile(source + part, copy + part);
  return copy;
}

async function copyFile(source: string, copy: string): Promise<void> {
  const from = await open(source, 'r');
  try {
    const { size } = await from.stat();
    const to = await open(copy, 'wx+', 0o600);
    try {
      const sent = await readAll(from, size, async (bytes, at) => {
        await to.write(bytes, 0, bytes.length, at);
        await to.datasync();
      });
      await to.sync();
      const [arrived, again] = [await readAll(to, size), await readAll(from, size)];
      if (arrived === sent && again === sent) return;
      throw new BackupError('backup-unequal', () => say('server:backup.unequal', { part: basename(source) }));
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** The hash of a file's first `size` bytes; `take` gets each piece with its place. */
async function readAll(
  file: FileHandle,
  size: number,
  take: (bytes: Buffer, at: number) => Promise<unknown> = async () => {},
): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(AT_ONCE);
  for (let at = 0; at < size; ) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(AT_ONCE, size - at), at);
    if (bytesRead === 0) break;
    const bytes = buffer.subarray(0, bytesRead);
    hash.update(bytes);
    await take(bytes, at);
    at += bytesRead;
  }
  return hash.digest('base64');
}
