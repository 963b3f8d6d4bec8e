/** Which seats of a run lead, and whose reports come to them (RULES J46, J51). */
import type { Team } from '#contract/terms/teams.ts';
import type { Run, RunEntry, Seat } from '#storage/runs.ts';

/** Whether seats of such a run may lead: a lesson with a clock for all, whose seats serve customers of their own. */
export const mayHaveLeads = ({ plan }: Pick<Run, 'plan'>): boolean =>
  plan.mode !== 'exam' &&
  plan.homework === undefined &&
  plan.paper === undefined &&
  plan.exam === undefined &&
  plan.contest === undefined &&
  plan.project === undefined &&
  plan.rolePlay === undefined;

/** Ids of the seats that lead, as teachers gave the part last. */
export const leadsIn = (log: readonly RunEntry[]): ReadonlySet<string> => {
  const leads = new Set<string>();
  for (const { kind, seat, body } of log) {
    if (kind !== 'lead' || seat === null) continue;
    if (body.leads === true) leads.add(seat);
    else leads.delete(seat);
  }
  return leads;
};

/**
 * By seat, the seat that leads it: of the same team in `teams` where that has one, else the leads in turn, in the
 * roster's order. Seats that lead have nobody above.
 */
export const leadOfSeats = (
  seats: readonly Pick<Seat, 'id' | 'person'>[],
  leads: ReadonlySet<string>,
  teams: readonly Team[] = [],
): ReadonlyMap<string, string> => {
  const leading = seats.filter(({ id }) => leads.has(id));
  const teamOf = ({ person }: Pick<Seat, 'person'>): Team | undefined =>
    teams.find(({ members }) => members.some((member) => member.person === person));
  const found = new Map<string, string>();
  let turn = 0;
  for (const seat of seats) {
    if (leads.has(seat.id) || leading.length === 0) continue;
    const team = seat.person === null ? undefined : teamOf(seat);
    const ofTeam = team === undefined ? undefined : leading.find((lead) => teamOf(lead) === team);
    const lead = ofTeam ?? leading[turn % leading.length];
    if (ofTeam === undefined) turn += 1;
    if (lead !== undefined) found.set(seat.id, lead.id);
  }
  return found;
};
