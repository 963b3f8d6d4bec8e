import type { Storage } from '#storage/storage.ts';
import { stateOf } from './side-rules.ts';

/** What is kept of a trainee in three-sided evaluations, for the export of their data: others' marks once published. */
export const sidesOf = async (storage: Pick<Storage, 'evaluation'>, person: string) => {
  const given = [];
  for (const entry of await storage.evaluation.entriesOf(person)) {
    const isOwn = entry.side === 'self';
    if (!isOwn && (await stateOf({ storage }, entry.term, 'sides')) !== 'published') continue;
    const { by: _, ...kept } = entry;
    given.push(kept);
  }
  return { given, drafts: await storage.evaluation.draftsOf(person) };
};
