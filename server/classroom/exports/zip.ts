import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

/** `path`: with / between folders, in Latin letters: any program unpacks it then. */
export type ZipEntry = { path: string; bytes: Buffer };

const deflated = promisify(deflateRaw);
/** Signatures and versions of PKWARE's APPNOTE 6.3: a file's head, its row in the directory, the directory's end. */
const HEAD = 0x04034b50;
const ROW = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Bit 11: names are UTF-8. */
const UTF8 = 0x0800;
const DEFLATE = 8;

/** A zip file of these entries, dated `at` (epoch milliseconds, the machine's own time). It is packed off this thread. */
export async function zipOf(entries: readonly ZipEntry[], at: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes } of entries) {
    const name = Buffer.from(path, 'utf8');
    const packed = await deflated(bytes);
    const facts = factsOf(bytes, packed, name, at);
    const head = Buffer.concat([numbers([HEAD, 4]), facts, numbers([0, 2]), name]);
    directory.push(
      numbers([ROW, 4], [VERSION, 2]),
      facts,
      // No extra field, no comment, one disk, no attributes, and where the file begins.
      numbers([0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      name,
    );
    parts.push(head, packed);
    offset += head.length + packed.length;
  }
  const rows = Buffer.concat(directory);
  const n = entries.length;
  const end = numbers([END, 4], [0, 2], [0, 2], [n, 2], [n, 2], [rows.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...parts, rows, end]);
}

/** What stands in a file's head and in its row alike. */
const factsOf = (bytes: Buffer, packed: Buffer, name: Buffer, at: number): Buffer => {
  const date = new Date(at);
  const time = (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1);
  const day = ((date.getFullYear() - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate();
  return numbers(
    ...([
      [VERSION, 2],
      [UTF8, 2],
      [DEFLATE, 2],
      [time, 2],
      [day, 2],
    ] as const),
    ...([
      [crc32(bytes), 4],
      [packed.length, 4],
      [bytes.length, 4],
      [name.length, 2],
    ] as const),
  );
};

/** Numbers of so many bytes each, the lowest byte first. */
function numbers(...fields: readonly (readonly [value: number, bytes: number])[]): Buffer {
  const all = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) at = all.writeUIntLE(value, at, bytes);
  return all;
}
