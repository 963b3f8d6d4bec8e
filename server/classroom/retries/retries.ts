/** A turn, or a silence, that a trainee does again alone, from their own report (RULES N7). It counts nowhere. */
import type { Seals } from '#classroom/exams/seals.ts';
import { reportRefusal } from '#classroom/results/report-access.ts';
import type { Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type ErrorCode, failure, type Reply } from '#contract/errors.ts';
import type { DrillRetries, TurnPlace } from '#contract/retries.ts';
import { rulingsOf } from '#drills/reports/rulings-of.ts';
import type { DrillOpening, DrillRecord, DrillRecords } from '#drills/runner/ports.ts';
import { retriedTurn } from '#scoring/next/compare-attempts.ts';
import { type RetryPlace, retryPlaces } from '#scoring/next/retry-places.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';

type Needs = {
  storage: Storage;
  runner: Pick<DrillOpening & DrillRecords, 'fork' | 'record'>;
  clock: Pick<Clock, 'now'>;
  seals: Pick<Seals, 'to'>;
};

export type Retries = {
  /**
   * The retry of this turn that is still open, on whichever device it was opened, else a new one. It belongs to the
   * drill's owner. `guest`: the device that opens it.
   */
  open(principal: Principal, guest: string, row: DrillRow, place: TurnPlace): Promise<Reply<DrillRow>>;
  /** What can be done again, and how every try of it went. */
  tries(principal: Principal, row: DrillRow): Reply<DrillRetries>;
};

/** A retry that hasn't been started a day after it was opened no longer counts as open. */
const VOID_MS = 24 * 3600_000;

export function createRetries(needs: Needs): Retries {
  const { storage, runner, clock } = needs;
  /** Retries being opened, by place: two presses at once get the same retry. */
  const underWay = new Map<string, Promise<Reply<DrillRow>>>();

  const isOpen = ({ state, openedAt }: DrillRow): boolean =>
    state === 'running' || (state === 'opened' && clock.now() - openedAt < VOID_MS);

  const openOf = (drill: string, place: TurnPlace): DrillRow | null =>
    storage.retriesOf(drill).findLast((row) => row.retry !== null && samePlace(row.retry, place) && isOpen(row)) ??
    null;

  const placesOf = ({ content, events, row }: DrillRecord): RetryPlace[] =>
    retryPlaces(content, events, rulingsOf(storage, row.id));

  /**
   * Whether the drill is the principal's own, as the permission table has it: by the device, or by the person on any
   * device.
   */
  const isOwn = ({ guest, person }: Principal, { id }: DrillRow): boolean => {
    const owner = storage.ownerOf('drill', id);
    if (owner === null) return false;
    return (guest !== null && owner.guest === guest) || (person !== null && owner.person === person.id);
  };

  return {
    open: async (principal, guest, row, place) => {
      const why = retryRefusal(needs, principal, row);
      if (why !== null) return { ok: false, error: failure(why) };
      const open = openOf(row.id, place);
      if (open !== null) return { ok: true, value: open };
      const { conversation, turn, since } = place;
      const key = `${row.id} ${conversation} ${turn} ${since}`;
      const opening = underWay.get(key);
      if (opening !== undefined) return opening;
      const record = runner.record(row.id);
      if (record === null || !placesOf(record).some((one) => samePlace(one, place)))
        return { ok: false, error: failure('unknown-turn') };
      const opened = runner
        .fork({ drill: row.id, conversation, turn, since }, { guest, place: null })
        .finally(() => underWay.delete(key));
      underWay.set(key, opened);
      return opened;
    },
    tries: (principal, row) => {
      const refused = reportRefusal(needs, principal, row);
      if (refused !== null) return { ok: false, error: failure(refused) };
      const record = row.state === 'ended' ? runner.record(row.id) : null;
      if (record === null) return { ok: false, error: failure('report-not-ready') };
      const isOwnDrill = isOwn(principal, row);
      const refusal = isOwnDrill ? retryRefusal(needs, principal, row) : null;
      const rows = storage.retriesOf(row.id);
      const places = placesOf(record);
      return {
        ok: true,
        value: {
          places: places.map(({ conversation, turn, since, messages, findings, questions }) => ({
            ...{ conversation, turn, since, messages, findings, questions },
            open: isOwnDrill ? (openOf(row.id, { conversation, turn, since })?.id ?? null) : null,
          })),
          tried: places.flatMap((place) => attemptsAt(record, place, rows) ?? []),
          own: isOwnDrill,
          refused: refusal === null ? null : failure(refusal),
        },
      };
    },
  };

  function attemptsAt(record: DrillRecord, place: RetryPlace, rows: readonly DrillRow[]) {
    const logs = rows
      .filter(({ retry }) => retry !== null && samePlace(retry, place))
      .flatMap(({ id, ...row }) => {
        if (row.state !== 'ended') return [];
        const { endedAt } = row;
        const events = runner.record(id)?.events ?? [];
        return wasBegun(events) ? [{ drill: id, endedAt, events }] : [];
      });
    if (logs.length === 0) return null;
    const first = { drill: record.row.id, events: record.events, rulings: rulingsOf(storage, record.row.id) };
    return retriedTurn(record.content, first, place, logs);
  }
}

/**
 * Why this drill's trainee may not do a turn of it again now, or null. The drill must have ended and its report be
 * readable; an exam must be published, whatever its plan says. Until the run is over the lesson comes first: nothing
 * is done again while it is frozen, in a replay task, or while a drill of the trainee's seat is open.
 */
function retryRefusal(needs: Pick<Needs, 'storage' | 'seals'>, principal: Principal, row: DrillRow): ErrorCode | null {
  const { storage } = needs;
  const { place } = row;
  const unread = reportRefusal(needs, principal, row);
  if (unread !== null) return unread;
  if (row.state !== 'ended') return 'report-not-ready';
  const run = place === null ? null : storage.runs.run(place.run);
  if (place === null || run === null) return null;
  if (row.mode === 'exam' && run.publishedAt === null) return 'report-not-published';
  if (run.endedAt !== null) return null;
  const isServing = storage.drillsOfRun(run.id).some((one) => one.place?.seat === place.seat && one.state !== 'ended');
  return run.frozen || run.stage === 'redo' || isServing ? 'retry-not-now' : null;
}

/**
 * Whether 开始 was pressed. A retry's log begins with a copy up to where its own clock stands still; only a start after
 * that counts.
 */
const wasBegun = (events: DrillRecord['events']): boolean =>
  events.findLastIndex((e) => e.kind === 'clock-started' && e.why === 'not-started') >
  events.findLastIndex((e) => e.kind === 'clock-stopped' && e.why === 'not-started');

const samePlace = (one: TurnPlace, other: TurnPlace): boolean =>
  one.conversation === other.conversation && one.turn === other.turn && one.since === other.since;
