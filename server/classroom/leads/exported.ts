/** What somebody answered as 班组长, for the file of their data. */
import { leadsIn } from '#classroom/lead-seats/who-leads.ts';
import type { LeadAnswer } from '#engine/model/lead.ts';
import type { Storage } from '#storage/storage.ts';

type Answered = { run: string; at: number; answer: LeadAnswer };

/** Answers of these seats, oldest first, from the logs of those they led. */
export const leadAnswersOf = async (
  storage: Pick<Storage, 'runs' | 'drillsOfRun' | 'read'>,
  seats: readonly { id: string; run: string }[],
): Promise<Answered[]> => {
  const found: Answered[] = [];
  for (const { id, run } of seats) {
    if (!leadsIn(await storage.runs.log(run)).has(id)) continue;
    for (const drill of await storage.drillsOfRun(run))
      for (const { at, events } of await storage.read(drill.id, 0))
        for (const event of events)
          if (event.kind === 'lead-answered' && event.by === id && event.answer !== null)
            found.push({ run, at, answer: event.answer });
  }
  return found.toSorted((a, b) => a.at - b.at);
};
