/** A run with its 班组长 seats, and whose reports come to whom. */
import { teamsOfRun } from '#classroom/own-shops/run-teams.ts';
import type { Run, RunEntry, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { leadOfSeats, leadsIn } from './who-leads.ts';

export type LeadView = {
  run: Run;
  seats: readonly Seat[];
  leads: ReadonlySet<string>;
  /** By seat, the seat that leads it. */
  leadOf: ReadonlyMap<string, string>;
  drills: readonly DrillRow[];
};
type Known = { log: readonly RunEntry[]; drills: readonly DrillRow[] };
type ReadStorage = Pick<Storage, 'runs' | 'drillsOfRun' | 'terms' | 'teams'>;

/** `known`: what of the run was read already. */
export const leadView = async (storage: ReadStorage, run: Run, known?: Known): Promise<LeadView> => {
  const seats = await storage.runs.seats(run.id);
  const leads = leadsIn(known?.log ?? (await storage.runs.log(run.id)));
  const drills = leads.size === 0 ? [] : (known?.drills ?? (await storage.drillsOfRun(run.id)));
  return {
    ...{ run, seats, leads },
    leadOf: leadOfSeats(seats, leads, leads.size > 1 ? await teamsOfRun(storage, run) : []),
    drills: drills.filter(({ place }) => place?.redo === null),
  };
};
