import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { INSPECTIONS_FILE, readTranscripts } from '#drills/inspections/transcripts.ts';
import { inspectionsText } from '#scripts/inspections/inspections-text.ts';
import { library, play } from '#tests/learning/support/play.ts';

const transcripts = [...readTranscripts().values()];

test('the transcripts that ship are those that the cases and their trainees give now [I6]', () => {
  const text = inspectionsText(library, (id, replies) => play([id], replies).events);
  expect(readFileSync(INSPECTIONS_FILE, 'utf8')).toBe(text);
  const types = new Set(transcripts.map((one) => one.case.split('/')[0]));
  expect(types.size).toBeGreaterThanOrEqual(12);
  expect(transcripts.length).toBeGreaterThanOrEqual(40);
  expect(transcripts.map(({ id }) => id)).toEqual(transcripts.map(({ id }) => id).toSorted());
});
