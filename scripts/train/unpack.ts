/** Reads packed weights back, so that one head can be fitted anew and the others stay what they were. */
import { BUCKETS } from '#language/classifier/features.ts';
import { HEAD_NAMES, HEADS, type Head } from '#language/classifier/heads.ts';
import type { Packed } from './encode.ts';
import type { Fitted } from './fit.ts';

/** The reverse of `pack`: packing what comes of it gives the same text. */
export function unpack({ rows, heads }: Packed): Record<Head, Fitted> {
  const fitted = Object.fromEntries(
    HEAD_NAMES.map((head): [Head, Fitted] => [
      head,
      {
        weights: new Float64Array(BUCKETS * HEADS[head].outputs.length),
        bias: Float64Array.from(heads[head].bias),
      },
    ]),
  ) as Record<Head, Fitted>;
  const bytes = Buffer.from(rows, 'base64');
  let at = 0;
  let bucket = 0;
  while (at < bytes.length) {
    let opening = 0;
    for (let shift = 0; ; shift += 7) {
      const next = bytes.readUInt8(at++);
      opening |= (next & 0x7f) << shift;
      if (next < 0x80) break;
    }
    bucket += opening >>> HEAD_NAMES.length;
    HEAD_NAMES.forEach((head, index) => {
      if (!(opening & (1 << index))) return;
      const width = HEADS[head].outputs.length;
      for (let output = 0; output < width; output++)
        fitted[head].weights[bucket * width + output] = bytes.readInt8(at++) * heads[head].scale;
    });
  }
  return fitted;
}
