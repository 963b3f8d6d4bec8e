/**
 * `npm run -s scenarios:exemplars`: writes `scenarios/exemplars.json` anew; after a change to a case, a testplan or the
 * language core.
 */
import { writeFileSync } from 'node:fs';
import { EXEMPLARS_FILE } from '#library/reading/stored-exemplars.ts';
import { exemplarsText } from './exemplars-text.ts';

writeFileSync(EXEMPLARS_FILE, exemplarsText());
console.log(EXEMPLARS_FILE);
