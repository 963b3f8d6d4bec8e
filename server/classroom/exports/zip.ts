import { zip } from 'fflate';

/** `path`: with / between folders, in Latin letters: any program unpacks it then. */
export type ZipEntry = { path: string; bytes: Buffer };

/** A zip file of these entries, dated `at` (epoch milliseconds, the machine's own time). Large ones are packed in threads. */
export const zipOf = (entries: readonly ZipEntry[], at: number): Promise<Buffer> =>
  new Promise((written, failed) => {
    const files = Object.fromEntries(entries.map(({ path, bytes }) => [path, bytes]));
    zip(files, { mtime: at }, (error, packed) => (error === null ? written(Buffer.from(packed)) : failed(error)));
  });
