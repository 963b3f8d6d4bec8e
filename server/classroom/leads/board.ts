/** The 班组长 seats of a run as its staff see them: who has the part, what they were asked and what came of it (RULES J50). */
import { type LeadReads, requestsTo } from '#classroom/lead-seats/lead-requests.ts';
import { leadView } from '#classroom/lead-seats/lead-view.ts';
import { mayHaveLeads } from '#classroom/lead-seats/who-leads.ts';
import type { LeadBoard, LeadCard, LeadRow } from '#contract/together/leads.ts';
import { leadFigures } from '#drills/leads/judge-answer.ts';
import type { Run, Seat } from '#storage/runs.ts';

const named = ({ id, no, name }: Seat) => ({ id, no, name });

export const leadBoard = async (reads: LeadReads, run: Run, now: number): Promise<LeadBoard> => {
  const view = await leadView(reads.storage, run);
  const leads: LeadRow[] = [];
  const cards = new Map<string, LeadCard>();
  for (const seat of view.seats) {
    if (!view.leads.has(seat.id)) continue;
    const read = await requestsTo(reads, view, seat.id, { isTold: true, now });
    for (const card of read.cards) cards.set(card.shop, card);
    leads.push({
      ...named(seat),
      peers: view.seats.filter(({ id }) => view.leadOf.get(id) === seat.id).map(({ name }) => name),
      figures: leadFigures(read.requests.flatMap(({ judged }) => judged ?? [])),
      requests: read.requests,
    });
  }
  return {
    run: { id: run.id, name: run.name },
    ...reads.catalogs.lead,
    open: mayHaveLeads(run) && isBefore(run),
    seats: view.seats.map((seat) => ({ ...named(seat), joined: seat.guest !== null, leads: view.leads.has(seat.id) })),
    ...{ leads, cards: [...cards.values()], now },
  };
};

/** Whether the drill hasn't begun. */
export const isBefore = ({ stage, endedAt }: Pick<Run, 'stage' | 'endedAt'>): boolean =>
  endedAt === null && (stage === 'join' || stage === 'card');
