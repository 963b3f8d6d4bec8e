import type { Acked } from '#contract/commands.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { DrillRow } from '#storage/storage.ts';
import type { DrillNeeds } from './drill-needs.ts';
import type { DrillControl, NodeDrills } from './ports.ts';
import type { Live, Registry } from './registry.ts';
import type { RunnerRequest } from './requests.ts';

/** What a teacher does to drills from outside: nobody need be at the desk. */
export function createDrillControl(
  { storage, clock }: Pick<DrillNeeds, 'storage' | 'clock'>,
  lives: Registry,
  forgetReports: (drillIds: readonly string[]) => void,
): DrillControl & Pick<NodeDrills, 'handedOver'> {
  const order = async (drillId: string, request: RunnerRequest): Promise<Reply<Acked>> => {
    lives.check();
    const receivedAt = clock.now();
    const live = await lives.wake(drillId);
    if (live === null) return { ok: false, error: failure('unknown-drill') };
    return new Promise((done) => {
      live.drill.submit({ commandId: null, receivedAt, request, done });
    });
  };

  /** Whether the drill is the seat's and not this device's yet. */
  const changesWith =
    (seat: string, guest: string) =>
    ({ place, guest: before }: Pick<DrillRow, 'place' | 'guest'>): boolean =>
      place?.seat === seat && before !== guest;
  /** Retries of the seat's drills in memory: who does a turn of such a drill again loses that desk with it. */
  const retriesOf = async (isOfSeat: (first: DrillRow) => boolean): Promise<Live[]> => {
    const retries: Live[] = [];
    for (const live of lives.all()) {
      const { retry } = live.drill.row();
      const first = retry === null ? null : await storage.drill(retry.drill);
      if (first !== null && isOfSeat(first)) retries.push(live);
    }
    return retries;
  };
  const giveAll = (retries: readonly Live[], seat: string, guest: string): void => {
    const changes = changesWith(seat, guest);
    for (const { attendance } of retries) attendance.dismiss();
    for (const { drill, attendance } of lives.all()) {
      if (!changes(drill.row())) continue;
      drill.giveTo(guest);
      attendance.dismiss();
    }
  };

  return {
    setFrozen: async (drillId, frozen) => {
      lives.check();
      const live = await lives.wake(drillId);
      if (live === null || live.drill.drill().ended !== null) return;
      lives.freeze(drillId, frozen);
      await new Promise<void>((done) => live.attendance.frozenChanged(done));
    },
    end: (drillId, why) => order(drillId, { kind: 'end', why }),
    inject: (drillId, scenario) => order(drillId, { kind: 'inject', scenario }),
    forget: (drillIds) => {
      for (const drillId of drillIds) lives.forget(drillId);
      forgetReports(drillIds);
    },
    handOver: async (seat, guest) => {
      const retries = await retriesOf(changesWith(seat, guest));
      await storage.handOver(seat, guest);
      giveAll(retries, seat, guest);
    },
    // The storage has the new device already, so that a retry's first drill doesn't tell any more whether it changed.
    handedOver: async (seat, guest) => giveAll(await retriesOf(({ place }) => place?.seat === seat), seat, guest),
  };
}
