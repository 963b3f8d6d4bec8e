/**
 * The transcripts of 质检 that ship: what planned trainees said and did in a case, as `npm run scenarios:inspections`
 * found it and `scenarios/inspections.json` keeps it. Their order and ids tell nothing of case or trainee.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { deedSchema } from '#drills/puzzles/puzzle.ts';

const transcriptSchema = z.strictObject({
  id: z.string(),
  case: z.string(),
  /** Messages of the trainee. */
  replies: z.number().int(),
  deeds: z.array(deedSchema),
});
export type Transcript = z.infer<typeof transcriptSchema>;

export const INSPECTIONS_FILE = join(import.meta.dirname, '../../../scenarios/inspections.json');

/** By id, in the file's order. Throws where the file isn't one. */
export const readTranscripts = (file = INSPECTIONS_FILE): ReadonlyMap<string, Transcript> => {
  const transcripts = z.array(transcriptSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(transcripts.map((transcript) => [transcript.id, transcript]));
};
