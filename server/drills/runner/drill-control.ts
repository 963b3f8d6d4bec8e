import type { Acked } from '#contract/commands.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { DrillRow } from '#storage/storage.ts';
import type { DrillNeeds } from './drill-needs.ts';
import type { DrillControl } from './ports.ts';
import type { Registry } from './registry.ts';
import type { HouseRequest } from './requests.ts';

/** What a teacher does to drills from outside: nobody need be at the desk. */
export function createDrillControl(
  { storage, clock }: Pick<DrillNeeds, 'storage' | 'clock'>,
  lives: Registry,
): DrillControl {
  const order = (drillId: string, request: HouseRequest): Promise<Reply<Acked>> =>
    new Promise((done) => {
      lives.check();
      const live = lives.wake(drillId);
      if (live === null) return done({ ok: false, error: failure('unknown-drill') });
      live.drill.submit({ commandId: null, receivedAt: clock.now(), request, done });
    });

  return {
    setFrozen: (drillId, frozen) =>
      new Promise((done) => {
        lives.check();
        const live = lives.wake(drillId);
        if (live === null || live.drill.drill().ended !== null) return done();
        lives.freeze(drillId, frozen);
        live.attendance.frozenChanged(done);
      }),
    end: (drillId, why) => order(drillId, { kind: 'end', why }),
    inject: (drillId, scenario) => order(drillId, { kind: 'inject', scenario }),
    handOver: (seat, guest) => {
      // Who does a turn of such a drill again loses that desk with it.
      const changes = ({ place, guest: before }: DrillRow): boolean => place?.seat === seat && before !== guest;
      const retries = lives.all().filter(({ drill }) => {
        const { retry } = drill.row();
        const first = retry === null ? null : storage.drill(retry.drill);
        return first !== null && changes(first);
      });
      storage.handOver(seat, guest);
      for (const { attendance } of retries) attendance.dismiss();
      for (const { drill, attendance } of lives.all()) {
        if (!changes(drill.row())) continue;
        drill.giveTo(guest);
        attendance.dismiss();
      }
    },
  };
}
