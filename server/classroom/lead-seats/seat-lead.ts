/** What a seat that leads sees (RULES J47, J49). */
import type { SeatLead } from '#contract/together/leads.ts';
import { leadFigures } from '#drills/leads/judge-answer.ts';
import type { Run, RunEntry, Seat } from '#storage/runs.ts';
import type { DrillRow } from '#storage/storage.ts';
import { type LeadReads, requestsTo } from './lead-requests.ts';
import { leadView } from './lead-view.ts';
import { leadsIn } from './who-leads.ts';

type Known = { run: Run; log: readonly RunEntry[]; drills: readonly DrillRow[]; now: number };

/** Stages in which seats may still be at work: what was right isn't told before. */
const BEFORE: readonly Run['stage'][] = ['join', 'card', 'drill'];

/** Null: the seat leads nobody. `isPublished`: seats of the run may read their reports. */
export const seatLead = async (
  reads: LeadReads,
  known: Known,
  seat: Pick<Seat, 'id'>,
  isPublished: boolean,
): Promise<SeatLead | null> => {
  if (!leadsIn(known.log).has(seat.id)) return null;
  const { run, now } = known;
  const view = await leadView(reads.storage, run, known);
  const isOver = !BEFORE.includes(run.stage);
  const isTold = isPublished && isOver;
  const { requests, cards } = await requestsTo(reads, view, seat.id, { isTold, now });
  return {
    peers: view.seats.filter(({ id }) => view.leadOf.get(id) === seat.id).map(({ name }) => name),
    ...reads.catalogs.lead,
    cards,
    // What was said is read once it waits for nobody; sent with every change of a class it would be a hundred kilobytes.
    requests: requests.map((request) => (isOver || request.state === 'waits' ? request : { ...request, lines: [] })),
    figures: isTold ? leadFigures(requests.flatMap(({ judged }) => judged ?? [])) : null,
  };
};
