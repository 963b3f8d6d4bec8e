import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import type { WallTile, WallTiles } from '#contract/wall.ts';
import { moodWord } from '#drills/present/present-parts.ts';
import type { DrillObserver, DrillRecords } from '#drills/runner/ports.ts';
import { inLanguage, type Language } from '#i18n/language.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { coalesce } from '#wall/coalesce.ts';
import { looksSame } from '#wall/looks-same.ts';
import { advance, drillNow, noticeLates, readSeatDrill, type SeatDrill } from '#wall/seat-drill.ts';
import { drillPart, noDrill } from '#wall/tile.ts';
import type { Presence } from './presence.ts';
import type { Subscriptions } from './subscriptions.ts';

type Needs = { storage: Storage; runner: DrillRecords; clock: Clock; logger: Logger };
/** What hangs from a seat: its latest attempt, and its answer to the latest replay task. */
type Entry = { drill: SeatDrill | null; attempt: number; redo: { id: string; done: boolean } | null };

export type Board = Pick<DrillObserver, 'happened'> & {
  all(): WallTiles;
  opened(row: DrillRow): void;
  /** The seat's tile has changed. */
  mark(seatId: string): void;
  close(): void;
};

/** How often waits are looked at while somebody watches: a wait passes the line without an event. */
const LOOK_MS = 1000;

/** The tiles of one run: read once from the logs, then followed event by event. */
export function createBoard(
  { storage, runner, clock, logger }: Needs,
  { id: runId }: Run,
  presence: Presence,
  audience: Subscriptions,
): Board {
  const entries = new Map<string, Entry>();
  let cancelLook: (() => void) | null = null;

  const entryOf = (seatId: string): Entry => {
    const entry = entries.get(seatId) ?? { drill: null, attempt: 0, redo: null };
    entries.set(seatId, entry);
    return entry;
  };

  const readDrill = (drillId: string): SeatDrill | null => {
    const record = runner.record(drillId);
    return record === null ? null : readSeatDrill(drillId, record.content, storage.read(drillId, 0));
  };

  const add = ({ id, place, state }: DrillRow): void => {
    if (place === null) return;
    const entry = entryOf(place.seat);
    if (place.redo !== null) {
      entry.redo = { id: place.redo, done: state === 'ended' };
    } else if (entry.drill?.id !== id) {
      entry.attempt += 1;
      entry.drill = readDrill(id);
    }
  };

  const tile = (seat: Seat, run: Run, now: number, redo: string | null): WallTile => {
    const { drill, attempt, redo: answer } = entries.get(seat.id) ?? { drill: null, attempt: 0, redo: null };
    const here = presence.isHere(seat.id);
    const lostAt = presence.lostAt(seat.id);
    const late = seat.joinedAt === null || run.startedAt === null ? 0 : seat.joinedAt - run.startedAt;
    return {
      seat: seat.id,
      no: seat.no,
      name: seat.name,
      link: seat.joinedAt === null ? 'absent' : here ? 'online' : 'lost',
      lostMs: here || seat.joinedAt === null || lostAt === null ? null : Math.max(0, now - lostAt),
      asking: seat.askingGuest !== null,
      drill: drill?.id ?? null,
      ...(drill === null ? noDrill : drillPart(drill.facts, drill.state, drillNow(drill, now), moodWord)),
      lateMs: Math.max(0, late),
      attempt,
      redo: answer === null || answer.id !== redo ? 'none' : answer.done ? 'answered' : 'open',
    };
  };

  const tiles = (only: ReadonlySet<string> | null): WallTiles => {
    const now = clock.now();
    const run = storage.runs.run(runId);
    const redo = storage.runs.redos(runId).at(-1)?.id ?? null;
    const seats = run === null ? [] : storage.runs.seats(runId).filter(({ id }) => only === null || only.has(id));
    return {
      runId,
      now,
      all: only === null,
      tiles: run === null ? [] : seats.map((seat) => tile(seat, run, now, redo)),
    };
  };

  const changes = coalesce(clock, (seats) => {
    if (!audience.isWatched(runId)) return;
    try {
      const told = new Map<Language, WallTiles>();
      for (const { language, tiles: tell } of audience.watchers(runId)) {
        const message = told.get(language) ?? inLanguage(language, () => tiles(seats));
        told.set(language, message);
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

  const look = (): void => {
    cancelLook = null;
    if (!audience.isWatched(runId)) return;
    const now = clock.now();
    for (const [seatId, { drill }] of entries) if (drill !== null && noticeLates(drill, now)) mark(seatId);
    cancelLook = clock.setTimer(LOOK_MS, look);
  };

  for (const row of storage.drillsOfRun(runId)) add(row);
  return {
    all: () => {
      if (cancelLook === null) look();
      return tiles(null);
    },
    mark,
    opened: (row) => {
      add(row);
      if (row.place !== null) mark(row.place.seat);
    },
    happened: (row, events, { drill: { seq }, now }) => {
      if (row.place === null) return;
      const entry = entryOf(row.place.seat);
      const wallAt = clock.now();
      if (row.place.redo !== null) {
        entry.redo = { id: row.place.redo, done: events.some(({ kind }) => kind === 'drill-ended') };
      } else if (entry.drill?.id === row.id && entry.drill.seq + events.length === seq) {
        const before = entry.drill.state;
        advance(entry.drill, events, { wallAt, drillAt: now });
        if (looksSame(before, entry.drill.state, moodWord)) return;
      } else {
        // First heard of, or something was missed: the log has it all.
        if (entry.drill?.id !== row.id) entry.attempt += 1;
        entry.drill = readDrill(row.id);
      }
      mark(row.place.seat);
    },
    close: () => {
      cancelLook?.();
      changes.close();
    },
  };
}
