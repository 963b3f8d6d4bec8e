import type { RunResults } from '#contract/results.ts';
import type { LeadBoard } from '#contract/together/leads.ts';

/** A run's results with what its leads answered, each in the row of its seat. */
export const withLeads = (results: RunResults, { leads }: LeadBoard): RunResults => {
  const figures = new Map(leads.map((lead) => [lead.id, lead.figures]));
  const seats = results.seats.map((seat) => {
    const lead = figures.get(seat.seat);
    return lead === undefined ? seat : { ...seat, lead };
  });
  return { ...results, seats };
};
