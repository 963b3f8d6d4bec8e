import { expect, test } from 'vitest';
import { bigintArray, textArray } from '#storage/postgres/binary-arrays.ts';

/** Reads an array as PostgreSQL does: its elements, and what its head says. */
const readBack = (array: Buffer) => {
  const [dimensions, hasNull, type, length, lowest] = [0, 4, 8, 12, 16].map((at) => array.readInt32BE(at));
  const elements: (Buffer | null)[] = [];
  let at = 20;
  while (at < array.length) {
    const bytes = array.readInt32BE(at);
    elements.push(bytes < 0 ? null : array.subarray(at + 4, at + 4 + bytes));
    at += 4 + Math.max(0, bytes);
  }
  expect({ dimensions, length, lowest, end: at }).toEqual({
    ...{ dimensions: 1, length: elements.length, lowest: 1, end: array.length },
  });
  return { hasNull, type, elements };
};

test('texts are sent as they are, whatever stands in them; what a database can’t hold is replaced', () => {
  const texts = ['', '39码', '[{"kind":"said","text":"a\\"b\\\\,{}"}]', null, '一\0二', '😀'.repeat(3000)];
  const { hasNull, type, elements } = readBack(textArray(texts));
  expect([hasNull, type]).toEqual([1, 25]);
  expect(elements.map((one) => one?.toString() ?? null)).toEqual(
    texts.map((one) => one?.replace('\0', '\uFFFD') ?? null),
  );
  expect(readBack(textArray(['a'])).hasNull).toBe(0);
  expect(readBack(textArray([])).elements).toEqual([]);
});

test('whole numbers of any size that a number can hold', () => {
  const numbers = [0, 1, -1, 4_294_967_295, 4_294_967_296, 1_795_824_000_123, Number.MAX_SAFE_INTEGER, -5_000_000_000];
  const { hasNull, type, elements } = readBack(bigintArray([...numbers, null]));
  expect([hasNull, type]).toEqual([1, 20]);
  expect(elements.map((one) => (one === null ? null : Number(one.readBigInt64BE(0))))).toEqual([...numbers, null]);
  expect(readBack(bigintArray([7])).hasNull).toBe(0);
});
