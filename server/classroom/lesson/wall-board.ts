import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import { createSingleTimer } from '#common/single-timer.ts';
import type { WallTile, WallTiles } from '#contract/wall.ts';
import { moodWord } from '#drills/present/present-parts.ts';
import type { DrillObserver, DrillRecords } from '#drills/runner/ports.ts';
import { inLanguage, type Language } from '#i18n/language.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { coalesce } from '#wall/coalesce.ts';
import { drillNow } from '#wall/seat-drill.ts';
import { drillPart, noDrill } from '#wall/tile.ts';
import { createFollowedSeats } from './followed-seats.ts';
import type { Presence } from './presence.ts';
import type { Subscriptions } from './subscriptions.ts';

type Needs = { storage: Storage; runner: DrillRecords; clock: Clock; logger: Logger };

export type Board = Pick<DrillObserver, 'happened'> & {
  all(): WallTiles;
  opened(row: DrillRow): void;
  /** The seat's tile has changed. */
  mark(seatId: string): void;
  close(): void;
};

/** How often waits are looked at while somebody watches: a wait passes the line without an event. */
const LOOK_MS = 1000;

/** The tiles of one run, and who is told when they change. */
export function createBoard(needs: Needs, { id: runId }: Run, presence: Presence, audience: Subscriptions): Board {
  const { storage, clock, logger } = needs;
  const followed = createFollowedSeats(needs);
  const looking = createSingleTimer(clock);

  const tileOf = (seat: Seat, run: Run, now: number, redo: string | null): WallTile => {
    const { drill, attempt, redo: answer } = followed.of(seat.id);
    const isHere = presence.isHere(seat.id);
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

  const tilesOf = (only: ReadonlySet<string> | null): WallTiles => {
    const now = clock.now();
    const run = storage.runs.run(runId);
    const redo = storage.runs.redos(runId).at(-1)?.id ?? null;
    const seats = run === null ? [] : storage.runs.seats(runId).filter(({ id }) => only === null || only.has(id));
    return {
      runId,
      now,
      all: only === null,
      tiles: run === null ? [] : seats.map((seat) => tileOf(seat, run, now, redo)),
    };
  };

  const changes = coalesce(clock, (seats) => {
    if (!audience.isWatched(runId)) return;
    try {
      const tilesByLanguage = new Map<Language, WallTiles>();
      for (const { language, tiles: tell } of audience.watchers(runId)) {
        const message = tilesByLanguage.get(language) ?? inLanguage(language, () => tilesOf(seats));
        tilesByLanguage.set(language, message);
        tell(message);
      }
    } catch (error) {
      // Nobody's lesson ends for a tile: the next change brings it, or looking again.
      logger.error({ err: error, run: runId }, 'tiles not sent');
    }
  });
  const mark = (seatId: string): void => {
    if (audience.isWatched(runId)) changes.mark(seatId);
  };

  const refresh = (): void => {
    if (!audience.isWatched(runId)) return;
    for (const seatId of followed.noticeLates(clock.now())) mark(seatId);
    looking.set(LOOK_MS, refresh);
  };

  for (const row of storage.drillsOfRun(runId)) followed.add(row);
  return {
    all: () => {
      if (looking.leftMs() === null) refresh();
      return tilesOf(null);
    },
    mark,
    opened: (row) => {
      followed.add(row);
      if (row.place !== null) mark(row.place.seat);
    },
    happened: (row, events, standing) => {
      if (followed.happened(row, events, standing) && row.place !== null) mark(row.place.seat);
    },
    close: () => {
      looking.cancel();
      changes.close();
    },
  };
}
