import { failure, type Reply } from '#contract/errors.ts';
import { readLog } from '#drills/reports/drill-log.ts';
import { type ForkPlace, forkLog } from '#engine/fork.ts';
import type { DrillPlace, DrillRow } from '#storage/storage.ts';
import type { DrillNeeds } from './drill-needs.ts';
import { storeOpened } from './open-drill.ts';

/** Makes the drill `id` of another one's log up to `from`, its clock not started; `shown` as in `DrillOpening.fork`. */
export const forkDrill = async (
  needs: DrillNeeds,
  id: string,
  { drill, conversation, turn, since }: ForkPlace & { drill: string },
  { guest, place }: { guest: string; place: DrillPlace | null },
  shown: (text: string) => string,
): Promise<Reply<DrillRow>> => {
  const { storage, clock } = needs;
  const row = await storage.drill(drill);
  if (row === null) return { ok: false, error: failure('unknown-turn') };
  const log = (await readLog(storage, drill)).map(({ event }) => event);
  const forked = forkLog(log, { drill, conversation, turn, since });
  if (forked === null) return { ok: false, error: failure('unknown-turn') };
  const { contentHash, mode } = row;
  const scenarios = [forked.scenario];
  const fresh = { state: 'opened', openedAt: clock.now(), endedAt: null, score: null } as const;
  const events = forked.events.map((event) =>
    event.kind === 'trainee-said' ? { ...event, text: shown(event.text) } : event,
  );
  const retry = place === null ? { drill, conversation, turn, since } : null;
  return storeOpened(needs, { ...fresh, id, guest, contentHash, scenarios, mode, place, retry }, events);
};
