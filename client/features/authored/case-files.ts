/** The files an author picks: which is the case, which its testplan, and how they are sent. */
import type { CaseFilesBody } from '#contract/authored.ts';

export type PickedFiles = { file: File; testplan: File | null };
export type PickFault = 'none' | 'many' | 'large';

const TESTPLAN = /\.testplan\.ya?ml$/i;
/** The server's own limit in bytes; a larger file would be refused after the upload. */
const MAX_BYTES = 256 * 1024;

/** One case and at most one testplan beside it; a file named .testplan.yaml is the testplan. */
export const pickFiles = (files: readonly File[]): PickedFiles | PickFault => {
  const cases = files.filter(({ name }) => !TESTPLAN.test(name));
  const testplans = files.filter(({ name }) => TESTPLAN.test(name));
  const [file] = cases;
  if (file === undefined) return 'none';
  if (cases.length > 1 || testplans.length > 1) return 'many';
  if (files.some(({ size }) => size > MAX_BYTES)) return 'large';
  return { file, testplan: testplans[0] ?? null };
};

/** The files are read now, since a browser refuses a file that was changed on disk after it was picked; null: it was. */
export const filesBody = async ({ file, testplan }: PickedFiles): Promise<CaseFilesBody | null> => {
  try {
    return { file: await encodedFile(file), testplan: testplan === null ? null : await encodedFile(testplan) };
  } catch {
    return null;
  }
};

const encodedFile = async (file: File): Promise<CaseFilesBody['file']> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // In pieces of 8192 bytes: a function call takes a limited number of arguments.
  const pieces: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(offset, offset + 8192)));
  return { name: file.name.slice(-120), bytes: btoa(pieces.join('')) };
};
