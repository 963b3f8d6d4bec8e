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
const CHUNK_BYTES = 1_048_576;
/** A database and what SQLite keeps beside it that isn't in it yet. */
const FILE_SUFFIXES = ['', '-wal', '-journal'];

/**
 * Copies a SQLite database with the log beside it into `folder`, which is made, and compares: the copy is read back, and
 * the source is read a second time, so that one that changed meanwhile is found. Answers with the copy's path. To call
 * in a process that holds no lock on the database: closing the file would drop it, as POSIX has it.
 *
 * The file itself must not change meanwhile; whoever holds it keeps back the log's checkpoints (`Storage.holdFile`).
 * The log may grow: what is read of it ends with a whole commit, since SQLite passes over one whose checksum is wrong.
 */
export const copyDatabase = async (source: string, folder: string): Promise<string> => {
  await mkdir(folder, { mode: 0o700 });
  const copy = databaseIn(folder);
  for (const part of FILE_SUFFIXES) if (existsSync(source + part)) await copyFile(source + part, copy + part);
  return copy;
};

const copyFile = async (source: string, copy: string): Promise<void> => {
  const sourceFile = await open(source, 'r');
  try {
    const { size } = await sourceFile.stat();
    const copiedFile = await open(copy, 'wx+', 0o600);
    try {
      const sourceHash = await readAll(sourceFile, size, async (bytes, at) => {
        await copiedFile.write(bytes, 0, bytes.length, at);
        await copiedFile.datasync();
      });
      await copiedFile.sync();
      const [copyHash, sourceHashAgain] = [await readAll(copiedFile, size), await readAll(sourceFile, size)];
      if (copyHash === sourceHash && sourceHashAgain === sourceHash) return;
      throw new BackupError('backup-unequal', () => say('server:backup.unequal', { part: basename(source) }));
    } finally {
      await copiedFile.close();
    }
  } finally {
    await sourceFile.close();
  }
};

/** The hash of a file's first `size` bytes; `take` gets each piece with its place. */
const readAll = async (
  file: FileHandle,
  size: number,
  onChunk: (bytes: Buffer, at: number) => Promise<unknown> = async () => {},
): Promise<string> => {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  for (let at = 0; at < size; ) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(CHUNK_BYTES, size - at), at);
    if (bytesRead === 0) break;
    const bytes = buffer.subarray(0, bytesRead);
    hash.update(bytes);
    await onChunk(bytes, at);
    at += bytesRead;
  }
  return hash.digest('base64');
};
