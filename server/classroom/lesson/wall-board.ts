import type { Logger } from 'pino';
import { leadsIn } from '#classroom/lead-seats/who-leads.ts';
import type { Clock } from '#common/clock.ts';
import { createSingleTimer } from '#common/single-timer.ts';
import type { WallTile, WallTiles } from '#contract/wall.ts';
import { moodWord } from '#drills/present/present-parts.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { inLanguage, type Language } from '#i18n/language.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { coalesce } from '#wall/coalesce.ts';
import { drillNow } from '#wall/seat-drill.ts';
import { drillPart, noDrill } from '#wall/tile.ts';
import { createFollowedSeats } from './followed-seats.ts';
import type { DrillMoment } from './peers.ts';
import type { Presence } from './presence.ts';
import type { Subscriptions } from './subscriptions.ts';

type Needs = { storage: Storage; runner: DrillRecords; clock: Clock; logger: Logger };

export type Board = {
  happened(row: DrillRow, events: readonly DrillEvent[], standing: DrillMoment): void;
  allTiles(): Promise<WallTiles>;
  opened(row: DrillRow): void;
  /** The seat's tile has changed. */
  markSeat(seatId: string): void;
  close(): void;
};

/** How often waits are checked while somebody watches: a wait becomes too long without any event. */
const CHECK_WAITS_MS = 1000;

