import type { Acked } from '#contract/commands.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { DrillRow } from '#storage/storage.ts';
import type { DrillNeeds } from './drill-needs.ts';
import type { DrillControl } from './ports.ts';
import type { Live, Registry } from './registry.ts';
import type { HouseRequest } from './requests.ts';

/** What a teacher does to drills from outside: nobody need be at the desk. */
export function createDrillControl(
  { storage, clock }: Pick<DrillNeeds, 'storage' | 'clock'>,
  lives: Registry,
): DrillControl {
  const order = async (drillId: string, request: HouseRequest): Promise<Reply<Acked>> => {
    lives.check();
    const receivedAt = clock.now();
    const live = await lives.wake(drillId);
    if (live === null) return { ok: false, error: failure('unknown-drill') };
    return new Promise((done) => {
      live.drill.submit({ commandId: null, receivedAt, request, done });
    });
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
    handOver: async (seat, guest) => {
      // Who does a turn of such a drill again loses that desk with it.
      const changes = ({ place, guest: before }: DrillRow): boolean => place?.seat === seat && before !== guest;
      const retries: Live[] = [];
      for (const live of lives.all()) {
        const { retry } = live.drill.row();
        const first = retry === null ? null : await storage.drill(retry.drill);
        if (first !== null && changes(first)) retries.push(live);
      }
      await storage.handOver(seat, guest);
      for (const { attendance } of retries) attendance.dismiss();
      for (const { drill, attendance } of lives.all()) {
        if (!changes(drill.row())) continue;
        drill.giveTo(guest);
        attendance.dismiss();
      }
    },
  };
}
