// Reads the first sheet of a workbook in a thread of its own: a file made to be huge fills this thread's memory
// and ends it, not the server. Plain JavaScript, because a worker thread starts without the loader for TypeScript.
import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from 'read-excel-file/node';

const text = (cell) => (cell === null ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell));

const rows = await readSheet(Buffer.from(workerData.bytes), 1, { parseNumber: (number) => number });
parentPort?.postMessage(rows.slice(0, workerData.rows).map((row) => row.slice(0, workerData.columns).map(text)));
