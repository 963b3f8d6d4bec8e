import type { Logger } from 'pino';
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
  all(): Promise<WallTiles>;
  opened(row: DrillRow): void;
  /** The seat's tile has changed. */
  mark(seatId: string): void;
  close(): void;
};

/** How often waits are looked at while somebody watches: a wait passes the line without an event. */
const LOOK_MS = 1000;

/** The tiles of one run, and who is told when they change. `isToldBy`: from then on it hears what happens at other nodes. */
export function createBoard(
  needs: Needs,
  { id: runId }: Pick<Run, 'id'>,
  presence: Presence,
  audience: Subscriptions,
  isToldBy: Promise<void>,
): Board {
  const { storage, clock, logger } = needs;
  const followed = createFollowedSeats(needs, (seatId) => mark(seatId));
  const looking = createSingleTimer(clock);

  const tileOf = (seat: Seat, run: Run, now: number, redo: string | null): WallTile => {
    const { drill, attempt, redo: answer } = followed.of(seat.id);
    const isHere = presence.isHere(seat);
    const lostAt = presence.lostAt(seat.id);
    const late = seat.joinedAt === null || run.startedAt === null ? 0 : seat.joinedAt - run.startedAt;
    return {
      seat: seat.id,
      no: seat.no,
      name: seat.name,
      link: seat.joinedAt === null ? 'absent' : isHere ? 'online' : 'lost',
      lostMs: isHere || seat.joinedAt === null || lostAt === null ? null : Math.max(0, now - lostAt),
      asking: seat.askingGuest !== null,
      drill: drill?.id ?? null,
      ...(drill === null ? noDrill : drillPart(drill.facts, drill.state, drillNow(drill, now), moodWord)),
      lateMs: Math.max(0, late),
      attempt,
      redo: answer === null || answer.id !== redo ? 'none' : answer.done ? 'answered' : 'open',
    };
  };

  const tilesOf = async (only: ReadonlySet<string> | null): Promise<WallTiles> => {
    const run = await storage.runs.run(runId);
    const redo = (await storage.runs.redos(runId)).at(-1)?.id ?? null;
    const all = run === null ? [] : await storage.runs.seats(runId);
    const seats = all.filter(({ id }) => only === null || only.has(id));
    const now = clock.now();
    return {
      runId,
      now,
      all: only === null,
      tiles: run === null ? [] : seats.map((seat) => tileOf(seat, run, now, redo)),
    };
  };

  const send = async (seats: ReadonlySet<string>): Promise<void> => {
    if (!audience.isWatched(runId)) return;
    const tilesByLanguage = new Map<Language, WallTiles>();
    for (const { language, tiles: tell } of [...audience.watchers(runId)]) {
      const message = tilesByLanguage.get(language) ?? (await inLanguage(language, () => tilesOf(seats)));
      tilesByLanguage.set(language, message);
      tell(message);
    }
  };
  /** One message after the other: a wall is never told an older tile after a newer one. */
  let sending: Promise<void> = Promise.resolve();
  const changes = coalesce(clock, (seats) => {
    // Nobody's lesson ends for a tile: the next change brings it, or looking again.
    sending = sending
      .then(() => send(seats))
      .catch((error: unknown) => logger.error({ err: error, run: runId }, 'tiles not sent'));
  });
  const mark = (seatId: string): void => {
    if (audience.isWatched(runId)) changes.mark(seatId);
  };

  const refresh = (): void => {
    if (!audience.isWatched(runId)) return;
    for (const seatId of followed.noticeLates(clock.now())) mark(seatId);
    looking.set(LOOK_MS, refresh);
  };

  /** Drills that were opened or went on while the run's drills were being read; null once they are. */
  let missed: Map<string, DrillRow> | null = new Map();
  const loaded = (async () => {
    await isToldBy;
    for (const row of await storage.drillsOfRun(runId)) await followed.add(row);
    while (missed !== null && missed.size > 0) {
      const again: Map<string, DrillRow> = missed;
      missed = new Map();
      for (const row of again.values()) await followed.add(row);
    }
    missed = null;
  })();
  // Whoever asks for the tiles hears of it.
  loaded.catch(() => {});

  return {
    all: async () => {
      await loaded;
      if (looking.leftMs() === null) refresh();
      return tilesOf(null);
    },
    mark,
    opened: (row) => {
      if (missed !== null) return void missed.set(row.id, row);
      followed.add(row).then(
        () => row.place !== null && mark(row.place.seat),
        (error: unknown) => logger.error({ err: error, drill: row.id }, 'drill not read for the wall'),
      );
    },
    happened: (row, events, standing) => {
      if (missed !== null) return void missed.set(row.id, row);
      if (followed.happened(row, events, standing) && row.place !== null) mark(row.place.seat);
    },
    close: () => {
      looking.cancel();
      changes.close();
    },
  };
}
