/** Appeals (申诉): a trainee asks a person to look, staff answer by a ruling or by a reason why it stays. */
import type { z } from 'zod';
import { newId } from '#classroom/run-log/run-entries.ts';
import type { Clock } from '#common/clock.ts';
import {
  APPEAL_MOST,
  APPEALS_AT_PLACE,
  type AppealEnd,
  type AppealPlace,
  type appealSchema,
  type OpenAppeal,
  type settlingSchema,
} from '#contract/discussion.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Report } from '#contract/report.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import { joinWithCommas, say } from '#i18n/say.ts';
import { costsNothing, findingStatus } from '#scoring/marks/finding-status.ts';
import type { AppealClosing, StoredAppeal } from '#storage/discussion.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import {
  placeOfRuling,
  reportOnRecord,
  shownTitle,
  titleOnRecord,
  trimmedText,
  unknownPlace,
} from './report-places.ts';
import { addRuling } from './rulings.ts';

type Needs = { storage: Storage; runner: Pick<DrillRecords, 'report'>; clock: Pick<Clock, 'now'> };
type AppealRequest = z.infer<typeof appealSchema>;
type SettlingRequest = z.infer<typeof settlingSchema>;

const MIN_REASON_CHARACTERS = 2;
const MAX_REASON_CHARACTERS = 300;

/** Opens an appeal, one at a time about one place. For practice and answers to replay tasks no staff is there to settle it. */
export const appeal = async (
  { storage, runner, clock }: Needs,
  row: DrillRow,
  { place, text }: AppealRequest,
): Promise<Reply<null>> => {
  if (row.place === null || row.place.redo !== null) return { ok: false, error: failure('appeal-nobody') };
  const trimmed = trimmedText(text, APPEAL_MOST);
  if (!trimmed.ok) return trimmed;
  const report = await reportOnRecord(runner, row.id);
  if (!report.ok) return report;
  const status = findingStatus(report.value, place);
  const title = titleOnRecord(report.value, place);
  if (status === null || title === null) return { ok: false, error: unknownPlace(place) };
  if (costsNothing(status)) return { ok: false, error: failure('appeal-nothing-lost') };
  const earlier = (await storage.discussion.appeals(row.id)).filter((one) => isSamePlace(one.place, place));
  if (earlier.some(({ closing }) => closing === null)) return { ok: false, error: failure('appeal-open') };
  if (earlier.length >= APPEALS_AT_PLACE) {
    return { ok: false, error: failure('appeal-too-often', String(APPEALS_AT_PLACE)) };
  }
  const id = newId('q');
  const stored = { id, drill: row.id, place, title, text: trimmed.value, at: clock.now() };
  return (await storage.discussion.addAppeal(stored))
    ? { ok: true, value: null }
    : { ok: false, error: failure('appeal-open') };
};

/** Withdraws an appeal for its trainee, while nobody has settled it. */
export const withdrawAppeal = async (
  { storage, clock }: Needs,
  drill: string,
  appealId: string,
): Promise<Reply<null>> => {
  const open = await openAppealOf(storage, drill, appealId);
  if (!open.ok) return open;
  return await closeAppeal(storage, open.value, {
    how: 'withdrawn',
    by: null,
    at: clock.now(),
    reason: '',
    ruling: null,
  });
};

/** Settles an appeal. When two people settle at once, the second is told how it ended and stores nothing. */
export const settleAppeal = async (
  needs: Needs,
  drill: string,
  staffId: string,
  appealId: string,
  settling: SettlingRequest,
): Promise<Reply<null>> => {
  const { storage, clock } = needs;
  const open = await openAppealOf(storage, drill, appealId);
  if (!open.ok) return open;
  const rawReason = settling.outcome === 'kept' ? settling.reason : settling.ruling.reason;
  if (rawReason.trim().length < MIN_REASON_CHARACTERS) return { ok: false, error: failure('reason-missing') };
  if (settling.outcome === 'kept') {
    const reason = trimmedText(rawReason, MAX_REASON_CHARACTERS);
    if (!reason.ok) return reason;
    return await closeAppeal(storage, open.value, {
      how: 'kept',
      by: staffId,
      at: clock.now(),
      reason: reason.value,
      ruling: null,
    });
  }
  if (!isSamePlace(placeOfRuling(settling.ruling), open.value.place)) {
    return { ok: false, error: failure('appeal-other-thing') };
  }
  const ruling = await addRuling(needs, drill, staffId, settling.ruling, appealId);
  if (ruling.ok) return { ok: true, value: null };
  return ruling.error.code === 'appeal-settled' ? await alreadySettled(storage, drill, appealId) : ruling;
};

/** A run's open appeals, oldest first. `reportOf`: a drill's report, from which titles are shown in another language. */
export const openAppeals = async (
  storage: Storage,
  run: string,
  reportOf: (drill: string) => Report | null = () => null,
): Promise<OpenAppeal[]> => {
  const seats = new Map((await storage.runs.seats(run)).map((seat) => [seat.id, seat]));
  return (
    await Promise.all(
      (
        await storage.discussion.openAppeals(run)
      ).map(async ({ id, drill, place, title, text, at }) => {
        const seat = seats.get((await storage.drill(drill))?.place?.seat ?? '');
        if (seat === undefined) return [];
        const shown = shownTitle(title, place, reportOf(drill), 'total');
        return [{ id, title: shown, text, at, drill, seat: seat.id, no: seat.no, name: seat.name }];
      }),
    )
  ).flat();
};

const openAppealOf = async (storage: Storage, drill: string, id: string): Promise<Reply<StoredAppeal>> => {
  const found = (await storage.discussion.appeals(drill)).find((one) => one.id === id);
  if (found === undefined) return { ok: false, error: failure('unknown-appeal') };
  return found.closing === null ? { ok: true, value: found } : await alreadySettled(storage, drill, id);
};

const closeAppeal = async (
  storage: Storage,
  { id, drill }: StoredAppeal,
  closing: AppealClosing,
): Promise<Reply<null>> => {
  return (await storage.discussion.closeAppeal(id, closing))
    ? { ok: true, value: null }
    : await alreadySettled(storage, drill, id);
};

/** The refusal for the person who settled second: it says who was first and how the appeal ended. */
const alreadySettled = async (
  storage: Storage,
  drill: string,
  id: string,
): Promise<{ ok: false; error: ReturnType<typeof failure> }> => {
  const closing = (await storage.discussion.appeals(drill)).find((one) => one.id === id)?.closing ?? null;
  const name =
    closing?.by === undefined || closing.by === null
      ? ''
      : ((await storage.people.person(closing.by))?.name ?? say('data:deleted'));
  const reason = closing === null || closing.reason === '' ? [] : [closing.reason];
  const detail = joinWithCommas([endedBy(closing?.how ?? 'changed', name), ...reason]);
  return { ok: false, error: failure('appeal-settled', detail) };
};

/** How an appeal ended, in words. `name` is empty when its trainee ended it or the person no longer exists. */
const endedBy = (how: AppealEnd, name: string): string =>
  name === '' ? say(`results-said:settled.${how}`) : say(`results-said:settled.${how}-by`, { name });

const isSamePlace = (a: AppealPlace, b: AppealPlace): boolean => {
  if (a.kind === 'finding') return b.kind === 'finding' && a.finding === b.finding;
  if (a.kind === 'report' || b.kind !== 'point') return a.kind === b.kind;
  const { conversation, point, turn } = a.point;
  return conversation === b.point.conversation && point === b.point.point && turn === b.point.turn;
};
