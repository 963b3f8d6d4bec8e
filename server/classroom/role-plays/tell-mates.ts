/** Who plays a customer in a lesson sees on their own seat's page that the drill has begun, and that it is over. */
import type { Logger } from 'pino';
import type { Runner } from '#drills/runner/ports.ts';
import type { Storage } from '#storage/storage.ts';
import { pairsIn } from './pairs.ts';

type Needs = { storage: Storage; runner: Pick<Runner, 'observe'>; logger: Logger };

/** `seatChanged`: the pages of a seat are to be told anew. Returns what ends it. */
export const tellMates = (
  { storage, runner, logger }: Needs,
  seatChanged: (run: string, seat: string) => void,
): (() => void) => {
  const tell = async (run: string, seat: string): Promise<void> => {
    const pair = pairsIn(await storage.runs.log(run)).find((one) => one.includes(seat)) ?? [];
    for (const mate of pair) if (mate !== seat) seatChanged(run, mate);
  };
  return runner.observe({
    happened: ({ place }, events, { drill }) => {
      if (place === null || drill.opened?.rolePlay === undefined) return;
      if (!events.some(({ kind }) => kind === 'clock-started' || kind === 'drill-ended')) return;
      tell(place.run, place.seat).catch((error: unknown) =>
        logger.error({ err: error, run: place.run }, 'mates of a role play not told'),
      );
    },
    attended: () => {},
  });
};