/** The tiles of one run, sent to its watchers when they change. `peersReady`: from then on other nodes tell what happens. */
export const createBoard = (
  needs: Needs,
  { id: runId }: Pick<Run, 'id'>,
  presence: Presence,
  subscriptions: Subscriptions,
  peersReady: Promise<void>,
): Board => {
  const { storage, clock, logger } = needs;
  const followedSeats = createFollowedSeats(needs, (seatId) => drillChanged(seatId));
  const waitsTimer = createSingleTimer(clock);

  /** Seats that lead; known once the drill has begun, since then nobody is given the part any more. */
  let settledLeads: ReadonlySet<string> | null = null;
  const leadsOf = async ({ stage }: Run): Promise<ReadonlySet<string>> => {
    if (settledLeads !== null) return settledLeads;
    const leads = leadsIn(await storage.runs.log(runId));
    if (stage !== 'join' && stage !== 'card') settledLeads = leads;
    return leads;
  };

  type RunNow = { run: Run; now: number; redo: string | null; leads: ReadonlySet<string>; allSeats: readonly Seat[] };
  /** Whose customer the seat plays, while that talk isn't over; null: nobody's (RULES J116). */
  const servedBy = (seatId: string, allSeats: readonly Seat[]): Seat | null => {
    const played = presence.playedFrom(seatId);
    if (played.length === 0) return null;
    const isPlayed = ({ id }: Seat): boolean => {
      const { drill } = followedSeats.of(id);
      return drill !== null && played.includes(drill.id) && drill.state.clock !== 'ended';
    };
    return allSeats.find(isPlayed) ?? null;
  };
  const tileOf = (seat: Seat, { run, now, redo, leads, allSeats }: RunNow): WallTile => {
    const { drill, attempt, redo: answer } = followedSeats.of(seat.id);
    const isHere = presence.isHere(seat);
    const lostAt = presence.lostAt(seat.id);
    const served = servedBy(seat.id, allSeats);
    const lateMs = seat.joinedAt === null || run.startedAt === null ? 0 : seat.joinedAt - run.startedAt;
    return {
      seat: seat.id,
      no: seat.no,
      name: seat.name,
      link: seat.joinedAt === null ? 'absent' : isHere ? 'online' : 'lost',
      lostMs: isHere || seat.joinedAt === null || lostAt === null ? null : Math.max(0, now - lostAt),
      asking: seat.askingGuest !== null,
      drill: drill?.id ?? null,
      ...(drill === null ? noDrill : drillPart(drill.facts, drill.state, drillNow(drill, now), moodWord)),
      lateMs: Math.max(0, lateMs),
      attempt,
      ...(leads.has(seat.id) && { leads: true as const }),
      ...(served !== null && { plays: { name: served.name } }),
      redo: answer === null || answer.id !== redo ? 'none' : answer.done ? 'answered' : 'open',
    };
  };

  const tilesOf = async (wantedSeats: ReadonlySet<string> | null): Promise<WallTiles> => {
    const run = await storage.runs.run(runId);
    const redo = (await storage.runs.replayTasks(runId)).at(-1)?.id ?? null;
    const allSeats = run === null ? [] : await storage.runs.seats(runId);
    const seats = allSeats.filter(({ id }) => wantedSeats === null || wantedSeats.has(id));
    const leads = run === null ? null : await leadsOf(run);
    const now = clock.now();
    return {
      runId,
      now,
      all: wantedSeats === null,
      tiles:
        run === null || leads === null ? [] : seats.map((seat) => tileOf(seat, { run, now, redo, leads, allSeats })),
    };
  };

  const send = async (seats: ReadonlySet<string>): Promise<void> => {
    if (!subscriptions.isWatched(runId)) return;
    const tilesByLanguage = new Map<Language, WallTiles>();
    for (const viewer of [...subscriptions.watchers(runId)]) {
      const message = tilesByLanguage.get(viewer.language) ?? (await inLanguage(viewer.language, () => tilesOf(seats)));
      tilesByLanguage.set(viewer.language, message);
      viewer.sendTiles(message);
    }
  };
  /** One message after the other: a wall is never told an older tile after a newer one. */
  let sending: Promise<void> = Promise.resolve();
  const changedSeats = coalesce(clock, (seats) => {
    // Nobody's lesson ends for a tile: the next change brings it, or looking again.
    sending = sending
      .then(() => send(seats))
      .catch((error: unknown) => logger.error({ err: error, run: runId }, 'tiles not sent'));
  });
  const markSeat = (seatId: string): void => {
    if (subscriptions.isWatched(runId)) changedSeats.mark(seatId);
  };

  /** Who plays in a drill that is over plays no more. */
  const drillChanged = (seatId: string): void => {
    markSeat(seatId);
    const { drill } = followedSeats.of(seatId);
    if (drill?.state.clock === 'ended') for (const player of presence.playersOf(drill.id)) markSeat(player);
  };

  const refresh = (): void => {
    if (!subscriptions.isWatched(runId)) return;
    for (const seatId of followedSeats.recordOverdueWaits(clock.now())) markSeat(seatId);
    waitsTimer.set(CHECK_WAITS_MS, refresh);
  };

  /** Drills that were opened or went on while the run's drills were being read; null once they are. */
  let missedDrills: Map<string, DrillRow> | null = new Map();
  const loaded = (async () => {
    await peersReady;
    for (const row of await storage.drillsOfRun(runId)) await followedSeats.add(row);
    while (missedDrills !== null && missedDrills.size > 0) {
      const rowsToRead: Map<string, DrillRow> = missedDrills;
      missedDrills = new Map();
      for (const row of rowsToRead.values()) await followedSeats.add(row);
    }
    missedDrills = null;
  })();
  // Whoever asks for the tiles hears of it.
  loaded.catch(() => {});

  return {
    allTiles: async () => {
      await loaded;
      if (waitsTimer.leftMs() === null) refresh();
      return tilesOf(null);
    },
    markSeat,
    opened: (row) => {
      if (missedDrills !== null) return void missedDrills.set(row.id, row);
      followedSeats.add(row).then(
        () => row.place !== null && markSeat(row.place.seat),
        (error: unknown) => logger.error({ err: error, drill: row.id }, 'drill not read for the wall'),
      );
    },
    happened: (row, events, standing) => {
      if (missedDrills !== null) return void missedDrills.set(row.id, row);
      if (followedSeats.happened(row, events, standing) && row.place !== null) drillChanged(row.place.seat);
    },
    close: () => {
      waitsTimer.cancel();
      changedSeats.close();
    },
  };
};
