/** What fault actions have in common: what trainees go on doing meanwhile. */
import type { Random } from './random.ts';
import type { TestServer } from './room.ts';
import { pause } from './waiting.ts';

/**
 * Done when the fault is over and nothing keeps the server from serving any more. The real milliseconds after which
 * every trainee went on though the fault lasted, where that was looked at.
 */
export type FaultAction = (room: TestServer, random: Random) => Promise<number | undefined>;

/** Real milliseconds for which a lasting fault lasts. */
export const lasts = (random: Random): Promise<void> => pause(random.between(60, 400));

/** Some trainees send some replies, within a few milliseconds; nobody waits for their answers. */
export const chatter = ({ trainees }: TestServer, random: Random, most = 3): void => {
  for (const trainee of trainees)
    for (let count = random.between(0, most); count > 0; count -= 1)
      setTimeout(() => void trainee.say(), random.between(0, 30));
};

/** They go on sending for as long as `work` takes. */
export const meanwhile = async (room: TestServer, random: Random, work: () => Promise<void>): Promise<void> => {
  const sending = setInterval(() => chatter(room, random, 1), 40);
  try {
    chatter(room, random);
    await work();
  } finally {
    clearInterval(sending);
  }
};
