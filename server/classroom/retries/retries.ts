/** A turn, or a silence, that a trainee does again alone, from their own report (RULES N7). It counts nowhere. */
import type { Seals } from '#classroom/exams/seals.ts';
import { readsHandedIn, reportRefusal } from '#classroom/results/report-access.ts';
import type { Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type ErrorCode, failure, type Reply } from '#contract/errors.ts';
import type { DrillRetries, TurnPlace } from '#contract/retries.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import { rulingsOf } from '#drills/reports/rulings-of.ts';
import type { DrillOpening, DrillRecord, DrillRecords } from '#drills/runner/ports.ts';
import { retriedTurn } from '#scoring/practice-advice/compare-attempts.ts';
import { type RetryPlace, retryPlaces } from '#scoring/practice-advice/retry-places.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';

type Needs = {
  storage: Storage;
  runner: Pick<DrillOpening & DrillRecords, 'fork' | 'record'>;
  clock: Pick<Clock, 'now'>;
  seals: Pick<Seals, 'sealsFor'>;
};

export type Retries = {
  /**
   * The retry of this turn that is still open, on whichever device it was opened, else a new one. It belongs to the
   * drill's owner. `guest`: the device that opens it.
   */
  open(principal: Principal, guest: string, row: DrillRow, place: TurnPlace): Promise<Reply<DrillRow>>;
  /** What can be done again, and how every attempt at it went. */
  attempts(principal: Principal, row: DrillRow): Promise<Reply<DrillRetries>>;
};

/** A retry that hasn't been started a day after it was opened no longer counts as open. */
const UNSTARTED_EXPIRES_MS = DAY_MS;

export const createRetries = (needs: Needs): Retries => {
  const { storage, runner, clock } = needs;

  const isOpen = ({ state, openedAt }: DrillRow): boolean =>
    state === 'running' || (state === 'opened' && clock.now() - openedAt < UNSTARTED_EXPIRES_MS);

  const openRetry = async (drill: string, place: TurnPlace): Promise<DrillRow | null> =>
    (await storage.retriesOf(drill)).findLast(
      (row) => row.retry !== null && isSamePlace(row.retry, place) && isOpen(row),
    ) ?? null;

  const placesOf = async ({ content, events, row }: DrillRecord): Promise<RetryPlace[]> =>
    retryPlaces(content, events, await rulingsOf(storage, row.id));

  /**
   * Whether the drill is the principal's own, as the permission table has it: by the device, or by the person on any
   * device.
   */
  const isOwn = async ({ guest, person }: Principal, { id }: DrillRow): Promise<boolean> => {
    const owner = await storage.ownerOf('drill', id);
    if (owner === null) return false;
    return (guest !== null && owner.guest === guest) || (person !== null && owner.person === person.id);
  };

  const attemptsAt = async (record: DrillRecord, place: RetryPlace, rows: readonly DrillRow[]) => {
    const logs = (
      await Promise.all(
        rows
          .filter(({ retry }) => retry !== null && isSamePlace(retry, place))
          .map(async ({ id, ...row }) => {
            if (row.state !== 'ended') return [];
            const { endedAt } = row;
            const events = (await runner.record(id))?.events ?? [];
            return wasBegun(events) ? [{ drill: id, endedAt, events }] : [];
          }),
      )
    ).flat();
    if (logs.length === 0) return null;
    const original = { drill: record.row.id, events: record.events, rulings: await rulingsOf(storage, record.row.id) };
    return retriedTurn(record.content, original, place, logs);
  };

  return {
    open: async (principal, guest, row, place) => {
      const refusalCode = await retryRefusal(needs, principal, row);
      if (refusalCode !== null) return { ok: false, error: failure(refusalCode) };
      const { conversation, turn, since } = place;
      // Of two presses of the button the second gets the drill that the first one opened.
      return storage.locks.hold(`retry ${row.id} ${conversation} ${turn} ${since}`, async () => {
        const existing = await openRetry(row.id, place);
        if (existing !== null) return { ok: true, value: existing };
        const record = await runner.record(row.id);
        if (record === null || !(await placesOf(record)).some((one) => isSamePlace(one, place)))
          return { ok: false, error: failure('unknown-turn') };
        return runner.fork({ drill: row.id, conversation, turn, since }, { guest, place: null });
      });
    },
    attempts: async (principal, row) => {
      const reportRefused = await reportRefusal(needs, principal, row);
      if (reportRefused !== null) return { ok: false, error: failure(reportRefused) };
      const record = row.state === 'ended' ? await runner.record(row.id) : null;
      if (record === null) return { ok: false, error: failure('report-not-ready') };
      const isOwnDrill = await isOwn(principal, row);
      const retryRefused = isOwnDrill ? await retryRefusal(needs, principal, row) : null;
      // Turns done again are practice of their own, which wasn't handed in.
      const rows = (await readsHandedIn(storage, principal, row)) ? [] : await storage.retriesOf(row.id);
      const places = await placesOf(record);
      return {
        ok: true,
        value: {
          places: await Promise.all(
            places.map(async ({ conversation, turn, since, messages, findings, questions }) => ({
              ...{ conversation, turn, since, messages, findings, questions },
              open: isOwnDrill ? ((await openRetry(row.id, { conversation, turn, since }))?.id ?? null) : null,
            })),
          ),
          tried: (await Promise.all(places.map(async (place) => (await attemptsAt(record, place, rows)) ?? []))).flat(),
          own: isOwnDrill,
          refused: retryRefused === null ? null : failure(retryRefused),
        },
      };
    },
  };
};

/**
 * Why this drill's trainee may not do a turn of it again now, or null. The drill must have ended and its report be
 * readable; an exam must be published, whatever its plan says. Until the run is over the lesson comes first: nothing
 * is done again while it is frozen, in a replay task, or while a drill of the trainee's seat is open.
 */
const retryRefusal = async (
  needs: Pick<Needs, 'storage' | 'seals'>,
  principal: Principal,
  row: DrillRow,
): Promise<ErrorCode | null> => {
  const { storage } = needs;
  const { place } = row;
  const reportRefused = await reportRefusal(needs, principal, row);
  if (reportRefused !== null) return reportRefused;
  if (row.state !== 'ended') return 'report-not-ready';
  const run = place === null ? null : await storage.runs.run(place.run);
  if (place === null || run === null) return null;
  if (row.mode === 'exam' && run.publishedAt === null) return 'report-not-published';
  if (run.endedAt !== null) return null;
  const isServingNow = (await storage.drillsOfRun(run.id)).some(
    (one) => one.place?.seat === place.seat && one.state !== 'ended',
  );
  return run.frozen || run.stage === 'redo' || isServingNow ? 'retry-not-now' : null;
};

/**
 * Whether 开始 was pressed. A retry's log begins with a copy up to where its own clock stands still; only a start after
 * that counts.
 */
const wasBegun = (events: DrillRecord['events']): boolean =>
  events.findLastIndex((e) => e.kind === 'clock-started' && e.why === 'not-started') >
  events.findLastIndex((e) => e.kind === 'clock-stopped' && e.why === 'not-started');

const isSamePlace = (a: TurnPlace, b: TurnPlace): boolean =>
  a.conversation === b.conversation && a.turn === b.turn && a.since === b.since;
