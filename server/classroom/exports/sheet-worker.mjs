// Reads the first sheet of a workbook in a thread of its own: a file made to be huge fills this thread's memory
// and ends it, not the server. Plain JavaScript, because a worker thread starts without the loader for TypeScript.
import { parentPort, workerData } from 'node:worker_threads';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';

/** Cells between the first and the farthest one, which the reader all makes: a list of 5,000 rows and 40 columns ten times over. */
const MAX_SPREAD = 2_000_000;
const LETTERS = 26;

const columnOf = (letters) => [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64, 0);

/** Rows times columns up to the farthest cell of any sheet. */
const spreadOf = (bytes) => {
  let [rows, columns] = [0, 0];
  const sheets = unzipSync(bytes, { filter: ({ name }) => name.startsWith('xl/worksheets/') });
  for (const xml of Object.values(sheets))
    for (const [, letters, row] of strFromU8(xml, true).matchAll(/\br="([A-Z]{1,3})(\d{1,7})"/g)) {
      rows = Math.max(rows, Number(row));
      columns = Math.max(columns, columnOf(letters));
    }
  return rows * columns;
};

const text = (cell) => (cell === null ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell));

// A cell at the far end alone would have the reader fill the memory for ten seconds before the thread ends.
if (spreadOf(workerData.bytes) > MAX_SPREAD) process.exit();
const rows = await readSheet(Buffer.from(workerData.bytes), 1, { parseNumber: (number) => number });
parentPort?.postMessage(rows.slice(0, workerData.rows).map((row) => row.slice(0, workerData.columns).map(text)));
