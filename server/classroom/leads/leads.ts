/** 班组长 of a class: a teacher gives seats the part, and what their peers report is answered by them. */
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { LeadReads } from '#classroom/lead-seats/lead-requests.ts';
import { type LeadView, leadView } from '#classroom/lead-seats/lead-view.ts';
import { mayHaveLeads } from '#classroom/lead-seats/who-leads.ts';
import { isSeatOf } from '#classroom/lesson/seat-body.ts';
import type { Subscriptions } from '#classroom/lesson/subscriptions.ts';
import type { Walls } from '#classroom/lesson/walls.ts';
import { entryOf } from '#classroom/run-log/run-entries.ts';
import type { Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { LeadBoard, leadAnswerSchema } from '#contract/together/leads.ts';
import type { DrillControl, DrillRecords } from '#drills/runner/ports.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { DrillRow } from '#storage/storage.ts';
import { coalesce } from '#wall/coalesce.ts';
import { isBefore, leadBoard } from './board.ts';

type Needs = LeadReads & {
  runner: LeadReads['runner'] & Pick<DrillControl, 'answerAsLead'> & Pick<DrillRecords, 'record'>;
  clock: Clock;
  logger: Logger;
};
type Parts = {
  subscriptions: Pick<Subscriptions, 'allChanged' | 'seatChanged'>;
  walls: Pick<Walls, 'seatChanged'>;
};

/** How often a lead's page is told at most. */
const TOLD_MS = 1000;

export type Leads = {
  board(runId: string): Promise<Reply<LeadBoard>>;
  /** Gives a seat the part, or takes it back, before the drill begins. */
  give(runId: string, staffId: string, given: { seat: string; leads: boolean }): Promise<Reply<LeadBoard>>;
  answer(seatId: string, principal: Principal, answer: z.output<typeof leadAnswerSchema>): Promise<Reply<null>>;
  /** Called with all that happens in drills: tells the pages of those who lead. */
  happened(row: DrillRow, events: readonly DrillEvent[], drill: Drill): void;
  close(): void;
};

export const createLeads = (needs: Needs, { subscriptions, walls }: Parts): Leads => {
  const { storage, clock, runner, logger } = needs;

  /** Tells the leads of these peers, by seat. */
  const tellLeads = async (peers: ReadonlySet<string>): Promise<void> => {
    const views = new Map<string, LeadView['leadOf']>();
    for (const peer of peers) {
      const runId = (await storage.runs.seat(peer))?.run;
      const run = runId === undefined ? null : await storage.runs.run(runId);
      if (run === null) continue;
      const leadOf = views.get(run.id) ?? (await leadView(storage, run)).leadOf;
      views.set(run.id, leadOf);
      const lead = leadOf.get(peer);
      if (lead !== undefined) subscriptions.seatChanged(run.id, lead);
    }
  };
  // A page is made of the logs of all peers: the first news comes at once, more of the same second together.
  const changedPeers = coalesce(
    clock,
    (peers) => void tellLeads(peers).catch((error: unknown) => logger.error({ err: error }, 'leads not told')),
    TOLD_MS,
  );

  /** Whether this very sending is stored already: its reply was lost, and the page sends it again (RULES J47). */
  const isStored = async (drill: string, by: string, request: string | undefined): Promise<boolean> =>
    request !== undefined &&
    ((await runner.record(drill))?.events ?? []).some(
      (event) => event.kind === 'lead-answered' && event.by === by && event.request === request,
    );

  const board = async (runId: string): Promise<Reply<LeadBoard>> => {
    const run = await storage.runs.run(runId);
    return run === null ? refused('unknown-run') : { ok: true, value: await leadBoard(needs, run, clock.now()) };
  };

  return {
    board,
    give: async (runId, staffId, { seat, leads }) => {
      const run = await storage.runs.run(runId);
      if (run === null) return refused('unknown-run');
      if (!mayHaveLeads(run)) return refused('lead-not-here');
      if (!isBefore(run)) return refused('lead-too-late');
      const view = await leadView(storage, run);
      const given = view.seats.find(({ id }) => id === seat);
      if (given === undefined) return refused('unknown-seat');
      if (leads && !view.seats.some(({ id }) => id !== seat && !view.leads.has(id))) return refused('lead-nobody-left');
      if (view.leads.has(seat) !== leads) {
        await storage.runs.addLog(entryOf(run, clock.now(), staffId, 'lead', seat, { leads }));
        subscriptions.allChanged(runId);
        walls.seatChanged(given);
      }
      return await board(runId);
    },
    answer: async (seatId, principal, { drill, ask, answer, request }) => {
      const seat = await storage.runs.seat(seatId);
      const run = seat === null ? null : await storage.runs.run(seat.run);
      if (seat === null || run === null || !isSeatOf(principal, seat)) return refused('unknown-seat');
      const view = await leadView(storage, run);
      const peer = view.drills.find(({ id }) => id === drill)?.place?.seat;
      if (peer === undefined || view.leadOf.get(peer) !== seatId) return refused('lead-not-yours');
      const reply = await runner.answerAsLead(drill, { ask, by: seatId, answer, ...(request && { request }) });
      subscriptions.seatChanged(run.id, seatId);
      const isThere = !reply.ok && (await isStored(drill, seatId, request));
      return reply.ok || isThere ? { ok: true, value: null } : reply;
    },
    happened: ({ place }, events, { opened }) => {
      if (place === null || opened?.lead === undefined) return;
      const waiting = new Set(opened.lead.asks.map(({ conversation }) => conversation));
      if (events.some((event) => isNews(event, waiting))) changedPeers.mark(place.seat);
    },
    close: () => {
      changedPeers.close();
    },
  };
};

/** What a lead's page shows anew: requests, their answers, and what is said where they wait. */
const isNews = (event: DrillEvent, waiting: ReadonlySet<string>): boolean => {
  if (event.kind === 'lead-asked' || event.kind === 'lead-answered' || event.kind === 'drill-ended') return true;
  if (event.kind === 'clock-started' || event.kind === 'clock-stopped') return waiting.size > 0;
  const isSaid = event.kind === 'customer-said' || event.kind === 'trainee-said' || event.kind === 'action-done';
  return isSaid && waiting.has(event.conversation);
};
