import type { Acked } from '#contract/commands.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { DrillRow } from '#storage/storage.ts';
import type { LoadedDrill } from './drill-loader.ts';
import type { DrillNeeds } from './drill-needs.ts';
import type { DrillControl, NodeDrills } from './ports.ts';
import type { Registry } from './registry.ts';
import type { RunnerRequest } from './requests.ts';

/** What a teacher does to drills from outside: nobody need be at the desk. */
export const createDrillControl = (
  { storage, clock }: Pick<DrillNeeds, 'storage' | 'clock'>,
  registry: Registry,
  forgetReports: (drillIds: readonly string[]) => void,
): DrillControl & Pick<NodeDrills, 'handedOver'> => {
  const submitRequest = async (
    drillId: string,
    request: RunnerRequest,
    commandId: string | null = null,
  ): Promise<Reply<Acked>> => {
    registry.check();
    const receivedAt = clock.now();
    const live = await registry.wake(drillId);
    if (live === null) return { ok: false, error: failure('unknown-drill') };
    return new Promise((answer) => {
      live.drill.submit({ commandId, receivedAt, request, answer });
    });
  };

  /** Whether the drill is the seat's and not this device's yet. */
  const changesDevice =
    (seat: string, guest: string) =>
    ({ place, guest: currentGuest }: Pick<DrillRow, 'place' | 'guest'>): boolean =>
      place?.seat === seat && currentGuest !== guest;
  /** Retries of the seat's drills in memory: who does a turn of such a drill again loses that desk with it. */
  const retriesOf = async (isOfSeat: (originalDrill: DrillRow) => boolean): Promise<LoadedDrill[]> => {
    const retries: LoadedDrill[] = [];
    for (const live of registry.all()) {
      const { retry } = live.drill.row();
      const originalDrill = retry === null ? null : await storage.drill(retry.drill);
      if (originalDrill !== null && isOfSeat(originalDrill)) retries.push(live);
    }
    return retries;
  };
  const handOverInMemory = (retries: readonly LoadedDrill[], seat: string, guest: string): void => {
    const changesHands = changesDevice(seat, guest);
    for (const { attendance } of retries) attendance.dismiss();
    for (const { drill, attendance } of registry.all()) {
      if (!changesHands(drill.row())) continue;
      drill.giveTo(guest);
      attendance.dismiss();
    }
  };

  return {
    setFrozen: async (drillId, frozen) => {
      registry.check();
      const live = await registry.wake(drillId);
      if (live === null || live.drill.drill().ended !== null) return;
      registry.setFrozen(drillId, frozen);
      await new Promise<void>((done) => live.attendance.frozenChanged(done));
    },
    end: (drillId, why) => submitRequest(drillId, { kind: 'end', why }),
    inject: (drillId, scenario) => submitRequest(drillId, { kind: 'inject', scenario }),
    project: (drillId, request) => submitRequest(drillId, request),
    transfer: (drillId, request) => submitRequest(drillId, request),
    answerAsLead: (drillId, request) => submitRequest(drillId, { kind: 'lead-answer', ...request }),
    play: (drillId, commandId, act) => submitRequest(drillId, { kind: 'play', id: commandId, act }, commandId),
    forget: (drillIds) => {
      for (const drillId of drillIds) registry.forget(drillId);
      forgetReports(drillIds);
    },
    handOver: async (seat, guest) => {
      const retries = await retriesOf(changesDevice(seat, guest));
      await storage.handOver(seat, guest);
      handOverInMemory(retries, seat, guest);
    },
    // The storage has the new device already, so that a retry's first drill doesn't tell any more whether it changed.
    handedOver: async (seat, guest) =>
      handOverInMemory(await retriesOf(({ place }) => place?.seat === seat), seat, guest),
  };
};
