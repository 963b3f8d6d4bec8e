import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { inflateRaw } from 'node:zlib';
import { z } from 'zod';
import { type Grid, gridOf, MAX_COLUMNS, MAX_ROWS } from './roster-text.ts';

const inflate = promisify(inflateRaw);

/** Bytes unpacked at most: a school's whole list with twenty columns takes half of this. */
const MAX_INFLATED_BYTES = 20_000_000;
const MAX_ENTRIES = 500;
const LOCAL_HEADER = Buffer.from('PK\u0003\u0004', 'latin1');
const HEADER_BYTES = 30;
const DEFLATED = 8;

const HEAP_MB = 256;
const TIMEOUT_MS = 15_000;
const sheetSchema = z.array(z.array(z.string()));

/** Whether a file is a zip, as every .xlsx is. */
export const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(LOCAL_HEADER);

/** Sheets are read one at a time: each may take a good part of the memory. */
let lastReading: Promise<unknown> = Promise.resolve();

/** The first sheet of an .xlsx as a grid of names and numbers, or null when it can't be read within bounds. */
export const sheetGrid = async (bytes: Buffer): Promise<Grid | null> => {
  const rows = await sheetRows(bytes);
  return rows === null ? null : gridOf(rows);
};

/** The first sheet of an .xlsx, its cells as they stand, or null when it can't be read within bounds. */
export const sheetRows = (bytes: Buffer): Promise<string[][] | null> => {
  const reading = lastReading.then(async () => ((await isBounded(bytes)) ? readInThread(bytes) : null));
  lastReading = reading.catch(() => null);
  return reading;
};

/** Whether all that is packed in a zip stays within bounds. Its headers may lie about sizes, so everything is unpacked. */
const isBounded = async (bytes: Buffer): Promise<boolean> => {
  let remainingBytes = MAX_INFLATED_BYTES;
  let entries = 0;
  for (let at = bytes.indexOf(LOCAL_HEADER); at >= 0; at = bytes.indexOf(LOCAL_HEADER, at + 1)) {
    entries += 1;
    if (entries > MAX_ENTRIES || at + HEADER_BYTES > bytes.length) return false;
    if (bytes.readUInt16LE(at + 8) !== DEFLATED) continue;
    const start = at + HEADER_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    try {
      remainingBytes -= (await inflate(bytes.subarray(start), { maxOutputLength: remainingBytes })).length;
    } catch (error) {
      // Any other error means a signature that stands in the data by chance, or a broken file: reading the sheet will
      // tell.
      if (error instanceof RangeError) return false;
    }
    if (remainingBytes < 1) return false;
  }
  return true;
};

const readInThread = (bytes: Buffer): Promise<string[][] | null> => {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('../exports/sheet-worker.mjs', import.meta.url), {
      workerData: { bytes, rows: MAX_ROWS, columns: MAX_COLUMNS },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 32 },
      execArgv: [],
    });
    const finish = (rows: string[][] | null): void => {
      clearTimeout(timer);
      resolve(rows);
      void worker.terminate();
    };
    const timer = setTimeout(() => finish(null), TIMEOUT_MS);
    worker.once('message', (message: unknown) => {
      const rows = sheetSchema.safeParse(message);
      finish(rows.success ? rows.data : null);
    });
    worker.once('error', () => finish(null));
    worker.once('exit', () => finish(null));
  });
};
