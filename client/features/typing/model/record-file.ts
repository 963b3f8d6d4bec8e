/** One's own bouts as an .xlsx, made in the page: a typing record never leaves its device. */

import { longDate, percent } from '#client/lib/format.ts';
import { say } from '#client/lib/messages.ts';
import type { KeptBout } from './typing-record.ts';

/** Milliseconds after which the browser has surely read the file. */
const READ_MS = 60_000;
const WIDTHS = [18, 10, 10, 10, 32];

/** What stands in the file: a head, and a row a bout, oldest first. */
export const recordRows = (bouts: readonly KeptBout[]): (string | number)[][] => [
  ['at', 'speed', 'accuracy', 'wrong', 'slips'].map((name) => say(`typing:file.${name}`)),
  ...bouts.map(({ at, speed, accuracy, slips }) => [
    longDate(at),
    speed,
    percent(Math.round(accuracy * 1000) / 10),
    slips.length,
    slips.map(({ expected, typed }) => `${expected}→${typed}`).join(' '),
  ]),
];

/** Stores the file. Rejects where the part of the program that writes it can't be loaded. */
export const saveRecord = async (bouts: readonly KeptBout[]): Promise<void> => {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const [head = [], ...rows] = recordRows(bouts);
  // A string is written as one: words that begin with = must never run as a formula.
  const data = [
    head.map((value) => ({ type: String, value: String(value), fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((value) => (typeof value === 'number' ? { type: Number, value } : { type: String, value })),
    ),
  ];
  const file = await writeXlsxFile(data, { columns: WIDTHS.map((width) => ({ width })) }).toBlob();
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = say('typing:file.name');
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READ_MS);
};
