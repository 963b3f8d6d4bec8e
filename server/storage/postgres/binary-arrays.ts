/**
 * Arrays as PostgreSQL's own protocol has them. As text each element would be searched for quotes and backslashes and
 * written with them doubled, and a body of the log has dozens: that took a tenth of what a reply costs a node.
 */

/** PostgreSQL's numbers of its types. */
const TEXT = 25;
const INT8 = 20;

/** Number of dimensions, whether any is null, type of the elements; length and lowest index of the only dimension. */
const HEAD_BYTES = 20;
const NULL_LENGTH = -1;

/** A `text[]`. A character that the database can't hold, NUL, is replaced as in every other text. */
export const textArray = (values: readonly (string | null)[]): Buffer => {
  const texts = values.map((value) => (value?.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value));
  let bytes = HEAD_BYTES;
  for (const text of texts) bytes += 4 + (text === null ? 0 : Buffer.byteLength(text));
  const array = Buffer.allocUnsafe(bytes);
  let at = writeHead(array, TEXT, texts.length, texts.includes(null));
  for (const text of texts) {
    const length = text === null ? NULL_LENGTH : array.write(text, at + 4);
    array.writeInt32BE(length, at);
    at += 4 + Math.max(0, length);
  }
  return array;
};

/** A `bigint[]` of whole numbers. */
export const bigintArray = (values: readonly (number | null)[]): Buffer => {
  const array = Buffer.allocUnsafe(HEAD_BYTES + 12 * values.length);
  let at = writeHead(array, INT8, values.length, values.includes(null));
  for (const value of values) {
    if (value === null) at = array.writeInt32BE(NULL_LENGTH, at);
    else at = writeBigint(array, value, array.writeInt32BE(8, at));
  }
  return array.subarray(0, at);
};

/** As two halves: a `BigInt` for each number would be an object more. */
const writeBigint = (array: Buffer, value: number, at: number): number => {
  const high = Math.floor(value / 0x1_0000_0000);
  return array.writeUInt32BE(value - high * 0x1_0000_0000, array.writeInt32BE(high, at));
};

const writeHead = (array: Buffer, type: number, length: number, hasNull: boolean): number => {
  let at = array.writeInt32BE(1, 0);
  at = array.writeInt32BE(hasNull ? 1 : 0, at);
  at = array.writeInt32BE(type, at);
  at = array.writeInt32BE(length, at);
  return array.writeInt32BE(1, at);
};
