/**
 * `npm run -s scenarios:inspections`: writes `scenarios/inspections.json` anew; after a change to a case, a testplan or
 * the language core.
 */
import { writeFileSync } from 'node:fs';
import { INSPECTIONS_FILE } from '#drills/inspections/transcripts.ts';
import { inspectionsText } from './inspections-text.ts';

writeFileSync(INSPECTIONS_FILE, inspectionsText());
console.log(INSPECTIONS_FILE);
